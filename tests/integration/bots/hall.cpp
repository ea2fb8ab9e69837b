#include "tests/integration/bots/hall.hpp"
#include "tests/support/places.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace quorate::test {

namespace {

constexpr std::int64_t kWithinMs = 60'000;

template <class T>
T or_throw(tl::expected<T, std::string> value) {
  if (!value) throw std::runtime_error(value.error());
  return std::move(*value);
}

bots::BallotFile read_demo() {
  std::ifstream file(test::in_checkout("tests/data/crisis-sanctuary.json"), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return or_throw(bots::read_ballot_file(text));
}

}  // namespace

client::Random::Seed seed(std::uint8_t number) {
  client::Random::Seed seed{};
  seed.fill(number);
  return seed;
}

Hall::Hall(std::int64_t pace_ms, std::uint8_t seed_number)
    : file_(read_demo()), server_(std::in_place, data_.path()) {
  workshop_ = or_throw(bots::create_workshop(address(), file_.setup));
  desk_ = std::make_unique<bots::Facilitator>(loop_, address(), workshop_,
                                              seed(static_cast<std::uint8_t>(~seed_number)),
                                              [this] { look(); });
  bots::PanelOptions options;
  options.server = address();
  options.code = workshop_.code;
  options.ballots = file_.ballots;
  options.pace_ms = pace_ms;
  options.random = seed(seed_number);
  panel_ = std::make_unique<bots::Panel>(loop_, std::move(options), [this] { look(); });
}

void Hall::start() {
  desk_->start();
  panel_->start();
}

void Hall::look() {
  if (at_every_change) at_every_change();
  if (condition_ && condition_()) loop_.stop();
}

void Hall::until(const char* what, const std::function<bool()>& condition) {
  net::Timer deadline(loop_);
  bool is_late = false;
  deadline.after(kWithinMs, [this, &is_late] {
    is_late = true;
    loop_.stop();
  });
  condition_ = condition;
  if (!condition()) loop_.run();
  condition_ = nullptr;
  if (is_late) {
    throw std::runtime_error(std::string("not in time: ") + what + " (" +
                             panel_->summary().sentence() + ")");
  }
}

void Hall::kill_and_restart(const std::function<void()>& while_dead) {
  const std::uint16_t port = address().port;
  server_->kill();
  while_dead();
  server_.emplace(data_.path(), std::vector<std::string>{}, port);
}

}  // namespace quorate::test
