// The link to the server: when to open a socket, when to take it for dead, when to come back and
// when to stop (PROTOCOL.md P2.5, P6.3, section 6). Knows nothing of what is said on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "client-wasm/actions.hpp"
#include "client-wasm/random.hpp"
#include "client-wasm/timers.hpp"

namespace quorate::client {

inline constexpr std::int64_t kGraceMs = 3'000;           // lost this long before it is said
inline constexpr std::int64_t kBackMs = 4'000;            // "you are back" is said this long
inline constexpr std::int64_t kWelcomeWithinMs = 15'000;  // from opening the socket
inline constexpr std::int64_t kProbeWithinMs = 3'000;     // for a pong when the network is in doubt
inline constexpr std::int64_t kFreshMs = 2'000;           // a younger socket is asked first
inline constexpr std::int64_t kSteadyMs = 2'000;          // up this long: back-off starts anew

enum class Link : std::uint8_t { connecting, online, reconnecting, offline, stopped };

class Connection {
 public:
  // Both outlive this.
  Connection(Random& random, Timers& timers) : random_(random), timers_(timers) {}

  void start(std::string path, std::int64_t now, Actions& out);

  // The socket stands: true when the hello is to be sent now.
  bool opened();
  // The server answered the hello. True the first time on this connection.
  bool welcomed(std::int64_t now, Actions& out);
  // Something arrived. False when it is of a socket that is no longer ours.
  bool heard(Actions& out);
  void closed(int code, std::int64_t now, Actions& out);
  // What the server says cannot be: this connection is given up, another one tried.
  void give_up(std::int64_t now, Actions& out);

  void send(std::string text, std::int64_t now, Actions& out);

  void wake(std::int64_t now, Actions& out);
  void network(bool online, std::int64_t now, Actions& out);
  // False when this tab had not been pushed out by another one.
  bool take_over(std::int64_t now, Actions& out);
  void stop(std::string_view reason, Actions& out);
  void ran_out(Timer timer, std::int64_t now, Actions& out);

  bool up() const { return phase_ == Phase::up; }
  Link link() const;
  bool back() const { return timers_.running(Timer::back); }
  // Why it stopped, as PROTOCOL.md names it; empty while it has not.
  std::string_view stop_reason() const { return stop_; }

 private:
  enum class Phase : std::uint8_t { idle, opening, greeting, up, waiting, stopped };

  bool has_socket() const;
  void open(std::int64_t now, Actions& out);
  void hang_up(std::int64_t now, Actions& out);  // the socket is gone, whoever ended it
  void wait(Actions& out);
  void probe(std::int64_t within_ms, std::int64_t now, Actions& out);

  Random& random_;
  Timers& timers_;
  Phase phase_ = Phase::idle;
  std::string path_;
  std::string_view stop_;
  bool network_ = true;
  bool ever_up_ = false;
  bool loss_shown_ = false;
  int retries_ = 0;
  std::int64_t opened_at_ = 0;
  std::int64_t up_since_ = 0;
  std::int64_t sent_at_ = 0;
};

}  // namespace quorate::client
