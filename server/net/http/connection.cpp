#include "server/net/http/connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <ctime>
#include <optional>
#include <utility>

#include "server/net/http/ascii.hpp"
#include "server/net/http/head.hpp"
#include "server/net/http/responses.hpp"
#include "shared/protocol/paths.hpp"

namespace quorate::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = beast::error_code;

namespace {

constexpr std::size_t kReadBytes = 2048;
constexpr unsigned kHttp11 = 11;

using Parser = http::request_parser<http::string_body>;

class HttpConnection final : public Endable, public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(std::shared_ptr<const HttpService> service, Socket socket,
                 const budgets::Address& remote)
      : service_(std::move(service)),
        socket_(std::move(socket)),
        remote_(remote),
        peer_(remote),
        deadline_(service_->loop),
        buffer_(kHeadBytes + kBodyBytes) {
    service_->connections->begin(*this, peer_);
  }
  ~HttpConnection() override { service_->connections->end(*this); }

  Kind kind() const override { return Kind::http; }

  void stop() override {
    if (idle_) cut();
  }
  void cut() override {
    deadline_.cancel();
    Error ignored;  // it is closed either way
    socket_.close(ignored);
  }

  asio::awaitable<void> run(std::shared_ptr<HttpConnection>) {
    bool more = true;
    while (more && !handed_over_) more = co_await serve_one();
    if (!handed_over_) co_await drain();
  }

 private:
  // False when the connection is to be ended.
  asio::awaitable<bool> serve_one() {
    https_ = false;
    const auto head_size = co_await read_head();
    if (!head_size) co_return false;
    Parser parser;
    parser.header_limit(kHeadBytes);
    parser.body_limit(kBodyBytes);
    const std::string head(static_cast<const char*>(buffer_.cdata().data()), *head_size);
    Error error;
    buffer_.consume(parser.put(asio::buffer(head), error));
    if (error && error != http::error::need_more) co_return co_await refuse_message(error);
    const auto& message = parser.get();
    if (message.version() >= kHttp11 && message.find(http::field::host) == message.end()) {
      co_return co_await refuse(status::kBadRequest, "The request names no host.");
    }
    if (!find_asker(message)) {
      co_return co_await refuse(status::kUnavailable, service_->full);
    }
    const auto path = path_of(view(message.target()));
    if (service_->upgrade && path && path->starts_with(protocol::kSocketPath)) {
      co_return co_await upgrade(message, head, protocol::workshop_in(*path));
    }
    if (!parser.is_done()) {
      deadline(service_->deadlines.body_ms);
      auto [unread, size] = co_await http::async_read(socket_, buffer_, parser, kTuple);
      if (unread) co_return co_await refuse_message(unread);
    }
    deadline_.cancel();
    HttpRequest request = release(parser, path.value_or(""));
    const bool keep_alive = message.keep_alive();
    const bool with_body = request.method != "HEAD";
    const HttpResponse response = co_await ask(std::move(request));
    const bool more = keep_alive && !service_->connections->stopping();
    co_return co_await write(response, more, with_body) && more;
  }

  // How long the head at the beginning of the buffer is; nothing when there will be none, and then
  // that was said.
  asio::awaitable<std::optional<std::size_t>> read_head() {
    idle_ = buffer_.size() == 0;
    deadline(idle_ ? service_->deadlines.idle_ms : service_->deadlines.head_ms);
    for (;;) {
      const auto bytes = buffer_.cdata();
      const auto head = scan_head({static_cast<const char*>(bytes.data()), bytes.size()});
      if (!head) {
        co_await refuse(head.error().status, head.error().sentence);
        co_return std::nullopt;
      }
      if (*head) co_return *head;
      const auto space = buffer_.prepare(kReadBytes);
      auto [error, size] = co_await socket_.async_read_some(space, kTuple);
      if (error) {
        if (expired_ && !idle_) {
          co_await refuse(status::kTooSlow, "The request took too long to arrive.");
        }
        co_return std::nullopt;
      }
      buffer_.commit(size);
      if (std::exchange(idle_, false)) deadline(service_->deadlines.head_ms);
    }
  }

  asio::awaitable<bool> refuse_message(Error error) {
    if (expired_) return refuse(status::kTooSlow, "The request took too long to arrive.");
    if (error == http::error::body_limit) {
      return refuse(status::kTooLarge, "The request is too large.");
    }
    return refuse(status::kBadRequest, "This is not a well-formed HTTP request.");
  }

  template <class Message>
  asio::awaitable<bool> upgrade(const Message& message, std::string head,
                                std::optional<std::string> workshop) {
    if (!workshop) {
      co_return co_await refuse(status::kNotFound, "There is no such page.");
    }
    if (!beast::websocket::is_upgrade(message)) {
      co_return co_await refuse(status::kUpgradeRequired, "This address is for WebSockets.");
    }
    const auto origin = view(message[http::field::origin]);
    const auto host = view(message[http::field::host]);
    if (!origin_allowed(origin, host, service_->allowed_origin)) {
      co_return co_await refuse(status::kForbidden, "Another site may not open this connection.");
    }
    if (buffer_.size() > 0 || service_->connections->stopping()) co_return false;
    deadline_.cancel();
    handed_over_ = true;
    service_->connections->end(*this);
    service_->upgrade(std::move(socket_), std::move(head), *std::move(workshop), peer_, https_);
    co_return false;
  }

  // Whose request this is, and how it came: behind a proxy each may be another's. False when there
  // is no place for them.
  template <class Message>
  bool find_asker(const Message& message) {
    if (!budgets::is_proxy(remote_, service_->proxies)) return true;
    https_ = view(message["x-forwarded-proto"]).starts_with("https");
    std::vector<std::string_view> forwarded;
    for (const auto& field : message) {
      if (equal_ignoring_case(view(field.name_string()), "x-forwarded-for")) {
        forwarded.push_back(view(field.value()));
      }
    }
    const budgets::Peer peer(budgets::asker(remote_, forwarded, service_->proxies));
    if (peer == peer_) return true;
    // For it a stranger may be cut, and this one, until now another's, may be that.
    if (!service_->connections->make_place(peer) || !socket_.is_open()) return false;
    peer_ = peer;
    service_->connections->belongs_to(*this, peer_);
    return true;
  }

  HttpRequest release(Parser& parser, std::string path) const {
    HttpRequest request;
    const auto& message = parser.get();
    request.method = std::string(message.method_string());
    request.path = std::move(path);
    request.peer = peer_;
    for (const auto& field : message) {
      request.headers.push_back(
          {to_lower(std::string(field.name_string())), std::string(field.value())});
    }
    request.body = std::move(parser.get().body());
    request.https = https_;
    return request;
  }

  asio::awaitable<HttpResponse> ask(HttpRequest request) {
    asker_ = request.asker = std::make_shared<Asker>();
    watch();
    const HttpResponse response = co_await response_to(std::move(request));
    asker_ = nullptr;
    Error ignored;  // nothing but the watching is under way
    socket_.cancel(ignored);
    co_return response;
  }

  // Notices that the other end hangs up, and keeps what else it says. Keeps no connection alive, so
  // that one ends whose response will never come.
  void watch() {
    const auto look = [weak = weak_from_this(), asker = asker_](Error error) {
      const auto self = weak.lock();
      if (self && self->asker_ == asker && !self->is_there(error)) self->hung_up();
    };
    socket_.async_wait(Socket::wait_read, look);
  }

  // Whether the other end is there still, and is watched on.
  bool is_there(Error error) {
    const std::size_t space = buffer_.max_size() - buffer_.size();
    if (error || space == 0) return false;
    const auto bytes = buffer_.prepare(std::min(space, kReadBytes));
    const std::size_t size = socket_.read_some(bytes, error);
    if (error && error != asio::error::would_block && error != asio::error::try_again) return false;
    buffer_.commit(size);
    watch();
    return true;
  }

  void hung_up() {
    const std::shared_ptr<Asker> asker = std::exchange(asker_, nullptr);
    if (asker->hung_up) asker->hung_up();
  }

  asio::awaitable<HttpResponse> response_to(HttpRequest request) {
    return asio::async_initiate<const asio::use_awaitable_t<>, void(HttpResponse)>(
        [this](auto completion, HttpRequest asked) {
          // A std::function must be copyable; the completion is called once.
          const auto shared = std::make_shared<decltype(completion)>(std::move(completion));
          const Respond respond = [shared, &loop = service_->loop](HttpResponse response) {
            loop.post([shared, response = std::move(response)] { std::move (*shared)(response); });
          };
          service_->request(std::move(asked), respond);
        },
        asio::use_awaitable, std::move(request));
  }

  asio::awaitable<bool> refuse(int code, std::string_view sentence) {
    co_await write(sentence_response(code, sentence), false, true);
    co_return false;
  }

  // False when it could not be written.
  asio::awaitable<bool> write(const HttpResponse& response, bool keep_alive, bool with_body) {
    const std::string head = http_head(response, keep_alive, https_, std::time(nullptr));
    Sending sending(*this);
    const std::string_view body =
        with_body && response.body ? std::string_view(*response.body) : std::string_view();
    if (!co_await write(head, body, sending)) co_return false;
    if (with_body && response.file) {
      for (auto& pieces = response.file->pieces; !pieces.empty(); pieces.pop_front()) {
        if (!co_await write(pieces.front(), "", sending)) co_return false;
      }
    }
    deadline_.cancel();
    co_return true;
  }

  // How a response is taken: without progress for a while, or too slowly in all, and it is ended.
  struct Sending {
    explicit Sending(HttpConnection& connection)
        : unsent(connection.service_->connections->unsent(), connection.peer_, [this, &connection] {
            body = {};
            connection.service_->connections->met(budgets::Budget::unsent_of_an_address);
            connection.service_->connections->closed_slow();
            connection.cut();
          }) {}
    const std::int64_t since_ms = Loop::steady_ms();
    std::int64_t written = 0;
    budgets::Unsent::Holder unsent;
    budgets::Unsent::Part body;  // once the network did not take all at once
  };

  // `second` is what is counted.
  asio::awaitable<bool> write(std::string_view first, std::string_view second, Sending& sending) {
    std::size_t written = 0;
    while (written < first.size() + second.size()) {
      deadline(within(sending));
      const std::size_t of_first = std::min(written, first.size());
      const std::array<asio::const_buffer, 2> rest{
          asio::const_buffer(first.data(), first.size()) + of_first,
          asio::const_buffer(second.data(), second.size()) + (written - of_first)};
      auto [error, size] = co_await socket_.async_write_some(rest, kTuple);
      if (error) co_return false;
      written += size;
      sending.written += static_cast<std::int64_t>(size);
      if (written < first.size() + second.size() && !second.empty() && !sending.body) {
        sending.body = sending.unsent.take(0, second.data(), second.size());
        service_->connections->unsent().relieve(peer_);
      }
      service_->connections->sent(size);
    }
    co_return true;
  }

  // How long the next bytes may take.
  std::int64_t within(const Sending& sending) const {
    constexpr std::int64_t kMsPerSecond = 1000;
    const HttpDeadlines& deadlines = service_->deadlines;
    const std::int64_t due = sending.since_ms + deadlines.write_ms +
                             sending.written * kMsPerSecond / deadlines.write_bytes_a_second;
    return std::clamp<std::int64_t>(due - Loop::steady_ms(), 0, deadlines.write_ms);
  }

  // Lets the other end read the response: closing with its bytes unread would cut it off.
  asio::awaitable<void> drain() {
    Error ignored;  // when it fails the other end has closed already
    socket_.shutdown(Socket::shutdown_send, ignored);
    deadline(service_->deadlines.linger_ms);
    std::array<char, kReadBytes> discarded;
    for (;;) {
      const auto buffer = asio::buffer(discarded);
      auto [error, size] = co_await socket_.async_read_some(buffer, kTuple);
      if (error) break;
    }
    cut();
  }

  void deadline(std::int64_t ms) {
    expired_ = false;
    deadline_.after(ms, [this] {
      expired_ = true;
      Error ignored;  // what is under way, if anything, ends
      socket_.cancel(ignored);
    });
  }

  static std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

  const std::shared_ptr<const HttpService> service_;
  Socket socket_;
  const budgets::Address remote_;
  budgets::Peer peer_;            // of the last request
  std::shared_ptr<Asker> asker_;  // while a response is awaited
  Timer deadline_;
  beast::flat_buffer buffer_;
  bool idle_ = true;    // between requests
  bool https_ = false;  // what the other end speaks, to a proxy of ours
  bool expired_ = false;
  bool handed_over_ = false;
};

}  // namespace

void serve_http(std::shared_ptr<const HttpService> service, Socket socket,
                const budgets::Address& remote) {
  const auto executor = socket.get_executor();
  const auto ended = [connections = service->connections](std::exception_ptr error) {
    connections->report_end(std::move(error));
  };
  const auto connection =
      std::make_shared<HttpConnection>(std::move(service), std::move(socket), remote);
  asio::co_spawn(executor, connection->run(connection), ended);
}

}  // namespace quorate::net
