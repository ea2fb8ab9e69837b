#include "server/net/http/responses.hpp"

#include <utility>

#include "shared/json/write.hpp"

namespace quorate::net {

HttpResponse json_response(int code, const json::Value& body) {
  return HttpResponse(code, "application/json", json::write(body));
}

HttpResponse empty_response(int code) {
  HttpResponse response;
  response.status = code;
  return response;
}

HttpResponse error_response(int code, std::string_view error) {
  return json_response(code,
                       json::Value::object({{"error", json::Value::object({{"code", error}})}}));
}

HttpResponse sentence_response(int code, std::string_view sentence) {
  return HttpResponse(code, "text/plain; charset=utf-8", std::string(sentence) + "\n");
}

HttpResponse bad_message(const std::string& field, const std::string& detail) {
  auto error = json::Value::object({{"code", "bad_message"}, {"field", field}, {"detail", detail}});
  return json_response(status::kBadRequest, json::Value::object({{"error", std::move(error)}}));
}

HttpResponse unauthorised(std::string_view error) {
  return error_response(status::kUnauthorised, error).with("www-authenticate", "Bearer");
}

}  // namespace quorate::net
