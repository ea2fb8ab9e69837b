// What the client wants done, in order. Whoever drives it (the page, a bot, a test) carries the
// actions out; CONTRACT.md says what each means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/json/value.hpp"

namespace quorate::client {

enum class Timer : std::uint8_t {
  retry,    // connect again
  welcome,  // the server has not answered the hello
  ping,     // nothing sent for a while
  pong,     // nothing heard since the ping
  grace,    // tell the person that the connection is gone
  back,     // stop saying that it is back
  again,    // send again what the server could not take just now
};
inline constexpr std::size_t kTimers = 7;

std::string_view name(Timer timer);

struct Open {
  std::string path;  // "/ws/…"
};
struct Send {
  std::string text;
};
struct Close {};
struct SetTimer {
  Timer timer;
  std::int64_t ms;
};
struct CancelTimer {
  Timer timer;
};
struct Keep {
  std::string key;
  std::string value;
};
struct Forget {
  std::string key;
};
struct Show {
  json::Value patch;  // RFC 7396, of the view model
};
struct Complain {
  std::string text;  // for a developer; never holds what a person wrote
};

using Action = std::variant<Open, Send, Close, SetTimer, CancelTimer, Keep, Forget, Show, Complain>;
using Actions = std::vector<Action>;

}  // namespace quorate::client
