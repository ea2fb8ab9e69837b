// The cheapest way through a row of choices: one option from each item, so that the state they add
// up to is accepted. Dynamic programming over the states that can be reached, which are few since
// they hold class counts and not sets of factors.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "shared/engine/setup.hpp"

namespace quorate::engine {

// Changing `ratings` answers brings a factor's doubled median to m2 or beyond.
struct Option {
  std::int64_t ratings = 0;
  int m2 = 0;
};

struct Item {
  std::size_t factor = 0;
  std::vector<Option> options;  // the first one changes nothing
};

// Orders ways by fewest ratings, then fewest factors, then earliest factors. Costs of different
// factors add up, so that the order of a sum is the order of the whole way: the lowest field sums
// 2^24 - 2^(23 - place), which among equally many factors is least for the earliest ones.
using Cost = std::int64_t;
inline constexpr Cost kImpossible = std::numeric_limits<Cost>::max();
inline constexpr int kFactorShift = 29;   // 24 * 2^24 < 2^29
inline constexpr int kRatingsShift = 34;  // 24 < 2^5; 24 * 20,000 ratings < 2^19
static_assert(kMostFactors <= 24);

constexpr Cost cost_of(std::size_t factor, std::int64_t ratings) {
  if (ratings == 0) return 0;
  constexpr Cost kWhole = Cost{1} << kMostFactors;
  return (ratings << kRatingsShift) + (Cost{1} << kFactorShift) +
         (kWhole - (kWhole >> (factor + 1)));
}
constexpr std::int64_t ratings_of(Cost cost) { return cost >> kRatingsShift; }

struct Way {
  Cost cost = 0;
  std::vector<std::int64_t> ratings;  // by item
};

// Problem: `State start()`, `State next(const Item&, const Option&, State)`, `bool accepts(State)`,
// `std::size_t states()`, `std::size_t index(State)` below states().
template <class Problem>
class Search {
 public:
  using State = typename Problem::State;

  Search(const Problem& problem, const std::vector<Item>& items)
      : problem_(problem), items_(items), best_(items.size() * problem.states(), kNotVisited) {}

  // Among ways of equal cost the one that changes most on the earliest factor; empty if none.
  std::optional<Way> run() {
    State state = problem_.start();
    Way way;
    way.cost = best_from(0, state);
    if (way.cost == kImpossible) return std::nullopt;
    Cost left = way.cost;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Option* chosen = nullptr;
      for (const Option& option : items_[i].options) {
        const Cost own = cost_of(items_[i].factor, option.ratings);
        const Cost rest = best_from(i + 1, problem_.next(items_[i], option, state));
        if (rest == kImpossible || own + rest != left) continue;
        if (chosen == nullptr || option.ratings > chosen->ratings) chosen = &option;
      }
      way.ratings.push_back(chosen->ratings);
      left -= cost_of(items_[i].factor, chosen->ratings);
      state = problem_.next(items_[i], *chosen, state);
    }
    return way;
  }

 private:
  static constexpr Cost kNotVisited = -1;

  Cost best_from(std::size_t item, State state) {
    if (item == items_.size()) return problem_.accepts(state) ? 0 : kImpossible;
    const std::size_t place = item * problem_.states() + problem_.index(state);
    if (best_[place] != kNotVisited) return best_[place];
    Cost best = kImpossible;
    for (const Option& option : items_[item].options) {
      const Cost rest = best_from(item + 1, problem_.next(items_[item], option, state));
      if (rest == kImpossible) continue;
      const Cost whole = cost_of(items_[item].factor, option.ratings) + rest;
      if (whole < best) best = whole;
    }
    return best_[place] = best;
  }

  const Problem& problem_;
  const std::vector<Item>& items_;
  std::vector<Cost> best_;
};

}  // namespace quorate::engine
