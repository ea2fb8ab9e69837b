#include "server/net/listener/acceptor.hpp"

#include <netinet/tcp.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <ctime>
#include <exception>
#include <utility>

#include "server/net/http/responses.hpp"
#include "server/net/loop_impl.hpp"

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

void turn_away(Socket& socket, const std::string& sentence) {
  const HttpResponse response = sentence_response(status::kUnavailable, sentence);
  const std::string bytes = http_head(response, false, false, std::time(nullptr)) + *response.body;
  Error ignored;  // a courtesy: if it cannot be said, the connection ends all the same
  socket.write_some(asio::buffer(bytes), ignored);
  socket.shutdown(tcp::socket::shutdown_both, ignored);
}

}  // namespace

tl::expected<std::shared_ptr<Acceptor>, std::string> Acceptor::listen(
    Loop& loop, const std::string& address, std::uint16_t port,
    std::shared_ptr<const HttpService> service) {
  Error error;
  const auto number = asio::ip::make_address(address, error);
  if (error) return tl::make_unexpected("cannot listen on '" + address + "': no address");
  const tcp::endpoint endpoint(number, port);
  auto made = std::make_shared<Acceptor>(loop, std::move(service));
  auto& acceptor = made->acceptor_;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) acceptor.non_blocking(true, error);
  if (error) {
    return tl::make_unexpected("cannot listen on " + address + " port " + std::to_string(port) +
                               ": " + error.message());
  }
  asio::co_spawn(acceptor.get_executor(), accept_all(made), [&loop](std::exception_ptr failure) {
    // A server that accepts nobody any more would only look as if it ran.
    if (failure) loop.fail(std::move(failure));
  });
  return made;
}

Acceptor::Acceptor(Loop& loop, std::shared_ptr<const HttpService> service)
    : service_(std::move(service)), acceptor_(loop.impl().io) {}

std::uint16_t Acceptor::port() const { return acceptor_.local_endpoint().port(); }

void Acceptor::close() {
  Error ignored;  // it is closed either way
  acceptor_.close(ignored);
}

asio::awaitable<void> Acceptor::accept_all(std::shared_ptr<Acceptor> self) {
  asio::steady_timer pause(self->acceptor_.get_executor());
  while (self->acceptor_.is_open()) {
    auto [error, socket] = co_await self->acceptor_.async_accept(kTuple);
    if (!self->acceptor_.is_open()) co_return;
    if (error) {
      self->service_->connections->report_none(error.message());
      pause.expires_after(kAcceptAgain);
      co_await pause.async_wait(kTuple);
      continue;
    }
    self->let_in(std::move(socket));
    // And who else is at the door already: a hall comes at once, and a turn of the loop is long
    // then.
    Error none;
    for (std::size_t more = 1; more < budgets::kAcceptedInARow && !none; ++more) {
      Socket another = self->acceptor_.accept(none);
      if (!none) self->let_in(std::move(another));
    }
  }
}

void Acceptor::let_in(Socket socket) const {
  set_options(socket);
  Error gone;
  const tcp::endpoint endpoint = socket.remote_endpoint(gone);
  if (gone) return;
  const budgets::Address remote = address_of(endpoint);
  if (!service_->connections->make_place(budgets::Peer(remote))) {
    return turn_away(socket, service_->full);
  }
  try {
    serve_http(service_, std::move(socket), remote);
  } catch (...) {  // it costs this connection, not those to come
    service_->connections->report_end(std::current_exception());
  }
}

}  // namespace quorate::net
