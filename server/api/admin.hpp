// What those who run the server ask of it, on a listener of their own (server/net/listener).
#pragma once

#include <functional>
#include <string>

#include "server/api/http.hpp"
#include "server/log/log.hpp"

namespace quorate::api {

// 200 while what is sent can be written, else 503; the body says so, too.
HttpResponse health(const log::Log& log);

// GET /metrics is `metrics`, made for this request; GET /healthz is health(); there is nothing
// else.
HttpResponse admin_response(const HttpRequest& request, const log::Log& log,
                            const std::function<std::string()>& metrics);

}  // namespace quorate::api
