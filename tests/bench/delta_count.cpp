// One vote's delta, as the room sends it, given to the client as the page gives it. Its
// instructions are counted by valgrind (delta_count.test.mjs): where the room and the fold are not
// wanted.
//
//   delta_count say ROLE PEOPLE VOTES    prints the room's messages, one a line: a welcome, then
//                                        the deltas, of which a vote causes one or none
//   delta_count hear ROLE                reads them and gives them to a client
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "client-wasm/text.hpp"
#include "server/room/messages.hpp"
#include "server/room/setup_defaults.hpp"
#include "shared/json/patch.hpp"
#include "shared/json/write.hpp"
#include "shared/session/setup.hpp"
#include "shared/session/view.hpp"
#include "tests/bench/people.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate {

namespace {

using json::Value;
using session::Role;

constexpr char kStart[] = R"({"in":"start","workshop":"00112233445566778899aabbccddeeff","role":")";
constexpr char kStartEnd[] =
    R"(","secret":"0123456789abcdef0123456789abcdef","token":"0123456789abcdef0123456789abcdef",)"
    R"("kept":{},"random":"0707070707070707070707070707070707070707070707070707070707070707"})";
constexpr std::int64_t kNowMs = 1'000'000;
constexpr std::int64_t kTickMs = 100;

// The built-in ten questions, all open, and so many people.
session::Workshop workshop_of(std::size_t people) {
  const Value wish = Value::object({{"title", Value::object({{"en", "Crisis sanctuary"}})}});
  const auto setup = session::setup_from_json(*room::with_defaults(wish));
  session::Workshop workshop;
  workshop.state = session::State();
  workshop.fold("server", Role::server, "create",
                Value::object({{"setup", session::to_json(*setup)}, {"fold", 1}}));
  for (std::size_t i = 0; i < people; ++i) workshop.join(person(i), "unsaid");
  std::string all;
  for (const session::Factor& factor : workshop.state.setup->factors) {
    all += (all.empty() ? "" : " ") + factor.spec.id + ":1";
  }
  workshop.desk("open", all);
  return workshop;
}

// What a connection begins with: the whole view, and who is connected.
void say_welcome(const session::State& state, Role role) {
  const std::size_t people = state.participants.size();
  const room::Message view = room::encode_view(session::view(state, role));
  room::Welcome welcome{role, 0, state.offset, view, {}, "", people, 1'700'000'000'000};
  if (role == Role::participant) welcome.own.me = session::me(state, 0);
  const room::Send send = room::encode(1, welcome);
  std::cout << send.before << *send.message << send.after << '\n';
  constexpr std::size_t kPeopleADigit = 4;
  const std::string here(people / kPeopleADigit, 'f');
  std::cout << *room::encode_presence(people, 1, here) << '\n';
}

// People answer, one question each time.
int say(Role role, std::size_t people, std::size_t votes) {
  session::Workshop workshop = workshop_of(people);
  say_welcome(workshop.state, role);
  const auto& factors = workshop.state.setup->factors;
  Value before = session::view(workshop.state, role);
  for (std::size_t i = 0; i < votes; ++i) {
    const std::uint64_t from = workshop.state.offset;
    const std::size_t vote = i * people / votes;  // from all over the hall
    const auto& factor = factors[i % factors.size()].spec.id;
    if (!workshop.answer(person(vote), factor, 7).outcome.ok) return EXIT_FAILURE;
    Value now = session::view(workshop.state, role);
    if (const auto patch = json::difference(before, now)) {
      std::cout << *room::encode_delta(from, workshop.state.offset, *patch) << '\n';
    }
    before = std::move(now);
  }
  return EXIT_SUCCESS;
}

}  // namespace

// What is counted: valgrind knows it by its name.
extern "C" [[gnu::noinline]] std::size_t quorate_hear_delta(client::TextClient& client,
                                                            std::string_view message,
                                                            std::int64_t now) {
  return client.receive(message, now).size();
}

namespace {

int hear(const std::string& role) {
  client::TextClient client;
  std::int64_t now = kNowMs;
  client.input(kStart + role + kStartEnd, now);
  client.input(R"({"in":"opened"})", now);
  std::string line;
  for (int beginning = 0; beginning < 2; ++beginning) {
    if (!std::getline(std::cin, line)) return EXIT_FAILURE;
    client.receive(line, now);
  }
  constexpr std::size_t kNothing = std::string_view("[]").size();
  while (std::getline(std::cin, line)) {
    now += kTickMs;
    if (quorate_hear_delta(client, line, now) <= kNothing) return EXIT_FAILURE;  // shows nothing
  }
  return EXIT_SUCCESS;
}

int run(int count, char** arguments) {
  const std::string_view what = count > 1 ? arguments[1] : "";
  const std::optional<Role> role = count > 2 ? session::role_named(arguments[2]) : std::nullopt;
  if (what == "hear" && count == 3 && role) return hear(arguments[2]);
  if (what == "say" && count == 5 && role) {
    return say(*role, std::stoul(arguments[3]), std::stoul(arguments[4]));
  }
  std::cerr << "usage: delta_count say ROLE PEOPLE VOTES | hear ROLE\n";
  return 2;
}

}  // namespace

}  // namespace quorate

int main(int count, char** arguments) { return quorate::run(count, arguments); }
