// Strictness about the head of a request, before the library parses it: what two programs might
// read differently (request smuggling) is refused.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace quorate::net {

inline constexpr std::size_t kHeadBytes = 8 * 1024;
inline constexpr std::size_t kBodyBytes = 64 * 1024;

struct HeadProblem {
  int status;                 // 400 or 431
  std::string_view sentence;  // for a person
};

// How long the head at the beginning of `bytes` is, with its empty line; nothing while its end has
// not come. Refused at once: more than kHeadBytes, a line feed or carriage return on its own, other
// control characters, a folded line, blanks before a colon, Transfer-Encoding that is not exactly
// "chunked" or beside Content-Length, a second Content-Length, Transfer-Encoding or Host, a
// Content-Length that is not all digits.
tl::expected<std::optional<std::size_t>, HeadProblem> scan_head(std::string_view bytes);

// The path of a request target: what is before the query. Nothing when it is not a path ("*",
// "http://…") or holds anything but letters, digits and "/._-~".
std::optional<std::string> path_of(std::string_view target);

// Whether a page of `origin` may open a socket on the host of this request: it comes from the same
// host, or from an allowed origin ("https://vote.example.org"). A request without an origin is not
// from a page.
bool origin_allowed(std::string_view origin, std::string_view host, std::string_view allowed);

}  // namespace quorate::net
