#include "server/bots/voter.hpp"

#include <algorithm>
#include <utility>

#include "server/net/client/fetch.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::bots {

namespace {

using json::Value;

constexpr int kAskings = 10;  // for the workshop of a code, while the server cannot be reached
constexpr std::int64_t kRatings = 9;
constexpr std::int64_t kOneInDoubts = 20;  // one answer in so many is "dk", another "na"

const std::string* text_at(const Value* value) {
  return value == nullptr ? nullptr : value->as_string();
}

}  // namespace

Voter::Voter(net::Loop& loop, VoterOptions options, std::function<void()> changed)
    : loop_(loop),
      options_(std::move(options)),
      changed_(std::move(changed)),
      random_(options_.random),
      timer_(loop) {}

void Voter::start() { ask_for_workshop(); }

void Voter::ask_for_workshop() {
  ++asked_;
  const Value body = Value::object({{"code", options_.code}});
  auto done = [this, alive = std::weak_ptr<bool>(alive_)](net::Fetched answer) {
    if (alive.expired()) return;
    if (!answer || answer->status >= 500) {
      if (asked_ == kAskings) {
        failure_ = answer ? "the server is not well" : answer.error();
        return changed_();
      }
      const std::int64_t wait = random_.up_to(protocol::kRetryFirstMs << std::min(asked_, 6));
      return timer_.after(wait, [this] { ask_for_workshop(); });
    }
    const auto read = json::read(answer->body);
    const std::string* workshop = read ? text_at(read->find("workshop")) : nullptr;
    const std::string* key = read ? text_at(read->find("key")) : nullptr;
    if (workshop == nullptr || key == nullptr) {
      failure_ = "the server knows no workshop of this code";
      return changed_();
    }
    client::Start start;
    start.workshop = *workshop;
    start.token = *key;
    for (std::uint8_t& byte : start.random) byte = random_.byte();
    client_ = std::make_unique<BotClient>(loop_, options_.server, std::move(start),
                                          [this] { on_change(); });
    client_->start();
  };
  net::fetch(loop_, net::post_json(options_.server, "/api/join", json::write(body)),
             std::move(done));
}

void Voter::on_change() {
  if (client_->stopped()) {
    const std::string* reason = text_at(client_->find("stop"));
    failure_ = "the server ended the connection: " + (reason == nullptr ? "" : *reason);
  } else if (const std::string* code = text_at(client_->find("refusal", "code"))) {
    failure_ = "the server refused to let it in: " + *code;
  } else {
    join();
    think();
  }
  changed_();
}

void Voter::join() {
  if (joined_ || !client_->is("anonymous", "role")) return;
  joined_ = true;
  std::string group;
  const Value* order = client_->find("view", "setup", "group_order");
  const Value::Array* groups = order == nullptr ? nullptr : order->as_array();
  if (options_.ballot) {
    group = options_.ballot->group;
  } else if (groups != nullptr && !groups->empty()) {
    const auto last = static_cast<std::int64_t>(groups->size()) - 1;
    const Value& chosen = (*groups)[static_cast<std::size_t>(random_.up_to(last))];
    if (const std::string* id = chosen.as_string()) group = *id;
  }
  Value command = Value::object({{"kind", "join"}});
  if (!group.empty()) command.set("group", group);
  client_->act(command);
}

std::int64_t Voter::round_of(const std::string& factor) const {
  const Value* round = client_->find("view", "questions", factor, "round");
  const std::int64_t* number = round == nullptr ? nullptr : round->as_integer();
  return number == nullptr ? 0 : *number;
}

bool Voter::has_opinion(const std::string& factor) const {
  return !options_.ballot || options_.ballot->ratings.count(factor) != 0;
}

std::string Voter::next_question() const {
  const Value* order = client_->find("view", "setup", "order");
  const Value::Array* factors = order == nullptr ? nullptr : order->as_array();
  if (factors == nullptr) return {};
  for (const Value& item : *factors) {
    const std::string* factor = item.as_string();
    if (factor == nullptr || !has_opinion(*factor)) continue;
    if (!client_->is("open", "view", "questions", *factor, "state")) continue;
    const auto given = given_.find(*factor);
    if (given == given_.end() || given->second.count(round_of(*factor)) == 0) return *factor;
  }
  return {};
}

void Voter::think() {
  if (thinking_ || !client_->is("participant", "role") || next_question().empty()) return;
  thinking_ = true;
  timer_.after(random_.up_to(2 * options_.pace_ms), [this] {
    thinking_ = false;
    answer();
    think();
  });
}

std::optional<Value> Voter::opinion(const std::string& factor) {
  if (options_.ballot) {
    const auto found = options_.ballot->ratings.find(factor);
    if (found == options_.ballot->ratings.end()) return std::nullopt;
    return found->second;
  }
  const std::int64_t doubt = random_.up_to(kOneInDoubts - 1);
  if (doubt == 0) return Value("dk");
  if (doubt == 1) return Value("na");
  return Value(1 + random_.up_to(kRatings - 1));
}

void Voter::answer() {
  const std::string factor = next_question();  // it may have closed while this person thought
  if (factor.empty()) return;
  const auto value = opinion(factor);
  if (!value) return;
  const std::int64_t round = round_of(factor);
  given_[factor][round] = *value;
  client_->act(
      Value::object({{"kind", "answer"}, {"factor", factor}, {"round", round}, {"value", *value}}));
}

Voter::Tally Voter::tally() const {
  Tally tally;
  for (const auto& [factor, rounds] : given_) {
    for (const auto& [round, value] : rounds) {
      ++tally.given;
      const Value* saved = client_->find("me", "answers", factor, std::to_string(round));
      if (saved != nullptr && *saved == value) {
        ++tally.saved;
      } else if (client_->is("refused", "answers", factor, "state")) {
        ++tally.refused;
      }
    }
  }
  return tally;
}

bool Voter::settled() const {
  const Tally now = tally();
  return now.given == now.saved + now.refused;
}

bool Voter::done() const {
  return client_ && client_->is("participant", "role") && next_question().empty() && settled();
}

}  // namespace quorate::bots
