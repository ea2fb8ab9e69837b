#include "server/room/invitation.hpp"

#include <string_view>

#include "server/room/identity.hpp"
#include "shared/session/hex.hpp"

namespace quorate::room {

namespace {

using json::Value;

std::optional<Value> ticket(const Value& invitation) {
  const std::string* text = invitation.as_string();
  if (text == nullptr || !session::is_hex(*text, session::kIdDigits)) return std::nullopt;
  return ticket_of(*text);
}

session::Refused refuse(const char* field) { return {session::Refusal::bad_message, field}; }

}  // namespace

std::optional<session::Refused> hash_invitations(Value& members) {
  // Who knows a hash, from a file for instance, does not hold the invitation.
  members.erase("ticket");
  members.erase("tickets");
  if (const Value* one = members.find("invitation"); one != nullptr && !one->is_null()) {
    auto hashed = ticket(*one);
    if (!hashed) return refuse("invitation");
    members.set("ticket", std::move(*hashed));
  }
  if (const Value* list = members.find("invitations"); list != nullptr && list->as_array()) {
    Value tickets = Value::array();
    for (const Value& item : *list->as_array()) {
      auto hashed = ticket(item);
      if (!hashed) return refuse("invitations");
      tickets.push(std::move(*hashed));
    }
    members.set("tickets", std::move(tickets));
  }
  return std::nullopt;
}

std::string as_sent(std::string field) {
  constexpr std::string_view kKept = "ticket";
  if (field.compare(0, kKept.size(), kKept) == 0) field.replace(0, kKept.size(), "invitation");
  return field;
}

}  // namespace quorate::room
