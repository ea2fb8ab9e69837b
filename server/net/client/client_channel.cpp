#include "server/net/client/client_channel.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <utility>

#include "server/net/loop_impl.hpp"
#include "server/net/socket.hpp"

namespace quorate::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

// One connection from open() to its end. The coroutines keep it alive; the channel forgets it when
// nothing more is to be reported.
class ClientChannel::Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Loop& loop, Handlers handlers, const ClientLimits& limits)
      : resolver_(loop.impl().io),
        stream_(loop.impl().io),
        deadline_(loop),
        handlers_(std::move(handlers)),
        limits_(limits) {}

  void start(const Address& address, const std::string& path) {
    deadline_.after(limits_.open_ms, [this] { cut(); });
    asio::co_spawn(stream_.get_executor(), run(shared_from_this(), address, path), asio::detached);
  }

  void send(std::string text) {
    if (!open_ || closing_ || cut_) return;
    queued_bytes_ += text.size();
    if (queued_bytes_ > limits_.queued_bytes) return cut();
    queue_.push_back(std::move(text));
    write();
  }

  void close() {
    reporting_ = false;
    if (!open_) return cut();
    if (std::exchange(closing_, true)) return;
    deadline_.after(limits_.close_ms, [this] { cut(); });
    write();
  }

  void forget() {
    reporting_ = false;
    cut();
  }

 private:
  using Self = std::shared_ptr<Connection>;

  void cut() {
    if (std::exchange(cut_, true)) return;
    deadline_.cancel();
    resolver_.cancel();
    Error ignored;  // an end has no further error worth telling
    stream_.next_layer().close(ignored);
  }

  asio::awaitable<Error> connect(Address address, std::string path) {
    auto [not_found, found] =
        co_await resolver_.async_resolve(address.host, std::to_string(address.port), kTuple);
    if (not_found) co_return not_found;
    auto [refused, endpoint] = co_await asio::async_connect(stream_.next_layer(), found, kTuple);
    if (refused) co_return refused;
    stream_.next_layer().set_option(tcp::no_delay(true));
    stream_.read_message_max(limits_.message_bytes);
    const std::string host = address.host + ":" + std::to_string(address.port);
    auto [failed] = co_await stream_.async_handshake(host, path, kTuple);
    co_return failed;
  }

  asio::awaitable<void> run(Self self, Address address, std::string path) {
    int code = kNoCloseCode;
    const Error failed = co_await connect(std::move(address), std::move(path));
    if (!failed && !cut_) {
      deadline_.cancel();
      open_ = true;
      if (reporting_) handlers_.opened();
      code = co_await read();
    }
    open_ = false;
    cut();
    if (std::exchange(reporting_, false)) handlers_.closed(code);
  }

  // Reads until the end; the close code.
  asio::awaitable<int> read() {
    beast::flat_buffer buffer;
    for (;;) {
      auto [error, size] = co_await stream_.async_read(buffer, kTuple);
      if (error == websocket::error::closed) co_return stream_.reason().code;
      if (error) co_return kNoCloseCode;
      const auto bytes = buffer.cdata();
      if (reporting_) {
        handlers_.message(std::string_view(static_cast<const char*>(bytes.data()), bytes.size()));
      }
      buffer.consume(size);
    }
  }

  void write() {
    if (std::exchange(writing_, true)) return;
    asio::co_spawn(stream_.get_executor(), write_all(shared_from_this()), asio::detached);
  }

  asio::awaitable<void> write_all(Self self) {
    while (!queue_.empty() && !cut_) {
      const std::string text = std::move(queue_.front());
      queue_.pop_front();
      const auto bytes = asio::buffer(text);
      auto [error, size] = co_await stream_.async_write(bytes, kTuple);
      queued_bytes_ -= text.size();
      if (error) break;  // the reader sees it too, and reports
    }
    writing_ = false;
    if (closing_ && !cut_) {
      writing_ = true;  // nothing is written after a close
      const websocket::close_reason reason(websocket::close_code::normal);
      co_await stream_.async_close(reason, kTuple);
    }
  }

  tcp::resolver resolver_;
  websocket::stream<tcp::socket> stream_;
  Timer deadline_;
  Handlers handlers_;
  ClientLimits limits_;
  std::deque<std::string> queue_;
  std::size_t queued_bytes_ = 0;
  bool open_ = false;
  bool writing_ = false;
  bool closing_ = false;
  bool cut_ = false;
  bool reporting_ = true;
};

ClientChannel::ClientChannel(Loop& loop, Handlers handlers, ClientLimits limits)
    : loop_(loop), handlers_(std::move(handlers)), limits_(limits) {}

ClientChannel::~ClientChannel() { cut(); }

void ClientChannel::open(const Address& address, const std::string& path) {
  close();
  connection_ = std::make_shared<Connection>(loop_, handlers_, limits_);
  connection_->start(address, path);
}

void ClientChannel::send(std::string text) {
  if (connection_) connection_->send(std::move(text));
}

void ClientChannel::close() {
  if (const auto connection = std::exchange(connection_, nullptr)) connection->close();
}

void ClientChannel::cut() {
  if (const auto connection = std::exchange(connection_, nullptr)) connection->forget();
}

}  // namespace quorate::net
