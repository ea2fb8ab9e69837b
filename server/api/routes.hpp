// Which of the server's addresses (PROTOCOL.md section 1) a path is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quorate::api {

struct Route {
  enum class Kind {
    site,
    health,
    join,
    join_form,
    recover,
    workshops,
    code,
    invite,
    links,
    transcript,
    unknown
  };
  Kind kind = Kind::site;
  std::string workshop;  // code, invite, links, transcript: 32 hex
};

// Everything outside /api and the few fixed addresses is the site's, whether it is there or not.
Route route_of(std::string_view path);

// What a log calls it: no ids.
std::string_view name_of(Route::Kind kind);

// The one method of an address, or "GET" (with HEAD).
std::string_view method_of(Route::Kind kind);

// What people type may be this long, gaps included.
inline constexpr std::size_t kMostTyped = 64;

// What leads to a workshop: the code that people type, or what a link carries.
struct Entrance {
  std::string code;  // empty when it cannot be one
  std::string key;   // a link's; empty when the code alone was typed
};

// "FHK247" or "FHK247-<key>", without case, spaces and hyphens. A link that was copied by half is
// the code that it begins with.
Entrance read_entrance(std::string_view typed);

// What a link carries after the #, as read_entrance() reads it.
std::string link_part(std::string_view code, std::string_view key);

// A recovery code likewise, in small letters; empty when it cannot be one.
std::string normalise_recovery(std::string_view typed);

// The value of `name` in an application/x-www-form-urlencoded body, decoded; empty when not there.
std::string form_value(std::string_view body, std::string_view name);

// The token of an Authorization header, "Bearer <token>"; empty when there is none.
std::string_view bearer_token(std::string_view authorization);

// True when the Accept-Encoding header allows this content coding by name.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

// "http://host" of a Host header that other devices can use; empty for this machine's own names and
// for anything that is no plain host and port.
std::string shareable_origin(std::string_view host, bool https);

}  // namespace quorate::api
