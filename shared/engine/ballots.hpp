// A whole workshop in one JSON object: its setup and everybody's ballots.
#pragma once

#include <tl/expected.hpp>

#include "shared/engine/publication.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::engine {

// Reads template or factors, groups, min_group, open, pending, ballots and previous, and counts.
tl::expected<Published, json::FieldError> publish_ballots(const json::Value& value);

}  // namespace quorate::engine
