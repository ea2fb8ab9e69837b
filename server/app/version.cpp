#include "server/app/version.hpp"

#include <fmt/format.h>

#include "server/api/embedded_site.hpp"
#include "server/app/commit.hpp"

namespace quorate::app {

std::string version_text() {
  return fmt::format("quorate {}\ncommit {}\noptions {}", QUORATE_VERSION, kCommit,
                     api::embedded_site().empty() ? "no site" : "site");
}

}  // namespace quorate::app
