// A new join code, new links, and the facilitator's link again for who has lost it.
#include <utility>

#include "server/api/impl.hpp"
#include "server/room/creation.hpp"
#include "server/room/identity.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::api {

namespace {

using log::WorkshopEntry;
using session::Role;
using Changed = tl::expected<WorkshopEntry, HttpResponse>;

constexpr std::size_t kMostRole = 20;

// Where the entry keeps the hash of this role's token; null for a role without a link.
std::string* hash_of(WorkshopEntry& entry, Role role) {
  switch (role) {
    case Role::facilitator:
      return &entry.facilitator_hash;
    case Role::cofacilitator:
      return &entry.cofacilitator_hash;
    case Role::wall:
      return &entry.wall_hash;
    default:
      return nullptr;
  }
}

// Reports into `fields` when the role is none that has a link.
Role read_role(json::Fields& fields) {
  const auto role = session::role_named(fields.string("role", {1, kMostRole}));
  WorkshopEntry any;
  if (role && hash_of(any, *role) != nullptr) return *role;
  fields.fail(json::FieldError::Code::unknown, "role", "facilitator, cofacilitator or wall");
  return Role::anonymous;
}

}  // namespace

void Api::Impl::change_code(const HttpRequest& request, const std::string& workshop,
                            Respond respond) {
  const auto change = [this, token = std::string(bearer_token(request.header("authorization")))](
                          WorkshopEntry entry) -> Changed {
    const Opened opened = opened_by(token, entry);
    if (!opened.facilitator && !opened.cofacilitator) return tl::make_unexpected(wrong_token());
    entry.code = room::draw_free_code(directory, random);
    entry.key = room::draw_key(random);
    return entry;
  };
  const auto stored = [this, url = base_url(request), respond](const WorkshopEntry& entry) {
    respond(invitation(url, entry));
    options.notice(ops::SecurityEvent::code_changed);
    options.tell(room::CodeChanged{entry.workshop, entry.code});
  };
  changes.make(workshop, change, stored, respond);
}

void Api::Impl::reissue_link(const HttpRequest& request, const std::string& workshop,
                             Respond respond) {
  const auto body = json::read(request.body, kSmallBody);
  if (!body) return respond(bad_message(body.error().where, body.error().sentence()));
  json::Fields fields(*body);
  const Role role = read_role(fields);
  if (const auto& error = fields.error()) return respond(bad_message(error->where, error->detail));

  const auto refusal = [this, token = std::string(bearer_token(request.header("authorization")))](
                           const WorkshopEntry& entry) -> std::optional<HttpResponse> {
    if (opened_by(token, entry).facilitator) return std::nullopt;
    return wrong_token();
  };
  const auto links_body = [](const Fresh& fresh) {
    auto links = json::Value::object({{"token", fresh.token}});
    if (!fresh.recovery.empty()) links.set("recovery", fresh.recovery);
    return links;
  };
  reissue(workshop, role, ops::SecurityEvent::handed_over, refusal, links_body, std::move(respond));
}

void Api::Impl::recover(const HttpRequest& request, Respond respond) {
  const auto body = json::read(request.body, kSmallBody);
  if (!body) return respond(bad_message(body.error().where, body.error().sentence()));
  json::Fields fields(*body);
  const std::string code = read_entrance(fields.string("code", {0, kMostTyped})).code;
  const std::string recovery = normalise_recovery(fields.string("recovery", {0, kMostTyped}));
  if (const auto& error = fields.error()) return respond(bad_message(error->where, error->detail));

  const auto workshop = directory.find_code(code);
  const auto entry = workshop ? directory.find(*workshop) : std::nullopt;
  // One response for both, so that it does not tell which of the two codes is wrong.
  const auto refusal = [recovery](const WorkshopEntry& held) -> std::optional<HttpResponse> {
    if (room::token_matches(recovery, held.recovery_hash)) return std::nullopt;
    return error_response(status::kNotFound, "unknown_recovery");
  };
  const auto refused = refusal(entry.value_or(WorkshopEntry{}));
  if (refused) options.notice(ops::SecurityEvent::wrong_recovery);
  const auto then = [this, workshop, refusal, refused, respond] {
    if (refused) return respond(*refused);
    const auto recovered = [workshop](const Fresh& fresh) {
      return json::Value::object(
          {{"workshop", *workshop}, {"facilitator", fresh.token}, {"recovery", fresh.recovery}});
    };
    reissue(*workshop, Role::facilitator, ops::SecurityEvent::recovered, refusal, recovered,
            respond);
  };
  guessed(request, !refused, then, [respond] { respond(too_fast(kGuessAgainMs)); });
}

void Api::Impl::reissue(const std::string& workshop, Role role, ops::SecurityEvent event,
                        Refusal refusal, std::function<json::Value(const Fresh&)> body,
                        Respond respond) {
  const bool facilitator = role == Role::facilitator;
  const Fresh fresh{room::draw_token(random),
                    facilitator ? room::draw_recovery(random) : std::string()};
  const auto change = [role, facilitator, fresh,
                       refusal = std::move(refusal)](WorkshopEntry entry) -> Changed {
    if (auto refused = refusal(entry)) return tl::make_unexpected(*std::move(refused));
    *hash_of(entry, role) = room::token_hash(fresh.token);
    if (facilitator) entry.recovery_hash = room::token_hash(fresh.recovery);
    return entry;
  };
  const auto stored = [this, role, event, fresh, body = std::move(body),
                       respond](const WorkshopEntry& entry) {
    options.notice(event);
    respond(json_response(status::kOk, body(fresh)));
    options.tell(room::Reissued{entry.workshop, role});
  };
  changes.make(workshop, change, stored, respond);
}

}  // namespace quorate::api
