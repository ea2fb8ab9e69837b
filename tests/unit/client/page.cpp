#include "tests/unit/client/page.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "shared/json/patch.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace quorate::client {

using json::Value;

Value parse(std::string_view text) {
  auto value = json::read(text);
  EXPECT_TRUE(value) << text;
  return value ? *value : Value();
}

Start participant() {
  Start start;
  start.workshop = kWorkshop;
  start.secret = kSecret;
  start.random.fill(7);
  return start;
}

Start desk() {
  Start start = participant();
  start.as = As::facilitator;
  start.token = kSecret;
  return start;
}

Kept kept(const std::map<std::string, std::string>& storage) {
  Kept list;
  for (const auto& [key, value] : storage) list.push_back({key, value});
  return list;
}

Page::Page(Start start) {
  for (const Keep& kept : start.kept) storage[kept.key] = kept.value;
  client_ = std::make_unique<Client>(std::move(start));
  run(client_->start(now));
}

void Page::close(int code) {
  ASSERT_TRUE(has_socket);
  has_socket = false;
  run(client_->closed(code, now));
}

void Page::connect(std::string_view welcome) {
  open();
  server(welcome);
}

void Page::await_attempt() {
  if (has_socket) return;
  ASSERT_TRUE(due.count(Timer::retry) != 0);
  pass(due[Timer::retry] - now);
  ASSERT_TRUE(has_socket);
}

void Page::come_back(std::string_view welcome) {
  ASSERT_FALSE(has_socket);
  await_attempt();
  connect(welcome);
}

void Page::answer(std::string_view factor, int value, int round) {
  Value act = Value::object();
  act.set("kind", "answer");
  act.set("factor", factor);
  act.set("round", round);
  act.set("value", value);
  run(client_->command(act, now));
}

void Page::pass(std::int64_t ms) {
  const std::int64_t until = now + ms;
  while (true) {
    std::optional<Timer> next;
    for (const auto& [timer, at] : due) {
      if (at <= until && (!next || at < due[*next])) next = timer;
    }
    if (!next) break;
    now = std::max(now, due[*next]);
    due.erase(*next);
    run(client_->ran_out(*next, now));
  }
  now = until;
}

std::vector<Value> Page::commands() const {
  std::vector<Value> list;
  for (const Value& message : sent) {
    if (*message.find("t")->as_string() == "command") list.push_back(message);
  }
  return list;
}

void Page::accept(std::size_t n, std::string_view me) {
  Value outcome = Value::object();
  outcome.set("t", "outcome");
  outcome.set("id", *commands().at(n).find("id"));
  outcome.set("ok", true);
  if (!me.empty()) outcome.set("me", parse(me));
  server(json::write(outcome));
}

void Page::refuse(std::size_t n, std::string_view code) {
  Value outcome = Value::object();
  outcome.set("t", "outcome");
  outcome.set("id", *commands().at(n).find("id"));
  outcome.set("ok", false);
  outcome.set("code", code);
  server(json::write(outcome));
}

std::string Page::shown(std::string_view member) const {
  const Value* at = &model;
  while (at != nullptr && !member.empty()) {
    const auto dot = member.find('.');
    at = at->find(member.substr(0, dot));
    member = dot == std::string_view::npos ? "" : member.substr(dot + 1);
  }
  return at == nullptr ? "" : json::write(*at);
}

void Page::run(const Actions& actions) {
  for (const Action& action : actions) {
    if (const auto* open = std::get_if<Open>(&action)) {
      EXPECT_FALSE(has_socket) << "at most one socket is open";
      has_socket = true;
      ++opens;
      sent.clear();
      path = open->path;
    } else if (const auto* send = std::get_if<Send>(&action)) {
      EXPECT_TRUE(has_socket) << "sends on a socket only: " << send->text;
      sent.push_back(parse(send->text));
    } else if (std::holds_alternative<Close>(action)) {
      EXPECT_TRUE(has_socket);
      has_socket = false;
    } else if (const auto* set = std::get_if<SetTimer>(&action)) {
      due[set->timer] = now + set->ms;
      if (set->timer == Timer::retry) waits.push_back(set->ms);
    } else if (const auto* cancel = std::get_if<CancelTimer>(&action)) {
      due.erase(cancel->timer);
    } else if (const auto* keep = std::get_if<Keep>(&action)) {
      storage[keep->key] = keep->value;
      stored.push_back("keep " + keep->key);
    } else if (const auto* forget = std::get_if<Forget>(&action)) {
      storage.erase(forget->key);
      stored.push_back("forget " + forget->key);
    } else if (const auto* show = std::get_if<Show>(&action)) {
      ++shows;
      json::apply(model, show->patch);
    } else {
      ++complaints;
    }
  }
}

std::string welcome_anonymous() {
  return R"({"t":"welcome","v":1,"role":"anonymous","now_ms":1700000000000,"epoch":1,"offset":10,"connected":3,)"
         R"("view":{"phase":"live","setup":{},"joined":2}})";
}

std::string welcome_participant(std::string_view questions, std::string_view answers, int epoch,
                                int offset) {
  return R"({"t":"welcome","v":1,"role":"participant","now_ms":1700000000000,"epoch":)" +
         std::to_string(epoch) + R"(,"offset":)" + std::to_string(offset) +
         R"(,"connected":3,"view":{"phase":"live","setup":{},"joined":2,"questions":)" +
         std::string(questions) + R"(},"me":{"alias":[1,2],"group":"staff","answers":)" +
         std::string(answers) + "}}";
}

std::string welcome_desk() {
  return R"({"t":"welcome","v":1,"role":"facilitator","now_ms":1700000000000,"epoch":1,"offset":10,"connected":3,)"
         R"("code":"FHK247","view":{"phase":"lobby","setup":{},"joined":2,"questions":{},"people":{}}})";
}

}  // namespace quorate::client
