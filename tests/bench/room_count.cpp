// What events cost the room, in instructions, which valgrind counts (room_count.test.mjs).
//
//   room_count ping ROOMS     phones ping, in one of so many rooms
//   room_count desk PEOPLE    somebody of so many answers, and desks are told
//   room_count remove PEOPLE  some of so many are removed
//   room_count renew PEOPLE   so many go and as many others come, and desks are told at once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "server/room/audience.hpp"
#include "tests/bench/people.hpp"
#include "tests/unit/room/hall.hpp"
#include "tests/unit/session/workshop.hpp"

// What is counted: valgrind knows it by its name.
extern "C" [[gnu::noinline]] void quorate_counted(const std::function<void()>& work) { work(); }

namespace quorate {

namespace {

constexpr std::size_t kTimes = 20;

session::Workshop workshop_of(std::size_t people) {
  session::Workshop workshop;
  for (std::size_t i = 0; i < people; ++i) workshop.join(person(i));
  workshop.desk("open", "time:1");
  return workshop;
}

std::string hello(std::size_t number) {
  const std::string id = person(number);
  return R"({"t":"hello","v":1,"role":"participant","secret":")" + id + id + "\"}";
}

void ping(std::size_t rooms) {
  room::Hall hall;
  std::vector<room::ConnectionId> phones;
  for (std::size_t i = 0; i < kTimes; ++i) phones.push_back(hall.connect());
  for (std::size_t i = 0; i < kTimes; ++i) hall.say(phones[i], hello(i));
  for (std::size_t i = 1; i < rooms; ++i) hall.say(hall.connect(hall.create()), hello(i));
  for (const room::ConnectionId phone : phones) {
    const room::Received said{phone, R"({"t":"ping"})"};
    quorate_counted([&] { hall.registry().on(hall.now(), said); });
  }
}

void desk(std::size_t people) {
  session::Workshop workshop = workshop_of(people);
  room::Audience desks(session::Role::facilitator);
  desks.add(1, workshop.state);
  workshop.answer(person(people / 2), "time", 7);
  quorate_counted([&] { desks.advance(workshop.state); });
}

void remove(std::size_t people) {
  session::Workshop workshop = workshop_of(people);
  quorate_counted([&] {
    for (std::size_t i = 0; i < kTimes; ++i) {
      workshop.desk_says("remove", session::about(person(i)));
    }
  });
}

void renew(std::size_t people) {
  session::Workshop workshop = workshop_of(people);
  room::Audience desks(session::Role::facilitator);
  desks.add(1, workshop.state);
  for (std::size_t i = 0; i < people; ++i) {
    workshop.desk_says("remove", session::about(person(i)));
    workshop.join(person(people + i));
  }
  quorate_counted([&] { desks.advance(workshop.state); });
}

int run(int count, char** arguments) {
  const std::string_view what = count == 3 ? arguments[1] : "";
  const std::size_t size = count == 3 ? std::stoul(arguments[2]) : 0;
  if (what == "ping") {
    ping(size);
  } else if (what == "desk") {
    desk(size);
  } else if (what == "remove") {
    remove(size);
  } else if (what == "renew") {
    renew(size);
  } else {
    std::cerr << "usage: room_count ping ROOMS | desk PEOPLE | remove PEOPLE | renew PEOPLE\n";
    return 2;
  }
  return EXIT_SUCCESS;
}

}  // namespace

}  // namespace quorate

int main(int count, char** arguments) { return quorate::run(count, arguments); }
