// What the links of one workshop open over HTTP: the invitation and the transcript.
#include <utility>

#include "server/api/impl.hpp"
#include "server/api/qr.hpp"
#include "server/room/identity.hpp"

namespace quorate::api {

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
  return invitation(base_url(request), *entry);
}

HttpResponse Api::Impl::invitation(const std::string& url, const log::WorkshopEntry& entry) {
  const std::string link = url + "/#" + link_part(entry.code, entry.key);
  const auto body = json::Value::object(
      {{"code", entry.code}, {"url", url}, {"link", link}, {"svg", qr_svg(link)}});
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

  transcripts->ask(request, workshop, std::move(respond));
}

}  // namespace quorate::api
