#include "server/net/answers.hpp"

#include <utility>

#include "shared/json/write.hpp"

namespace quorate::net {

HttpAnswer json_answer(int code, const json::Value& body) {
  return HttpAnswer(code, "application/json", json::write(body));
}

HttpAnswer bad_message(const std::string& field, const std::string& detail) {
  auto error = json::Value::object({{"code", "bad_message"}, {"field", field}, {"detail", detail}});
  return json_answer(status::kBadRequest, json::Value::object({{"error", std::move(error)}}));
}

HttpAnswer unauthorised(std::string_view error) {
  return error_answer(status::kUnauthorised, error).with("www-authenticate", "Bearer");
}

HttpAnswer not_stored(log::Failure failure) {
  const bool again = failure == log::Failure::busy || failure == log::Failure::taken;
  return error_answer(status::kUnavailable, again ? "busy" : "read_only");
}

}  // namespace quorate::net
