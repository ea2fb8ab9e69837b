// Differences between JSON objects, as merge patches (RFC 7396). A patch cannot say "null", so
// values that are compared or patched hold none: what is not there is left out.
#pragma once

#include <optional>

#include "shared/json/value.hpp"

namespace quorate::json {

// What turns `from` into `to`, both objects: changed members, nested objects as patches of their
// own, arrays whole, null for members that went away. Empty optional when they are equal.
std::optional<Value> difference(const Value& from, const Value& to);

// Applies a patch to `target` in place (RFC 7396, section 2).
void apply(Value& target, const Value& patch);

}  // namespace quorate::json
