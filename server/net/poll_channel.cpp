// The channel for networks that let no WebSocket through (PROTOCOL.md section 7): down by a request
// that is answered when there is something to say, up by numbered posts.
#include <sodium.h>

#include <charconv>
#include <utility>

#include "server/net/http_head.hpp"
#include "server/net/poll_queue.hpp"
#include "server/net/server_state.hpp"
#include "server/room/random.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/protocol/poll.hpp"
#include "shared/session/record.hpp"

namespace quorate::net {

namespace {

constexpr std::size_t kIdBytes = 16;
constexpr std::string_view kPollPath = "/poll/";
constexpr std::string_view kLines = "application/x-ndjson";

HttpAnswer empty_answer(int code) {
  HttpAnswer answer;
  answer.status = code;
  return answer;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

class PollChannel final : public Channel, public std::enable_shared_from_this<PollChannel> {
 public:
  explicit PollChannel(std::shared_ptr<Server::State> state)
      : state_(std::move(state)),
        id_(state_->next_id++),
        key_(room::random_hex(
            [](std::uint8_t* bytes, std::size_t size) { randombytes_buf(bytes, size); }, kIdBytes)),
        queue_(state_->options.outbox_bytes),
        answer_by_(state_->loop),
        deadline_(state_->loop) {
    state_->begin(*this);
  }
  ~PollChannel() override { state_->end(*this); }

  const std::string& key() const { return key_; }
  const std::string& workshop() const { return workshop_; }

  void open(std::string workshop) {
    workshop_ = std::move(workshop);
    state_->polls.emplace(key_, shared_from_this());
    state_->channels.emplace(id_, this);
    wait_for_next();
    state_->handlers.connected(id_, workshop_);
  }

  void send(const room::Message& message, bool replaces) override {
    if (!queue_.push(message, replaces)) {
      queue_.close(static_cast<std::uint16_t>(protocol::CloseCode::slow), true);
      gone();
    }
    soon();
  }

  void close(std::uint16_t code) override {
    queue_.close(code, false);
    deadline_.after(state_->options.linger_ms, [this] { end(); });
    gone();
    soon();
  }

  // Nothing by itself: the rooms say goodbye.
  void stop() override {}
  void cut() override { end(); }

  // A message of the other end: 204 when it was taken now or before.
  HttpAnswer take(const HttpRequest& request) {
    const auto number = number_in(request.header(protocol::kPollNumber));
    if (!number) return error_answer(status::kBadRequest, "bad_message");
    if (*number > next_up_) return error_answer(status::kConflict, "out_of_order");
    if (*number < next_up_ || queue_.closing()) return empty_answer(status::kNoContent);
    ++next_up_;
    if (request.body.size() > protocol::kMessageBytes) {
      state_->handlers.unreadable(id_, protocol::CloseCode::too_large);
      close(static_cast<std::uint16_t>(protocol::CloseCode::too_large));
    } else {
      state_->handlers.received(id_, request.body);
    }
    return empty_answer(status::kNoContent);
  }

  // The other end asks for what there is; answered when there is something.
  void poll(const HttpRequest& request, HttpReply reply) {
    const auto number = number_in(request.header(protocol::kPollNumber));
    if (!number) return reply(error_answer(status::kBadRequest, "bad_message"));
    deadline_.cancel();
    queue_.received(*number);
    if (const HttpReply older = std::exchange(reply_, std::move(reply))) {
      older(empty_answer(status::kNoContent));  // asked again: nobody waits for that one
    }
    answer_by_.after(protocol::kPollMs, [this] { answer(); });
    if (!queue_.empty()) answer();
  }

  // The other end leaves, or has not been heard of.
  void end() {
    gone();
    answer_by_.cancel();
    deadline_.cancel();
    if (const HttpReply owed = std::exchange(reply_, nullptr))
      owed(empty_answer(status::kNoContent));
    // What calls this may be a function of ours.
    state_->loop.post([self = shared_from_this()] { self->state_->polls.erase(self->key_); });
  }

 private:
  // Together with what else is said in this turn of the loop.
  void soon() {
    if (std::exchange(answering_, true)) return;
    state_->loop.post([self = shared_from_this()] {
      self->answering_ = false;
      if (self->reply_ && !self->queue_.empty()) self->answer();
    });
  }

  void answer() {
    const HttpReply reply = std::exchange(reply_, nullptr);
    if (!reply) return;
    answer_by_.cancel();
    PollQueue::Batch batch = queue_.hand_out();
    HttpAnswer answer(status::kOk, kLines, std::move(batch.lines));
    answer.with(std::string(protocol::kPollNumber), std::to_string(batch.first));
    if (const auto code = queue_.closing()) {
      answer.with(std::string(protocol::kPollClose), std::to_string(*code));
    }
    reply(std::move(answer));
    if (queue_.closing()) {
      end();
    } else {
      wait_for_next();
    }
  }

  void wait_for_next() {
    deadline_.after(protocol::kPollAgainMs, [this] { end(); });
  }

  // Never within a call from outside.
  void gone() {
    if (state_->channels.erase(id_) == 0) return;
    state_->loop.post([state = state_, id = id_] { state->handlers.disconnected(id); });
  }

  const std::shared_ptr<Server::State> state_;
  const ConnectionId id_;
  const std::string key_;
  std::string workshop_;
  PollQueue queue_;
  std::uint64_t next_up_ = 1;
  HttpReply reply_;  // of the request that waits
  bool answering_ = false;
  Timer answer_by_;
  Timer deadline_;
};

bool is_poll(std::string_view path) { return path.starts_with(kPollPath); }

void serve_poll(const std::shared_ptr<Server::State>& state, const HttpRequest& request,
                const HttpReply& reply) {
  const std::string workshop = request.path.substr(kPollPath.size());
  if (!session::is_hex(workshop, session::kWorkshopIdLength)) {
    return reply(error_answer(status::kNotFound, "unknown_address"));
  }
  if (!origin_allowed(request.header("origin"), request.header("host"),
                      state->options.allowed_origin)) {
    return reply(error_answer(status::kForbidden, "other_site"));
  }
  const std::string key(request.header(protocol::kPollChannel));
  if (key.empty() && request.method == "POST") {
    const bool full = state->connections.size() >= state->options.connections || state->stopping;
    if (full) return reply(error_answer(status::kUnavailable, "busy"));
    const auto channel = std::make_shared<PollChannel>(state);
    channel->open(workshop);
    return reply(
        empty_answer(status::kCreated).with(std::string(protocol::kPollChannel), channel->key()));
  }
  const auto found = state->polls.find(key);
  if (found == state->polls.end() || found->second->workshop() != workshop) {
    return reply(error_answer(status::kNotFound, "unknown_channel"));
  }
  const std::shared_ptr<PollChannel> channel = found->second;  // it may end within the call
  if (request.method == "POST") return reply(channel->take(request));
  if (request.method == "GET") return channel->poll(request, reply);
  if (request.method != "DELETE") return reply(empty_answer(status::kMethodNotAllowed));
  channel->end();
  reply(empty_answer(status::kNoContent));
}

}  // namespace quorate::net
