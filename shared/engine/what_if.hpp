// "What if this factor stood elsewhere?": the same rules on hypothetical medians. Nothing is sent
// or kept; a desk plays with it in the browser.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/engine/level.hpp"
#include "shared/engine/publication.hpp"
#include "shared/engine/result.hpp"

namespace quorate::engine {

// Twice the supposed median (2..18), by factor; empty where it stays as it is.
using Supposed = std::array<std::optional<int>, kMostFactors>;

struct WhatIf {
  Medians medians{};
  int level = 0;
  std::vector<Reason> reasons;
  Conditions conditions;
};

// A factor that is pending, or not published, and for which nothing is supposed counts as unknown.
WhatIf what_if(const Ruleset& ruleset, const Published& published, const Supposed& supposed);

// {"published":{..},"medians":{"time":14}} to {"conditions","level","medians","reasons"}, as
// canonical JSON and a newline; a failure is one line that names the field.
tl::expected<std::string, std::string> what_if_text(std::string_view input);

}  // namespace quorate::engine
