// Completes the setup a person sent: defaults, and the words of the built-in questions and groups
// in every language of the catalogue. The record then says all that people will read.
#pragma once

#include <tl/expected.hpp>

#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::room {

// Only what the person sent is checked here; the whole is checked by session::setup_from_json.
tl::expected<json::Value, json::FieldError> with_defaults(const json::Value& setup);

}  // namespace quorate::room
