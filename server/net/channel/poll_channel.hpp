// The channel for networks that let no WebSocket through (PROTOCOL.md section 7): down by a request
// that is responded to when there is something to say, up by numbered posts.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/budgets/places.hpp"
#include "server/net/channel/channels.hpp"
#include "server/net/http/message.hpp"

namespace quorate::net {

class PollChannel;

// Those of one listener, each known by an id that its other end sends in a header.
class PollChannels : public std::enable_shared_from_this<PollChannels> {
 public:
  // `allowed_origin` as in HttpService; `exists` says whether there is such a workshop.
  PollChannels(std::shared_ptr<Channels> channels, std::string allowed_origin,
               std::function<bool(const std::string&)> exists);

  // Whether requests for this path are ours.
  static bool owns(std::string_view path);
  void handle(const HttpRequest& request, const Respond& respond);

  // Ends all, and with them their hold on this.
  void clear() { by_key_.clear(); }

 private:
  friend class PollChannel;

  void open(const HttpRequest& request, const std::string& workshop, const Respond& respond);
  bool make_place(const budgets::Peer& peer);

  const std::shared_ptr<Channels> channels_;
  const std::string allowed_origin_;
  const std::function<bool(const std::string&)> exists_;
  budgets::Places places_;
  std::unordered_map<budgets::Places::Holder, PollChannel*> holders_;  // not those at their end
  std::unordered_map<std::string, std::shared_ptr<PollChannel>> by_key_;
};

}  // namespace quorate::net
