// POST /api/workshops: the directory first, then the first record; answered when both are durable.
#include <algorithm>
#include <utility>

#include "server/api/impl.hpp"
#include "server/net/http/head.hpp"
#include "server/room/creation.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace quorate::api {

namespace {

constexpr json::ReadLimits kSetupLimits{.bytes = net::kBodyBytes, .depth = 16, .values = 16 * 1024};

}  // namespace

void Api::Impl::create(const HttpRequest& request, Respond respond) {
  if (options.create_key.empty()) {
    return create_from(request.body, request.peer, std::move(respond));
  }
  const std::string_view key = bearer_token(request.header("authorization"));
  // Who has none yet asks whether one is needed, and guesses nothing.
  if (key.empty()) return respond(unauthorised("needs_create_key"));
  const bool right = room::token_matches(key, create_key_hash);
  if (!right) options.notice(ops::SecurityEvent::wrong_create_key);
  const auto then = [this, right, setup = request.body, peer = request.peer, respond] {
    if (!right) return respond(unauthorised("needs_create_key"));
    create_from(setup, peer, respond);
  };
  guessed(request, right, then, [respond] { respond(too_fast(kGuessAgainMs)); });
}

void Api::Impl::create_from(const std::string& setup, const budgets::Peer& peer, Respond respond) {
  const std::int64_t now = Loop::steady_ms();
  const std::int64_t wait =
      std::max(creations.wait_ms(peer, now), all_creations.wait_ms(budgets::kCreations, now));
  if (wait > 0) {
    options.met(budgets::Budget::creations);
    return respond(too_fast(wait));
  }
  auto value = json::read(setup, kSetupLimits);
  if (!value) return respond(bad_message(value.error().where, value.error().sentence()));
  creations.spend(peer, now);
  all_creations.spend(budgets::kCreations, now);
  try_create(std::make_shared<const json::Value>(*std::move(value)), kCodeTries,
             std::move(respond));
}

void Api::Impl::try_create(std::shared_ptr<const json::Value> setup, int tries, Respond respond) {
  const room::Now now{Loop::steady_ms(), Loop::wall_ms()};
  tl::expected<room::Creation, json::FieldError> creation;
  try {
    creation = room::prepare_workshop(*setup, now, directory, random);
  } catch (const std::exception&) {  // this may be called where no request is running
    return respond(not_stored(log::Failure::failed));
  }
  if (!creation) return respond(bad_message(creation.error().where, creation.error().detail));
  const std::weak_ptr<Impl> weak = weak_from_this();  // the log may outlive this
  const std::string workshop = creation->entry.workshop;
  auto append = [weak, workshop, record = std::move(creation->record),
                 response = json::write(creation->response), respond] {
    const auto self = weak.lock();
    if (!self) return;
    self->log.append(workshop, {record}, [response, respond](std::optional<log::Failure> failure) {
      if (failure) return respond(not_stored(*failure));
      respond(HttpResponse(status::kCreated, "application/json", response));
    });
  };
  auto stored = [weak, setup, tries, respond,
                 append = std::move(append)](std::optional<log::Failure> failure) {
    const auto self = weak.lock();
    if (!failure) return append();
    if (self && *failure == log::Failure::taken && tries > 1) {
      return self->try_create(setup, tries - 1, respond);
    }
    respond(not_stored(*failure));
  };
  directory.put(std::move(creation->entry), std::move(stored));
}

}  // namespace quorate::api
