// Who answers for others knows those answers: only people with a phone of their own hide one
// another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "shared/engine/doors.hpp"
#include "shared/engine/publication.hpp"
#include "shared/engine/values.hpp"
#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kDontKnow;
using testing::Person;
using testing::points;
using testing::Workshop;
using Groups = std::vector<std::size_t>;

// Of one group: who answered on a phone of their own, and for whom the desk did.
struct Size {
  std::size_t own = 0;
  std::size_t proxies = 0;
};
using Sizes = std::vector<Size>;

// One ordinary factor, one judged by holders, one on which they are apart all the same.
Workshop of_sizes(const Sizes& sizes, unsigned holders = 0, int k = 5) {
  std::vector<GroupSpec> groups;
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    groups.push_back({"g" + std::to_string(g), false, (holders >> g & 1U) != 0});
  }
  Workshop made = Workshop::of({{"why", Role::case_for},
                                {"power", Role::blocking, 1, false, true},
                                {"senior_buy_in", Role::fixable}},
                               groups, k);
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    made.add(sizes[g].own, 7, {}, g).add(sizes[g].proxies, 3, {}, g).by_proxy(sizes[g].proxies);
  }
  return made;
}

std::vector<Groups> cells_of(const Published& published, std::size_t factor = 0) {
  std::vector<Groups> result;
  for (const Cell& cell : published.factors[factor].cells) result.push_back(cell.groups);
  return result;
}

TEST(Proxies, do_not_make_one_person_enough) {
  const Workshop workshop = of_sizes({{1, 4}});
  const Published published = workshop.published();
  EXPECT_FALSE(published.enough);
  for (const PublishedFactor& factor : published.factors) {
    EXPECT_EQ(factor.n, 5) << "how many ratings there are is told all the same";
    EXPECT_FALSE(factor.counts || factor.unrated);
    EXPECT_THAT(factor.cells, IsEmpty());
  }
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.status, Status::too_few);
  EXPECT_EQ(result.n, 5);
  EXPECT_FALSE(result.level || result.range || result.flags || result.factors[0].figures);
}

TEST(Proxies, count_in_every_figure_where_enough_others_are) {
  const Published published = of_sizes({{5, 3}}).published();
  EXPECT_EQ(published.factors[0].counts, (Histogram{0, 0, 3, 0, 0, 0, 5, 0, 0}));
  EXPECT_EQ(published.factors[0].n, 8);
}

TEST(Proxies, alone_are_shown_as_there_is_nobody_to_hide) {
  EXPECT_EQ(of_sizes({{0, 5}}).published().factors[0].n, 5);
  EXPECT_TRUE(of_sizes({{0, 5}}).published().factors[0].counts);
  EXPECT_FALSE(of_sizes({{0, 4}}).published().enough) << "fewer than k ratings are never shown";
  EXPECT_THAT(cells_of(of_sizes({{0, 5}, {6, 0}}).published()), ElementsAre(Groups{0}, Groups{1}));
}

TEST(Proxies, leave_a_group_small_and_its_pool_takes_as_many_as_it_needs) {
  EXPECT_THAT(cells_of(of_sizes({{2, 9}, {3, 0}, {6, 0}}).published()),
              ElementsAre(Groups{0, 1}, Groups{2}))
      << "two and three people with phones";
  EXPECT_THAT(cells_of(of_sizes({{2, 9}, {2, 0}, {6, 0}, {7, 0}}).published()),
              ElementsAre(Groups{0, 1, 2}, Groups{3}))
      << "four are too few, and the smallest published group comes in";
  EXPECT_THAT(cells_of(of_sizes({{2, 0}, {0, 5}, {0, 6}, {8, 0}, {9, 0}}).published()),
              ElementsAre(Groups{0, 1, 2, 3}, Groups{4}))
      << "one after another, for the first two hide nobody";
}

TEST(Proxies, do_not_make_a_side_of_the_holders_rule_large_enough) {
  const Workshop few_deciders = of_sizes({{9, 0}, {4, 3}}, 0b10);
  EXPECT_THAT(cells_of(few_deciders.published(), 0), ElementsAre(Groups{0, 1}));
  EXPECT_THAT(cells_of(few_deciders.published(), 1), ElementsAre(Groups{0, 1}));
  EXPECT_THAT(cells_of(few_deciders.published(), 2), ElementsAre(Groups{0, 1}));
  const Result result = few_deciders.evaluated();
  EXPECT_EQ(result.factors[1].figures->used, result.factors[1].figures->measures->quantiles);
  const Workshop few_others = of_sizes({{4, 3}, {9, 0}}, 0b10);
  EXPECT_THAT(cells_of(few_others.published(), 1), ElementsAre(Groups{0, 1}));
  const Workshop enough = of_sizes({{9, 0}, {5, 8}}, 0b10);
  EXPECT_THAT(cells_of(enough.published(), 1), ElementsAre(Groups{0}, Groups{1}));
  EXPECT_EQ(enough.evaluated().factors[1].figures->used.m2, 6) << "the eight count as well";
}

TEST(Proxies, make_a_factor_unknown_that_too_few_others_rated) {
  Workshop workshop = Workshop::standard().add(9, 8);
  for (Person& person : workshop.people) person.ratings[4] = std::nullopt;
  workshop.add_to("time", 2, points(8)).add_to("time", 7, points(2)).by_proxy(7);
  const FactorFigures time = *workshop.evaluated().factors[4].figures;
  EXPECT_EQ(time.unknown, Unknown::few);
  EXPECT_FALSE(time.counts || time.measures);
  EXPECT_EQ(time.unrated, (Unrated{0, 0}));
  EXPECT_EQ(time.used, kUnknown);
}

TEST(Proxies, do_not_make_an_earlier_round_large_enough_to_compare_with) {
  const Workshop now = of_sizes({{6, 0}});
  const Counts four = of_sizes({{4, 3}}).counts();
  const Counts five = of_sizes({{5, 3}}).counts();
  EXPECT_FALSE(now.published(&four).factors[0].previous);
  EXPECT_EQ(now.published(&five).factors[0].previous, (Histogram{0, 0, 3, 0, 0, 0, 5, 0, 0}));
}

TEST(Proxies, who_do_not_know_are_no_ratings) {
  Counts counts(1, 1);
  counts.add(0, 0, {kDontKnow, true});
  counts.add(0, 0, {points(4), true});
  counts.add(0, 0, points(4));
  EXPECT_EQ(counts.proxies(0, 0), 1);
  counts.remove(0, 0, {points(4), true});
  EXPECT_EQ(counts.proxies(0, 0), 0);
  EXPECT_EQ(counts.histogram(0, 0)[3], 1);
}

std::string six_ballots(const std::string& member, int marked) {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += (i == 0 ? "" : ",") + std::string(R"({"group":"a",)") + (i < marked ? member : "") +
            R"("ratings":{"a":8,"b":8}})";
  }
  return R"({"factors":[{"id":"a","role":"blocking"},{"id":"b","role":"case_for"}],"min_group":5,)"
         R"("groups":[{"id":"a"}],"ballots":[)" +
         text + R"(],"previous":{"ballots":[)" + text + "]}}";
}

TEST(Proxies, are_ballots_marked_so) {
  const std::string all = *evaluate_text(six_ballots("", 0));
  EXPECT_EQ(*evaluate_text(six_ballots(R"("proxy":true,)", 1)), all) << "five others are enough";
  EXPECT_EQ(*evaluate_text(six_ballots(R"("proxy":false,)", 6)), all);
  EXPECT_EQ(*evaluate_text(six_ballots(R"("proxy":null,)", 6)), all);
  EXPECT_EQ(*evaluate_text(six_ballots(R"("proxy":true,)", 6)), all) << "nobody to hide";
  const std::string few = *evaluate_text(six_ballots(R"("proxy":true,)", 2));
  EXPECT_NE(few.find(R"("status":"too_few")"), std::string::npos) << few;
  EXPECT_NE(few.find(R"("n":6)"), std::string::npos) << few;
}

// Calls `visit(sizes, holders)` for up to 3 groups of 0 to 4 people with a phone and 0 to 4
// without.
template <class Visit>
std::size_t each_mix(Visit visit) {
  constexpr std::size_t kKinds = 25;
  std::size_t splits = 0;
  std::size_t all = 1;
  for (std::size_t groups = 1; groups <= 3; ++groups) {
    all *= kKinds;
    for (std::size_t split = 0; split < all; ++split) {
      Sizes sizes;
      for (std::size_t g = 0, rest = split; g < groups; ++g, rest /= kKinds) {
        sizes.push_back({rest % kKinds / 5, rest % 5});
      }
      for (unsigned holders = 0; holders < 1U << groups; ++holders, ++splits) visit(sizes, holders);
    }
  }
  return splits;
}

Size covered(const Sizes& sizes, const Groups& groups) {
  Size sum;
  for (const std::size_t g : groups) {
    sum.own += sizes[g].own;
    sum.proxies += sizes[g].proxies;
  }
  return sum;
}

constexpr int kSmall = 3;
bool enough(Size size) {
  return size.own + size.proxies >= kSmall && (size.own == 0 || size.own >= kSmall);
}

// Every set of cells, and so every sum and difference of what is published, covers enough or
// nobody; so does either side of the holders' rule, wherever it is on.
TEST(Proxies, hide_nobody_however_groups_are_split) {
  const auto splits = each_mix([](const Sizes& sizes, unsigned holders) {
    const Published published = of_sizes(sizes, holders, kSmall).published();
    Groups everybody;
    std::array<Groups, 2> sides;
    for (std::size_t g = 0; g < sizes.size(); ++g) {
      everybody.push_back(g);
      sides[(holders >> g & 1U) != 0 ? 1 : 0].push_back(g);
    }
    const Size all = covered(sizes, everybody);
    ASSERT_EQ(published.enough, enough(all));
    for (const PublishedFactor& factor : published.factors) {
      ASSERT_EQ(factor.n, static_cast<std::int64_t>(all.own + all.proxies));
      ASSERT_EQ(factor.counts.has_value(), enough(all));
      ASSERT_EQ(factor.unrated.has_value(), enough(all));
      ASSERT_EQ(factor.cells.empty(), !enough(all));
      for (unsigned chosen = 1; chosen < 1U << factor.cells.size(); ++chosen) {
        Groups groups;
        for (std::size_t c = 0; c < factor.cells.size(); ++c) {
          if ((chosen >> c & 1U) == 0) continue;
          const Groups& more = factor.cells[c].groups;
          groups.insert(groups.end(), more.begin(), more.end());
        }
        const Size part = covered(sizes, groups);
        ASSERT_TRUE(enough(part));
        const Size rest{all.own - part.own, all.proxies - part.proxies};
        ASSERT_TRUE(enough(rest) || rest.own + rest.proxies == 0) << "everybody without the chosen";
        ASSERT_TRUE(chosen + 1 != 1U << factor.cells.size() || rest.own + rest.proxies == 0)
            << "cells partition the total";
      }
    }
    const Size deciders = covered(sizes, sides[1]);
    const Size others = covered(sizes, sides[0]);
    const bool apart = enough(deciders) && (enough(others) || others.own + others.proxies == 0);
    for (const std::size_t f : {1U, 2U}) {
      ASSERT_EQ(holders_ratings(published.setup, published.factors[f]).has_value(), apart);
    }
  });
  EXPECT_EQ(splits, 25U * 2 + 625U * 4 + 15'625U * 8);
}

}  // namespace
}  // namespace quorate::engine
