// Of workshops in which the desk answers for some: nobody is laid bare, and nobody can tell for
// whom.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "shared/engine/publication.hpp"
#include "tests/unit/engine/draw.hpp"

namespace quorate::engine {
namespace {

using testing::draw;
using testing::Draw;
using testing::Person;
using testing::Random;
using testing::Workshop;

// What a reader can tell of who was shown together.
std::string shape_of(const Published& published) {
  std::string text = published.enough ? "enough" : "few";
  for (const PublishedFactor& factor : published.factors) {
    text += factor.previous ? "/+" : "/";
    for (const Cell& cell : factor.cells) {
      for (const std::size_t g : cell.groups) text += " " + std::to_string(g);
      text += ",";
    }
  }
  return text;
}

// Which of its ratings are proxies' is drawn anew for each factor: of each group as many as before,
// or any.
Counts marked_anew(const Workshop& workshop, Random& random, bool as_many) {
  Counts counts(workshop.setup.factors.size(), workshop.setup.groups.size());
  for (std::size_t f = 0; f < workshop.setup.factors.size(); ++f) {
    std::vector<std::vector<bool>> marks(workshop.setup.groups.size());
    const int share = random.between(0, 100);
    for (const Person& person : workshop.people) {
      const auto& rating = person.ratings[f];
      if (!rating || !rating->is_points()) continue;
      marks[person.group].push_back(as_many ? person.proxy : random.chance(share));
    }
    for (auto& group : marks) random.shuffle(group);
    for (const Person& person : workshop.people) {
      const auto& rating = person.ratings[f];
      if (!rating) continue;
      bool proxy = random.chance(share);  // of who rates nothing
      if (rating->is_points()) {
        proxy = marks[person.group].back();
        marks[person.group].pop_back();
      }
      counts.add(f, person.group, {*rating, proxy});
    }
  }
  return counts;
}

RC_GTEST_PROP(ProxyProperty, which_ratings_are_theirs_is_in_no_byte_that_is_published, ()) {
  Draw drawn = draw(0, 40);
  Workshop workshop = drawn.random.workshop(drawn.people);
  for (const FactorSpec& factor : workshop.setup.factors) {
    if (drawn.random.chance(10)) workshop.not_revealed(factor.id);
  }
  workshop.pending.resize(workshop.setup.factors.size(), false);
  const Counts before = testing::favoured(workshop, drawn.random).counts();
  const Published published = workshop.published(&before);
  const auto published_of = [&](const Counts& counts) {
    return publish(workshop.setup, counts, workshop.pending, &before);
  };
  const std::string text = json::write(to_json(published));
  RC_ASSERT(json::write(to_json(published_of(marked_anew(workshop, drawn.random, true)))) == text);
  const Published other = published_of(marked_anew(workshop, drawn.random, false));
  const bool alike = shape_of(other) == shape_of(published);
  RC_CLASSIFY(alike, "the same groups are shown together");
  if (!alike) return;
  RC_ASSERT(json::write(to_json(other)) == text);
  RC_ASSERT(to_text(evaluate(other)) == to_text(evaluate(published)));
}

RC_GTEST_PROP(ProxyProperty, no_cell_of_any_workshop_lays_one_to_k_less_one_bare, ()) {
  Draw drawn = draw(0, 60);
  const Workshop workshop = drawn.random.workshop(drawn.people);
  const auto k = static_cast<std::int64_t>(workshop.setup.min_group);
  const Counts counts = workshop.counts();
  const Published published = workshop.published();
  for (std::size_t f = 0; f < published.factors.size(); ++f) {
    const PublishedFactor& factor = published.factors[f];
    std::int64_t answered = factor.n;
    for (std::size_t g = 0; g < workshop.setup.groups.size(); ++g) {
      answered += counts.dont_know(f, g) + counts.not_applicable(f, g);
    }
    RC_ASSERT(factor.unrated.has_value() == (published.enough && answered >= k));
    for (const Cell& cell : factor.cells) {
      std::int64_t own = cell.n;
      for (const std::size_t g : cell.groups) own -= counts.proxies(f, g);
      RC_ASSERT(cell.n >= k);
      RC_ASSERT(own == 0 || own >= k);
    }
  }
}

}  // namespace
}  // namespace quorate::engine
