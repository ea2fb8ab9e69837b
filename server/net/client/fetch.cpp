#include "server/net/client/fetch.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>

#include "server/net/http/ascii.hpp"
#include "server/net/loop_impl.hpp"
#include "server/net/socket.hpp"

namespace quorate::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace {

constexpr int kHttp11 = 11;

struct Fetch {
  Fetch(Loop& loop, FetchRequest asked, std::function<void(Fetched)> then)
      : resolver(loop.impl().io),
        socket(loop.impl().io),
        deadline(loop),
        request(std::move(asked)),
        done(std::move(then)) {}
  tcp::resolver resolver;
  tcp::socket socket;
  Timer deadline;
  FetchRequest request;
  std::function<void(Fetched)> done;
};

std::string failure(const FetchRequest& request, const boost::system::error_code& error) {
  const std::string why = error == asio::error::operation_aborted ? "it took too long"
                          : error == http::error::body_limit      ? "the response is too large"
                                                                  : error.message();
  return "cannot reach " + request.address.host + ":" + std::to_string(request.address.port) +
         ": " + why;
}

asio::awaitable<Fetched> exchange(std::shared_ptr<Fetch> self) {
  const FetchRequest& asked = self->request;
  const std::string port = std::to_string(asked.address.port);
  auto [not_found, found] = co_await self->resolver.async_resolve(asked.address.host, port, kTuple);
  if (not_found) co_return tl::make_unexpected(failure(asked, not_found));
  auto [refused, endpoint] = co_await asio::async_connect(self->socket, found, kTuple);
  if (refused) co_return tl::make_unexpected(failure(asked, refused));

  http::request<http::string_body> request;
  request.version(kHttp11);
  request.method_string(asked.method);
  request.target(asked.path);
  request.set(http::field::host, asked.address.host + ":" + port);
  request.set(http::field::connection, "close");
  for (const auto& [name, value] : asked.headers) request.set(name, value);
  request.body() = asked.body;
  request.prepare_payload();
  auto [unsent, sent] = co_await http::async_write(self->socket, request, kTuple);
  if (unsent) co_return tl::make_unexpected(failure(asked, unsent));

  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(asked.response_bytes);
  parser.skip(asked.method == "HEAD");
  auto [unread, received] = co_await http::async_read(self->socket, buffer, parser, kTuple);
  if (unread) co_return tl::make_unexpected(failure(asked, unread));

  FetchResponse response;
  auto message = parser.release();
  response.status = static_cast<int>(message.result_int());
  for (const auto& field : message) {
    response.headers.emplace_back(to_lower(std::string(field.name_string())),
                                  std::string(field.value()));
  }
  response.body = std::move(message.body());
  co_return response;
}

asio::awaitable<void> run(std::shared_ptr<Fetch> self) {
  Fetched result = co_await exchange(self);
  self->deadline.cancel();
  self->done(std::move(result));
}

}  // namespace

std::string_view FetchResponse::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

void fetch(Loop& loop, FetchRequest request, std::function<void(Fetched)> done) {
  const auto self = std::make_shared<Fetch>(loop, std::move(request), std::move(done));
  const std::weak_ptr<Fetch> weak = self;
  self->deadline.after(self->request.within_ms, [weak] {
    const auto late = weak.lock();
    if (!late) return;
    late->resolver.cancel();
    boost::system::error_code ignored;  // closing is how the operation under way is ended
    late->socket.close(ignored);
  });
  asio::co_spawn(loop.impl().io, run(self), asio::detached);
}

Fetched fetch_now(FetchRequest request) {
  Loop loop;
  std::optional<Fetched> result;
  fetch(loop, std::move(request), [&](Fetched fetched) {
    result = std::move(fetched);
    loop.stop();
  });
  loop.run();
  return *std::move(result);
}

FetchRequest post_json(const Address& address, const std::string& path, std::string json) {
  FetchRequest request;
  request.address = address;
  request.method = "POST";
  request.path = path;
  request.headers = {{"Content-Type", "application/json"}};
  request.body = std::move(json);
  return request;
}

FetchRequest get(const Address& address, const std::string& path) {
  FetchRequest request;
  request.address = address;
  request.path = path;
  return request;
}

}  // namespace quorate::net
