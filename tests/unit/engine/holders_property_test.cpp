// The rules for the unknown and for those who hold the decision, read a second time: from people's
// ratings in a row, not from cells and counts.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "shared/engine/discuss.hpp"
#include "shared/engine/flips.hpp"
#include "shared/engine/values.hpp"
#include "tests/unit/engine/draw.hpp"

namespace quorate::engine {
namespace {

using testing::draw;
using testing::Draw;
using testing::favoured;
using testing::Person;
using testing::points;
using testing::Random;
using testing::Workshop;

// Two factors or more that holders judge and many others cannot; one side or both may be small.
Workshop of_unsure_people(Random& random, int people) {
  Workshop made;
  made.setup.min_group = 5;
  made.setup.factors = testing::template_factors();
  for (int more = random.between(1, 3); more > 0; --more) {
    made.setup.factors[static_cast<std::size_t>(random.between(0, 9))].judged_by_holders = true;
  }
  made.setup.factors[static_cast<std::size_t>(random.between(0, 9))].reversed = random.chance(30);
  made.setup.groups = {{"lived", true, false}, {"staff"}, {"leaders", false, true}, {"board"}};
  made.setup.groups[3].holds_decision = random.chance(60);
  const int deciders = random.between(1, 9);
  const int others_know = random.between(0, 60);
  const int without_phones = random.chance(50) ? 0 : random.between(10, 90);
  const int deciders_know = random.between(40, 100);
  const auto answer = [&](int centre, int know) {
    if (!random.chance(know)) {
      return random.chance(80) ? testing::kDontKnow : testing::kNotApplicable;
    }
    return points(std::clamp(centre + random.between(-2, 2), 1, 9));
  };
  for (int i = 0; i < people; ++i) {
    Person person;
    person.group = static_cast<std::size_t>(random.between(0, 3));
    person.proxy = random.chance(without_phones);
    const bool holds = made.setup.groups[person.group].holds_decision;
    for (const FactorSpec& factor : made.setup.factors) {
      const int know = !factor.judged_by_holders ? 97 : holds ? deciders_know : others_know;
      const int centre = holds && factor.judged_by_holders ? deciders : 7;
      person.ratings.emplace_back(answer(centre, know));
    }
    made.people.push_back(std::move(person));
  }
  return made;
}

// Twice the percentile of `tenths` tenths: the middle of two neighbours where it falls between
// them.
int doubled(const std::vector<int>& sorted, std::size_t tenths) {
  const std::size_t place = sorted.size() * tenths / 10;
  const bool between = place * 10 == sorted.size() * tenths;
  return sorted[place] + sorted[between ? place - 1 : place];
}

Quantiles in_a_row(std::vector<int> ratings) {
  std::sort(ratings.begin(), ratings.end());
  return {doubled(ratings, 3), doubled(ratings, 5), doubled(ratings, 7)};
}

// Whether so many may be shown together, of whom so many have a phone of their own.
bool enough(std::size_t people, std::size_t with_phones, std::size_t k) {
  return people >= k && (with_phones == 0 || with_phones >= k);
}

struct Reading {
  bool unknown = false;
  bool holders_heard = false;
  Quantiles used;
};

Reading read_again(const Workshop& workshop, std::size_t f) {
  const auto k = static_cast<std::size_t>(workshop.setup.min_group);
  const FactorSpec& factor = workshop.setup.factors[f];
  std::vector<int> all;
  std::vector<int> theirs;
  std::size_t dont_know = 0;
  std::size_t not_applicable = 0;
  std::size_t with_phones = 0;
  std::size_t of_theirs = 0;
  for (const Person& person : workshop.people) {
    const auto& rating = person.ratings[f];
    if (!rating) continue;
    if (*rating == testing::kDontKnow) ++dont_know;
    if (*rating == testing::kNotApplicable) ++not_applicable;
    if (!rating->is_points()) continue;
    all.push_back(factor.reversed ? 10 - rating->value() : rating->value());
    const bool holds = workshop.setup.groups[person.group].holds_decision;
    if (holds) theirs.push_back(all.back());
    if (person.proxy) continue;
    ++with_phones;
    if (holds) ++of_theirs;
  }
  Reading reading;
  const bool shown = enough(all.size(), with_phones, k);
  reading.unknown = !shown || 3 * dont_know > all.size() + dont_know ||
                    2 * not_applicable > all.size() + dont_know + not_applicable;
  reading.used = reading.unknown ? Quantiles{2, 10, 18} : in_a_row(all);
  // They are shown apart where neither they nor the others are too few to be shown.
  const std::size_t others = all.size() - theirs.size();
  reading.holders_heard = factor.judged_by_holders && enough(theirs.size(), of_theirs, k) &&
                          (others == 0 || enough(others, with_phones - of_theirs, k));
  if (!reading.holders_heard) return reading;
  const Quantiles own = in_a_row(theirs);
  reading.used.l2 = std::min(reading.used.l2, own.l2);
  reading.used.m2 = std::min(reading.used.m2, own.m2);
  reading.used.u2 = std::min(reading.used.u2, own.u2);
  return reading;
}

Workshop drawn_workshop(Draw& drawn) {
  return drawn.random.chance(70) ? of_unsure_people(drawn.random, drawn.people)
                                 : drawn.random.workshop(drawn.people);
}

RC_GTEST_PROP(HoldersProperty, what_a_factor_counts_as_is_the_rule_read_again, ()) {
  Draw drawn = draw(5, 50);
  const Workshop workshop = drawn_workshop(drawn);
  const Published published = workshop.published();
  if (!published.enough) return;
  std::vector<FactorValue> values;
  bool unheard = false;
  bool held_down = false;
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    const Reading reading = read_again(workshop, f);
    const FactorValue value = values.emplace_back(factor_value(published, f));
    held_down = held_down || (reading.unknown && reading.holders_heard);
    RC_ASSERT(value.used == reading.used);
    RC_ASSERT(value.unknown.has_value() == reading.unknown);
    RC_ASSERT(value.holders.has_value() == reading.holders_heard);
    unheard = unheard || (workshop.setup.factors[f].judged_by_holders && !reading.holders_heard);
  }
  RC_CLASSIFY(held_down, "an unknown factor, the holders heard");
  const Medians equal = *equal_voice_medians(published, values);
  const Result result = evaluate(published);
  const Position now = position(coproduction_v1(), published, values);
  const std::vector<Swing> swings = level_swings(now, values);
  const auto raised = [&](Flag flag) {
    return std::find(result.flags->begin(), result.flags->end(), flag) != result.flags->end();
  };
  RC_ASSERT(raised(Flag::power_holders_unheard) == unheard);
  for (std::size_t f = 0; f < values.size(); ++f) {
    const Reading reading = read_again(workshop, f);
    RC_ASSERT(result.factors[f].figures->used == reading.used);
    RC_ASSERT(now.medians[f] == reading.used.m2);
    RC_ASSERT(now.moves[f].has_value() == !reading.unknown);
    if (!reading.unknown) continue;
    // Nothing of an unknown factor is weighed by group but the holders' own view, and nobody moves
    // it; but where it can change the advice, that is too little to go by.
    RC_ASSERT(equal[f] == reading.used.m2);
    const bool critical = swings[f].lo != now.level || swings[f].hi != now.level;
    if (critical) RC_ASSERT(result.status == Status::too_few);
    RC_ASSERT(result.status != Status::firm);
    for (const auto& flip : {result.up, result.down}) {
      if (!flip) continue;
      for (const Change& change : flip->factors) RC_ASSERT(change.factor != f);
    }
  }
}

// Holders may lower what is unknown and never raise it: without their marks nothing is lower.
RC_GTEST_PROP(HoldersProperty, holders_never_raise_the_level, ()) {
  Draw drawn = draw(5, 50);
  Workshop workshop = of_unsure_people(drawn.random, drawn.people);
  const Result with = workshop.evaluated();
  for (FactorSpec& factor : workshop.setup.factors) factor.judged_by_holders = false;
  const Result without = workshop.evaluated();
  if (!with.range) return;
  RC_ASSERT(testing::middle_level(with) <= testing::middle_level(without));
  RC_ASSERT(with.range->lo <= without.range->lo);
  RC_ASSERT(with.range->hi <= without.range->hi);
}

RC_GTEST_PROP(HoldersProperty, levels_are_monotone_where_many_do_not_know, ()) {
  Draw drawn = draw(5, 50);
  const Workshop workshop = of_unsure_people(drawn.random, drawn.people);
  const Result before = workshop.evaluated();
  const Result after = favoured(workshop, drawn.random).evaluated();
  if (!before.range) return;
  RC_ASSERT(before.range->lo <= after.range->lo);
  RC_ASSERT(testing::middle_level(before) <= testing::middle_level(after));
  RC_ASSERT(before.range->hi <= after.range->hi);
  for (std::size_t f = 0; f < before.factors.size(); ++f) {
    const Quantiles was = before.factors[f].figures->used;
    const Quantiles is = after.factors[f].figures->used;
    RC_ASSERT(was.l2 <= is.l2);
    RC_ASSERT(was.m2 <= is.m2);
    RC_ASSERT(was.u2 <= is.u2);
  }
  if (before.equal_voice_level && after.equal_voice_level) {
    RC_ASSERT(*before.equal_voice_level <= *after.equal_voice_level);
  }
}

}  // namespace
}  // namespace quorate::engine
