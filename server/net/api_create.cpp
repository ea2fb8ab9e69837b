// POST /api/workshops: the directory first, then the first record; answered when both are durable.
#include <utility>

#include "server/net/api_impl.hpp"
#include "server/net/http_head.hpp"
#include "server/room/creation.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace quorate::net {

namespace {

constexpr int kTries = 3;  // when another workshop is being given the code that was drawn
constexpr json::ReadLimits kSetupLimits{.bytes = kBodyBytes, .depth = 16, .values = 16 * 1024};

HttpAnswer bad_setup(const std::string& field, const std::string& detail) {
  auto error = json::Value::object({{"code", "bad_message"}, {"field", field}, {"detail", detail}});
  const auto body = json::Value::object({{"error", std::move(error)}});
  return HttpAnswer(status::kBadRequest, "application/json", json::write(body));
}

HttpAnswer not_stored(log::Failure failure) {
  const bool again = failure == log::Failure::busy || failure == log::Failure::taken;
  return error_answer(status::kUnavailable, again ? "busy" : "read_only");
}

}  // namespace

void Api::Impl::create(const HttpRequest& request, HttpReply reply) {
  auto setup = json::read(request.body, kSetupLimits);
  if (!setup) return reply(bad_setup(setup.error().where, setup.error().sentence()));
  try_create(std::make_shared<const json::Value>(std::move(*setup)), kTries, std::move(reply));
}

void Api::Impl::try_create(std::shared_ptr<const json::Value> setup, int tries, HttpReply reply) {
  const room::Now now{Loop::steady_ms(), Loop::wall_ms()};
  auto creation = room::prepare_workshop(*setup, now, directory, random);
  if (!creation) return reply(bad_setup(creation.error().where, creation.error().detail));
  const std::weak_ptr<Impl> weak = weak_from_this();  // the log may outlive this
  const std::string workshop = creation->entry.workshop;
  auto append = [weak, workshop, record = std::move(creation->record),
                 answer = json::write(creation->answer), reply] {
    const auto self = weak.lock();
    if (!self) return;
    self->log.append(workshop, {record}, [answer, reply](std::optional<log::Failure> failure) {
      if (failure) return reply(not_stored(*failure));
      reply(HttpAnswer(status::kCreated, "application/json", answer));
    });
  };
  auto stored = [weak, setup, tries, reply,
                 append = std::move(append)](std::optional<log::Failure> failure) {
    const auto self = weak.lock();
    if (!failure) return append();
    if (self && *failure == log::Failure::taken && tries > 1) {
      return self->try_create(setup, tries - 1, reply);
    }
    reply(not_stored(*failure));
  };
  directory.put(std::move(creation->entry), std::move(stored));
}

}  // namespace quorate::net
