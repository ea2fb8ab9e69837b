#include "tests/unit/session/time_question.hpp"

namespace quorate::session {

std::string proxy_answer(std::string_view person, int value, int round) {
  return about(person, R"("factor":"time","round":)" + std::to_string(round) + R"(,"value":)" +
                           std::to_string(value) +
                           R"(,"nonce":"99112233445566778899aabbccddeeff")");
}

std::string into(std::string_view person) { return R"("into":")" + person_id(person) + "\""; }

const Round& round_of(const Workshop& workshop, int round) {
  return workshop.state.questions[kTime].rounds[static_cast<std::size_t>(round - 1)];
}

std::string counts(const Workshop& workshop, int round) {
  const Round& counted = round_of(workshop, round);
  std::string text = std::to_string(counted.answered);
  for (const std::size_t group : {kLived, kStaff}) {
    text += group == kLived ? " lived " : " staff ";
    for (const auto count : counted.counts.histogram(0, group)) text += std::to_string(count);
  }
  return text;
}

}  // namespace quorate::session
