// What the links of one workshop open over HTTP: the invitation and the transcript.
#include <sodium.h>

#include <array>
#include <utility>
#include <vector>

#include "server/api/impl.hpp"
#include "server/api/qr.hpp"
#include "server/room/identity.hpp"
#include "shared/session/hex.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::api {

namespace {

constexpr std::size_t kIdDigitsInFileName = 8;

std::string commit(std::string_view salt, std::string_view payload) {
  const auto bytes = [](std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> tag;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(salt), salt.size());
  crypto_auth_hmacsha256_update(&state, bytes(payload), payload.size());
  crypto_auth_hmacsha256_final(&state, tag.data());
  std::array<char, 2 * crypto_auth_hmacsha256_BYTES + 1> hex;
  return sodium_bin2hex(hex.data(), hex.size(), tag.data(), tag.size());
}

using Records = std::vector<transcript::Source>;

HttpResponse transcript_response(const Records& records, const room::Random& random,
                                 const std::string& workshop) {
  const transcript::Means means{commit,
                                [&] { return room::random_hex(random, session::kIdBytes); }};
  auto file = transcript::write(records, means);
  if (!file && file.error() == transcript::WriteError::not_ended) {
    return error_response(status::kConflict, "not_ended");
  }
  if (!file) return error_response(status::kNotFound, "unknown_workshop");
  HttpResponse response(status::kOk, "application/json", std::move(*file));
  return response.with(
      "content-disposition",
      "attachment; filename=\"" + workshop.substr(0, kIdDigitsInFileName) + ".quorate.json\"");
}

}  // namespace

Opened opened_by(std::string_view token, const log::WorkshopEntry& entry) {
  return {room::token_matches(token, entry.facilitator_hash),
          room::token_matches(token, entry.cofacilitator_hash),
          room::token_matches(token, entry.wall_hash)};
}

HttpResponse Api::Impl::wrong_token() const {
  options.notice(ops::SecurityEvent::wrong_token);
  return unauthorised("bad_token");
}

HttpResponse Api::Impl::invite(const HttpRequest& request, const std::string& workshop) const {
  const auto entry = directory.find(workshop);
  if (!entry) return error_response(status::kNotFound, "unknown_workshop");
  const Opened opened = opened_by(bearer_token(request.header("authorization")), *entry);
  if (!opened.facilitator && !opened.cofacilitator && !opened.wall) return wrong_token();
  return invitation(base_url(request), entry->code);
}

HttpResponse Api::Impl::invitation(const std::string& url, const std::string& code) {
  const auto body =
      json::Value::object({{"code", code}, {"url", url}, {"svg", qr_svg(url + "/#" + code)}});
  return json_response(status::kOk, body);
}

std::string Api::Impl::base_url(const HttpRequest& request) const {
  if (!options.public_url.empty()) return options.public_url;
  const std::string origin = shareable_origin(request.header("host"), request.https);
  return origin.empty() ? options.lan_url : origin;
}

void Api::Impl::transcript(const HttpRequest& request, const std::string& workshop,
                           Respond respond) {
  const auto entry = directory.find(workshop);
  if (!entry) return respond(error_response(status::kNotFound, "unknown_workshop"));
  const Opened opened = opened_by(bearer_token(request.header("authorization")), *entry);
  if (!opened.facilitator) return respond(wrong_token());

  // Held here, so that the delivery ends with this object; the calls name it and hold nothing.
  Collecting* const held = &collecting.emplace_back();
  const auto take = [held](std::uint64_t, const log::Record& record) {
    held->bytes += log::size_of(record);
    if (held->bytes > transcript::kFileBytes) return;
    held->records.push_back({record.envelope, record.payload, record.salt});
  };
  const auto caught_up = [this, held, workshop, respond] {
    write_transcript(held, workshop, respond);
  };
  const auto failed = [this, held, respond](log::Failure) {
    const Respond owed = respond;  // this function ends with the delivery
    collecting.remove_if([held](const Collecting& other) { return &other == held; });
    owed(error_response(status::kUnavailable, "read_only"));
  };
  held->subscription = log.subscribe(workshop, 0, take, caught_up, failed);
}

void Api::Impl::write_transcript(Collecting* held, std::string workshop, Respond respond) {
  const bool too_large = held->bytes > transcript::kFileBytes;
  const auto records = std::make_shared<const Records>(std::move(held->records));
  // Ends the delivery, and with it the function that called this: nothing of its own is used below.
  collecting.remove_if([held](const Collecting& other) { return &other == held; });
  if (too_large) return respond(error_response(status::kInternalError, "too_large"));
  const auto failed = [respond] { respond(error_response(status::kInternalError, "failed")); };
  const bool begun = worker.run(
      [records, workshop, respond, random = random] {
        HttpResponse response = transcript_response(*records, random, workshop);
        return [respond, response = std::move(response)] { respond(response); };
      },
      failed);
  if (!begun) respond(error_response(status::kUnavailable, "busy"));
}

}  // namespace quorate::api
