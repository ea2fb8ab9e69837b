#include "server/api/routes.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "server/net/http/ascii.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/hex.hpp"

namespace quorate::api {

namespace {

constexpr std::string_view kWorkshops = "/api/workshops";

// What was typed, without the blanks and hyphens people put between the characters.
std::string without_gaps(std::string_view typed) {
  std::string text;
  std::copy_if(typed.begin(), typed.end(), std::back_inserter(text),
               [](char c) { return c != ' ' && c != '-'; });
  return text;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = net::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decode_form(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

// Calls `each` with the trimmed parts of a list; stops when it returns true, and then so does this.
template <class Each>
bool any_part(std::string_view list, char separator, Each each) {
  while (!list.empty()) {
    const std::size_t end = list.find(separator);
    if (each(net::trim(list.substr(0, end)))) return true;
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return false;
}

}  // namespace

Route route_of(std::string_view path) {
  using Kind = Route::Kind;
  if (path == "/healthz") return {Kind::health, ""};
  if (path == "/api/join") return {Kind::join, ""};
  if (path == "/join") return {Kind::join_form, ""};
  if (path == "/api/recover") return {Kind::recover, ""};
  if (path == kWorkshops) return {Kind::workshops, ""};
  if (!path.starts_with("/api/")) return {path.empty() ? Kind::unknown : Kind::site, ""};
  if (!path.starts_with(std::string(kWorkshops) + "/")) return {Kind::unknown, ""};
  const std::string_view rest = path.substr(kWorkshops.size() + 1);
  const std::string_view id = rest.substr(0, session::kIdDigits);
  if (!session::is_hex(id, session::kIdDigits)) return {Kind::unknown, ""};
  const std::string_view what = rest.substr(session::kIdDigits);
  if (what == "/code") return {Kind::code, std::string(id)};
  if (what == "/invite") return {Kind::invite, std::string(id)};
  if (what == "/links") return {Kind::links, std::string(id)};
  if (what == "/transcript") return {Kind::transcript, std::string(id)};
  return {Kind::unknown, ""};
}

std::string_view name_of(Route::Kind kind) {
  switch (kind) {
    case Route::Kind::site:
      return "site";
    case Route::Kind::health:
      return "health";
    case Route::Kind::join:
      return "join";
    case Route::Kind::join_form:
      return "join_form";
    case Route::Kind::recover:
      return "recover";
    case Route::Kind::workshops:
      return "workshops";
    case Route::Kind::code:
      return "code";
    case Route::Kind::invite:
      return "invite";
    case Route::Kind::links:
      return "links";
    case Route::Kind::transcript:
      return "transcript";
    case Route::Kind::unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view method_of(Route::Kind kind) {
  switch (kind) {
    case Route::Kind::join:
    case Route::Kind::join_form:
    case Route::Kind::recover:
    case Route::Kind::workshops:
    case Route::Kind::code:
    case Route::Kind::links:
      return "POST";
    default:
      return "GET";
  }
}

Entrance read_entrance(std::string_view typed) {
  if (typed.size() > kMostTyped) return {};
  std::string code = without_gaps(typed);
  std::transform(code.begin(), code.end(), code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  if (code.size() < protocol::kCodeLength) return {};
  std::string key = code.substr(protocol::kCodeLength);
  code.resize(protocol::kCodeLength);
  if (code.find_first_not_of(protocol::kCodeAlphabet) != std::string::npos) return {};
  const bool whole = key.size() == protocol::kKeyLength &&
                     key.find_first_not_of(protocol::kKeyAlphabet) == std::string::npos;
  return {std::move(code), whole ? std::move(key) : std::string()};
}

std::string link_part(std::string_view code, std::string_view key) {
  return std::string(code) + '-' + std::string(key);
}

std::string normalise_recovery(std::string_view typed) {
  if (typed.size() > kMostTyped) return "";
  std::string recovery = net::to_lower(without_gaps(typed));
  return session::is_hex(recovery, session::kRecoveryDigits) ? recovery : "";
}

std::string form_value(std::string_view body, std::string_view name) {
  std::string value;
  any_part(body, '&', [&](std::string_view field) {
    const std::size_t equals = field.find('=');
    if (equals == std::string_view::npos || decode_form(field.substr(0, equals)) != name) {
      return false;
    }
    value = decode_form(field.substr(equals + 1));
    return true;
  });
  return value;
}

std::string_view bearer_token(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (!net::equal_ignoring_case(authorization.substr(0, kScheme.size()), kScheme)) return {};
  return net::trim(authorization.substr(kScheme.size()));
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  return any_part(accept_encoding, ',', [&](std::string_view part) {
    const std::size_t semicolon = part.find(';');
    if (!net::equal_ignoring_case(net::trim(part.substr(0, semicolon)), coding)) return false;
    if (semicolon == std::string_view::npos) return true;
    // Refused by a weight of nothing: "q=0", "q=0.000".
    const std::string_view weight = net::trim(part.substr(semicolon + 1));
    return weight.size() < 2 || weight.substr(2).find_first_not_of("0.") != std::string_view::npos;
  });
}

std::string shareable_origin(std::string_view host, bool https) {
  constexpr std::size_t kMostHost = 255;
  const bool plain = !host.empty() && host.size() <= kMostHost &&
                     std::all_of(host.begin(), host.end(), [](char c) {
                       return (c >= '0' && c <= '9') ||
                              (net::to_lower(c) >= 'a' && net::to_lower(c) <= 'z') ||
                              std::string_view(".-:[]").find(c) != std::string_view::npos;
                     });
  if (!plain) return "";
  const std::string_view name =
      host.substr(0, host.front() == '[' ? host.find(']') : host.find(':'));
  const bool own =
      net::equal_ignoring_case(name, "localhost") || name.starts_with("127.") || name == "[::1";
  return own ? "" : (https ? "https://" : "http://") + std::string(host);
}

}  // namespace quorate::api
