// A whole workshop without sockets, threads or a clock: the real rooms, the real client, the memory
// log, and a network and a server that fail as a seed says. Time passes only in `run_for`.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <random>
#include <string>
#include <vector>

#include "client-wasm/client.hpp"
#include "server/log/memory.hpp"
#include "server/room/registry.hpp"
#include "shared/json/value.hpp"
#include "shared/session/state.hpp"

namespace quorate::simulation {

class World {
 public:
  explicit World(std::uint32_t seed);

  // A person with a phone, or a desk. Returns its place in `people`.
  std::size_t add_phone();
  std::size_t add_desk();

  void run_for(std::int64_t ms);
  // The person acts.
  void act(std::size_t person, const json::Value& command);
  void lose_network(std::size_t person);  // its socket dies, unnoticed by the server for a while
  void kill_server();                     // and starts it again on the same disk, later
  void fail_writes(int count) { store_->faults().fail_next = count; }
  // Next time the rooms want random bytes there are none: whatever wanted them throws.
  void fail_a_draw() { failing_draws_ = 1; }
  // How often the server had to report an error of its own.
  int troubles() const { return troubles_; }

  const json::Value& model(std::size_t person) const { return people_[person]->model; }
  std::string participant(std::size_t person) const;
  const std::string& workshop() const { return workshop_; }

  // What was durable, folded: the truth that screens are held against.
  const session::State& truth() const { return truth_; }
  std::uint32_t draw(std::uint32_t below) { return random_() % below; }

  // Called with every message the server sends, before it travels.
  std::function<void(std::size_t person, const std::string& text)> on_sent;
  // Called whenever a screen changed.
  std::function<void(std::size_t person)> on_shown;

 private:
  struct Person {
    std::unique_ptr<client::Client> client;
    std::map<std::string, std::string, std::less<>> kept;
    json::Value model = json::Value::object();
    std::optional<room::ConnectionId> connection;
    std::map<client::Timer, int> timer_generation;
    std::string secret;
    bool desk = false;
  };
  struct Later {
    std::int64_t at;
    std::uint64_t order;
    std::function<void()> run;
    bool operator<(const Later& other) const {
      return at != other.at ? at > other.at : order > other.order;
    }
  };

  void later(std::int64_t ms, std::function<void()> run);
  void start_server();
  std::size_t add(std::unique_ptr<Person> person);
  void carry_out(std::size_t person, const client::Actions& actions);
  void tell(const room::Event& event);
  void carry_out(const room::Action& action);
  void open(std::size_t person);
  void hang_up(std::size_t person, int code);
  room::Now now() const { return {now_ms_, 1'700'000'000'000 + now_ms_}; }
  // In-order, one way, after a random delay.
  void travel(room::ConnectionId connection, bool up, std::function<void()> run);

  std::mt19937 random_;
  room::Random secrets_;
  std::int64_t now_ms_ = 0;
  std::uint64_t order_ = 0;
  std::priority_queue<Later> queue_;
  std::shared_ptr<log::MemoryDisk> disk_ = log::make_memory_disk();
  std::unique_ptr<log::MemoryStore> store_;
  std::unique_ptr<room::Registry> registry_;
  std::map<std::string, log::Subscription> subscriptions_;
  int server_life_ = 0;
  int failing_draws_ = 0;
  int troubles_ = 0;
  room::ConnectionId next_connection_ = 1;
  std::map<room::ConnectionId, std::size_t> whose_;
  std::map<std::pair<room::ConnectionId, bool>, std::int64_t> arrives_;
  std::vector<std::unique_ptr<Person>> people_;
  std::string workshop_;
  std::string key_;
  std::string facilitator_;
  session::State truth_;
};

}  // namespace quorate::simulation
