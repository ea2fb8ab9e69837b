// A small workshop to test on: three factors, two groups and `unsaid`, folded record by record.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/json/value.hpp"
#include "shared/session/fold.hpp"
#include "shared/session/record.hpp"
#include "shared/session/state.hpp"

namespace quorate::session {

json::Value small_setup();

class Workshop {
 public:
  explicit Workshop(int rules = kFoldVersion);  // created

  Folded fold(std::string_view actor, Role role, std::string_view kind, const json::Value& members,
              std::string_view command_id = "");
  Folded join(std::string_view person, std::string_view group = "staff");
  Folded answer(std::string_view person, std::string_view factor, json::Value value, int round = 1,
                std::string_view command_id = "");
  // `questions` such as "power:1 time:2".
  Folded desk(std::string_view kind, std::string_view questions);
  Folded end();
  // Any command of the facilitator, or of a person; `members` is the JSON of its payload.
  Folded desk_says(std::string_view kind, std::string_view members = "{}",
                   std::string_view command_id = "");
  Folded person_says(std::string_view person, std::string_view kind,
                     std::string_view members = "{}", std::string_view command_id = "");
  // An answer with a reason, under a nonce of its own. Returns the reason's id.
  std::string answer_because(std::string_view person, std::string_view factor, json::Value value,
                             std::string_view reason, int round = 1);

  std::int64_t now_ms = 1'700'000'000'000;  // of the records folded from here on
  State state;
  // What was folded, as a log would keep it: envelope and payload.
  std::vector<std::pair<std::string, std::string>> records;

 private:
  std::string next_id();
  int commands_ = 0;
  int nonces_ = 0;
};

// A participant's id for a letter: "a" becomes 32 hexadecimal digits.
std::string person_id(std::string_view letter);
// The hash of an invitation, for a letter.
std::string ticket(std::string_view letter);
// R"({"participant":"…"})" and the same with more members, such as R"("group":"staff")".
std::string about(std::string_view person, std::string_view more = "");

// What a merge says of which the phone that would go is asked, and what that phone answers.
std::string asking(std::string_view person, std::string_view into);
std::string same_as(std::string_view into, bool yes);

// A member of what a role sees, as JSON; empty where it is not there.
std::string shown(const Workshop& workshop, std::string_view member, Role role = Role::wall);

// "ok", or the code of the refusal.
std::string came_to(const Folded& folded);

}  // namespace quorate::session
