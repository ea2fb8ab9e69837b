// Workshops for the engine's tests: people with groups and ratings, made by hand or from a seed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/engine/evaluate.hpp"
#include "shared/engine/level.hpp"
#include "shared/engine/publication.hpp"
#include "shared/json/write.hpp"
#include "shared/templates/templates.hpp"

namespace quorate::engine::testing {

inline std::vector<FactorSpec> template_factors() {
  std::vector<FactorSpec> factors;
  for (const auto& factor : templates::find(templates::kCoproduction)->factors) {
    factors.push_back({std::string(factor.id), factor.role, 1, false, factor.judged_by_holders});
  }
  return factors;
}

struct Person {
  std::size_t group = 0;
  std::vector<std::optional<Rating>> ratings;  // by factor
  bool proxy = false;
};

using engine::Rating;
inline Rating points(int value) { return *Rating::points(value); }
inline const Rating kDontKnow = Rating::dont_know();
inline const Rating kNotApplicable = Rating::not_applicable();

class Workshop {
 public:
  Setup setup;
  std::vector<Person> people;
  std::vector<bool> pending;

  // The built-in ten, asked of one group that holds the decision and has lived experience.
  static Workshop standard() {
    Workshop made;
    made.setup.factors = template_factors();
    made.setup.groups = {{"all", true, true}};
    return made;
  }
  static Workshop of(std::vector<FactorSpec> factors, std::vector<GroupSpec> groups, int k) {
    Workshop made;
    made.setup.factors = std::move(factors);
    made.setup.groups = std::move(groups);
    made.setup.min_group = k;
    made.setup.open = k < kLeastMinGroup;
    return made;
  }

  // `count` people of a group who give every factor `usual`, but those named here.
  Workshop& add(std::size_t count, int usual, const std::map<std::string, Rating>& but = {},
                std::size_t group = 0) {
    Person person;
    person.group = group;
    person.ratings.assign(setup.factors.size(), points(usual));
    for (const auto& [id, rating] : but) person.ratings[setup.factor(id).value()] = rating;
    people.insert(people.end(), count, person);
    return *this;
  }
  // The same for one factor alone; they leave the others out.
  Workshop& add_to(const std::string& id, std::size_t count, Rating rating, std::size_t group = 0) {
    Person person;
    person.group = group;
    person.ratings.resize(setup.factors.size());
    person.ratings[setup.factor(id).value()] = rating;
    people.insert(people.end(), count, person);
    return *this;
  }
  // The desk answered for the last `count` people.
  Workshop& by_proxy(std::size_t count) {
    for (std::size_t i = people.size() - count; i < people.size(); ++i) people[i].proxy = true;
    return *this;
  }
  Workshop& not_revealed(const std::string& id) {
    pending.resize(setup.factors.size(), false);
    pending[setup.factor(id).value()] = true;
    return *this;
  }

  Counts counts() const {
    Counts result(setup.factors.size(), setup.groups.size());
    for (const Person& person : people) {
      for (std::size_t f = 0; f < person.ratings.size(); ++f) {
        if (person.ratings[f]) result.add(f, person.group, {*person.ratings[f], person.proxy});
      }
    }
    return result;
  }
  Published published(const Counts* previous = nullptr) const {
    std::vector<bool> hidden = pending;
    hidden.resize(setup.factors.size(), false);
    return publish(setup, counts(), hidden, previous);
  }
  Result evaluated() const { return evaluate(published()); }
  std::string text() const { return to_text(evaluated()); }

  std::vector<std::string> ids(const FactorSet& factors) const {
    std::vector<std::string> result;
    for (const std::size_t f : factors) result.push_back(setup.factors[f].id);
    return result;
  }
};

// The level by the medians that were used, whether or not the status lets it be told.
inline int middle_level(const Result& result) {
  Medians medians{};
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    medians[f] = result.factors[f].figures->used.m2;
  }
  return level(*result.ruleset, result.setup, medians);
}

// Random workshops from a seed: lumpy groups, opinions that differ by group, holders and people
// with lived experience here and there, don't-knows, gaps, weights, reversed factors, people
// without phones.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  int between(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }

  Histogram histogram(int people) {
    Histogram counts{};
    const int centre = between(1, 9);
    const int spread = between(0, 8);
    for (int i = 0; i < people; ++i) {
      const int value = std::min(9, std::max(1, centre + between(-spread, spread)));
      ++counts[static_cast<std::size_t>(value - 1)];
    }
    return counts;
  }

  Setup setup() {
    Setup made;
    made.min_group = chance(70) ? 5 : between(2, 8);
    made.open = made.min_group < kLeastMinGroup;
    if (chance(60)) {
      made.factors = template_factors();
    } else {
      made.factors = {{"veto", Role::blocking, 1, false, chance(50)}, {"why", Role::case_for}};
      for (int i = between(0, 7); i > 0; --i) {
        made.factors.push_back({"factor" + std::to_string(i), static_cast<Role>(between(0, 3)),
                                chance(30) ? between(1, 9) : 1, chance(20), chance(25)});
      }
      std::shuffle(made.factors.begin(), made.factors.end(), engine_);
    }
    for (int i = between(1, 6); i > 0; --i) {
      made.groups.push_back({"group" + std::to_string(i), chance(35), chance(40)});
    }
    return made;
  }

  Workshop workshop(int people) {
    Workshop made;
    made.setup = setup();
    std::vector<int> centre;
    std::vector<int> unsure;
    for (std::size_t f = 0; f < made.setup.factors.size(); ++f) {
      centre.push_back(chance(60) ? between(6, 9) : between(1, 9));
      unsure.push_back(chance(20) ? 40 : chance(40) ? 10 : 0);
    }
    std::vector<int> lean;
    for (std::size_t g = 0; g < made.setup.groups.size(); ++g) {
      lean.push_back(chance(30) ? between(-5, 3) : 0);
    }
    const int spread = between(0, 4);
    const int absent = chance(50) ? 0 : 20;
    // Of what holders judge the others often do not know.
    const int others_unsure = chance(30) ? 80 : 0;
    const int without_phones = chance(50) ? 0 : between(10, 90);
    for (int i = 0; i < people; ++i) {
      Person person;
      // Two draws, the lower one: early groups are larger.
      const int last = static_cast<int>(made.setup.groups.size()) - 1;
      person.group = static_cast<std::size_t>(std::min(between(0, last), between(0, last)));
      person.proxy = chance(without_phones);
      for (std::size_t f = 0; f < centre.size(); ++f) {
        const bool theirs = made.setup.factors[f].judged_by_holders &&
                            !made.setup.groups[person.group].holds_decision;
        person.ratings.push_back(rating(centre[f] + lean[person.group], spread,
                                        theirs ? std::max(unsure[f], others_unsure) : unsure[f],
                                        absent));
      }
      made.people.push_back(std::move(person));
    }
    return made;
  }

  template <class Items>
  void shuffle(Items& items) {
    std::shuffle(items.begin(), items.end(), engine_);
  }

 private:
  std::optional<Rating> rating(int centre, int spread, int unsure, int absent) {
    if (chance(absent)) return std::nullopt;
    if (chance(unsure)) return chance(70) ? kDontKnow : kNotApplicable;
    return points(std::min(9, std::max(1, centre + between(-spread, spread))));
  }

  std::mt19937_64 engine_;
};

}  // namespace quorate::engine::testing
