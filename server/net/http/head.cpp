#include "server/net/http/head.hpp"

#include <algorithm>

#include "server/net/http/ascii.hpp"
#include "server/net/http/message.hpp"

namespace quorate::net {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr HeadProblem kTooLarge{status::kHeaderTooLarge, "The request's headers are too large."};
constexpr HeadProblem kMalformed{status::kBadRequest, "This is not a well-formed HTTP request."};
constexpr HeadProblem kAmbiguous{status::kBadRequest,
                                 "The request does not say clearly how long it is."};
constexpr std::size_t kLengthDigits = 15;  // far more than any limit, and no overflow

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_token(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z') ||
         kOthers.find(c) != std::string_view::npos;
}

// A control character, or a line end that is not both its characters.
bool has_stray_control(std::string_view bytes, bool more_may_come) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == '\r') {
      if (i + 1 == bytes.size() ? !more_may_come : bytes[i + 1] != '\n') return true;
    } else if (c == '\n') {
      if (i == 0 || bytes[i - 1] != '\r') return true;
    } else if ((c < ' ' && c != '\t') || c == 0x7F) {
      return true;
    }
  }
  return false;
}

struct Framing {
  int lengths = 0;
  int encodings = 0;
  int hosts = 0;
};

std::optional<HeadProblem> check_line(std::string_view line, Framing& framing) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return kMalformed;
  const std::string_view name = line.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), is_token)) return kMalformed;  // a fold, too
  const std::string_view value = trim(line.substr(colon + 1));
  if (equal_ignoring_case(name, "content-length")) {
    ++framing.lengths;
    const bool digits = std::all_of(value.begin(), value.end(), is_digit);
    if (value.empty() || value.size() > kLengthDigits || !digits) return kAmbiguous;
  } else if (equal_ignoring_case(name, "transfer-encoding")) {
    ++framing.encodings;
    if (!equal_ignoring_case(value, "chunked")) return kAmbiguous;
  } else if (equal_ignoring_case(name, "host")) {
    ++framing.hosts;
  }
  if (framing.lengths + framing.encodings > 1 || framing.hosts > 1) return kAmbiguous;
  return std::nullopt;
}

}  // namespace

tl::expected<std::optional<std::size_t>, HeadProblem> scan_head(std::string_view bytes) {
  const std::size_t end = bytes.substr(0, kHeadBytes).find("\r\n\r\n");
  const bool whole = end != std::string_view::npos;
  const std::string_view head = bytes.substr(0, whole ? end + 2 * kLineEnd.size() : kHeadBytes);
  if (has_stray_control(head, !whole)) return tl::make_unexpected(kMalformed);
  if (!whole) {
    if (bytes.size() >= kHeadBytes) return tl::make_unexpected(kTooLarge);
    return std::nullopt;
  }
  Framing framing;
  std::size_t at = head.find(kLineEnd) + kLineEnd.size();  // after the request line
  while (at < end) {
    const std::size_t line_end = head.find(kLineEnd, at);
    if (const auto problem = check_line(head.substr(at, line_end - at), framing)) {
      return tl::make_unexpected(*problem);
    }
    at = line_end + kLineEnd.size();
  }
  return head.size();
}

std::optional<std::string> path_of(std::string_view target) {
  constexpr std::string_view kOthers = "/._-~";
  const std::string_view path = target.substr(0, target.find('?'));
  if (path.empty() || path.front() != '/') return std::nullopt;
  const bool plain = std::all_of(path.begin(), path.end(), [&](char c) {
    return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z') ||
           kOthers.find(c) != std::string_view::npos;
  });
  if (!plain) return std::nullopt;
  return std::string(path);
}

bool origin_allowed(std::string_view origin, std::string_view host, std::string_view allowed) {
  if (origin.empty()) return true;
  if (!allowed.empty() && equal_ignoring_case(origin, allowed)) return true;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.substr(0, scheme.size()) == scheme) {
      return !host.empty() && equal_ignoring_case(origin.substr(scheme.size()), host);
    }
  }
  return false;
}

}  // namespace quorate::net
