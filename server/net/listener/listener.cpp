#include "server/net/listener/listener.hpp"

#include <netinet/tcp.h>
#include <spdlog/spdlog.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <ctime>
#include <exception>
#include <utility>

#include "server/net/channel/poll_channel.hpp"
#include "server/net/channel/web_socket.hpp"
#include "server/net/http/connection.hpp"
#include "server/net/http/responses.hpp"
#include "server/net/loop_impl.hpp"
#include "shared/messages/catalogue.hpp"

namespace quorate::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

// After an accept that failed: out of descriptors, which come free as connections end.
constexpr std::chrono::milliseconds kAcceptAgain{100};
// What the kernel may hold unsent: little, so that what waits is in the outbox, where a newer state
// replaces an older one.
constexpr int kUnsentBytes = 64 * 1024;

void set_options(Socket& socket) {
  Error ignored;  // a socket that is gone already is noticed when it is read
  socket.non_blocking(true, ignored);
  socket.set_option(tcp::no_delay(true), ignored);
  using Unsent = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_NOTSENT_LOWAT>;
  socket.set_option(Unsent(kUnsentBytes), ignored);
}

budgets::Address address_of(const tcp::endpoint& endpoint) {
  const auto address = endpoint.address();
  return budgets::Address(
      address.is_v6() ? address.to_v6().to_bytes()
                      : asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()).to_bytes());
}

// Nothing is read any more, not even which language to say it in: it is said in all of them.
std::string full_in_every_language() {
  std::string sentences;
  for (const messages::Language language : messages::kLanguages) {
    if (!sentences.empty()) sentences += '\n';
    sentences += messages::text(language, "error.server_full");
  }
  return sentences;
}

void turn_away(Socket& socket) {
  const HttpResponse response = sentence_response(status::kUnavailable, full_in_every_language());
  const std::string bytes = http_head(response, false, std::time(nullptr)) + *response.body;
  Error ignored;  // a courtesy: if it cannot be said, the connection ends all the same
  socket.write_some(asio::buffer(bytes), ignored);
  socket.shutdown(tcp::socket::shutdown_both, ignored);
}

}  // namespace

struct Listener::Parts {
  Parts(Loop& loop, ListenerOptions options, ListenerHandlers handlers)
      : connections(std::make_shared<Connections>(loop, options.connections)),
        channels(std::make_shared<Channels>(loop, connections, options.channels,
                                            std::move(handlers.channels))),
        polls(std::make_shared<PollChannels>(channels, options.allowed_origin,
                                             std::move(handlers.exists))),
        http(std::make_shared<HttpService>(loop, connections, options.http, options.allowed_origin,
                                           options.proxies, full_in_every_language(), nullptr,
                                           nullptr)),
        acceptor(loop.impl().io) {
    http->request = [polls = polls, request = std::move(handlers.request)](HttpRequest asked,
                                                                           Respond respond) {
      if (PollChannels::owns(asked.path)) return polls->handle(asked, respond);
      request(std::move(asked), std::move(respond));
    };
    http->upgrade = [channels = channels](Socket socket, std::string head, std::string workshop,
                                          const budgets::Peer& peer) {
      serve_web_socket(channels, std::move(socket), std::move(head), std::move(workshop), peer);
    };
  }

  void let_in(Socket socket);
  static asio::awaitable<void> accept_all(std::shared_ptr<Parts> self);

  // Shared with connections, whose coroutines may still have to notice that they were cut.
  const std::shared_ptr<Connections> connections;
  const std::shared_ptr<Channels> channels;
  const std::shared_ptr<PollChannels> polls;
  const std::shared_ptr<HttpService> http;
  tcp::acceptor acceptor;
};

asio::awaitable<void> Listener::Parts::accept_all(std::shared_ptr<Parts> self) {
  asio::steady_timer pause(self->acceptor.get_executor());
  while (self->acceptor.is_open()) {
    auto [error, socket] = co_await self->acceptor.async_accept(kTuple);
    if (!self->acceptor.is_open()) co_return;
    if (error) {
      spdlog::warn("cannot accept a connection: {}", error.message());
      pause.expires_after(kAcceptAgain);
      co_await pause.async_wait(kTuple);
      continue;
    }
    self->let_in(std::move(socket));
    // And who else is at the door already: a hall comes at once, and a turn of the loop is long
    // then.
    Error none;
    for (std::size_t more = 1; more < budgets::kAcceptedInARow && !none; ++more) {
      Socket another = self->acceptor.accept(none);
      if (!none) self->let_in(std::move(another));
    }
  }
}

void Listener::Parts::let_in(Socket socket) {
  set_options(socket);
  Error gone;
  const tcp::endpoint endpoint = socket.remote_endpoint(gone);
  if (gone) return;
  const budgets::Address remote = address_of(endpoint);
  if (!connections->make_place(budgets::Peer(remote))) return turn_away(socket);
  try {
    serve_http(http, std::move(socket), remote);
  } catch (...) {  // it costs this connection, not those to come
    report_end(std::current_exception());
  }
}

tl::expected<std::unique_ptr<Listener>, std::string> Listener::listen(Loop& loop,
                                                                      ListenerOptions options,
                                                                      ListenerHandlers handlers) {
  const std::string where = options.address + " port " + std::to_string(options.port);
  Error error;
  const auto address = asio::ip::make_address(options.address, error);
  if (error) return tl::make_unexpected("cannot listen on '" + options.address + "': no address");
  const tcp::endpoint endpoint(address, options.port);
  const auto parts = std::make_shared<Parts>(loop, std::move(options), std::move(handlers));
  auto& acceptor = parts->acceptor;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) acceptor.non_blocking(true, error);
  if (error) return tl::make_unexpected("cannot listen on " + where + ": " + error.message());
  asio::co_spawn(acceptor.get_executor(), Parts::accept_all(parts),
                 [&loop](std::exception_ptr failure) {
                   // A server that accepts nobody any more would only look as if it ran.
                   if (failure) loop.fail(std::move(failure));
                 });
  return std::unique_ptr<Listener>(new Listener(parts));
}

Listener::Listener(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}

Listener::~Listener() {
  Error ignored;  // it is closed either way
  parts_->acceptor.close(ignored);
  parts_->channels->silence();
  parts_->http->request = [](HttpRequest, Respond) {};
  parts_->connections->cut();
  parts_->polls->clear();
}

std::uint16_t Listener::port() const { return parts_->acceptor.local_endpoint().port(); }

std::size_t Listener::connections() const { return parts_->connections->size(); }

void Listener::send(const room::Send& message) { parts_->channels->send(message); }

void Listener::seated(const room::Seated& who) { parts_->channels->seated(who); }

void Listener::close(ConnectionId connection, protocol::CloseCode code) {
  parts_->channels->close(connection, code);
}

void Listener::stop(std::function<void()> empty) {
  Error ignored;  // it is closed either way
  parts_->acceptor.close(ignored);
  parts_->connections->stop(std::move(empty));
}

}  // namespace quorate::net
