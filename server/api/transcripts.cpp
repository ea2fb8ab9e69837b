#include "server/api/transcripts.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

#include "server/api/impl.hpp"
#include "shared/session/hex.hpp"

namespace quorate::api {

namespace {

constexpr std::size_t kIdDigitsInFileName = 8;

std::string commit(std::string_view salt, std::string_view payload) {
  const auto bytes = [](std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> tag;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(salt), salt.size());
  crypto_auth_hmacsha256_update(&state, bytes(payload), payload.size());
  crypto_auth_hmacsha256_final(&state, tag.data());
  std::array<char, 2 * crypto_auth_hmacsha256_BYTES + 1> hex;
  return sodium_bin2hex(hex.data(), hex.size(), tag.data(), tag.size());
}

HttpResponse transcript_response(std::vector<transcript::Source> records,
                                 const room::Random& random, const std::string& workshop) {
  const transcript::Means means{commit,
                                [&] { return room::random_hex(random, session::kIdBytes); }};
  auto pieces = transcript::write(std::move(records), means);
  if (!pieces) {
    switch (pieces.error()) {
      case transcript::WriteError::not_created:
        return error_response(status::kNotFound, "unknown_workshop");
      case transcript::WriteError::not_ended:
        return error_response(status::kConflict, "not_ended");
      case transcript::WriteError::too_large:
        return error_response(status::kInternalError, "too_large");
    }
  }
  HttpResponse response;
  response.file = std::make_shared<net::HttpFile>();
  for (const std::string& piece : *pieces) response.file->bytes += piece.size();
  response.file->pieces = *std::move(pieces);
  return response.with("content-type", "application/json")
      .with("content-disposition", "attachment; filename=\"" +
                                       workshop.substr(0, kIdDigitsInFileName) + ".quorate.json\"");
}

HttpResponse too_many() {
  return again_after(error_response(status::kUnavailable, "busy"), budgets::kTranscriptAgainMs);
}

}  // namespace

// One of the few that are under way at once: it ends with whatever holds it last, the records, the
// work on them or the file that is being sent.
struct Transcripts::Turn {
  Turn(Transcripts& owner, Holder whose, const budgets::Network& of)
      : loop(owner.loop_), transcripts(owner.weak_from_this()), holder(whose), network(of) {}
  ~Turn() {
    if (transcripts.expired()) return;
    loop.post([transcripts = transcripts, holder = holder, network = network] {
      if (const auto self = transcripts.lock()) self->over(holder, network);
    });
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  Loop& loop;
  const std::weak_ptr<Transcripts> transcripts;
  const Holder holder;
  const budgets::Network network;
};

Transcripts::Transcripts(Loop& loop, log::Log& log, room::Random random)
    : loop_(loop),
      log_(log),
      random_(std::move(random)),
      places_(budgets::Places::Limits{.all = budgets::kTranscripts + budgets::kTranscriptsWaiting,
                                      .of_an_address = budgets::kTranscriptsOfAnAddress,
                                      .free = 0}),
      worker_(loop) {}

void Transcripts::ask(const HttpRequest& request, const std::string& workshop, Respond respond) {
  const auto verdict = places_.ask(request.peer);
  if (!verdict.in) return respond(too_many());
  if (verdict.out) {  // one that waits, of the address that asks for most
    const auto out = waiting_.extract(*verdict.out);
    places_.leave(*verdict.out);
    out.mapped().respond(too_many());
  }
  const Holder holder = places_.take(request.peer);
  waiting_.emplace(holder, Waiting{request.peer.widest(), workshop, std::move(respond)});
  if (request.asker) {
    request.asker->hung_up = [weak = weak_from_this(), holder] {
      if (const auto self = weak.lock()) self->hung_up(holder);
    };
  }
  begin_next();
}

void Transcripts::begin_next() {
  while (turns_.size() < budgets::kTranscripts) {
    const auto first = std::find_if(waiting_.begin(), waiting_.end(), [this](const auto& each) {
      return !turns_.contains(each.second.network);
    });
    if (first == waiting_.end()) return;
    auto next = waiting_.extract(first);
    collect(next.key(), std::move(next.mapped()));
  }
}

void Transcripts::collect(Holder holder, Waiting asked) {
  const std::string& workshop = asked.workshop;
  turns_.insert(asked.network);
  places_.joined(holder);
  Collecting& held = collecting_[holder];
  held.turn = std::make_shared<const Turn>(*this, holder, asked.network);
  held.respond = std::move(asked.respond);
  // The delivery ends with what is held here; these functions name it and hold nothing.
  const auto take = [&held](std::uint64_t, const log::Record& record) {
    held.bytes += log::size_of(record);
    if (held.bytes > transcript::kFileBytes) return held.records.clear();
    held.records.push_back({record.envelope, record.payload, record.salt});
  };
  const auto caught_up = [this, holder, workshop] { make(holder, workshop); };
  const auto failed = [this, holder](log::Failure) {
    const auto ended = collecting_.extract(holder);
    ended.mapped().respond(error_response(status::kUnavailable, "read_only"));
  };
  held.subscription = log_.subscribe(workshop, 0, take, caught_up, failed);
}

void Transcripts::make(Holder holder, const std::string& workshop) {
  // Ends the delivery when it goes, and with it the function that called this.
  auto collected = collecting_.extract(holder);
  Collecting& held = collected.mapped();
  const Respond respond = std::move(held.respond);
  if (held.bytes > transcript::kFileBytes) {
    return respond(error_response(status::kInternalError, "too_large"));
  }
  const auto records = std::make_shared<std::vector<transcript::Source>>(std::move(held.records));
  const auto failed = [respond, turn = held.turn] {
    respond(error_response(status::kInternalError, "failed"));
  };
  const bool begun = worker_.run(
      [records, workshop, respond, turn = held.turn, random = random_] {
        HttpResponse response = transcript_response(std::move(*records), random, workshop);
        if (response.file) response.file->until_sent = turn;
        return [respond, response = std::move(response)] { respond(response); };
      },
      failed);
  if (!begun) respond(too_many());
}

// Nobody waits for it any more. What is being made is made, and then nobody takes it.
void Transcripts::hung_up(Holder holder) {
  collecting_.erase(holder);
  if (waiting_.erase(holder) > 0) places_.leave(holder);
}

void Transcripts::over(Holder holder, const budgets::Network& network) {
  turns_.erase(network);
  places_.leave(holder);
  begin_next();
}

}  // namespace quorate::api
