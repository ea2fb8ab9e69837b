// The engine for other programs: JSON text in, canonical JSON text out. The text is hostile. A
// success ends with one newline; a failure is one line, without a newline, that names the field.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace quorate::engine {

// Groups and ballots to the whole result. schema/evaluate-input.json describes the input,
// schema/evaluate-output.json what it gives.
tl::expected<std::string, std::string> evaluate_text(std::string_view input);

// A Published as its `to_json` writes it, to the whole result: what a browser calls.
tl::expected<std::string, std::string> evaluate_published_text(std::string_view published);

// One histogram, or two to compare. schema/measure-input.json and schema/measure-output.json.
tl::expected<std::string, std::string> measure_text(std::string_view input);

}  // namespace quorate::engine
