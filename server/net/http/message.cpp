#include "server/net/http/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/net/http/ascii.hpp"

namespace quorate::net {

namespace {

struct Reason {
  int code;
  std::string_view phrase;
};

constexpr std::array<Reason, 19> kReasons{
    {{status::kOk, "OK"},
     {status::kCreated, "Created"},
     {status::kSeeOther, "See Other"},
     {status::kNotModified, "Not Modified"},
     {status::kNoContent, "No Content"},
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
     {status::kTooManyRequests, "Too Many Requests"},
     {status::kHeaderTooLarge, "Request Header Fields Too Large"},
     {status::kInternalError, "Internal Server Error"},
     {status::kUnavailable, "Service Unavailable"}}};

std::string_view phrase(int code) {
  const auto found = std::find_if(kReasons.begin(), kReasons.end(),
                                  [code](const Reason& reason) { return reason.code == code; });
  return found == kReasons.end() ? std::string_view() : found->phrase;
}

// After https://owasp.org/www-project-secure-headers. The last one is for https alone: of a server
// without TLS a browser must not be told that it has some.
constexpr std::array<HeaderView, 9> kStanding{
    {{"content-security-policy",
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
     {"x-content-type-options", "nosniff"},
     {"referrer-policy", "no-referrer"},
     {"x-frame-options", "DENY"},
     {"cross-origin-opener-policy", "same-origin"},
     {"cross-origin-resource-policy", "same-origin"},
     {"permissions-policy", "camera=(), geolocation=(), microphone=()"},
     {"cache-control", "no-store"},
     {"strict-transport-security", "max-age=31536000"}}};

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

HttpResponse::HttpResponse(int code, std::string_view content_type, std::string text)
    : status(code),
      headers{{"content-type", std::string(content_type)}},
      body(std::make_shared<const std::string>(std::move(text))) {}

HttpResponse& HttpResponse::with(std::string name, std::string value) {
  headers.push_back({std::move(name), std::move(value)});
  return *this;
}

std::span<const HeaderView> standing_headers(bool https) {
  return std::span(kStanding).first(https ? kStanding.size() : kStanding.size() - 1);
}

std::string http_head(const HttpResponse& response, bool keep_alive, bool https, std::time_t now) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
  head.append(phrase(response.status)).append("\r\n");
  for (const HttpHeader& header : response.headers) add(head, header.name, header.value);
  for (const HeaderView& standard : standing_headers(https)) {
    const bool own = std::any_of(
        response.headers.begin(), response.headers.end(),
        [&](const HttpHeader& header) { return equal_ignoring_case(header.name, standard.name); });
    if (!own) add(head, standard.name, standard.value);
  }
  // RFC 9110 section 8.6: a 204 has none, and that of a 304 would be another response's.
  if (response.status != status::kNotModified && response.status != status::kNoContent) {
    const std::size_t bytes = response.body   ? response.body->size()
                              : response.file ? response.file->bytes
                                              : 0;
    add(head, "content-length", std::to_string(bytes));
  }
  add(head, "date", http_date(now));
  add(head, "connection", keep_alive ? "keep-alive" : "close");
  return head.append("\r\n");
}

std::string http_date(std::time_t time) {
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr int kFirstYear = 1900;
  std::tm parts{};
  gmtime_r(&time, &parts);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                     kDays[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                     kMonths[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + kFirstYear,
                     parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace quorate::net
