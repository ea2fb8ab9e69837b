// Beast does the handshake and the reading; what it writes itself goes into
// the outbox like everything else, so that there is one order and one bound. Data frames are framed
// here and sent straight from their shared bytes: nobody calls Beast's write.
#include "server/net/channel/web_socket.hpp"

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <utility>

#include "server/net/channel/frame.hpp"
#include "server/net/channel/outbox.hpp"
#include "server/net/http/message.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Error = beast::error_code;

namespace {

constexpr std::size_t kPieces = 16;         // of one scatter write
constexpr std::size_t kDiscardBytes = 512;  // at a time, while a connection ends

// Where the bytes go that Beast wants to write.
class Sink {
 public:
  virtual void take(std::string bytes) = 0;

 protected:
  ~Sink() = default;
};

// What Beast takes for the socket.
class Layer {
 public:
  using executor_type = Socket::executor_type;

  Layer(Socket& socket, Sink& sink) : socket_(socket), sink_(sink) {}

  executor_type get_executor() noexcept { return socket_.get_executor(); }

  template <class Buffers, class Handler>
  auto async_read_some(const Buffers& buffers, Handler&& handler) {
    return socket_.async_read_some(buffers, std::forward<Handler>(handler));
  }

  // Takes everything at once: a frame is never torn by one of ours.
  template <class Buffers, class Handler>
  auto async_write_some(const Buffers& buffers, Handler&& handler) {
    return asio::async_initiate<Handler, void(Error, std::size_t)>(
        [this](auto completion, std::string bytes) {
          const std::size_t size = bytes.size();
          sink_.take(std::move(bytes));
          asio::post(get_executor(), beast::bind_handler(std::move(completion), Error(), size));
        },
        handler, beast::buffers_to_string(buffers));
  }

 private:
  Socket& socket_;
  Sink& sink_;
};

// The head of a response without the one header that Beast cannot be kept from adding.
std::string without_server(std::string head) {
  constexpr std::string_view kServer = "\r\nServer: ";
  const std::size_t at = head.find(kServer);
  if (at != std::string::npos) head.erase(at, head.find("\r\n", at + kServer.size()) - at);
  return head;
}

// The connection ends its socket itself, after its outbox.
void beast_close_socket(Layer&) {}
template <class Handler>
void async_teardown(beast::role_type, Layer& layer, Handler&& handler) {
  asio::post(layer.get_executor(), beast::bind_handler(std::forward<Handler>(handler), Error()));
}

class WebSocketChannel final : public Channel,
                               private Sink,
                               public std::enable_shared_from_this<WebSocketChannel> {
 public:
  WebSocketChannel(std::shared_ptr<Channels> channels, Socket socket, const budgets::Peer& peer,
                   bool https)
      : channels_(std::move(channels)),
        id_(channels_->next_id()),
        socket_(std::move(socket)),
        stream_(socket_, static_cast<Sink&>(*this)),
        peer_(peer),
        https_(https),
        unsent_(channels_->connections->unsent(), peer, [this] { give_way(); }),
        outbox_(channels_->limits.phone_bytes),
        deadline_(channels_->loop),
        stalled_(channels_->loop) {
    channels_->connections->begin(*this, peer_);
  }

  ~WebSocketChannel() override {
    channels_->gone(id_);
    channels_->connections->end(*this);
  }

  asio::awaitable<void> run(std::shared_ptr<WebSocketChannel>, std::string head,
                            std::string workshop) {
    if (co_await accept(std::move(head))) {
      accepted_ = true;
      channels_->opened(id_, *this, std::move(workshop), peer_);
      co_await read();
      channels_->gone(id_);
    }
    co_await drain();
  }

  Kind kind() const override { return Kind::web_socket; }

  void send(const room::Send& message) override {
    queue(text_frame_head(room::size_of(message)) + message.before, message.message,
          message.replaces, message.after);
  }

  void seated(std::size_t unsent_bytes) override { outbox_.allow(unsent_bytes); }

  void close(std::uint16_t code) override { end_with(close_frame(code)); }

  // Nothing by itself: the rooms say goodbye, or no channel was opened yet.
  void stop() override {
    if (!accepted_) cut();
  }

  void cut() override {
    deadline_.cancel();
    stalled_.cancel();
    Error ignored;  // it is closed either way
    socket_.close(ignored);
  }

 private:
  // Bytes that Beast wants to write: the response to the handshake, then whole control frames.
  // Which close code is sent is decided here alone.
  void take(std::string bytes) override {
    if (accepted_ && is_close_frame(bytes)) return;
    if (!accepted_) bytes = without_server(std::move(bytes));
    queue(std::move(bytes), nullptr, false, {});
  }

  asio::awaitable<bool> accept(std::string head) {
    stream_.read_message_max(protocol::kMessageBytes);
    stream_.set_option(
        websocket::stream_base::decorator([this](websocket::response_type& response) {
          for (const HeaderView& header : standing_headers(https_)) {
            response.set(std::string(header.name), std::string(header.value));
          }
        }));
    stream_.control_callback([this](websocket::frame_type kind, beast::string_view) {
      if (kind == websocket::frame_type::ping) count_ping();
    });
    const auto bytes = asio::buffer(head);
    auto [error] = co_await stream_.async_accept(bytes, kTuple);
    co_return !error;
  }

  asio::awaitable<void> read() {
    beast::flat_buffer buffer;
    for (;;) {
      auto [error, size] = co_await stream_.async_read(buffer, kTuple);
      if (error == websocket::error::closed) co_return close(kNormalClosure);
      if (error == websocket::error::message_too_big) {
        co_return unreadable(protocol::CloseCode::too_large);
      }
      if (error == websocket::condition::protocol_violation) {
        co_return unreadable(protocol::CloseCode::bad_message);
      }
      if (error) co_return;
      const auto bytes = buffer.cdata();
      if (outbox_.ending()) {
        // What still comes is not for anybody.
      } else if (!stream_.got_text()) {
        unreadable(protocol::CloseCode::bad_message);
      } else {
        const std::string_view text(static_cast<const char*>(bytes.data()), bytes.size());
        channels_->received(id_, text);
      }
      buffer.consume(size);
    }
  }

  void unreadable(protocol::CloseCode code) {
    if (!outbox_.ending()) channels_->unreadable(id_, *this, code);
  }

  // After the last chunk is written the other end is given some time to take it and to close.
  asio::awaitable<void> drain() {
    end_with("");
    std::array<char, kDiscardBytes> discarded;
    for (;;) {
      const auto buffer = asio::buffer(discarded);
      auto [error, size] = co_await socket_.async_read_some(buffer, kTuple);
      if (error) break;
    }
    cut();
  }

  // Those of HTTP's own kind, which no page can send; the protocol's are the rooms' to count.
  void count_ping() {
    if (pings_.spend(budgets::kPings, Loop::steady_ms())) return;
    channels_->connections->met(budgets::Budget::pings);
    close(static_cast<std::uint16_t>(protocol::CloseCode::too_fast));
    channels_->gone(id_);
  }

  void queue(std::string head, const room::Message& body, bool replaces, std::string tail) {
    if (!outbox_.push(std::move(head), body, replaces, std::move(tail))) return too_slow();
    write();
    if (outbox_.empty()) return;
    // What the socket has not taken.
    outbox_.count(unsent_);
    channels_->connections->unsent().relieve(peer_);
  }

  // Others of its address, or all together, leave no room for what waits here.
  void give_way() {
    channels_->connections->met(budgets::Budget::unsent_of_an_address);
    channels_->connections->closed_slow();
    outbox_.abandon();
    channels_->gone(id_);
    cut();
  }

  void too_slow() {
    if (!outbox_.ending()) {
      channels_->connections->met(budgets::Budget::unsent_of_a_connection);
      channels_->connections->closed_slow();
      outbox_.last_at_once(close_frame(static_cast<std::uint16_t>(protocol::CloseCode::slow)));
      linger();
      channels_->gone(id_);
    }
    write();
  }

  void end_with(std::string bytes) {
    if (!outbox_.ending()) {
      outbox_.last(std::move(bytes));
      linger();
    }
    write();
  }

  void linger() {
    deadline_.after(channels_->limits.linger_ms, [this] { cut(); });
  }

  // Writes what the socket takes; goes on by itself when it takes more.
  void write() {
    if (waiting_ || !socket_.is_open()) return;
    while (!outbox_.empty()) {
      std::array<std::string_view, kPieces> pieces;
      const std::size_t count = outbox_.next(pieces);
      std::array<asio::const_buffer, kPieces> buffers;
      for (std::size_t i = 0; i < count; ++i) buffers[i] = asio::buffer(pieces[i]);
      Error error;
      const std::size_t written = socket_.write_some(buffers, error);
      if (error == asio::error::would_block || error == asio::error::try_again) return wait();
      if (error) return give_up();
      outbox_.wrote(written);
      channels_->connections->sent(written);
    }
    Error ignored;  // when it fails the other end has closed already
    if (outbox_.ending()) socket_.shutdown(Socket::shutdown_send, ignored);
  }

  void wait() {
    waiting_ = true;
    stalled_.after(channels_->limits.stalled_ms, [this] { too_slow(); });
    socket_.async_wait(Socket::wait_write, [self = shared_from_this()](const Error& error) {
      self->waiting_ = false;
      self->stalled_.cancel();
      if (error) return;
      self->write();
    });
  }

  // The other end is gone: reading ends, and with it the channel.
  void give_up() {
    Error ignored;
    socket_.shutdown(Socket::shutdown_both, ignored);
  }

  const std::shared_ptr<Channels> channels_;
  const ConnectionId id_;
  Socket socket_;
  websocket::stream<Layer> stream_;
  const budgets::Peer peer_;
  const bool https_;
  budgets::Unsent::Holder unsent_;
  Outbox outbox_;
  budgets::Bucket pings_;
  Timer deadline_;
  Timer stalled_;
  bool accepted_ = false;
  bool waiting_ = false;  // for the socket to take more
};

}  // namespace

void serve_web_socket(std::shared_ptr<Channels> channels, Socket socket, std::string head,
                      std::string workshop, const budgets::Peer& peer, bool https) {
  const auto executor = socket.get_executor();
  const auto ended = [connections = channels->connections](std::exception_ptr error) {
    connections->report_end(std::move(error));
  };
  const auto channel =
      std::make_shared<WebSocketChannel>(std::move(channels), std::move(socket), peer, https);
  asio::co_spawn(executor, channel->run(channel, std::move(head), std::move(workshop)), ended);
}

}  // namespace quorate::net
