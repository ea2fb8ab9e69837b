// Answers that several addresses of the API give.
#pragma once

#include <string>
#include <string_view>

#include "server/log/log.hpp"
#include "server/net/http_message.hpp"
#include "shared/json/value.hpp"

namespace quorate::net {

HttpAnswer json_answer(int code, const json::Value& body);
// 400: what is wrong with which field of the body ("" for all of it).
HttpAnswer bad_message(const std::string& field, const std::string& detail);
// 401: the token or key is missing or opens nothing.
HttpAnswer unauthorised(std::string_view error);
// 503: what was asked for is not stored.
HttpAnswer not_stored(log::Failure failure);

}  // namespace quorate::net
