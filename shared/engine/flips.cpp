#include "shared/engine/flips.hpp"

#include <algorithm>

#include "shared/engine/search.hpp"

namespace quorate::engine {

namespace {

bool reaches(int cap, Direction direction, int target) {
  return direction == Direction::up ? cap >= target : cap <= target;
}

// Barriers: what matters of a way is how many of each class it leaves in which zone, up to the
// largest count that any clause asks for.
class BarrierProblem {
 public:
  using State = Facts;

  BarrierProblem(const Position& position, Direction direction, int target)
      : position_(position), direction_(direction), target_(target) {
    for (const Row& row : position.ruleset.barrier.rows) {
      for (const Clause& clause : row.clauses) {
        for (const Least& least : clause.least) {
          most_[least.fact] = std::max(most_[least.fact], least.count);
        }
      }
    }
    // b and l are counted up to what their sum is asked for, and nothing beyond what there is.
    const int both = at(most_, BarrierFact::bl);
    at(most_, BarrierFact::b) = std::max(at(most_, BarrierFact::b), both);
    at(most_, BarrierFact::l) = std::max(at(most_, BarrierFact::l), both);
    Facts all{};
    for (const FactorSpec& factor : position.setup.factors) {
      if (factor.role != Role::case_for) count_barrier(all, factor.role, Zone::no);
    }
    for (std::size_t i = 0; i < most_.size(); ++i) most_[i] = std::min(most_[i], all[i]);
  }

  State start() const { return {}; }
  State next(const Item& item, const Option& option, State state) const {
    count_barrier(state, position_.setup.factors[item.factor].role, zone(option.m2));
    for (std::size_t i = 0; i < state.size(); ++i) state[i] = std::min(state[i], most_[i]);
    return state;
  }
  bool accepts(const State& state) const {
    return reaches(position_.ruleset.barrier.match(state).cap, direction_, target_);
  }
  std::size_t states() const {
    std::size_t product = 1;
    for (const BarrierFact fact : kCounted) product *= radix(fact);
    return product;
  }
  std::size_t index(const State& state) const {
    std::size_t place = 0;
    for (const BarrierFact fact : kCounted) {
      place = place * radix(fact) + static_cast<std::size_t>(state[static_cast<std::size_t>(fact)]);
    }
    return place;
  }

 private:
  // bl follows from b and l.
  static constexpr std::array kCounted{BarrierFact::b, BarrierFact::l, BarrierFact::s,
                                       BarrierFact::y, BarrierFact::q};
  static int& at(Facts& facts, BarrierFact fact) { return facts[static_cast<std::size_t>(fact)]; }
  std::size_t radix(BarrierFact fact) const {
    return static_cast<std::size_t>(most_[static_cast<std::size_t>(fact)]) + 1;
  }

  const Position& position_;
  Direction direction_;
  int target_;
  Facts most_{};
};

struct CaseState {
  bool any_yes = false;
  bool any_not_no = false;
  int moved = 0;  // by how much the weighted sum moved, up to what takes it across the bar
};

// The case: whether any factor is in yes, whether any is short of no, and the weighted sum.
class CaseProblem {
 public:
  using State = CaseState;

  CaseProblem(const Position& position, Direction direction, int target)
      : position_(position), direction_(direction), target_(target) {
    int excess = 0;  // of the sum over the bar
    for (std::size_t f = 0; f < position.setup.factors.size(); ++f) {
      const FactorSpec& factor = position.setup.factors[f];
      if (factor.role != Role::case_for) continue;
      excess += factor.weight * (position.medians[f] - kCaseBar);
    }
    strong_now_ = excess >= 0;
    across_ = direction == Direction::up ? std::max(0, -excess) : std::max(0, excess + 1);
  }

  State start() const { return {}; }
  State next(const Item& item, const Option& option, State state) const {
    const int by = option.m2 - position_.medians[item.factor];
    state.any_yes = state.any_yes || zone(option.m2) == Zone::yes;
    state.any_not_no = state.any_not_no || zone(option.m2) != Zone::no;
    state.moved = std::min(
        across_, state.moved + position_.setup.factors[item.factor].weight * (by < 0 ? -by : by));
    return state;
  }
  bool accepts(const State& state) const {
    const bool crossed = across_ > 0 && state.moved == across_;
    Facts facts{};
    facts[static_cast<std::size_t>(CaseFact::g)] = state.any_yes ? 1 : 0;
    facts[static_cast<std::size_t>(CaseFact::s)] = strong_now_ != crossed ? 1 : 0;
    facts[static_cast<std::size_t>(CaseFact::p)] = state.any_not_no ? 1 : 0;
    return reaches(position_.ruleset.case_for.match(facts).cap, direction_, target_);
  }
  std::size_t states() const { return 4 * (static_cast<std::size_t>(across_) + 1); }
  std::size_t index(const State& state) const {
    return 4 * static_cast<std::size_t>(state.moved) + (state.any_yes ? 2U : 0U) +
           (state.any_not_no ? 1U : 0U);
  }

 private:
  const Position& position_;
  Direction direction_;
  int target_;
  bool strong_now_ = false;
  int across_ = 0;
};

// The ends of the doubled medians that are worth moving to: for a barrier the next zones, for the
// case every value, the furthest that a number of changes reaches.
std::vector<Option> options(const Position& position, std::size_t factor, Direction direction) {
  std::vector<Option> result{{0, position.medians[factor]}};
  if (!position.moves[factor]) return result;
  const Costs& costs = position.moves[factor]->to(direction);
  const auto cost = [&](int m2) { return costs[static_cast<std::size_t>(m2)]; };
  const int step = direction == Direction::up ? 1 : -1;
  const int end = direction == Direction::up ? kMostDoubled : kLeastDoubled;
  const bool barrier = position.setup.factors[factor].role != Role::case_for;
  for (int m2 = position.medians[factor]; m2 != end;) {
    m2 += step;
    const bool worth =
        barrier ? zone(m2) != zone(m2 - step) : m2 == end || cost(m2 + step) != cost(m2);
    if (worth) result.push_back({cost(m2), m2});
  }
  return result;
}

// The cheapest way to bring one of the two caps to the target.
template <class Problem>
std::optional<Flip> cheapest(const Position& position, Direction direction, int target,
                             bool barriers, Cost& cost) {
  std::vector<Item> items;
  for (std::size_t f = 0; f < position.setup.factors.size(); ++f) {
    if ((position.setup.factors[f].role != Role::case_for) != barriers) continue;
    items.push_back({f, options(position, f, direction)});
  }
  const Problem problem(position, direction, target);
  const std::optional<Way> way = Search<Problem>(problem, items).run();
  if (!way) return std::nullopt;
  cost = way->cost;
  Flip flip;
  flip.total = ratings_of(way->cost);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (way->ratings[i] > 0) flip.factors.push_back({items[i].factor, way->ratings[i]});
  }
  return flip;
}

Flip merged(Flip a, const Flip& b) {
  a.total += b.total;
  a.factors.insert(a.factors.end(), b.factors.begin(), b.factors.end());
  std::sort(a.factors.begin(), a.factors.end(),
            [](const Change& x, const Change& y) { return x.factor < y.factor; });
  return a;
}

}  // namespace

Position position(const Ruleset& ruleset, const Published& published,
                  const std::vector<FactorValue>& values) {
  Position result{ruleset, published.setup, {}, 0, {}};
  result.moves.resize(values.size());
  for (std::size_t f = 0; f < values.size(); ++f) {
    result.medians[f] = values[f].used.m2;
    if (values[f].unknown) continue;
    const Histogram& counts = *published.factors[f].counts;
    result.moves[f] = FactorMoves{costs_to_raise(counts, values[f].holders),
                                  costs_to_lower(counts, values[f].holders)};
  }
  result.level = level(ruleset, published.setup, result.medians);
  return result;
}

std::optional<std::int64_t> single_factor(const Position& position, std::size_t factor,
                                          Direction direction) {
  if (!position.moves[factor]) return std::nullopt;
  const auto flips = [&](int m2) {
    const int reached = level_with(position.ruleset, position.setup, position.medians, factor, m2);
    return direction == Direction::up ? reached > position.level : reached < position.level;
  };
  const int step = direction == Direction::up ? 1 : -1;
  int far = direction == Direction::up ? kMostDoubled : kLeastDoubled;
  int near = position.medians[factor];
  if (near == far || !flips(far)) return std::nullopt;
  // The nearest median that flips the level: `far` does, `near` does not, and between them the
  // level moves one way only.
  while (far - near != step) {
    const int middle = near + (far - near) / 2;
    (flips(middle) ? far : near) = middle;
  }
  return position.moves[factor]->to(direction)[static_cast<std::size_t>(far)];
}

std::optional<Flip> fewest_changes(const Position& position, Direction direction,
                                   const std::vector<std::optional<std::int64_t>>& singles) {
  const bool up = direction == Direction::up;
  if (position.level == (up ? kTopLevel : kBottomLevel)) return std::nullopt;
  const int target = up ? position.level + 1 : position.level - 1;
  Cost case_cost = kImpossible;
  Cost barrier_cost = kImpossible;
  const std::optional<Flip> by_case =
      cheapest<CaseProblem>(position, direction, target, false, case_cost);
  const std::optional<Flip> by_barrier =
      cheapest<BarrierProblem>(position, direction, target, true, barrier_cost);
  std::optional<Flip> flip;
  if (up) {  // both caps have to rise
    if (by_case && by_barrier) flip = merged(*by_case, *by_barrier);
  } else {  // either cap will do
    flip = case_cost < barrier_cost ? by_case : by_barrier;
  }
  if (!flip) return std::nullopt;
  for (std::size_t f = 0; f < singles.size(); ++f) {
    if (singles[f] && (!flip->single || *singles[f] < flip->single->ratings)) {
      flip->single = Change{f, *singles[f]};
    }
  }
  return flip;
}

}  // namespace quorate::engine
