// Channels of whole text messages, whatever carries them, each known by a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/budgets/budgets.hpp"
#include "server/net/connections.hpp"
#include "server/net/loop.hpp"
#include "server/room/events.hpp"
#include "shared/protocol/close_code.hpp"

namespace quorate::net {

using room::ConnectionId;

class Channel : public Endable {
 public:
  virtual void send(const room::Send& message) = 0;
  // It is no stranger's any more, and may have so much waiting.
  virtual void seated(std::size_t unsent_bytes) = 0;
  // After what waits.
  virtual void close(std::uint16_t code) = 0;
};

// What channels tell. All are called on the loop's thread, never from within a call to a channel.
struct ChannelHandlers {
  std::function<void(ConnectionId, std::string workshop, const budgets::Peer&)> connected;
  std::function<void(ConnectionId, std::string_view text)> received;
  // The channel is closed with this code unless the handler closes it with another.
  std::function<void(ConnectionId, protocol::CloseCode)> unreadable;
  // Once for each `connected`, also after close().
  std::function<void(ConnectionId)> disconnected;
};

struct ChannelLimits {
  // What may wait for one slow reader.
  std::size_t phone_bytes = budgets::kUnsentOfAPhone;
  std::size_t desk_bytes = budgets::kUnsentOfADesk;
  std::int64_t stalled_ms = budgets::kStalledMs;  // nothing of it is taken: too slow
  std::int64_t linger_ms = 3'000;  // for the other end to take what closes the connection
};

// Those of one listener. Shared with the channels, which may outlive it by a moment.
class Channels : public std::enable_shared_from_this<Channels> {
 public:
  Channels(Loop& owner, std::shared_ptr<Connections> all, ChannelLimits chosen,
           ChannelHandlers told)
      : loop(owner), connections(std::move(all)), limits(chosen), handlers_(std::move(told)) {}

  ConnectionId next_id() { return next_id_++; }

  void opened(ConnectionId id, Channel& channel, std::string workshop, const budgets::Peer& peer);
  void received(ConnectionId id, std::string_view text) { handlers_.received(id, text); }
  // Says so and closes the channel, unless it is closing already.
  void unreadable(ConnectionId id, Channel& channel, protocol::CloseCode code);
  // Nothing more is sent to it, and it tells nothing more; `disconnected` follows.
  void gone(ConnectionId id);

  // An unknown id is ignored.
  void send(const room::Send& message);
  void seated(const room::Seated& who);
  void close(ConnectionId id, protocol::CloseCode code);

  // Nobody listens any more.
  void silence();

  Loop& loop;
  const std::shared_ptr<Connections> connections;
  const ChannelLimits limits;

 private:
  ChannelHandlers handlers_;
  std::unordered_map<ConnectionId, Channel*> open_;
  ConnectionId next_id_ = 1;
};

}  // namespace quorate::net
