// What people ask for. Commands are absolute: they name the question and the round they saw, so
// that a late or repeated one cannot mean something else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"
#include "shared/session/setup.hpp"

namespace quorate::session {

inline constexpr int kMostRounds = 99;
inline constexpr std::size_t kMostQuestions = 24;
inline constexpr std::size_t kNonceLength = 32;  // hexadecimal digits: 128 bits

struct Create {
  Setup setup;
};
struct Join {
  std::string group;
};
struct Answer {
  std::string factor;
  int round = 0;
  engine::Rating value{};
};
struct QuestionRound {
  std::string factor;
  int round = 0;
};
struct Open {
  std::vector<QuestionRound> questions;
};
struct Close {
  std::vector<QuestionRound> questions;
};
struct Reveal {
  std::vector<QuestionRound> questions;
};
struct End {};

using Command = std::variant<Create, Join, Answer, Open, Close, Reveal, End>;

// Reads what a person's message or a record's payload says. Other members are ignored.
tl::expected<Command, json::FieldError> command_from_json(std::string_view kind,
                                                          const json::Value& members);

// The payload a record of this kind keeps: exactly the members the kind has, taken from a message
// that command_from_json accepted.
json::Value payload_of(std::string_view kind, const json::Value& members);

// 1–9, "dk" or "na".
json::Value to_json(engine::Rating rating);

}  // namespace quorate::session
