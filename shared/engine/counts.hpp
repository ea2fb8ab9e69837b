// The engine's whole memory of answers: how many of each, by factor and group, and how many of the
// ratings are proxies'. Never who, never in which order.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

namespace quorate::engine {

inline constexpr std::size_t kPoints = 9;
// How many people rated 1, 2, .. 9.
using Histogram = std::array<std::int64_t, kPoints>;

inline std::int64_t sum(std::span<const std::int64_t> counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

// One person's answer to one question.
class Rating {
 public:
  constexpr Rating() = default;  // "I do not know"
  static constexpr Rating dont_know() { return Rating(kDontKnow); }
  static constexpr Rating not_applicable() { return Rating(kNotApplicable); }
  // 1..9; empty for any other number.
  static constexpr std::optional<Rating> points(std::int64_t value) {
    if (value < 1 || value > static_cast<std::int64_t>(kPoints)) return std::nullopt;
    return Rating(static_cast<std::uint8_t>(value - 1));
  }

  constexpr bool is_points() const { return place_ < kPoints; }
  constexpr int value() const { return place_ + 1; }  // only of points: 1..9
  constexpr std::size_t place() const { return place_; }
  constexpr bool operator==(const Rating&) const = default;

  static constexpr std::size_t kPlaces = kPoints + 2;

 private:
  static constexpr std::uint8_t kDontKnow = kPoints;
  static constexpr std::uint8_t kNotApplicable = kPoints + 1;
  constexpr explicit Rating(std::uint8_t place) : place_(place) {}
  std::uint8_t place_ = kDontKnow;
};

// The answer, and whether the desk gave it for somebody without a phone: who gives answers for
// others knows them, so that they hide nobody's.
struct Ballot {
  constexpr Ballot(Rating given, bool by_proxy = false) : rating(given), proxy(by_proxy) {}
  Rating rating;
  bool proxy;
  constexpr bool operator==(const Ballot&) const = default;
};

// The answers of one round (which may differ from factor to factor: each is counted by itself).
// Ratings are counted as they were given; whoever publishes turns those of reversed factors.
class Counts {
 public:
  Counts(std::size_t factors, std::size_t groups)
      : groups_(groups), cells_(factors * groups * kPlaces, 0) {}

  // `factor` and `group` are places in the setup; what is removed must have been added.
  void add(std::size_t factor, std::size_t group, Ballot ballot) {
    ++cells_[at(factor, group, ballot.rating.place())];
    if (is_proxy_rating(ballot)) ++cells_[at(factor, group, kProxies)];
  }
  void remove(std::size_t factor, std::size_t group, Ballot ballot) {
    take_one(at(factor, group, ballot.rating.place()));
    if (is_proxy_rating(ballot)) take_one(at(factor, group, kProxies));
  }

  // Takes the counts of `other`, which has one factor and as many groups, as those of `factor`.
  void replace(std::size_t factor, const Counts& other) {
    assert(other.groups_ == groups_ && other.cells_.size() == groups_ * kPlaces);
    std::copy(other.cells_.begin(), other.cells_.end(), cells_.begin() + offset(factor));
  }

  Histogram histogram(std::size_t factor, std::size_t group) const {
    Histogram result{};
    for (std::size_t i = 0; i < kPoints; ++i) result[i] = cells_[at(factor, group, i)];
    return result;
  }
  std::int64_t dont_know(std::size_t factor, std::size_t group) const {
    return cells_[at(factor, group, Rating::dont_know().place())];
  }
  std::int64_t not_applicable(std::size_t factor, std::size_t group) const {
    return cells_[at(factor, group, Rating::not_applicable().place())];
  }
  // How many of the ratings 1..9 are proxies'.
  std::int64_t proxies(std::size_t factor, std::size_t group) const {
    return cells_[at(factor, group, kProxies)];
  }

  bool operator==(const Counts&) const = default;

 private:
  // One for each answer there is, and after them the proxies'.
  static constexpr std::size_t kProxies = Rating::kPlaces;
  static constexpr std::size_t kPlaces = Rating::kPlaces + 1;

  static bool is_proxy_rating(Ballot ballot) { return ballot.proxy && ballot.rating.is_points(); }

  void take_one(std::size_t index) {
    assert(cells_[index] > 0);
    --cells_[index];
  }

  std::size_t at(std::size_t factor, std::size_t group, std::size_t place) const {
    const std::size_t index = (factor * groups_ + group) * kPlaces + place;
    assert(group < groups_ && index < cells_.size());
    return index;
  }

  std::ptrdiff_t offset(std::size_t factor) const {
    return static_cast<std::ptrdiff_t>(factor * groups_ * kPlaces);
  }

  std::size_t groups_;
  std::vector<std::uint32_t> cells_;
};

}  // namespace quorate::engine
