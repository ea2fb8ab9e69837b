#include "tests/unit/room/hall.hpp"

#include <algorithm>
#include <stdexcept>

#include "shared/json/read.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/hex.hpp"

namespace quorate::room {

namespace {

constexpr json::ReadLimits kLimits{.bytes = 1 << 22, .depth = 24, .values = 1 << 20};

std::string hello(const std::string& role, const std::string& key, const std::string& value) {
  return R"({"t":"hello","v":1,"role":")" + role + R"(",")" + key + R"(":")" + value + "\"}";
}

}  // namespace

Hall::Hall()
    : random_([this](std::uint8_t* bytes, std::size_t size) {
        if (failing_draws > 0 && failing_draws-- > 0) throw std::runtime_error("no randomness");
        for (std::size_t i = 0; i < size; ++i) {
          drawn_ = drawn_ * 6364136223846793005U + 1442695040888963407U;
          bytes[i] = static_cast<std::uint8_t>(drawn_ >> 33);
        }
      }),
      store_([this](std::function<void()> task) { tasks_.push_back(std::move(task)); }),
      registry_(store_.directory(), random_) {
  const auto creation = prepare();
  workshop = creation.entry.workshop;
  code = creation.entry.code;
  facilitator = *creation.response.find("facilitator")->as_string();
  cofacilitator = *creation.response.find("cofacilitator")->as_string();
  wall_token = *creation.response.find("wall")->as_string();
}

std::string Hall::create() { return prepare().entry.workshop; }

Creation Hall::prepare() {
  const json::Value setup = json::Value::object({{"title", json::Value::object({{"en", "T"}})}});
  auto creation = prepare_workshop(setup, {now_ms_, 0}, store_.directory(), random_);
  store_.directory().put(creation->entry, [](auto) {});
  store_.log().append(creation->entry.workshop, {creation->record}, [](auto) {});
  settle();
  return std::move(*creation);
}

void Hall::settle() {
  while (!tasks_.empty()) {
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    task();
  }
}

void Hall::tell(const Event& event) {
  const std::vector<Action> actions =
      instead_of_on ? instead_of_on(event) : registry_.on(now(), event);
  const auto sends = std::count_if(actions.begin(), actions.end(), [](const Action& action) {
    return std::holds_alternative<Send>(action);
  });
  most_sends_in_a_row = std::max(most_sends_in_a_row, static_cast<std::size_t>(sends));
  for (const Action& action : actions) carry_out(action);
}

void Hall::carry_out(const Action& action) {
  if (const auto* send = std::get_if<Send>(&action)) {
    const std::string text = send->before + *send->message + send->after;
    heard_[send->connection].push_back(*json::read(text, kLimits));
  } else if (const auto* seat = std::get_if<Seated>(&action)) {
    seated[seat->connection] = seat->role;
  } else if (const auto* close = std::get_if<Disconnect>(&action)) {
    closed_.emplace(close->connection, close->code);
  } else if (const auto* append = std::get_if<Append>(&action)) {
    store_.log().append(append->workshop, append->batch,
                        [this, to = append->workshop, ticket = append->ticket](auto failure) {
                          tell(Appended{to, ticket, failure});
                        });
  } else if (const auto* subscribe = std::get_if<Subscribe>(&action)) {
    const std::string to = subscribe->workshop;
    subscriptions_[to] = store_.log().subscribe(
        to, 0,
        [this, to](std::uint64_t position, const log::Record& record) {
          tell(Stored{to, position, record});
        },
        [this, to] { tell(CaughtUp{to}); }, [this, to](log::Failure) { tell(Unreachable{to}); });
  } else if (const auto* unsubscribe = std::get_if<Unsubscribe>(&action)) {
    subscriptions_.erase(unsubscribe->workshop);
  } else if (const auto* wake = std::get_if<Wake>(&action)) {
    wake_at_ = wake->at_steady_ms;
  } else if (const auto* trouble = std::get_if<Trouble>(&action)) {
    troubles.push_back(trouble->sentence);
  } else if (const auto* seen = std::get_if<Noticed>(&action)) {
    noticed.push_back(seen->event);
  } else if (const auto* budget = std::get_if<Met>(&action)) {
    met.push_back(budget->budget);
  } else if (const auto* known = std::get_if<Resolved>(&action)) {
    const std::string outcome(known->refused ? session::name(*known->refused) : "ok");
    ++resolved[known->kind + " " + outcome];
  }
}

void Hall::pass_talking(std::int64_t ms, const std::vector<ConnectionId>& connections) {
  const std::int64_t end = now_ms_ + ms;
  while (now_ms_ < end) {
    for (const ConnectionId connection : connections) say(connection, R"({"t":"ping"})");
    pass(std::min(protocol::kPingAfterMs, end - now_ms_));
  }
}

void Hall::pass(std::int64_t ms) {
  const std::int64_t end = now_ms_ + ms;
  settle();
  while (wake_at_ && *wake_at_ <= end) {
    now_ms_ = std::max(now_ms_, *wake_at_);
    wake_at_.reset();
    tell(Woken{});
    settle();
  }
  now_ms_ = end;
}

ConnectionId Hall::connect(const std::string& to, const budgets::Peer& peer) {
  tell(Connected{next_, to, peer});
  return next_++;
}

void Hall::say(ConnectionId connection, const std::string& text) {
  tell(Received{connection, text});
  settle();
}

ConnectionId Hall::desk() {
  const ConnectionId connection = connect();
  say(connection, hello("facilitator", "token", facilitator));
  return connection;
}

ConnectionId Hall::second_desk() {
  const ConnectionId connection = connect();
  say(connection, hello("cofacilitator", "token", cofacilitator));
  return connection;
}

ConnectionId Hall::wall() {
  const ConnectionId connection = connect();
  say(connection, hello("wall", "token", wall_token));
  return connection;
}

ConnectionId Hall::phone(char person) { return phone(person, key_of(workshop)); }

ConnectionId Hall::phone(char person, const std::string& shown) {
  const ConnectionId connection = connect();
  say(connection, phone_hello(std::string(session::kIdDigits, person), shown));
  return connection;
}

std::string Hall::key_of(const std::string& to) { return store_.directory().find(to)->key; }

void Hall::change_code() {
  auto entry = *store_.directory().find(workshop);
  entry.code = code = draw_free_code(store_.directory(), random_);
  entry.key = draw_key(random_);
  store_.directory().put(entry, [](auto) {});
  settle();
  tell(CodeChanged{workshop, code});
}

ConnectionId Hall::joined(char person, const std::string& group) {
  const ConnectionId connection = phone(person);
  command(connection, R"("kind":"join","group":")" + group + "\"");
  return connection;
}

std::string Hall::command(ConnectionId connection, const std::string& members, std::string id) {
  if (id.empty()) {
    id = std::to_string(++commands_);
    id = std::string(session::kCommandIdDigits - id.size(), '0') + id;
  }
  say(connection, R"({"t":"command","id":")" + id + "\"," + members + "}");
  return id;
}

std::vector<json::Value> Hall::heard(ConnectionId connection) {
  return std::exchange(heard_[connection], {});
}

std::vector<json::Value> Hall::heard(ConnectionId connection, const std::string& kind) {
  std::vector<json::Value> all = heard(connection);
  std::erase_if(all, [&](const json::Value& m) { return *m.find("t") != json::Value(kind); });
  return all;
}

std::vector<std::string> Hall::records() {
  std::vector<std::string> all;
  const auto reading = store_.log().subscribe(
      workshop, 0,
      [&](std::uint64_t, const log::Record& record) {
        all.push_back(record.envelope + record.payload);
      },
      [] {});
  settle();
  return all;
}

std::optional<protocol::CloseCode> Hall::closed(ConnectionId connection) const {
  const auto found = closed_.find(connection);
  if (found == closed_.end()) return std::nullopt;
  return found->second;
}

std::string phone_hello(const std::string& secret, const std::string& key) {
  return R"({"t":"hello","v":1,"role":"participant","secret":")" + secret + R"(","token":")" + key +
         "\"}";
}

std::string text(const json::Value& message, std::string_view member) {
  const json::Value* found = message.find(member);
  return found == nullptr || found->as_string() == nullptr ? "" : *found->as_string();
}

std::string outcome(Hall& hall, ConnectionId connection) {
  const auto outcomes = hall.heard(connection, "outcome");
  if (outcomes.size() != 1) return std::to_string(outcomes.size()) + " outcomes";
  return *outcomes[0].find("ok")->as_boolean() ? "ok" : text(outcomes[0], "code");
}

}  // namespace quorate::room
