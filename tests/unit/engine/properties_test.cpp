// What must hold for any answers.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "shared/engine/compare.hpp"
#include "shared/engine/flips.hpp"
#include "shared/engine/values.hpp"
#include "shared/json/read.hpp"
#include "tests/unit/engine/draw.hpp"
#include "tests/unit/property_cases.hpp"

namespace quorate::engine {
namespace {

using testing::draw;
using testing::Draw;
using testing::favoured;
using testing::middle_level;
using testing::Person;
using testing::points;
using testing::Workshop;

constexpr int kCases = 10'000;
constexpr int kLongCases = 1'000'000;
const bool kConfigured = quorate::testing::configure_properties(kCases, kLongCases);

RC_GTEST_PROP(Property, level_range_and_group_levels_are_monotone, ()) {
  Draw drawn = draw(0, 40);
  const Workshop workshop = drawn.random.workshop(drawn.people);
  const Result before = workshop.evaluated();
  const Result after = favoured(workshop, drawn.random).evaluated();
  RC_ASSERT(before.range.has_value() == after.range.has_value());
  if (!before.range) return;
  RC_ASSERT(before.range->lo <= after.range->lo);
  RC_ASSERT(middle_level(before) <= middle_level(after));
  RC_ASSERT(before.range->hi <= after.range->hi);
  RC_ASSERT(before.range->lo <= middle_level(before));
  RC_ASSERT(middle_level(before) <= before.range->hi);
  for (std::size_t g = 0; g < before.group_levels.size(); ++g) {
    RC_ASSERT(before.group_levels[g].has_value() == after.group_levels[g].has_value());
    if (before.group_levels[g]) RC_ASSERT(*before.group_levels[g] <= *after.group_levels[g]);
  }
  if (before.equal_voice_level && after.equal_voice_level) {
    RC_ASSERT(*before.equal_voice_level <= *after.equal_voice_level);
  }
}

RC_GTEST_PROP(Property, order_does_not_matter_and_changing_a_count_is_as_counting_anew, ()) {
  Draw drawn = draw(0, 40);
  Workshop workshop = drawn.random.workshop(drawn.people);
  const Counts whole = workshop.counts();
  const std::string text = workshop.text();
  drawn.random.shuffle(workshop.people);
  Counts changed = whole;
  // Everybody answers something else first, and takes it back in another order.
  const Workshop detour = favoured(workshop, drawn.random);
  const auto each = [&](const Workshop& from, auto apply) {
    for (const Person& person : from.people) {
      for (std::size_t f = 0; f < person.ratings.size(); ++f) {
        if (person.ratings[f]) apply(f, person.group, *person.ratings[f]);
      }
    }
  };
  each(detour, [&](std::size_t f, std::size_t g, Rating r) { changed.add(f, g, r); });
  each(workshop, [&](std::size_t f, std::size_t g, Rating r) { changed.remove(f, g, r); });
  each(workshop, [&](std::size_t f, std::size_t g, Rating r) { changed.add(f, g, r); });
  each(detour, [&](std::size_t f, std::size_t g, Rating r) { changed.remove(f, g, r); });
  RC_ASSERT(changed == whole);
  RC_ASSERT(workshop.counts() == whole);
  RC_ASSERT(workshop.text() == text);
}

RC_GTEST_PROP(Property, doubling_every_ballot_changes_no_percentile, ()) {
  Draw drawn = draw(1, 60);
  const Histogram once = drawn.random.histogram(drawn.people);
  Histogram twice = once;
  for (std::int64_t& count : twice) count *= 2;
  RC_ASSERT(quantiles(once) == quantiles(twice));
  RC_ASSERT(measure(once).nine->di == measure(twice).nine->di);
}

RC_GTEST_PROP(Property, the_mirrored_scale_gives_mirrored_percentiles, ()) {
  Draw drawn = draw(1, 60);
  const Histogram counts = drawn.random.histogram(drawn.people);
  Histogram mirror = counts;
  std::reverse(mirror.begin(), mirror.end());
  const Quantiles q = quantiles(counts);
  RC_ASSERT(quantiles(mirror) == (Quantiles{20 - q.u2, 20 - q.m2, 20 - q.l2}));
  RC_ASSERT(disagreement_index(q) == disagreement_index(quantiles(mirror)));
}

RC_GTEST_PROP(Property, percentiles_are_in_order_and_on_the_scale, ()) {
  Draw drawn = draw(1, 60);
  const Quantiles q = quantiles(drawn.random.histogram(drawn.people));
  RC_ASSERT(2 <= q.l2);
  RC_ASSERT(q.l2 <= q.m2);
  RC_ASSERT(q.m2 <= q.u2);
  RC_ASSERT(q.u2 <= 18);
}

// How many people change, and the median then: everything that some choice of people, whose ratings
// go to one end, makes of a factor.
using Choice = std::pair<std::int64_t, int>;
std::set<Choice> choices(const Workshop& workshop, const Position& position, std::size_t f,
                         Direction direction) {
  std::set<Choice> all{{0, position.medians[f]}};
  if (unknown(workshop.published().factors[f])) return all;
  const FactorSpec& factor = workshop.setup.factors[f];
  const bool holders = factor.judged_by_holders &&
                       holders_ratings(workshop.setup, workshop.published().factors[f]).has_value();
  std::vector<std::pair<int, bool>> ratings;
  for (const Person& person : workshop.people) {
    const auto& rating = person.ratings[f];
    if (!rating || !rating->is_points()) continue;
    ratings.emplace_back(factor.reversed ? 10 - rating->value() : rating->value(),
                         workshop.setup.groups[person.group].holds_decision);
  }
  for (std::size_t subset = 1; subset < std::size_t{1} << ratings.size(); ++subset) {
    Histogram everybody{};
    Histogram theirs{};
    std::int64_t changed = 0;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
      const bool changes = (subset >> i & 1U) != 0;
      if (changes) ++changed;
      const int value = !changes ? ratings[i].first : direction == Direction::up ? 9 : 1;
      ++everybody[static_cast<std::size_t>(value - 1)];
      if (ratings[i].second) ++theirs[static_cast<std::size_t>(value - 1)];
    }
    int m2 = quantiles(everybody).m2;
    if (holders) m2 = std::min(m2, quantiles(theirs).m2);
    all.emplace(changed, m2);
  }
  return all;
}

// Fewest ratings, fewest factors, earliest factors, most on the earliest.
bool better(const Flip& left, const Flip& right) {
  if (left.total != right.total) return left.total < right.total;
  if (left.factors.size() != right.factors.size()) {
    return left.factors.size() < right.factors.size();
  }
  for (std::size_t i = 0; i < left.factors.size(); ++i) {
    if (left.factors[i].factor != right.factors[i].factor) {
      return left.factors[i].factor < right.factors[i].factor;
    }
  }
  for (std::size_t i = 0; i < left.factors.size(); ++i) {
    if (left.factors[i].ratings != right.factors[i].ratings) {
      return left.factors[i].ratings > right.factors[i].ratings;
    }
  }
  return false;
}

// Tries every choice on every factor.
std::optional<Flip> by_force(const Workshop& workshop, const Position& position,
                             Direction direction) {
  std::vector<std::vector<Choice>> all;
  for (std::size_t f = 0; f < workshop.setup.factors.size(); ++f) {
    const auto made = choices(workshop, position, f, direction);
    all.emplace_back(made.begin(), made.end());
  }
  std::optional<Flip> best;
  std::optional<Change> single;
  std::vector<std::size_t> at(all.size(), 0);
  for (;;) {
    Medians medians{};
    Flip flip;
    for (std::size_t f = 0; f < all.size(); ++f) {
      const auto& [changed, m2] = all[f][at[f]];
      medians[f] = m2;
      flip.total += changed;
      if (changed > 0) flip.factors.push_back({f, changed});
    }
    const int reached = level(position.ruleset, workshop.setup, medians);
    if (direction == Direction::up ? reached > position.level : reached < position.level) {
      if (!best || better(flip, *best)) best = flip;
      if (flip.factors.size() == 1) {
        const Change& change = flip.factors[0];
        const bool first = !single || change.ratings < single->ratings ||
                           (change.ratings == single->ratings && change.factor < single->factor);
        if (first) single = change;
      }
    }
    std::size_t f = 0;
    while (f < at.size() && ++at[f] == all[f].size()) at[f++] = 0;
    if (f < at.size()) continue;
    if (best) best->single = single;
    return best;
  }
}

RC_GTEST_PROP(Property, fewest_changes_are_enough_and_no_fewer_are, ()) {
  Draw drawn = draw(2, 6);
  Workshop workshop;
  workshop.setup.min_group = 2;
  workshop.setup.open = true;
  workshop.setup.groups = {{"people", true, false}, {"deciders", false, true}};
  workshop.setup.factors = {{"a", static_cast<Role>(drawn.random.between(0, 3)), 1,
                             drawn.random.chance(20), drawn.random.chance(50)},
                            {"veto", Role::blocking, 1, false, drawn.random.chance(50)},
                            {"why", Role::case_for, drawn.random.between(1, 3)}};
  const int unsure[] = {drawn.random.chance(30) ? 50 : 10, drawn.random.chance(30) ? 50 : 0};
  for (int i = 0; i < drawn.people; ++i) {
    Person person;
    person.group = drawn.random.chance(50) ? 1 : 0;
    for (std::size_t f = 0; f < 3; ++f)
      person.ratings.emplace_back(points(drawn.random.between(1, 9)));
    for (std::size_t f = 0; f < 2; ++f) {
      if (drawn.random.chance(unsure[f])) person.ratings[f] = testing::kDontKnow;
    }
    workshop.people.push_back(person);
  }
  const Published published = workshop.published();
  if (!published.enough) return;
  std::vector<FactorValue> values;
  for (std::size_t f = 0; f < 3; ++f) values.push_back(factor_value(published, f));
  const Position now = position(coproduction_v1(), published, values);
  for (const Direction direction : {Direction::up, Direction::down}) {
    std::vector<std::optional<std::int64_t>> singles;
    for (std::size_t f = 0; f < 3; ++f) singles.push_back(single_factor(now, f, direction));
    const auto found = fewest_changes(now, direction, singles);
    const auto forced = by_force(workshop, now, direction);
    RC_ASSERT(found.has_value() == forced.has_value());
    if (!found) continue;
    RC_ASSERT(found->total == forced->total);
    RC_ASSERT(found->factors == forced->factors);
    RC_ASSERT(found->single == forced->single);
  }
}

RC_GTEST_PROP(Property, equal_voice_is_plain_for_one_cell_and_for_equal_ones_and_monotone, ()) {
  Draw drawn = draw(1, 30);
  std::vector<Cell> cells;
  Histogram sum{};
  for (int c = drawn.random.between(1, 6); c > 0; --c) {
    Cell cell{{cells.size()}, drawn.random.histogram(drawn.people), drawn.people};
    for (std::size_t i = 0; i < kPoints; ++i) sum[i] += cell.counts[i];
    cells.push_back(cell);
  }
  RC_ASSERT(equal_voice({cells[0]}) == quantiles(cells[0].counts));
  RC_ASSERT(equal_voice(cells) == quantiles(sum));
  cells[0].counts = drawn.random.histogram(2 * drawn.people + 1);
  cells[0].n = 2 * drawn.people + 1;
  const Quantiles before = equal_voice(cells);
  // One rating somewhere goes up by some points.
  Cell& cell =
      cells[static_cast<std::size_t>(drawn.random.between(0, static_cast<int>(cells.size()) - 1))];
  const auto from = static_cast<std::size_t>(drawn.random.between(0, 8));
  if (cell.counts[from] == 0) return;
  --cell.counts[from];
  ++cell.counts[static_cast<std::size_t>(drawn.random.between(static_cast<int>(from), 8))];
  const Quantiles after = equal_voice(cells);
  RC_ASSERT(before.l2 <= after.l2);
  RC_ASSERT(before.m2 <= after.m2);
  RC_ASSERT(before.u2 <= after.u2);
}

RC_GTEST_PROP(Property, output_depends_on_the_published_cells_and_totals_alone, ()) {
  Draw drawn = draw(0, 40);
  Workshop workshop = drawn.random.workshop(drawn.people);
  const Published published = workshop.published();
  const std::string text = workshop.text();
  // Within a cell people swap ratings, whatever their groups; don't-knows go anywhere.
  for (std::size_t f = 0; f < workshop.setup.factors.size(); ++f) {
    for (const Cell& cell : published.factors[f].cells) {
      std::vector<std::optional<Rating>*> inside;
      for (Person& person : workshop.people) {
        auto& rating = person.ratings[f];
        const bool here =
            std::find(cell.groups.begin(), cell.groups.end(), person.group) != cell.groups.end();
        if (here && rating && rating->is_points()) inside.push_back(&rating);
      }
      std::vector<std::optional<Rating>> values;
      for (const auto* rating : inside) values.push_back(*rating);
      drawn.random.shuffle(values);
      for (std::size_t i = 0; i < inside.size(); ++i) *inside[i] = values[i];
    }
  }
  RC_ASSERT(json::write(to_json(workshop.published())) == json::write(to_json(published)));
  RC_ASSERT(workshop.text() == text);
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    std::int64_t covered = 0;
    for (const Cell& cell : published.factors[f].cells) {
      RC_ASSERT(cell.n >= workshop.setup.min_group);
      covered += cell.n;
    }
    RC_ASSERT(covered == 0 || covered == published.factors[f].n);
  }
}

// The browser has the published value as text only; what it computes from it is what the server
// computes from its own.
RC_GTEST_PROP(Property, what_is_published_gives_the_same_result_after_its_journey_as_text, ()) {
  Draw drawn = draw(0, 40);
  Workshop workshop = drawn.random.workshop(drawn.people);
  for (const FactorSpec& factor : workshop.setup.factors) {
    if (drawn.random.chance(10)) workshop.not_revealed(factor.id);
  }
  const Counts before = favoured(workshop, drawn.random).counts();
  const Published published = workshop.published(&before);
  const auto parsed = json::read(json::write(to_json(published)));
  RC_ASSERT(parsed.has_value());
  const auto read = published_from_json(*parsed);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == published);
  const std::string text = to_text(evaluate(published));
  RC_ASSERT(to_text(evaluate(*read)) == text);
  const auto canonical = json::read(text);
  RC_ASSERT(canonical.has_value());
  RC_ASSERT(json::write(*canonical) == text);
}

}  // namespace
}  // namespace quorate::engine
