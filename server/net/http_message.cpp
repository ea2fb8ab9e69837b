#include "server/net/http_message.hpp"

#include <algorithm>
#include <array>

#include "shared/json/value.hpp"
#include "shared/json/write.hpp"

namespace quorate::net {

namespace {

struct Reason {
  int code;
  std::string_view phrase;
};

constexpr std::array<Reason, 17> kReasons{
    {{status::kOk, "OK"},
     {status::kCreated, "Created"},
     {status::kSeeOther, "See Other"},
     {status::kNotModified, "Not Modified"},
     {status::kBadRequest, "Bad Request"},
     {status::kUnauthorised, "Unauthorized"},
     {status::kForbidden, "Forbidden"},
     {status::kNotFound, "Not Found"},
     {status::kMethodNotAllowed, "Method Not Allowed"},
     {status::kTooSlow, "Request Timeout"},
     {status::kConflict, "Conflict"},
     {status::kTooLarge, "Content Too Large"},
     {status::kUnsupportedMediaType, "Unsupported Media Type"},
     {status::kUpgradeRequired, "Upgrade Required"},
     {status::kHeaderTooLarge, "Request Header Fields Too Large"},
     {status::kInternalError, "Internal Server Error"},
     {status::kUnavailable, "Service Unavailable"}}};

std::string_view phrase(int code) {
  const auto found = std::find_if(kReasons.begin(), kReasons.end(),
                                  [code](const Reason& reason) { return reason.code == code; });
  return found == kReasons.end() ? std::string_view() : found->phrase;
}

constexpr std::string_view kContentPolicy = "Content-Security-Policy";
constexpr std::string_view kStrictest = "default-src 'none'; frame-ancestors 'none'";
constexpr std::string_view kEveryAnswer =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

void add(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  for (const HttpHeader& header : headers) {
    if (header.name == name) return header.value;
  }
  return {};
}

HttpAnswer::HttpAnswer(int code, std::string_view content_type, std::string text)
    : status(code),
      headers{{"Content-Type", std::string(content_type)}},
      body(std::make_shared<const std::string>(std::move(text))) {}

HttpAnswer& HttpAnswer::with(std::string name, std::string value) {
  headers.push_back({std::move(name), std::move(value)});
  return *this;
}

HttpAnswer error_answer(int code, std::string_view error) {
  const auto body = json::Value::object({{"error", json::Value::object({{"code", error}})}});
  return HttpAnswer(code, "application/json", json::write(body));
}

HttpAnswer sentence_answer(int code, std::string_view sentence) {
  return HttpAnswer(code, "text/plain; charset=utf-8", std::string(sentence) + "\n");
}

std::string http_head(const HttpAnswer& answer, bool keep_alive) {
  std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " ";
  head.append(phrase(answer.status)).append("\r\n");
  bool has_policy = false;
  for (const HttpHeader& header : answer.headers) {
    add(head, header.name, header.value);
    has_policy = has_policy || header.name == kContentPolicy;
  }
  if (!has_policy) add(head, kContentPolicy, kStrictest);
  head.append(kEveryAnswer);
  if (answer.status != status::kNotModified) {
    add(head, "Content-Length", std::to_string(answer.body ? answer.body->size() : 0));
  }
  add(head, "Connection", keep_alive ? "keep-alive" : "close");
  return head.append("\r\n");
}

}  // namespace quorate::net
