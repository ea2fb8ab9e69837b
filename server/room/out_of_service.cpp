// The half of the registry that sees to it that an exception costs one room or one connection.
#include "server/room/registry.hpp"

namespace quorate::room {

namespace {

using protocol::CloseCode;

// Whose message an event is; nothing for all that is not one.
std::optional<ConnectionId> sender(const Event& event) {
  if (const auto* connected = std::get_if<Connected>(&event)) return connected->connection;
  if (const auto* received = std::get_if<Received>(&event)) return received->connection;
  if (const auto* unreadable = std::get_if<Unreadable>(&event)) return unreadable->connection;
  return std::nullopt;
}

}  // namespace

// To be called where the exception was caught, which goes on its way when it costs nobody in here.
void Registry::recover(const Now& now, const Event& event, const char* reason, Actions& actions) {
  if (changing_ != rooms_.end()) return take_out(now, reason, actions);
  const auto from = sender(event);
  if (!from) throw;
  actions.push_back(Disconnect{*from, CloseCode::come_back});
  actions.push_back(Trouble{std::string("a message could not be taken: ") + reason});
}

// Lets go of the room that was being changed, and of what it still wanted done: it may be half
// changed, so that nothing it says can be relied on. Its records are in the log; whoever comes back
// after a while finds a new one, made of them.
void Registry::take_out(const Now& now, const char* reason, Actions& actions) {
  const std::string workshop = changing_->first;
  erase(changing_);
  out_until_ms_[workshop] = now.steady_ms + kOutOfServiceMs;
  const auto inside = [&](ConnectionId id) {
    const auto found = connections_.find(id);
    return found != connections_.end() && found->second.workshop == workshop;
  };
  struct {
    const std::string& out;
    const decltype(inside)& in_it;
    bool operator()(const Send& action) const { return in_it(action.connection); }
    bool operator()(const Seated& action) const { return in_it(action.connection); }
    bool operator()(const Disconnect& action) const { return in_it(action.connection); }
    bool operator()(const Append& action) const { return action.workshop == out; }
    bool operator()(const Subscribe& action) const { return action.workshop == out; }
    bool operator()(const Unsubscribe& action) const { return action.workshop == out; }
    bool operator()(const Wake&) const { return false; }
    bool operator()(const Trouble&) const { return false; }
    bool operator()(const Noticed&) const { return false; }
    bool operator()(const Met&) const { return false; }
    bool operator()(const Resolved&) const { return false; }
  } const of_it{workshop, inside};
  std::erase_if(actions, [&](const Action& action) { return std::visit(of_it, action); });
  for (const auto& [id, connection] : connections_) {
    if (connection.workshop == workshop) actions.push_back(Disconnect{id, CloseCode::come_back});
  }
  actions.push_back(Unsubscribe{workshop});
  actions.push_back(Noticed{ops::SecurityEvent::room_failed});
  actions.push_back(Trouble{"workshop " + workshop + " is out of service for " +
                            std::to_string(kOutOfServiceMs / 1000) + " s: " + reason});
}

// A record that cannot be folded cannot be folded a moment later either: without a pause everybody
// who comes back would have the whole log folded again.
bool Registry::out_of_service(const Now& now, const std::string& workshop) {
  const auto out = out_until_ms_.find(workshop);
  return out != out_until_ms_.end() && now.steady_ms < out->second;
}

}  // namespace quorate::room
