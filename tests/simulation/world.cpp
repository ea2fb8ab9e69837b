#include "tests/simulation/world.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/room/creation.hpp"
#include "server/room/identity.hpp"
#include "shared/json/patch.hpp"
#include "shared/session/fold.hpp"

namespace quorate::simulation {

namespace {

constexpr std::int64_t kMostDelayMs = 200;
constexpr std::int64_t kMostDownMs = 3000;
constexpr int kAbnormalClosure = 1006;

}  // namespace

World::World(std::uint32_t seed) : random_(seed) {
  secrets_ = [this](std::uint8_t* bytes, std::size_t size) {
    std::generate(bytes, bytes + size, [this] { return static_cast<std::uint8_t>(random_()); });
  };
  start_server();
  const json::Value setup = json::Value::object({{"title", json::Value::object({{"en", "T"}})}});
  auto creation = room::prepare_workshop(setup, now(), store_->directory(), secrets_);
  workshop_ = creation->entry.workshop;
  key_ = creation->entry.key;
  facilitator_ = *creation->response.find("facilitator")->as_string();
  store_->directory().put(creation->entry, [](auto) {});
  store_->log().append(workshop_, {creation->record}, [](auto) {});
  run_for(1);
}

void World::later(std::int64_t ms, std::function<void()> run) {
  queue_.push(Later{now_ms_ + ms, order_++, std::move(run)});
}

void World::run_for(std::int64_t ms) {
  const std::int64_t end = now_ms_ + ms;
  while (!queue_.empty() && queue_.top().at <= end) {
    const Later next = queue_.top();
    queue_.pop();
    now_ms_ = std::max(now_ms_, next.at);
    next.run();
  }
  now_ms_ = end;
}

void World::start_server() {
  const int life = ++server_life_;
  log::Executor executor = [this, life](std::function<void()> run) {
    later(0, [this, life, run = std::move(run)] {
      if (life == server_life_) run();
    });
  };
  store_ = std::make_unique<log::MemoryStore>(executor, disk_);
  const room::Random draws = [this](std::uint8_t* bytes, std::size_t size) {
    if (std::exchange(failing_draws_, 0) > 0) throw std::runtime_error("no randomness");
    secrets_(bytes, size);
  };
  registry_ = std::make_unique<room::Registry>(store_->directory(), draws);
}

void World::kill_server() {
  ++server_life_;  // what it still had to do is not done
  subscriptions_.clear();
  registry_.reset();
  store_.reset();
  for (std::size_t i = 0; i < people_.size(); ++i) hang_up(i, kAbnormalClosure);
  later(draw(kMostDownMs), [this] { start_server(); });
}

void World::tell(const room::Event& event) {
  for (const room::Action& action : registry_->on(now(), event)) carry_out(action);
}

void World::carry_out(const room::Action& action) {
  const int life = server_life_;
  if (const auto* send = std::get_if<room::Send>(&action)) {
    const auto whose = whose_.find(send->connection);
    if (whose == whose_.end()) return;
    const std::size_t person = whose->second;
    const std::string text = send->before + *send->message + send->after;
    if (on_sent) on_sent(person, text);
    travel(send->connection, false, [this, person, connection = send->connection, text] {
      if (people_[person]->connection != connection) return;
      carry_out(person, people_[person]->client->received(text, now_ms_));
    });
  } else if (const auto* close = std::get_if<room::Disconnect>(&action)) {
    const auto whose = whose_.find(close->connection);
    if (whose == whose_.end()) return;
    const std::size_t person = whose->second;
    travel(close->connection, false,
           [this, person, connection = close->connection, code = static_cast<int>(close->code)] {
             if (people_[person]->connection == connection) hang_up(person, code);
           });
  } else if (const auto* append = std::get_if<room::Append>(&action)) {
    store_->log().append(
        append->workshop, append->batch,
        [this, workshop = append->workshop, ticket = append->ticket](auto failure) {
          tell(room::Appended{workshop, ticket, failure});
        });
  } else if (const auto* subscribe = std::get_if<room::Subscribe>(&action)) {
    const std::string workshop = subscribe->workshop;
    subscriptions_[workshop] = store_->log().subscribe(
        workshop, 0,
        [this, workshop](std::uint64_t position, const log::Record& record) {
          if (position == truth_.offset) session::fold(truth_, record.envelope, record.payload);
          tell(room::Stored{workshop, position, record});
        },
        [this, workshop] { tell(room::CaughtUp{workshop}); },
        [this, workshop](log::Failure) { tell(room::Unreachable{workshop}); });
  } else if (const auto* unsubscribe = std::get_if<room::Unsubscribe>(&action)) {
    subscriptions_.erase(unsubscribe->workshop);
  } else if (const auto* wake = std::get_if<room::Wake>(&action)) {
    later(std::max<std::int64_t>(0, wake->at_steady_ms - now_ms_), [this, life] {
      if (life == server_life_ && registry_) tell(room::Woken{});
    });
  } else if (std::holds_alternative<room::Trouble>(action)) {
    ++troubles_;
  }
}

void World::travel(room::ConnectionId connection, bool up, std::function<void()> run) {
  std::int64_t& arrives = arrives_[{connection, up}];
  arrives = std::max(arrives, now_ms_ + draw(kMostDelayMs));
  later(arrives - now_ms_, std::move(run));
}

std::size_t World::add(std::unique_ptr<Person> person) {
  client::Start start;
  start.workshop = workshop_;
  start.as = person->desk ? client::As::facilitator : client::As::participant;
  start.token = person->desk ? facilitator_ : key_;
  start.secret = person->secret;
  secrets_(start.random.data(), start.random.size());
  person->client = std::make_unique<client::Client>(start);
  people_.push_back(std::move(person));
  carry_out(people_.size() - 1, people_.back()->client->start(now_ms_));
  return people_.size() - 1;
}

std::size_t World::add_phone() {
  auto person = std::make_unique<Person>();
  person->secret = room::random_hex(secrets_, 16);
  return add(std::move(person));
}

std::size_t World::add_desk() {
  auto person = std::make_unique<Person>();
  person->desk = true;
  return add(std::move(person));
}

std::string World::participant(std::size_t person) const {
  return room::participant_id(people_[person]->secret, workshop_);
}

void World::act(std::size_t person, const json::Value& command) {
  carry_out(person, people_[person]->client->command(command, now_ms_));
}

void World::lose_network(std::size_t person) {
  const auto connection = people_[person]->connection;
  hang_up(person, kAbnormalClosure);
  if (!connection) return;
  later(draw(60'000), [this, connection = *connection] {  // or the server finds it silent
    if (registry_) tell(room::Disconnected{connection});
  });
}

void World::hang_up(std::size_t person, int code) {
  if (!people_[person]->connection) return;
  whose_.erase(*people_[person]->connection);
  people_[person]->connection.reset();
  carry_out(person, people_[person]->client->closed(code, now_ms_));
}

void World::open(std::size_t person) {
  const room::ConnectionId connection = next_connection_++;
  people_[person]->connection = connection;
  travel(connection, true, [this, person, connection] {
    if (people_[person]->connection != connection) return;
    if (!registry_) return hang_up(person, kAbnormalClosure);
    whose_[connection] = person;
    tell(room::Connected{connection, workshop_});
    carry_out(person, people_[person]->client->opened(now_ms_));
  });
}

void World::carry_out(std::size_t index, const client::Actions& actions) {
  Person& person = *people_[index];
  for (const client::Action& action : actions) {
    if (std::get_if<client::Open>(&action) != nullptr) {
      open(index);
    } else if (const auto* send = std::get_if<client::Send>(&action)) {
      if (!person.connection) continue;
      travel(*person.connection, true, [this, connection = *person.connection, text = send->text] {
        if (registry_ && whose_.contains(connection)) tell(room::Received{connection, text});
      });
    } else if (std::get_if<client::Close>(&action) != nullptr) {
      if (!person.connection) continue;
      whose_.erase(*person.connection);
      if (registry_) tell(room::Disconnected{*person.connection});
      person.connection.reset();
    } else if (const auto* set = std::get_if<client::SetTimer>(&action)) {
      const int generation = ++person.timer_generation[set->timer];
      later(set->ms, [this, index, timer = set->timer, generation] {
        Person& one = *people_[index];
        if (one.timer_generation[timer] == generation) {
          carry_out(index, one.client->ran_out(timer, now_ms_));
        }
      });
    } else if (const auto* cancel = std::get_if<client::CancelTimer>(&action)) {
      ++person.timer_generation[cancel->timer];
    } else if (const auto* keep = std::get_if<client::Keep>(&action)) {
      person.kept[keep->key] = keep->value;
    } else if (const auto* forget = std::get_if<client::Forget>(&action)) {
      person.kept.erase(forget->key);
    } else if (const auto* show = std::get_if<client::Show>(&action)) {
      json::apply(person.model, show->patch);
      if (on_shown) on_shown(index);
    }
  }
}

}  // namespace quorate::simulation
