// What the handlers of the API share, for this folder's own sources.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/api/api.hpp"
#include "server/api/entry_changes.hpp"
#include "server/api/routes.hpp"
#include "server/api/transcripts.hpp"
#include "server/budgets/budgets.hpp"
#include "server/budgets/guesses.hpp"
#include "server/budgets/peer_buckets.hpp"
#include "server/room/events.hpp"
#include "server/room/identity.hpp"
#include "shared/json/read.hpp"
#include "shared/json/value.hpp"
#include "shared/session/role.hpp"

namespace quorate::api {

// What a body of a few short texts may have.
inline constexpr json::ReadLimits kSmallBody{.bytes = 1024, .depth = 4, .values = 16};

// Which of a workshop's links this token is of. All are compared, so that the time taken does not
// tell which one was nearly right.
struct Opened {
  bool facilitator = false;
  bool cofacilitator = false;
  bool wall = false;
};
Opened opened_by(std::string_view token, const log::WorkshopEntry& entry);

// 429: asked too often, and when it may be asked again.
HttpResponse too_fast(std::int64_t again_after_ms);
HttpResponse again_after(HttpResponse response, std::int64_t ms);
// For a guess: then everybody who waits now has been answered.
inline constexpr std::int64_t kGuessAgainMs =
    static_cast<std::int64_t>(budgets::kSlowedOfAnAddress) * budgets::kSlowedEveryMs;

struct Api::Impl : std::enable_shared_from_this<Api::Impl> {
  Impl(Loop& owner, log::Log& records, log::Directory& workshops, const Site& pages,
       room::Random draw, ApiOptions chosen)
      : loop(owner),
        log(records),
        directory(workshops),
        site(pages),
        random(std::move(draw)),
        options(std::move(chosen)),
        create_key_hash(room::token_hash(options.create_key)),
        changes(workshops),
        next_answers(owner),
        transcripts(std::make_shared<Transcripts>(owner, records, random)) {}

  void handle(HttpRequest request, Respond respond);

  // Says that somebody is too fast.
  using Refuse = std::function<void()>;

  // api.cpp
  HttpResponse page(const HttpRequest& request) const;
  void join(const HttpRequest& request, Respond respond);
  void join_form(const HttpRequest& request, Respond respond);
  // Calls `then` with the workshop that this leads to: at once by a link, by a typed code when it
  // may be answered.
  void find_workshop(const HttpRequest& request, const Entrance& entrance,
                     std::function<void(std::optional<log::WorkshopEntry>)> then, Refuse refuse);
  // Calls `then` when somebody who may have guessed may be answered; what was not right counts
  // against the address. Or `refuse`, when too many wait; or neither, when nobody waits any more.
  void guessed(const HttpRequest& request, bool right, std::function<void()> then, Refuse refuse);
  void answer_guesses();

  // create.cpp
  void create(const HttpRequest& request, Respond respond);
  void create_from(const std::string& setup, const budgets::Peer& peer, Respond respond);
  void try_create(std::shared_ptr<const json::Value> setup, int tries, Respond respond);

  // links.cpp
  void change_code(const HttpRequest& request, const std::string& workshop, Respond respond);
  void reissue_link(const HttpRequest& request, const std::string& workshop, Respond respond);
  void recover(const HttpRequest& request, Respond respond);
  struct Fresh {
    std::string token;
    std::string recovery;  // the facilitator's; empty for other roles
  };
  // Why an entry must not be changed; nothing when it may.
  using Refusal = std::function<std::optional<HttpResponse>(const log::WorkshopEntry&)>;
  // Gives a role a new link in place of the old one; `event` is what the operator is told then.
  void reissue(const std::string& workshop, session::Role role, ops::SecurityEvent event,
               Refusal refusal, std::function<json::Value(const Fresh&)> body, Respond respond);

  // workshop.cpp
  HttpResponse wrong_token() const;
  HttpResponse invite(const HttpRequest& request, const std::string& workshop) const;
  void transcript(const HttpRequest& request, const std::string& workshop, Respond respond);
  std::string base_url(const HttpRequest& request) const;
  static HttpResponse invitation(const std::string& url, const log::WorkshopEntry& entry);

  Loop& loop;
  log::Log& log;
  log::Directory& directory;
  const Site& site;
  const room::Random random;
  const ApiOptions options;
  const std::string create_key_hash;
  EntryChanges changes;
  budgets::Guesses guesses;
  struct Slowed {
    std::function<void()> then;
    Refuse refuse;
  };
  std::unordered_map<budgets::Guesses::Ticket, Slowed> slowed;
  Timer next_answers;  // of guesses
  budgets::PeerBuckets creations{budgets::kCreationsOfAnAddress};
  budgets::Bucket all_creations;
  const std::shared_ptr<Transcripts> transcripts;
};

}  // namespace quorate::api
