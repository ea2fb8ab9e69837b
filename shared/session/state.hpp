// A workshop as its records have made it. Only `fold` changes it; the same records give the same
// state on every machine, in the browser's reader and in the test that replays them.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/session/command.hpp"
#include "shared/session/refusal.hpp"
#include "shared/session/setup.hpp"

namespace quorate::session {

inline constexpr std::size_t kMostPeople = 20'000;
// Places, of those who went included: rounds name people by them, so that none is given away twice.
inline constexpr std::size_t kMostPlaces = 5 * kMostPeople;
inline constexpr std::size_t kMostInvitations = 2'000;
inline constexpr int kAliasWords = 64;  // in each of the two lists of the catalogue
// What fold remembers of each actor, so that a repeated command has its outcome again and no
// effect.
inline constexpr std::size_t kRememberedOutcomes = 64;

// Two words of the catalogue's lists; only the person and the desk see them.
struct Alias {
  int first = 0;
  int second = 0;
  bool operator==(const Alias&) const = default;
};

// The desk takes somebody for the same person as another, and their phone was asked.
struct SameAs {
  std::size_t into = 0;  // the other's place
  bool said_no = false;
};

struct Participant {
  enum class Standing {
    here,
    removed,
    merged,  // into somebody else
  };

  std::string id;
  std::size_t group = 0;
  Alias alias;
  Standing standing = Standing::here;
  bool proxy = false;      // without a phone: the desk answers for them
  bool more_time = false;  // asked for, until the next step
  std::optional<SameAs> same_as{};
};

// Somebody who asked to come in while the door was locked.
struct Waiting {
  std::size_t group = 0;
  std::string ticket;  // of the invitation they showed; may be empty
};

// Known by its ticket, the hash of what was handed out.
struct Invitation {
  std::size_t group = 0;
  bool used = false;
};

struct Note {
  std::int64_t at_ms = 0;
  std::string text;
};

// In a person's own words. The id is random and says nothing of who or when.
struct Reason {
  std::string id;
  std::string text;
};

enum class Phase { waiting, open, closed, revealed };

struct Round {
  explicit Round(std::size_t groups) : counts(1, groups) {}

  Phase phase = Phase::open;
  std::vector<std::optional<engine::Ballot>> answers;  // by participant; may be shorter
  std::size_t answered = 0;
  std::size_t by_proxy = 0;  // of these, given by the desk
  engine::Counts counts;     // of `answers`, kept with every one of them
  // By participant: whose phone gave their answer, where it was not their own. It became theirs in
  // a merge and counts, and they are not told what it is.
  std::map<std::size_t, std::size_t> given_by;
  std::map<std::size_t, Reason> reasons;  // by participant
  std::size_t reason_bytes = 0;           // what they take (bounds.hpp)
  bool hold_reasons = false;              // each one until the desk shows it
  bool settled = false;                   // the group leaves it as it is
  std::size_t places = 0;                 // how many there were when it closed
  // How many had joined when it closed; revealed, with those who came after that and whom the desk
  // answered for. No fewer than `answered`.
  std::size_t of = 0;
  std::map<std::string, bool, std::less<>> shown;  // by reason id, where the desk has said so

  // `group` is the participant's, as it was when the answer before was put.
  void put(std::size_t participant, std::size_t group, engine::Ballot ballot, Reason reason);
  void take(std::size_t participant, std::size_t group);
  // `from`'s answer becomes `into`'s, unless they have one of their own. Groups as in `put`.
  void merge(std::size_t from, std::size_t from_group, std::size_t into, std::size_t into_group);
  // The place of whose phone gave this participant's answer.
  std::size_t giver(std::size_t participant) const;
  // How many of the answers are of people who came after it had closed.
  std::size_t answered_later() const;
  bool shows(const Reason& reason) const;
  // Whether so many answered that a reason is nobody's in particular: `least` or more, of whom
  // nobody or as many answered on a phone of their own.
  bool hides_authors(std::size_t least) const;
};

struct Question {
  std::vector<Round> rounds;  // round r is at r − 1
  bool skipped = false;       // to be asked later than its turn

  Phase phase() const { return rounds.empty() ? Phase::waiting : rounds.back().phase; }
  int round() const { return static_cast<int>(rounds.size()); }
  // The newest round while nobody has seen its answers, or null: what may still be corrected.
  Round* unrevealed();
  // The newest round that is revealed, or null.
  const Round* revealed() const;
  // The revealed round before that one, or null.
  const Round* revealed_before() const;
};

struct Outcome {
  bool ok = true;
  Refused refused{};
  bool operator==(const Outcome&) const = default;
};

struct State {
  std::uint64_t offset = 0;  // records folded, refused and repeated ones included
  std::int64_t epoch = 0;
  int fold = kFoldVersion;  // the version of the rules for this workshop
  bool ended = false;
  bool paused = false;
  Door door = Door::open;
  std::optional<std::size_t> focus;  // the question that everybody looks at
  int page = 1;                      // of its reasons on the wall
  bool deciding = false;             // or they look at the advice and the decision
  std::optional<std::int64_t> timer_ends_ms;
  std::optional<std::int64_t> timer_left_ms;  // instead of that while it rests in a pause
  std::optional<Decision> decision;
  bool answers_newer = false;  // than the decision, and nobody has said that it stands
  bool decision_kept = false;  // somebody has said so, of answers that came after it
  std::vector<Note> notes;
  std::optional<Setup> setup;
  std::vector<Question> questions;        // as in setup.factors
  std::vector<Participant> participants;  // in the order of joining; nobody loses their place
  std::size_t joined = 0;                 // those of them who are here
  // Who is asked whether they are somebody else: that person's place, then their own.
  std::set<std::pair<std::size_t, std::size_t>> asked;
  std::map<std::string, std::size_t, std::less<>> participant_at;
  std::map<std::string, Waiting, std::less<>> waiting;  // by participant id
  std::set<std::string, std::less<>> turned_away;
  std::map<std::string, Invitation, std::less<>> invitations;  // by ticket
  std::map<std::string, std::deque<std::pair<std::string, Outcome>>, std::less<>> outcomes;
  std::bitset<static_cast<std::size_t>(kAliasWords* kAliasWords)> aliases;

  // The place of somebody who joined and was neither removed nor merged.
  std::optional<std::size_t> participant(std::string_view id) const;
  // Has a place that was taken from them.
  bool removed(std::string_view id) const;
  // What an earlier command of this actor with this id came to, while it is remembered.
  const Outcome* outcome(std::string_view actor, std::string_view command_id) const;
  std::optional<engine::Rating> answer(std::size_t factor, int round,
                                       std::size_t participant) const;
};

}  // namespace quorate::session
