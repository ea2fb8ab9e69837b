#include "client-wasm/connection.hpp"

#include <algorithm>
#include <utility>

#include "shared/protocol/close_code.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::client {

namespace {

using protocol::CloseCode;

// The close codes after which a client must not come back by itself; empty for all others.
std::string_view final_reason(int code) {
  switch (static_cast<CloseCode>(code)) {
    case CloseCode::update_needed:
      return "update_needed";
    case CloseCode::unknown_workshop:
      return "unknown_workshop";
    case CloseCode::bad_token:
      return "bad_token";
    case CloseCode::other_tab:
      return "other_tab";
    case CloseCode::removed:
      return "removed";
    case CloseCode::merged:
      return "merged";
    case CloseCode::ended:
      return "ended";
    case CloseCode::bad_message:
      return "bad_message";
    case CloseCode::too_large:
      return "too_large";
    default:
      return "";
  }
}

}  // namespace

bool Connection::has_socket() const {
  return phase_ == Phase::opening || phase_ == Phase::greeting || phase_ == Phase::up;
}

void Connection::start(std::string path, std::int64_t now, Actions& out) {
  path_ = std::move(path);
  open(now, out);
}

void Connection::open(std::int64_t now, Actions& out) {
  timers_.cancel(Timer::retry, out);
  phase_ = Phase::opening;
  opened_at_ = now;
  out.push_back(Open{path_});
  timers_.set(Timer::welcome, kWelcomeWithinMs, out);
}

bool Connection::opened() {
  if (phase_ != Phase::opening) return false;
  phase_ = Phase::greeting;
  return true;
}

bool Connection::welcomed(std::int64_t now, Actions& out) {
  if (phase_ != Phase::greeting) return false;
  const Link shown = link();
  if (shown == Link::reconnecting || (ever_up_ && shown == Link::offline)) {
    timers_.set(Timer::back, kBackMs, out);
  }
  phase_ = Phase::up;
  ever_up_ = true;
  loss_shown_ = false;
  up_since_ = now;
  timers_.cancel(Timer::welcome, out);
  timers_.cancel(Timer::grace, out);
  timers_.set(Timer::ping, protocol::kPingAfterMs, out);
  return true;
}

bool Connection::heard(Actions& out) {
  if (phase_ != Phase::greeting && phase_ != Phase::up) return false;
  timers_.cancel(Timer::pong, out);
  return true;
}

void Connection::hang_up(std::int64_t now, Actions& out) {
  for (const Timer timer : {Timer::welcome, Timer::ping, Timer::pong}) timers_.cancel(timer, out);
  if (phase_ == Phase::up && now - up_since_ >= kSteadyMs) retries_ = 0;
  if (!loss_shown_ && !timers_.running(Timer::grace)) {
    timers_.set(Timer::grace, kGraceMs, out);
  }
  timers_.cancel(Timer::back, out);
  phase_ = Phase::waiting;
}

void Connection::wait(Actions& out) {
  // 500 ms doubled six times is past the most there may be.
  retries_ = std::min(retries_ + 1, 6);
  const std::int64_t most = std::min(protocol::kRetryMostMs, protocol::kRetryFirstMs << retries_);
  timers_.set(Timer::retry, random_.up_to(most), out);
}

void Connection::closed(int code, std::int64_t now, Actions& out) {
  if (!has_socket()) return;
  hang_up(now, out);
  const std::string_view reason = final_reason(code);
  if (reason.empty()) {
    wait(out);
  } else {
    stop(reason, out);
  }
}

void Connection::give_up(std::int64_t now, Actions& out) {
  if (!has_socket()) return;
  out.push_back(Close{});
  hang_up(now, out);
  wait(out);
}

void Connection::stop(std::string_view reason, Actions& out) {
  if (has_socket()) out.push_back(Close{});
  for (std::size_t i = 0; i < kTimers; ++i) timers_.cancel(static_cast<Timer>(i), out);
  phase_ = Phase::stopped;
  stop_ = reason;
}

void Connection::send(std::string text, std::int64_t now, Actions& out) {
  sent_at_ = now;
  out.push_back(Send{std::move(text)});
}

void Connection::probe(std::int64_t within_ms, std::int64_t now, Actions& out) {
  send(R"({"t":"ping"})", now, out);
  timers_.set(Timer::pong, within_ms, out);
}

void Connection::wake(std::int64_t now, Actions& out) {
  if (phase_ == Phase::idle || phase_ == Phase::stopped) return;
  // Browsers report one waking in several ways: the second must not undo what the first began.
  if (has_socket() && now - opened_at_ < kFreshMs) {
    // Where the clock stands still with the phone it is older than it seems, and may be dead.
    if (phase_ == Phase::up) probe(kProbeWithinMs, now, out);
    return;
  }
  if (has_socket()) {
    out.push_back(Close{});
    hang_up(now, out);
  }
  retries_ = 0;
  open(now, out);
}

void Connection::network(bool online, std::int64_t now, Actions& out) {
  // Offline was on screen: it stays a loss that people have seen until the server is reached again.
  if (ever_up_ && link() == Link::offline) loss_shown_ = true;
  network_ = online;
  if (phase_ == Phase::up) {
    // The word of the browser is a hint: a server on this very machine stays within reach.
    probe(kProbeWithinMs, now, out);
  } else if (online) {
    wake(now, out);
  }
}

bool Connection::take_over(std::int64_t now, Actions& out) {
  if (phase_ != Phase::stopped || stop_ != "other_tab") return false;
  stop_ = {};
  ever_up_ = false;
  loss_shown_ = false;
  retries_ = 0;
  open(now, out);
  return true;
}

void Connection::ran_out(Timer timer, std::int64_t now, Actions& out) {
  switch (timer) {
    case Timer::retry:
      if (phase_ == Phase::waiting) open(now, out);
      break;
    case Timer::welcome:
    case Timer::pong:
      give_up(now, out);
      break;
    case Timer::ping: {
      const std::int64_t quiet = now - sent_at_;
      if (quiet >= protocol::kPingAfterMs) {
        probe(protocol::kPongWithinMs, now, out);
        timers_.set(Timer::ping, protocol::kPingAfterMs, out);
      } else {
        timers_.set(Timer::ping, protocol::kPingAfterMs - quiet, out);
      }
      break;
    }
    case Timer::grace:
      if (phase_ != Phase::up) loss_shown_ = true;
      break;
    case Timer::back:
    case Timer::again:
      break;
  }
}

Link Connection::link() const {
  if (phase_ == Phase::stopped) return Link::stopped;
  if (phase_ == Phase::up) return Link::online;
  if (!network_) return Link::offline;
  if (loss_shown_) return Link::reconnecting;
  return ever_up_ ? Link::online : Link::connecting;
}

}  // namespace quorate::client
