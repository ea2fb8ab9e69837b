// For builds without the site: those for developing and those under sanitizers.
#include "server/api/embedded_site.hpp"

namespace quorate::api {

std::span<const EmbeddedFile> embedded_site() { return {}; }

}  // namespace quorate::api
