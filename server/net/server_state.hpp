// What the listener's connections share, for this folder's own sources.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "server/net/loop_impl.hpp"
#include "server/net/server.hpp"

namespace quorate::net {

using Socket = boost::asio::ip::tcp::socket;

// A connection that the server may want to end.
class Endable {
 public:
  virtual ~Endable() = default;
  // The server stops: end when nothing is under way.
  virtual void stop() = 0;
  // Ends now.
  virtual void cut() = 0;
};

class Channel : public Endable {
 public:
  virtual void send(const room::Message& message, bool replaces) = 0;
  virtual void close(std::uint16_t code) = 0;
};

class PollChannel;

struct Server::State : std::enable_shared_from_this<Server::State> {
  State(Loop& owner, ServerOptions chosen, ServerHandlers told)
      : loop(owner),
        options(std::move(chosen)),
        handlers(std::move(told)),
        acceptor(owner.impl().io) {}

  void begin(Endable& connection);
  void end(Endable& connection);

  Loop& loop;
  const ServerOptions options;
  ServerHandlers handlers;
  boost::asio::ip::tcp::acceptor acceptor;
  std::unordered_set<Endable*> connections;
  std::unordered_map<ConnectionId, Channel*> channels;  // those that are not closed yet
  std::unordered_map<std::string, std::shared_ptr<PollChannel>> polls;  // by the id in a header
  ConnectionId next_id = 1;
  bool stopping = false;
  std::function<void()> empty;
};

// Serves the requests of one connection until it ends or becomes a channel.
void serve_http(std::shared_ptr<Server::State> state, Socket socket, std::string remote);

// Answers the upgrade whose head these bytes are, and serves the channel.
void serve_channel(std::shared_ptr<Server::State> state, Socket socket, std::string head,
                   std::string workshop);

// Requests of channels without a socket: those of paths that `is_poll`.
bool is_poll(std::string_view path);
void serve_poll(const std::shared_ptr<Server::State>& state, const HttpRequest& request,
                const HttpReply& reply);

// How a connection's coroutine ended: an exception there is an error of ours or a lack of memory;
// the connection is gone, the server goes on.
void report_end(std::exception_ptr error);

}  // namespace quorate::net
