// A registry over the memory log, driven by hand: events in, what was sent and closed out. Time
// moves only when told.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/log/memory.hpp"
#include "server/room/creation.hpp"
#include "server/room/registry.hpp"
#include "shared/json/value.hpp"

namespace quorate::room {

class Hall {
 public:
  Hall();

  // Makes another workshop beside `workshop`; its id.
  std::string create();

  ConnectionId connect() { return connect(workshop); }
  ConnectionId connect(const std::string& to, const budgets::Peer& peer = {});
  void say(ConnectionId connection, const std::string& text);
  // Says hello as that role; `person` is a letter that makes a phone's secret.
  ConnectionId desk();
  ConnectionId second_desk();  // the co-facilitator's
  ConnectionId wall();
  ConnectionId phone(char person);  // has the join key of now
  ConnectionId phone(char person, const std::string& shown);
  ConnectionId joined(char person, const std::string& group = "staff");
  void change_code();
  std::string key_of(const std::string& to);  // the join key of now
  // A command with a fresh id, or with the given one; members such as R"("kind":"end")".
  std::string command(ConnectionId connection, const std::string& members, std::string id = "");
  void disconnect(ConnectionId connection) { tell(Disconnected{connection}); }
  void pass(std::int64_t ms);
  // The same, while these go on saying that they are there.
  void pass_talking(std::int64_t ms, const std::vector<ConnectionId>& connections);
  void tell(const Event& event);
  void settle();  // what waits on the executor
  Now now() const { return {now_ms_, 1'700'000'000'000 + now_ms_}; }

  // What came to a connection, oldest first; taken away by the call.
  std::vector<json::Value> heard(ConnectionId connection);
  std::vector<json::Value> heard(ConnectionId connection, const std::string& kind);
  std::optional<protocol::CloseCode> closed(ConnectionId connection) const;

  // Every record of the workshop as the log keeps it: envelope and payload.
  std::vector<std::string> records();

  log::MemoryFaults& faults() { return store_.faults(); }
  log::MemoryStore& store() { return store_; }
  Registry& registry() { return registry_; }

  std::string workshop;
  std::string code;
  std::string facilitator;
  std::string cofacilitator;
  std::string wall_token;
  std::map<ConnectionId, session::Role> seated;
  std::size_t most_sends_in_a_row = 0;
  std::vector<std::string> troubles;  // what was to be logged
  std::vector<ops::SecurityEvent> noticed;
  std::vector<budgets::Budget> met;
  std::map<std::string, int> resolved;  // "join ok", "answer paused"
  int failing_draws = 0;                // so many of the next random bytes are not to be had
  std::function<std::vector<Action>(const Event&)> instead_of_on;  // if set

 private:
  Creation prepare();
  void carry_out(const Action& action);

  std::deque<std::function<void()>> tasks_;
  std::uint64_t drawn_ = 0;
  Random random_;
  log::MemoryStore store_;
  Registry registry_;
  std::map<std::string, log::Subscription> subscriptions_;
  std::map<ConnectionId, std::vector<json::Value>> heard_;
  std::map<ConnectionId, protocol::CloseCode> closed_;
  std::optional<std::int64_t> wake_at_;
  std::int64_t now_ms_ = 1000;
  ConnectionId next_ = 1;
  int commands_ = 0;
};

// The hello of a phone that shows this join key.
std::string phone_hello(const std::string& secret, const std::string& key);

// A text member of a message; empty when there is none.
std::string text(const json::Value& message, std::string_view member);

// What the one outcome came to that this connection has heard: "ok", or the code of its refusal.
std::string outcome(Hall& hall, ConnectionId connection);

}  // namespace quorate::room
