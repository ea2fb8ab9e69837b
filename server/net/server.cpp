#include "server/net/server.hpp"

#include <netinet/tcp.h>
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <ctime>
#include <exception>
#include <utility>

#include "server/net/server_state.hpp"
#include "shared/messages/catalogue.hpp"

namespace quorate::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
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

std::string text_of(const tcp::endpoint& endpoint) {
  const auto address = endpoint.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
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
  const HttpAnswer answer = sentence_answer(status::kUnavailable, full_in_every_language());
  const std::string bytes = http_head(answer, false, std::time(nullptr)) + *answer.body;
  Error ignored;  // a courtesy: if it cannot be said, the connection ends all the same
  socket.write_some(asio::buffer(bytes), ignored);
  socket.shutdown(tcp::socket::shutdown_both, ignored);
}

asio::awaitable<void> accept_all(std::shared_ptr<Server::State> state) {
  asio::steady_timer pause(state->acceptor.get_executor());
  while (state->acceptor.is_open()) {
    auto [error, socket] = co_await state->acceptor.async_accept(kTuple);
    if (!state->acceptor.is_open()) co_return;
    if (error) {
      spdlog::warn("cannot accept a connection: {}", error.message());
      pause.expires_after(kAcceptAgain);
      co_await pause.async_wait(kTuple);
      continue;
    }
    set_options(socket);
    Error gone;
    const tcp::endpoint remote = socket.remote_endpoint(gone);
    if (gone) continue;
    if (state->connections.size() >= state->options.connections) {
      turn_away(socket);
      continue;
    }
    serve_http(state, std::move(socket), text_of(remote));
  }
}

}  // namespace

void report_end(std::exception_ptr error) {
  if (!error) return;
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    spdlog::error("a connection ended: {}", exception.what());
  }
}

void Server::State::begin(Endable& connection) { connections.insert(&connection); }

void Server::State::end(Endable& connection) {
  connections.erase(&connection);
  if (connections.empty() && stopping && empty) loop.post(std::exchange(empty, nullptr));
}

tl::expected<std::unique_ptr<Server>, std::string> Server::listen(Loop& loop, ServerOptions options,
                                                                  ServerHandlers handlers) {
  auto state = std::make_shared<State>(loop, std::move(options), std::move(handlers));
  const ServerOptions& chosen = state->options;
  Error error;
  const auto address = asio::ip::make_address(chosen.address, error);
  if (error) return tl::make_unexpected("cannot listen on '" + chosen.address + "': no address");
  const tcp::endpoint endpoint(address, chosen.port);
  auto& acceptor = state->acceptor;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return tl::make_unexpected("cannot listen on " + chosen.address + " port " +
                               std::to_string(chosen.port) + ": " + error.message());
  }
  asio::co_spawn(acceptor.get_executor(), accept_all(state), report_end);
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::shared_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() {
  state_->stopping = true;
  state_->empty = nullptr;
  state_->channels.clear();
  Error ignored;  // it is closed either way
  state_->acceptor.close(ignored);
  const auto connections = state_->connections;
  for (Endable* connection : connections) connection->cut();
  state_->polls.clear();  // they hold the state
  // Coroutines that are still to notice the cut hold the state: nobody listens to them any more.
  state_->handlers = {[](HttpRequest, HttpReply) {}, [](ConnectionId, std::string) {},
                      [](ConnectionId, std::string_view) {},
                      [](ConnectionId, protocol::CloseCode) {}, [](ConnectionId) {}};
}

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

std::size_t Server::connections() const { return state_->connections.size(); }

void Server::send(ConnectionId connection, const room::Message& message, bool replaces) {
  const auto found = state_->channels.find(connection);
  if (found != state_->channels.end()) found->second->send(message, replaces);
}

void Server::close(ConnectionId connection, protocol::CloseCode code) {
  const auto found = state_->channels.find(connection);
  if (found != state_->channels.end()) found->second->close(static_cast<std::uint16_t>(code));
}

void Server::stop(std::function<void()> empty) {
  state_->stopping = true;
  state_->empty = std::move(empty);
  Error ignored;  // it is closed either way
  state_->acceptor.close(ignored);
  const auto connections = state_->connections;
  for (Endable* connection : connections) connection->stop();
  if (state_->connections.empty() && state_->empty) {
    state_->loop.post(std::exchange(state_->empty, nullptr));
  }
}

}  // namespace quorate::net
