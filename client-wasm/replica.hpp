// The client's copy of what the server shows this role: the view at an offset, moved on by deltas
// (PROTOCOL.md P2.3, P4.1–P4.3), and the person's own part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/json/value.hpp"

namespace quorate::client {

class Replica {
 public:
  // Messages as they came; what is kept of one is moved out of it. False: it cannot be, and nothing
  // was changed; the connection is no good. `now` is when it came: the server's clock is known from
  // then on.
  bool welcome(json::Value&& message, std::int64_t now);
  bool delta(json::Value&& message);
  bool presence(const json::Value& message);
  bool change_code(const json::Value& message);
  // A message that carries this person's own part: `me`, or that they wait to be let in.
  bool own(json::Value&& message);

  // Adds `epoch`, `offset` and `as` to a hello, once there is a view.
  void describe(json::Value& hello) const;

  // Null before the first welcome.
  const json::Value* view() const { return view_ ? &*view_ : nullptr; }
  const json::Value* me() const { return me_ ? &*me_ : nullptr; }
  const std::string& role() const { return role_; }
  const std::string& code() const { return code_; }
  std::int64_t connected() const { return connected_; }
  std::int64_t desks() const { return desks_; }  // 0 where the role is not told
  const std::string& here() const { return here_; }
  bool waiting() const { return waiting_; }
  bool paused() const;
  // The server's clock, and this machine's at that moment.
  std::int64_t wall_ms() const { return wall_ms_; }
  std::int64_t at_ms() const { return at_ms_; }
  std::int64_t epoch() const { return epoch_; }

  // The own group's id; empty when there is none.
  std::string_view group() const;
  // The own answer as the server has it; null when it has none.
  const json::Value* own_answer(std::string_view factor, std::int64_t round) const;
  // The round a question stands in; 0 while it waits or is not known.
  std::int64_t round(std::string_view factor) const;
  bool open(std::string_view factor, std::int64_t round) const;

  // What turns the view of the last call into the present one; nothing when nothing changed.
  std::optional<json::Value> take_view_change();

 private:
  const json::Value* question(std::string_view factor) const;

  std::optional<json::Value> view_;
  std::optional<json::Value> me_;
  std::optional<json::Value> view_change_;
  std::string role_;
  std::string code_;
  std::int64_t epoch_ = 0;
  std::int64_t offset_ = 0;
  std::int64_t connected_ = 0;
  std::int64_t desks_ = 0;
  std::string here_;
  bool waiting_ = false;
  std::int64_t wall_ms_ = 0;
  std::int64_t at_ms_ = 0;
};

}  // namespace quorate::client
