#include "server/net/channel/poll_channel.hpp"

#include <sodium.h>

#include <charconv>
#include <utility>
#include <vector>

#include "server/net/channel/poll_queue.hpp"
#include "server/net/http/head.hpp"
#include "server/net/http/responses.hpp"
#include "server/room/random.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/protocol/paths.hpp"
#include "shared/protocol/poll.hpp"
#include "shared/session/hex.hpp"

namespace quorate::net {

namespace {

constexpr std::string_view kLines = "application/x-ndjson";
// Responses that the network has not taken whole; each may hold all that waits.
constexpr std::size_t kUntaken = 2;

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

class PollChannel final : public Channel, public std::enable_shared_from_this<PollChannel> {
 public:
  PollChannel(std::shared_ptr<PollChannels> owner, std::shared_ptr<Channels> channels,
              const budgets::Peer& peer)
      : owner_(std::move(owner)),
        channels_(std::move(channels)),
        id_(channels_->next_id()),
        key_(room::random_hex(
            [](std::uint8_t* bytes, std::size_t size) { randombytes_buf(bytes, size); },
            session::kIdBytes)),
        peer_(peer),
        place_(owner_->places_.take(peer)),
        unsent_(channels_->connections->unsent(), peer,
                [this] { too_slow(budgets::Budget::unsent_of_an_address); }),
        queue_(channels_->limits.phone_bytes),
        respond_by_(channels_->loop),
        deadline_(channels_->loop) {
    owner_->holders_.emplace(place_, this);
    channels_->connections->begin(*this, peer);
  }
  ~PollChannel() override {
    give_place_up();
    channels_->connections->end(*this);
  }

  const std::string& key() const { return key_; }
  const std::string& workshop() const { return workshop_; }

  void open(std::string workshop, const budgets::Peer& peer) {
    workshop_ = std::move(workshop);
    owner_->by_key_.emplace(key_, shared_from_this());
    wait_for_next();
    channels_->opened(id_, *this, workshop_, peer);
  }

  Kind kind() const override { return Kind::poll; }

  void send(const room::Send& message) override {
    if (!queue_.push(message)) return too_slow(budgets::Budget::unsent_of_a_connection);
    queue_.count(unsent_);
    soon();
    channels_->connections->unsent().relieve(peer_);
  }

  void seated(std::size_t unsent_bytes) override {
    owner_->places_.joined(place_);
    queue_.allow(unsent_bytes);
  }

  void close(std::uint16_t code) override {
    queue_.close(code);
    deadline_.after(channels_->limits.linger_ms, [this] { end(); });
    channels_->gone(id_);
    soon();
  }

  // Nothing by itself: the rooms say goodbye.
  void stop() override {}
  void cut() override { end(); }

  // A message of the other end: 204 when it was taken now or before.
  HttpResponse take(const HttpRequest& request) {
    const auto number = number_in(request.header(protocol::kPollNumber));
    if (!number) return error_response(status::kBadRequest, "bad_message");
    if (*number > next_up_) return error_response(status::kConflict, "out_of_order");
    if (*number < next_up_ || queue_.closing()) return empty_response(status::kNoContent);
    ++next_up_;
    if (request.body.size() > protocol::kMessageBytes) {
      channels_->unreadable(id_, *this, protocol::CloseCode::too_large);
    } else {
      channels_->received(id_, request.body);
    }
    return empty_response(status::kNoContent);
  }

  // The other end asks for what there is; responded to when there is something.
  void poll(const HttpRequest& request, Respond respond) {
    const auto number = number_in(request.header(protocol::kPollNumber));
    if (!number) return respond(error_response(status::kBadRequest, "bad_message"));
    queue_.received(*number);
    std::erase_if(untaken_, [](const auto& body) { return body.expired(); });
    if (untaken_.size() >= kUntaken) {  // asks again and again, and reads nothing
      respond(error_response(status::kNotFound, "unknown_channel"));
      return end();
    }
    deadline_.cancel();
    if (const Respond older = std::exchange(reply_, std::move(respond))) {
      older(empty_response(status::kNoContent));  // asked again: nobody waits for that one
    }
    respond_by_.after(protocol::kPollMs, [this] { respond_now(); });
    if (request.asker) {
      request.asker->hung_up = [weak = weak_from_this(), asking = ++asking_] {
        const auto self = weak.lock();
        if (self && self->asking_ == asking) self->hung_up();
      };
    }
    if (!queue_.empty()) respond_now();
  }

  // The other end leaves, or has not been heard of.
  void end() {
    channels_->gone(id_);
    give_place_up();
    respond_by_.cancel();
    deadline_.cancel();
    if (const Respond owed = std::exchange(reply_, nullptr))
      owed(empty_response(status::kNoContent));
    // What calls this may be a function of ours.
    channels_->loop.post([self = shared_from_this()] { self->owner_->by_key_.erase(self->key_); });
  }

 private:
  void too_slow(budgets::Budget met) {
    channels_->connections->met(met);
    channels_->connections->closed_slow();
    queue_.close_at_once(static_cast<std::uint16_t>(protocol::CloseCode::slow));
    channels_->gone(id_);
    soon();
  }

  // Together with what else is said in this turn of the loop.
  void soon() {
    if (std::exchange(responding_, true)) return;
    channels_->loop.post([self = shared_from_this()] {
      self->responding_ = false;
      if (self->reply_ && !self->queue_.empty()) self->respond_now();
    });
  }

  void respond_now() {
    const Respond respond = std::exchange(reply_, nullptr);
    if (!respond) return;
    respond_by_.cancel();
    PollQueue::Batch batch = queue_.hand_out();
    HttpResponse response(status::kOk, kLines, std::move(batch.lines));
    response.with(std::string(protocol::kPollNumber), std::to_string(batch.first));
    if (const auto code = queue_.closing()) {
      response.with(std::string(protocol::kPollClose), std::to_string(*code));
    }
    untaken_.push_back(response.body);
    respond(std::move(response));
    if (queue_.closing()) {
      end();
    } else {
      wait_for_next();
    }
  }

  // Nobody waits for what there will be; they may ask again.
  void hung_up() {
    if (!reply_) return;  // the response is on its way
    reply_ = nullptr;
    respond_by_.cancel();
    wait_for_next();
  }

  void give_place_up() {
    owner_->places_.leave(place_);
    owner_->holders_.erase(place_);
  }

  void wait_for_next() {
    deadline_.after(protocol::kPollAgainMs, [this] { end(); });
  }

  const std::shared_ptr<PollChannels> owner_;
  const std::shared_ptr<Channels> channels_;
  const ConnectionId id_;
  const std::string key_;
  const budgets::Peer peer_;
  const budgets::Places::Holder place_;
  std::string workshop_;
  budgets::Unsent::Holder unsent_;
  PollQueue queue_;
  std::vector<std::weak_ptr<const std::string>> untaken_;  // bodies of responses
  std::uint64_t next_up_ = 1;
  Respond reply_;             // of the request that waits
  std::uint64_t asking_ = 0;  // tells it from those before it
  bool responding_ = false;
  Timer respond_by_;
  Timer deadline_;
};

PollChannels::PollChannels(std::shared_ptr<Channels> channels, std::string allowed_origin,
                           std::function<bool(const std::string&)> exists)
    : channels_(std::move(channels)),
      allowed_origin_(std::move(allowed_origin)),
      exists_(std::move(exists)),
      places_(budgets::Places::Limits{.all = budgets::kPolls,
                                      .of_an_address = budgets::kPollsOfAnAddress,
                                      .free = 0,
                                      .of_a_hall = budgets::kPollsOfAHall}) {}

bool PollChannels::owns(std::string_view path) { return path.starts_with(protocol::kPollPath); }

void PollChannels::handle(const HttpRequest& request, const Respond& respond) {
  const auto workshop = protocol::workshop_in(request.path);
  if (!workshop) {
    return respond(error_response(status::kNotFound, "unknown_address"));
  }
  if (!origin_allowed(request.header("origin"), request.header("host"), allowed_origin_)) {
    return respond(error_response(status::kForbidden, "other_site"));
  }
  const std::string key(request.header(protocol::kPollChannel));
  if (key.empty() && request.method == "POST") return open(request, *workshop, respond);
  const auto found = by_key_.find(key);
  if (found == by_key_.end() || found->second->workshop() != *workshop) {
    return respond(error_response(status::kNotFound, "unknown_channel"));
  }
  const std::shared_ptr<PollChannel> channel = found->second;  // it may end within the call
  if (request.method == "POST") return respond(channel->take(request));
  if (request.method == "GET") return channel->poll(request, respond);
  if (request.method != "DELETE") return respond(empty_response(status::kMethodNotAllowed));
  channel->end();
  respond(empty_response(status::kNoContent));
}

void PollChannels::open(const HttpRequest& request, const std::string& workshop,
                        const Respond& respond) {
  if (!exists_(workshop)) {
    const auto code = std::to_string(static_cast<int>(protocol::CloseCode::unknown_workshop));
    return respond(error_response(status::kNotFound, "unknown_workshop")
                       .with(std::string(protocol::kPollClose), code));
  }
  Connections& connections = *channels_->connections;
  if (connections.stopping() || !make_place(request.peer) ||
      !connections.make_place(request.peer)) {
    return respond(error_response(status::kUnavailable, "busy"));
  }
  const auto channel = std::make_shared<PollChannel>(shared_from_this(), channels_, request.peer);
  channel->open(workshop, request.peer);
  respond(
      empty_response(status::kCreated).with(std::string(protocol::kPollChannel), channel->key()));
}

// Whether another one of `peer` is let in; another ends for it, perhaps.
bool PollChannels::make_place(const budgets::Peer& peer) {
  const auto verdict = places_.ask(peer);
  if (!verdict.in || verdict.out) channels_->connections->met(budgets::Budget::channels);
  if (verdict.out) holders_.at(*verdict.out)->end();
  return verdict.in;
}

}  // namespace quorate::net
