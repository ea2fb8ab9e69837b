// A hall of 1,000 phones behind one address, which the budgets are made for: as many wrong codes as
// a minute allows are typed there, all come at once by the link, answer, lose their server, come
// back at once, and answer again. None of them meets a budget.
#include <gtest/gtest.h>

#include <optional>

#include "server/budgets/budgets.hpp"
#include "server/net/client/fetch.hpp"
#include "shared/json/read.hpp"
#include "tests/integration/bots/hall.hpp"

namespace quorate::test {
namespace {

using json::Value;

constexpr std::size_t kPeople = 1000;
constexpr std::int64_t kLookMs = 50;
constexpr std::int64_t kWithinMs = 90'000;  // a sanitised program on a busy machine

class Thousand : public testing::Test {
 protected:
  Thousand() {
    const auto setup = json::read(R"({"title":{"en":"A full hall"}})");
    const auto made = bots::create_workshop(server_->address(), *setup);
    if (!made) throw std::runtime_error(made.error());
    desk_.emplace(loop_, server_->address(), *made, seed(1), [] {});
    bots::PanelOptions options;
    options.server = server_->address();
    options.code = made->code + "-" + made->key;  // as a link has it
    options.people = kPeople;
    options.random = seed(2);
    panel_.emplace(loop_, std::move(options), [] {});
  }

  // Looked at now and then: after every change of every phone would be far more often than needed.
  void until(const char* what, const std::function<bool()>& condition) {
    net::Timer look(loop_);
    const std::int64_t end = net::Loop::steady_ms() + kWithinMs;
    std::function<void()> again = [&] {
      if (condition() || net::Loop::steady_ms() > end) return loop_.stop();
      look.after(kLookMs, again);
    };
    look.after(0, again);
    loop_.run();
    ASSERT_TRUE(condition()) << "not in time: " << what << " (" << panel_->summary().sentence()
                             << ")";
  }

  void open(const char* factor) {
    Value questions = Value::array();
    questions.push(Value::object({{"factor", factor}, {"round", 1}}));
    desk_->client().act(Value::object({{"kind", "open"}, {"questions", std::move(questions)}}));
  }

  // Everybody is in, and everything that they said is saved.
  void expect_all_saved(int answers) {
    const auto summary = panel_->summary();
    EXPECT_TRUE(summary.good()) << summary.sentence();
    int put_off = desk_->client().put_off();
    for (const auto& person : panel_->people()) put_off += person->client()->put_off();
    EXPECT_EQ(put_off, 0) << "a budget was met";
    EXPECT_EQ(summary.saved, answers * static_cast<int>(kPeople)) << summary.sentence();
  }
  bool have_answered(const char* factor) {
    return desk_->client().is("open", "view", "questions", factor, "state") && panel_->done();
  }

  TemporaryFolder data_;
  std::optional<ServerProcess> server_{std::in_place, data_.path()};
  net::Loop loop_;
  std::optional<bots::Facilitator> desk_;
  std::optional<bots::Panel> panel_;
};

TEST_F(Thousand, PhonesBehindOneAddressMeetNoBudget) {
  for (std::size_t i = 0; i < budgets::kWrongGuesses; ++i) {
    const auto wrong =
        net::fetch_now(net::post_json(server_->address(), "/api/join", R"({"code":"FHKLMQ"})"));
    ASSERT_TRUE(wrong && wrong->status == 404);
  }
  desk_->start();
  panel_->start();
  until("everybody is in", [&] { return panel_->summary().joined == kPeople; });
  open("time");
  until("everybody has answered", [&] { return have_answered("time"); });
  expect_all_saved(1);
  EXPECT_EQ(panel_->summary().comings_back, 0) << "nobody was turned away or cut";

  const std::uint16_t port = server_->address().port;
  server_->kill();
  server_.emplace(data_.path(), std::vector<std::string>{}, port);
  until("everybody is back", [&] {
    const auto noticed = static_cast<std::size_t>(panel_->summary().comings_back);
    if (noticed < kPeople || !desk_->client().online()) return false;
    for (const auto& person : panel_->people()) {
      if (!person->client()->online()) return false;
    }
    return true;
  });
  open("power");
  until("everybody has answered again", [&] { return have_answered("power"); });
  expect_all_saved(2);
}

}  // namespace
}  // namespace quorate::test
