#include "client-wasm/client.hpp"

#include <algorithm>
#include <utility>

#include "client-wasm/checks.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/session/hex.hpp"

namespace quorate::client {

namespace {

using json::Fields;
using json::Value;

constexpr std::size_t kIdMost = 64;
constexpr std::size_t kFieldMost = 256;         // a path within a command
constexpr std::size_t kViewValues = 1'000'000;  // 20,000 people on a desk and room to spare
constexpr std::string_view kSecretKey = "secret";

std::string_view role_name(As as) {
  switch (as) {
    case As::participant:
      return "participant";
    case As::facilitator:
      return "facilitator";
    case As::cofacilitator:
      return "cofacilitator";
    case As::wall:
      return "wall";
  }
  return "";
}

// P6.1, with the id and the kind that are still to be added
bool can_be_sent(const Value& command) {
  constexpr std::size_t kAdded = 128;
  return depth(command) <= protocol::kMessageDepth && is_whole(command) &&
         json::write(command).size() + kAdded <= protocol::kMessageBytes;
}

}  // namespace

Client::Client(Start start)
    : start_(std::move(start)),
      random_(start_.random),
      connection_(random_, timers_),
      pending_(random_) {}

Actions Client::start(std::int64_t now) {
  if (start_.as == As::participant) {
    const std::string* kept = nullptr;
    for (const Keep& entry : start_.kept) {
      if (entry.key == kSecretKey) kept = &entry.value;
      pending_.restore(entry.key, entry.value, out_);
    }
    const auto is_secret = [this] { return session::is_hex(start_.secret, session::kIdDigits); };
    if (!is_secret() && kept != nullptr) start_.secret = *kept;
    if (!is_secret()) start_.secret = random_.hex(session::kIdBytes);
    if (kept == nullptr || *kept != start_.secret) {
      out_.push_back(Keep{std::string(kSecretKey), start_.secret});
    }
  }
  start_.kept.clear();
  if (start_.as != As::participant && !session::is_hex(start_.token, session::kIdDigits)) {
    connection_.stop("bad_token", out_);
  } else if (!session::is_hex(start_.workshop, session::kIdDigits)) {
    connection_.stop("unknown_workshop", out_);
  } else {
    connection_.start("/ws/" + start_.workshop, now, out_);
  }
  return done(now);
}

Actions Client::opened(std::int64_t now) {
  if (connection_.opened()) connection_.send(json::write(hello()), now, out_);
  return done(now);
}

Value Client::hello() const {
  Value hello = Value::object();
  hello.set("t", "hello");
  hello.set("v", protocol::kVersion);
  hello.set("role", role_name(start_.as));
  if (start_.as == As::participant) hello.set("secret", start_.secret);
  if (!start_.token.empty()) hello.set("token", start_.token);
  replica_.describe(hello);
  return hello;
}

Actions Client::closed(int code, std::int64_t now) {
  connection_.closed(code, now, out_);
  return done(now);
}

Actions Client::ran_out(Timer timer, std::int64_t now) {
  if (timers_.ran_out(timer)) connection_.ran_out(timer, now, out_);
  return done(now);
}

Actions Client::received(std::string_view text, std::int64_t now) {
  if (!connection_.heard(out_)) return done(now);
  auto message = json::read(text, {protocol::kViewBytes, protocol::kViewDepth, kViewValues});
  if (!message || !on_message(*std::move(message), now)) {
    out_.push_back(Complain{"the server sent what it should not; connecting again"});
    connection_.give_up(now, out_);
  }
  return done(now);
}

bool Client::on_message(Message&& message, std::int64_t now) {
  Fields fields(message);
  const std::string kind = fields.string("t", {1, kWordMost});
  if (fields.error()) return false;
  if (kind == "welcome") return on_welcome(std::move(message), now);
  if (kind == "error") return on_error(message);
  if (!connection_.up()) return false;  // P2.3: the welcome comes first
  if (kind == "delta") return replica_.delta(std::move(message));
  if (kind == "own") return on_own(std::move(message));
  if (kind == "presence") return replica_.presence(message);
  if (kind == "code") return replica_.change_code(message);
  if (kind == "outcome") return on_outcome(std::move(message));
  return kind == "pong";
}

bool Client::on_welcome(Message&& message, std::int64_t now) {
  const std::int64_t epoch = replica_.epoch();
  if (!replica_.welcome(std::move(message), now)) return false;
  const bool is_first = connection_.welcomed(now, out_);
  if (replica_.role() == "participant") {
    group_ = replica_.group();
    // A join sent on this connection gets its outcome; one of an earlier connection has happened.
    if (is_first) pending_.drop_joins();
    pending_.offer_again(replica_, out_);
  } else if (replica_.waiting()) {
    if (is_first) pending_.drop_joins();  // they have asked to come in already
  } else if (replica_.role() == "anonymous" && !group_.empty() && replica_.epoch() != epoch) {
    // The server was restored from before this person joined (a new epoch): join again as before.
    Value body = Value::object();
    body.set("group", std::exchange(group_, {}));
    pending_.command("join", std::move(body));
  }
  return true;
}

bool Client::on_own(Message&& message) {
  if (!replica_.own(std::move(message))) return false;
  group_ = replica_.group();
  return true;
}

bool Client::on_outcome(Message&& message) {
  Fields fields(message);
  const std::string id = fields.string("id", {1, kIdMost});
  const bool ok = fields.boolean("ok");
  const std::string code = ok ? std::string() : fields.string("code", {1, kWordMost});
  const std::string field = fields.string_if("field", {0, kFieldMost}).value_or("");
  if (fields.error()) return false;
  if ((fields.has("me") || fields.has("waiting")) && !replica_.own(std::move(message))) {
    return false;
  }
  const Pending::Settled settled = pending_.outcome(id, ok, code, out_);
  using What = Pending::Settled::What;
  if (settled.what == What::later) {
    retry_later();
  } else {
    passing_refusals_ = 0;
    if (settled.what == What::refused) refusal_ = Refusal{settled.kind, code, field};
  }
  return true;
}

bool Client::on_error(const Message& message) {
  Fields fields(message);
  const std::string code = fields.string("code", {1, kWordMost});
  const std::string field = fields.string_if("field", {0, kFieldMost}).value_or("");
  if (fields.error()) return false;
  refusal_ = Refusal{"", code, field};
  return true;
}

void Client::retry_later() {
  constexpr int kDoublings = 6;  // as with connections (P6.3)
  passing_refusals_ = std::min(passing_refusals_ + 1, kDoublings);
  const std::int64_t most =
      std::min(protocol::kRetryMostMs, protocol::kRetryFirstMs << passing_refusals_);
  if (!timers_.running(Timer::again)) timers_.set(Timer::again, random_.up_to(most), out_);
}

Pending::Added Client::on_answer(const Value& command) {
  Fields fields(command);
  const std::string factor = fields.string("factor", {1, kFactorMost});
  const std::int64_t round = fields.integer("round", 1, kRoundMost);
  std::string reason = fields.string_if("reason", {0, kReasonMost}).value_or("");
  const Value* value = command.find("value");
  if (fields.error() || !is_rating(value)) {
    out_.push_back(Complain{"an answer needs factor, round and value, and has a short reason"});
    return Pending::Added::twin;
  }
  return pending_.answer(factor, round, *value, std::move(reason), out_);
}

Actions Client::command(const Value& command, std::int64_t now) {
  Fields fields(command);
  const std::string kind = fields.string("kind", {1, kWordMost});
  if (fields.error() || !can_be_sent(command)) {
    out_.push_back(Complain{"a command needs a kind and has to keep to the limits of a message"});
    return done(now);
  }
  Pending::Added added = Pending::Added::yes;
  if (kind == "answer") {
    added = on_answer(command);
  } else {
    refusal_.reset();
    Value body = command;
    for (const std::string_view key : {"in", "kind", "t", "id"}) body.erase(key);
    added = pending_.command(kind, std::move(body));
  }
  if (added == Pending::Added::full) refusal_ = Refusal{kind, "too_many_pending", ""};
  return done(now);
}

Actions Client::dismiss(std::int64_t now) {
  refusal_.reset();
  return done(now);
}

Actions Client::wake(std::int64_t now) {
  connection_.wake(now, out_);
  return done(now);
}

Actions Client::network(bool online, std::int64_t now) {
  connection_.network(online, now, out_);
  return done(now);
}

Actions Client::take_over(const std::optional<Kept>& kept, std::int64_t now) {
  if (connection_.take_over(now, out_) && kept) {
    pending_.drop_unsettled();
    for (const Keep& entry : *kept) pending_.restore(entry.key, entry.value, out_);
  }
  return done(now);
}

void Client::flush(std::int64_t now) {
  if (!connection_.up()) {
    pending_.disconnected();
    timers_.cancel(Timer::again, out_);
    return;
  }
  if (timers_.running(Timer::again)) return;
  const auto next = [this] { return pending_.next(replica_.role(), replica_.paused()); };
  for (std::string text = next(); !text.empty(); text = next()) {
    connection_.send(std::move(text), now, out_);
  }
}

Actions Client::done(std::int64_t now) {
  flush(now);
  if (auto patch = view_model_.update(connection_, replica_, pending_,
                                      timers_.running(Timer::again), refusal_)) {
    out_.push_back(Show{std::move(*patch)});
  }
  return std::exchange(out_, {});
}

}  // namespace quorate::client
