#include "server/api/admin.hpp"

#include "server/ops/exposition.hpp"
#include "shared/json/value.hpp"

namespace quorate::api {

HttpResponse health(const log::Log& log) {
  const bool writable = log.writable();
  const auto body = json::Value::object({{"ok", writable}, {"writable", writable}});
  return json_response(writable ? status::kOk : status::kUnavailable, body);
}

HttpResponse admin_response(const HttpRequest& request, const log::Log& log,
                            const std::function<std::string()>& metrics) {
  const bool known = request.path == "/metrics" || request.path == "/healthz";
  if (!known) return sentence_response(status::kNotFound, "There are /metrics and /healthz here.");
  if (request.method != "GET" && request.method != "HEAD") {
    return sentence_response(status::kMethodNotAllowed, "This address can only be read.")
        .with("allow", "GET, HEAD");
  }
  if (request.path == "/healthz") return health(log);
  return HttpResponse(status::kOk, ops::kExpositionType, metrics());
}

}  // namespace quorate::api
