// Reads JSON text (RFC 8259, UTF-8) under limits. Hostile text costs at most the limits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/json/value.hpp"

namespace quorate::json {

struct ReadLimits {
  std::size_t bytes = 64 * 1024;
  int depth = 16;                  // arrays and objects inside one another
  std::size_t values = 64 * 1024;  // of any kind, nested ones included
};

struct ReadError {
  enum class Code {
    too_large,
    not_json,
    number_too_large,
    too_deep,
    too_many_values,
    duplicate_key
  };
  Code code;
  // Where, as a path: "ballots[3].ratings.time"; empty at the top. For `not_json` the byte instead.
  std::string where;
  std::size_t byte = 0;

  // One clear English sentence for a terminal, without a full stop.
  std::string sentence() const;
};

tl::expected<Value, ReadError> read(std::string_view text, const ReadLimits& limits = {});

}  // namespace quorate::json
