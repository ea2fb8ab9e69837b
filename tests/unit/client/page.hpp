// A page as the tests need it: carries the client's actions out on a socket, timers, a storage and
// a screen of its own, on a clock that only the test moves.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/client.hpp"
#include "shared/json/value.hpp"

namespace quorate::client {

inline constexpr char kWorkshop[] = "00112233445566778899aabbccddeeff";
inline constexpr char kSecret[] = "0123456789abcdef0123456789abcdef";

json::Value parse(std::string_view text);

// A storage as a Start or a take-over has it.
Kept kept(const std::map<std::string, std::string>& storage);

Start participant();
Start desk();

class Page {
 public:
  explicit Page(Start start);

  // The socket.
  void open() { run(client_->opened(now)); }
  void close(int code = 1006);
  void server(std::string_view message) { run(client_->received(message, now)); }
  // Opens and answers the hello.
  void connect(std::string_view welcome);
  // Waits for the next attempt, if there is no socket.
  void await_attempt();
  // And connects.
  void come_back(std::string_view welcome);

  // The person and the browser.
  void command(std::string_view text) { run(client_->command(parse(text), now)); }
  void answer(std::string_view factor, int value, int round = 1);
  void wake() { run(client_->wake(now)); }
  void network(bool online) { run(client_->network(online, now)); }
  void take_over(const std::optional<Kept>& kept) { run(client_->take_over(kept, now)); }
  void dismiss() { run(client_->dismiss(now)); }
  void ran_out(Timer timer) { run(client_->ran_out(timer, now)); }

  // Moves the clock, running timers as they fall due.
  void pass(std::int64_t ms);

  // Commands sent on the present socket.
  std::vector<json::Value> commands() const;
  // Says yes to the n-th command of this socket; `me` may be empty.
  void accept(std::size_t n, std::string_view me = {});
  void refuse(std::size_t n, std::string_view code);

  // A member of the view model by a path like "answers.time.state", as canonical JSON; "" if none.
  std::string shown(std::string_view member) const;

  std::int64_t now = 1'000'000;
  bool has_socket = false;
  int opens = 0;
  std::string path;
  std::vector<json::Value> sent;  // on the present socket
  std::map<Timer, std::int64_t> due;
  std::vector<std::int64_t> waits;  // every retry's
  std::map<std::string, std::string> storage;
  std::vector<std::string> stored;  // "keep KEY", "forget KEY", in order
  json::Value model = json::Value::object();
  int shows = 0;
  int complaints = 0;

 private:
  void run(const Actions& actions);

  std::unique_ptr<Client> client_;
};

// Welcomes.
std::string welcome_anonymous();
// `questions` and `answers` as JSON objects; offset 10 of epoch 1 if not told.
std::string welcome_participant(std::string_view questions, std::string_view answers = "{}",
                                int epoch = 1, int offset = 10);
std::string welcome_desk();

// A question's state in a view: R"({"time":…})".
inline constexpr char kTimeOpen[] = R"({"time":{"state":"open","round":1,"answered":0}})";

}  // namespace quorate::client
