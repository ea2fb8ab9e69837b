// Whatever the network, the server's process and the person do, in whatever order: nothing is
// called saved that the server does not have for good, no answer is lost, none is counted twice.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>
#include <map>
#include <set>

#include "shared/json/write.hpp"
#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

using json::Value;

constexpr int kFactors = 3;

std::string factor_name(int n) { return "f" + std::to_string(n); }

// What a server does with answers, as PROTOCOL.md has it: records each id once, keeps the last
// value.
class Server {
 public:
  // An id it has already has no effect: P3.3.
  void record(const Value& command) {
    const std::string id = *command.find("id")->as_string();
    if (!known_.insert(id).second) return;
    ++offset_;
    values_[*command.find("factor")->as_string()] = *command.find("value")->as_integer();
  }

  std::string answers() const {
    Value answers = Value::object();
    for (const auto& [factor, value] : values_) {
      answers.set(factor, Value::object({{"1", value}}));
    }
    return json::write(answers);
  }

  std::string welcome() const {
    std::string questions = "{";
    for (int i = 0; i < kFactors; ++i) {
      questions +=
          (i == 0 ? "\"" : ",\"") + factor_name(i) + R"(":{"state":"open","round":1,"answered":0})";
    }
    return welcome_participant(questions + "}", answers(), epoch_, offset_);
  }

  std::string outcome(const Value& command) const {
    return R"({"t":"outcome","id":)" + json::write(*command.find("id")) +
           R"(,"ok":true,"me":{"alias":[1,2],"group":"staff","answers":)" + answers() + "}}";
  }

  std::string busy(const Value& command) const {
    return R"({"t":"outcome","id":)" + json::write(*command.find("id")) +
           R"(,"ok":false,"code":"busy"})";
  }

  // Restored from a copy made earlier.
  void restore(const Server& copy) {
    const int epoch = epoch_ + 1;
    *this = copy;
    epoch_ = epoch;
  }

  const std::map<std::string, std::int64_t>& values() const { return values_; }

 private:
  int epoch_ = 1;
  int offset_ = 10;
  std::set<std::string> known_;
  std::map<std::string, std::int64_t> values_;
};

enum class Step {
  answer,
  serve,
  serve_busy,
  lose_outcome,
  disconnect,
  connect,
  wait,
  wake,
  network,
  reload
};

// One phone, one server, and a network between them that the steps decide on.
class World {
 public:
  World() : page_(std::make_unique<Page>(participant())) {}

  void step(Step step, int number) {
    switch (step) {
      case Step::answer:
        return answer(factor_name(number % kFactors), 1 + number % 9);
      case Step::serve:
        return serve(true);
      case Step::lose_outcome:
        return serve(false);
      case Step::serve_busy:
        return busy();
      case Step::disconnect:
        return hang_up();
      case Step::connect:
        return connect();
      case Step::wait:
        return page_->pass(100 * (number % 400));
      case Step::wake:
        return page_->wake();
      case Step::network:
        return page_->network(number % 2 == 0);
      case Step::reload:
        return reload(number);
    }
  }

  void check() const {
    for (const auto& [factor, value] : meant_) {
      const std::string state = page_->shown("answers." + factor + ".state");
      if (state == "\"saved\"") {
        RC_ASSERT(server_.values().count(factor) == 1);
        RC_ASSERT(page_->shown("answers." + factor + ".value") == std::to_string(value));
        RC_ASSERT(server_.values().at(factor) == value);
      } else if (!state.empty()) {
        RC_ASSERT(state == "\"sending\"" || state == "\"kept\"");
        RC_ASSERT(page_->storage.count("answer/" + factor + "/1") == 1);
      }
    }
  }

  // The network is well again.
  void settle() {
    page_->network(true);
    for (int i = 0; i < 20; ++i) {
      page_->await_attempt();
      connect();
      serve(true);
      page_->pass(500);
    }
    for (const auto& [factor, value] : meant_) {
      RC_ASSERT(server_.values().count(factor) == 1);
      RC_ASSERT(server_.values().at(factor) == value);
      RC_ASSERT(page_->shown("answers." + factor + ".state") == "\"saved\"");
    }
    RC_ASSERT(page_->storage.size() == 1);  // the secret
  }

 private:
  void answer(const std::string& factor, int value) {
    if (page_->shown("view.questions").empty()) return;  // a page shows no question before
    meant_[factor] = value;
    page_->answer(factor, value);
  }

  bool up() const { return page_->has_socket && page_->opens == welcomed_; }

  void connect() {
    if (!page_->has_socket || up()) return;
    welcomed_ = page_->opens;
    served_ = 0;
    page_->connect(server_.welcome());
  }

  void serve(bool outcome_arrives) {
    while (up() && served_ < page_->commands().size()) {
      const Value command = page_->commands()[served_++];
      server_.record(command);
      if (!outcome_arrives) return hang_up();  // P3.2: only with its connection is an outcome lost
      page_->server(server_.outcome(command));
    }
  }

  void busy() {
    if (!up() || served_ >= page_->commands().size()) return;
    page_->server(server_.busy(page_->commands()[served_++]));
  }

  void hang_up() {
    if (page_->has_socket) page_->close();
  }

  void reload(int number) {
    Start start = participant();
    start.secret.clear();
    start.random.fill(static_cast<std::uint8_t>(number));
    start.random[0] = static_cast<std::uint8_t>(++reloads_);
    start.kept = kept(page_->storage);
    page_ = std::make_unique<Page>(start);
    welcomed_ = 0;
  }

  Server server_;
  std::unique_ptr<Page> page_;
  std::map<std::string, int> meant_;
  int welcomed_ = 0;
  int reloads_ = 0;
  std::size_t served_ = 0;
};

RC_GTEST_PROP(ClientProperty, NothingIsSavedTooEarlyLostOrCountedTwice,
              (const std::vector<std::pair<int, int>>& steps)) {
  World world;
  world.step(Step::connect, 0);
  for (const auto& [kind, number] : steps) {
    constexpr int kSteps = static_cast<int>(Step::reload) + 1;
    world.step(static_cast<Step>(std::abs(kind % kSteps)), std::abs(number % 1000));
    world.check();
  }
  world.settle();
}

// The same with a server that is restored, once, from a copy made before some of the answers.
RC_GTEST_PROP(ClientProperty, ARestoredServerGetsItsAnswersBack, (const std::vector<int>& values)) {
  Page page(participant());
  Server server;
  Server copy = server;
  page.connect(server.welcome());
  std::map<std::string, std::int64_t> meant;
  std::size_t n = 0;
  for (const int drawn : values) {
    const std::string factor = factor_name(std::abs(drawn % kFactors));
    if (meant.count(factor) != 0)
      continue;  // a restored value is not told from an older one of ours
    meant[factor] = 1 + std::abs(drawn % 9);
    page.answer(factor, static_cast<int>(meant[factor]));
    const Value command = page.commands().at(n++);
    server.record(command);
    page.server(server.outcome(command));
    if (*rc::gen::arbitrary<bool>()) copy = server;
  }
  server.restore(copy);
  page.close();
  page.come_back(server.welcome());
  for (const Value& command : page.commands()) {
    server.record(command);
    page.server(server.outcome(command));
  }
  RC_ASSERT(server.values() == meant);
  for (const auto& [factor, value] : meant) {
    RC_ASSERT(page.shown("answers." + factor + ".state") == "\"saved\"");
  }
}

// Bytes of any kind, before and after the welcome: no crash, and the client comes back.
RC_GTEST_PROP(ClientProperty, AnyBytesFromTheServerAreSurvived,
              (const std::vector<std::string>& messages)) {
  const std::string pieces[] = {R"({"t":"delta","from":10,"to":11,"patch":)",
                                "{\"t\":",
                                "welcome",
                                "}",
                                "[",
                                "\"me\":",
                                "null",
                                "outcome",
                                "-0.5e9"};
  Page page(participant());
  for (const std::string& message : messages) {
    page.await_attempt();
    page.connect(welcome_participant(kTimeOpen));
    page.server(message);
    if (page.has_socket) {
      page.server(pieces[message.size() % std::size(pieces)] + message);
    }
    if (page.has_socket) page.close();
  }
  page.await_attempt();
  page.connect(welcome_participant(kTimeOpen));
  RC_ASSERT(page.shown("link") == "\"online\"");
}

}  // namespace
}  // namespace quorate::client
