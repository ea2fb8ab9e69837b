// Responses that many addresses give.
#pragma once

#include <string>
#include <string_view>

#include "server/net/http/message.hpp"
#include "shared/json/value.hpp"

namespace quorate::net {

HttpResponse json_response(int code, const json::Value& body);
// A status and nothing else.
HttpResponse empty_response(int code);
// {"error":{"code":…}}, as PROTOCOL.md section 1.
HttpResponse error_response(int code, std::string_view error);
// One sentence for a person, as plain text.
HttpResponse sentence_response(int code, std::string_view sentence);
// 400: what is wrong with which field of the body ("" for all of it).
HttpResponse bad_message(const std::string& field, const std::string& detail);
// 401: the token or key is missing or opens nothing.
HttpResponse unauthorised(std::string_view error);

}  // namespace quorate::net
