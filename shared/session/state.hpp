// A workshop as its records have made it. Only `fold` changes it; the same records give the same
// state on every machine, in the browser's reader and in the test that replays them.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/session/command.hpp"
#include "shared/session/refusal.hpp"
#include "shared/session/setup.hpp"

namespace quorate::session {

inline constexpr int kFoldVersion = 1;
inline constexpr std::size_t kMostPeople = 20'000;
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

struct Participant {
  std::string id;
  std::size_t group = 0;
  Alias alias;
};

enum class Phase { waiting, open, closed, revealed };

struct Round {
  explicit Round(std::size_t groups) : counts(1, groups) {}

  Phase phase = Phase::open;
  std::vector<std::optional<engine::Rating>> answers;  // by participant; may be shorter
  std::size_t answered = 0;
  engine::Counts counts;  // of `answers`, kept with every one of them
};

struct Question {
  std::vector<Round> rounds;  // round r is at r − 1

  Phase phase() const { return rounds.empty() ? Phase::waiting : rounds.back().phase; }
  int round() const { return static_cast<int>(rounds.size()); }
  // The newest round that is revealed, or null.
  const Round* revealed() const;
  // The revealed round before that one, or null.
  const Round* revealed_before() const;
};

struct Outcome {
  bool ok = true;
  Refused refused{};
  std::uint64_t at = 0;  // the offset after the record that decided it
  bool operator==(const Outcome&) const = default;
};

struct State {
  std::uint64_t offset = 0;  // records folded, refused and repeated ones included
  std::int64_t epoch = 0;
  bool ended = false;
  std::optional<Setup> setup;
  std::vector<Question> questions;  // as in setup.factors
  std::vector<Participant> participants;
  std::map<std::string, std::size_t, std::less<>> participant_at;
  std::map<std::string, std::deque<std::pair<std::string, Outcome>>, std::less<>> outcomes;
  std::bitset<static_cast<std::size_t>(kAliasWords* kAliasWords)> aliases;

  std::optional<std::size_t> participant(std::string_view id) const;
  // What an earlier command of this actor with this id came to, while it is remembered.
  const Outcome* outcome(std::string_view actor, std::string_view command_id) const;
  std::optional<engine::Rating> answer(std::size_t factor, int round,
                                       std::size_t participant) const;
};

}  // namespace quorate::session
