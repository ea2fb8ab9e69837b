// Nobody's rating may be worked out from what is published, by looking or by subtracting.
#include "shared/engine/publication.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kDontKnow;
using testing::kNotApplicable;
using testing::points;
using testing::Workshop;
using Groups = std::vector<std::size_t>;

// One ordinary factor, one judged by holders; group g has sizes[g] people on both.
Workshop sized(const std::vector<std::size_t>& sizes, unsigned holders, int k = 5) {
  std::vector<GroupSpec> groups;
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    groups.push_back({"g" + std::to_string(g), false, (holders >> g & 1U) != 0});
  }
  Workshop made = Workshop::of({{"why", Role::case_for},
                                {"power", Role::blocking, 1, false, true},
                                {"senior_buy_in", Role::fixable}},
                               groups, k);
  for (std::size_t g = 0; g < sizes.size(); ++g) made.add(sizes[g], 7, {}, g);
  return made;
}

std::vector<Groups> cells(const Published& published, std::size_t factor) {
  std::vector<Groups> result;
  for (const Cell& cell : published.factors[factor].cells) result.push_back(cell.groups);
  return result;
}

TEST(Publication, shows_large_groups_alone_and_pools_small_ones) {
  EXPECT_THAT(cells(sized({6, 3, 2, 9}, 0).published(), 0),
              ElementsAre(Groups{0}, Groups{1, 2}, Groups{3}));
}

TEST(Publication, adds_the_smallest_large_group_to_a_pool_that_is_too_small) {
  EXPECT_THAT(cells(sized({9, 3, 6}, 0).published(), 0), ElementsAre(Groups{0}, Groups{1, 2}));
  EXPECT_THAT(cells(sized({6, 3, 6}, 0).published(), 0), ElementsAre(Groups{0, 1}, Groups{2}))
      << "ties go to the earlier group";
}

TEST(Publication, has_one_cell_when_everything_is_absorbed) {
  EXPECT_THAT(cells(sized({6, 2}, 0).published(), 0), ElementsAre(Groups{0, 1}));
}

TEST(Publication, leaves_groups_without_ratings_out_of_every_pool) {
  EXPECT_THAT(cells(sized({6, 0, 7}, 0).published(), 0), ElementsAre(Groups{0}, Groups{2}));
}

TEST(Publication, pools_holders_with_holders_where_holders_judge) {
  const Published published = sized({3, 3, 3, 3}, 0b1010).published();
  EXPECT_THAT(cells(published, 0), ElementsAre(Groups{0, 1, 2, 3}));
  EXPECT_THAT(cells(published, 1), ElementsAre(Groups{0, 2}, Groups{1, 3}));
  EXPECT_THAT(cells(published, 2), ElementsAre(Groups{0, 2}, Groups{1, 3})) << "senior_buy_in too";
}

TEST(Publication, pools_all_together_where_one_side_is_too_small) {
  EXPECT_THAT(cells(sized({3, 4, 8}, 0b011).published(), 1), ElementsAre(Groups{0, 1}, Groups{2}));
  EXPECT_THAT(cells(sized({2, 2, 8}, 0b011).published(), 1), ElementsAre(Groups{0, 1, 2}));
  EXPECT_THAT(cells(sized({2, 2, 8, 3}, 0b011).published(), 1),
              ElementsAre(Groups{0, 1, 3}, Groups{2}))
      << "four holders alone would be too few";
}

TEST(Publication, before_the_reveal_is_the_number_of_ratings_alone) {
  const Published published = sized({6, 6}, 0).not_revealed("power").published();
  const PublishedFactor& pending = published.factors[1];
  EXPECT_EQ(pending.n, 12);
  EXPECT_FALSE(pending.counts);
  EXPECT_THAT(pending.cells, IsEmpty());
  EXPECT_EQ(json::write(*to_json(published).find("factors")->as_array()->begin()),
            R"({"cells":[{"counts":[0,0,0,0,0,0,6,0,0],"groups":[0]},)"
            R"({"counts":[0,0,0,0,0,0,6,0,0],"groups":[1]}],"counts":[0,0,0,0,0,0,12,0,0],)"
            R"("dk":0,"n":12,"na":0})");
  EXPECT_EQ(json::write((*to_json(published).find("factors")->as_array())[1]),
            R"({"n":12,"pending":true})");
}

TEST(Publication, of_too_few_people_is_the_number_of_ratings_alone) {
  Workshop workshop = sized({4}, 0);
  workshop.add_to("power", 3, kDontKnow);
  for (const PublishedFactor& factor : workshop.published().factors) {
    EXPECT_EQ(factor.n, 4);
    EXPECT_FALSE(factor.unrated) << "not even how many do not know";
    EXPECT_FALSE(factor.counts);
  }
}

TEST(Publication, shows_dont_knows_for_everybody_only) {
  Workshop workshop = sized({5, 5}, 0);
  workshop.add_to("power", 2, kDontKnow, 0).add_to("power", 1, kNotApplicable, 1);
  const Published published = workshop.published();
  EXPECT_EQ(published.factors[1].unrated, (Unrated{2, 1}));
  EXPECT_EQ(published.factors[1].n, 10);
}

TEST(Publication, shows_dont_knows_only_where_k_people_answered_one_way_or_another) {
  const auto on_time = [](std::size_t rated, std::size_t dk, std::size_t na) {
    Workshop workshop = Workshop::standard().add(9, 8);
    for (testing::Person& person : workshop.people) person.ratings[4] = std::nullopt;
    workshop.add_to("time", rated, points(8)).add_to("time", dk, kDontKnow);
    workshop.add_to("time", na, kNotApplicable);
    return workshop.published().factors[4];
  };
  EXPECT_FALSE(on_time(0, 0, 1).unrated) << "one answer alone";
  EXPECT_FALSE(on_time(2, 1, 1).unrated);
  EXPECT_EQ(on_time(2, 1, 2).unrated, (Unrated{1, 2}));
  EXPECT_FALSE(on_time(2, 1, 2).counts) << "two ratings are too few all the same";
  EXPECT_EQ(on_time(0, 5, 0).unrated, (Unrated{5, 0}));
  EXPECT_EQ(on_time(5, 0, 0).unrated, (Unrated{0, 0}));
}

TEST(Publication, gives_null_for_dont_knows_that_are_not_shown) {
  Workshop workshop = Workshop::standard().add(9, 8);
  for (testing::Person& person : workshop.people) person.ratings[4] = std::nullopt;
  workshop.add_to("time", 1, kNotApplicable);
  const std::string text = workshop.text();
  EXPECT_NE(text.find(R"("dk":null,"id":"time","indicative":true)"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("n":0,"na":null,"role":"limiting")"), std::string::npos) << text;
}

TEST(Publication, keeps_a_round_before_that_was_large_enough) {
  const Workshop now = sized({6}, 0);
  const Counts four = sized({4}, 0).counts();
  const Counts five = sized({5}, 0).counts();
  EXPECT_FALSE(now.published(&four).factors[0].previous);
  EXPECT_EQ(now.published(&five).factors[0].previous, (Histogram{0, 0, 0, 0, 0, 0, 5, 0, 0}));
}

// Calls `visit(sizes, holders)` for up to 4 groups of 0 to 8 people, holders marked or not.
template <class Visit>
std::size_t each_split(Visit visit) {
  constexpr std::size_t kLargest = 8;
  std::size_t splits = 0;
  for (std::size_t groups = 1; groups <= 4; ++groups) {
    std::vector<std::size_t> sizes(groups, 0);
    for (bool more = true; more;) {
      for (unsigned holders = 0; holders < 1U << groups; ++holders, ++splits) visit(sizes, holders);
      more = false;
      for (std::size_t& size : sizes) {
        if (size < kLargest) {
          ++size;
          more = true;
          break;
        }
        size = 0;
      }
    }
  }
  return splits;
}
constexpr std::size_t kSplits = 9U * 2 + 81U * 4 + 729U * 8 + 6561U * 16;

std::size_t people_in(const std::vector<std::size_t>& sizes, const Cell& cell) {
  std::size_t people = 0;
  for (const std::size_t g : cell.groups) people += sizes[g];
  return people;
}

// As no group is in two cells, whatever can be added or subtracted from what is published is again
// a set of cells: every one of them is counted, by people.
TEST(Publication, never_covers_one_to_four_people_however_groups_are_split) {
  EXPECT_EQ(each_split([](const std::vector<std::size_t>& sizes, unsigned holders) {
              const Published published = sized(sizes, holders).published();
              const std::size_t all = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
              for (const PublishedFactor& factor : published.factors) {
                ASSERT_EQ(factor.cells.empty(), all < 5);
                ASSERT_EQ(factor.counts.has_value(), all >= 5);
                unsigned seen = 0;
                for (const Cell& cell : factor.cells) {
                  ASSERT_EQ(cell.n, people_in(sizes, cell));
                  for (const std::size_t g : cell.groups) {
                    ASSERT_EQ(seen >> g & 1U, 0U) << "in two cells";
                    ASSERT_GT(sizes[g], 0U) << "an empty group is in no cell";
                    seen |= 1U << g;
                  }
                }
                for (unsigned chosen = 1; chosen < 1U << factor.cells.size(); ++chosen) {
                  std::size_t covered = 0;
                  for (std::size_t c = 0; c < factor.cells.size(); ++c) {
                    if ((chosen >> c & 1U) != 0) covered += people_in(sizes, factor.cells[c]);
                  }
                  ASSERT_GE(covered, 5U);
                  const std::size_t rest = all - covered;
                  ASSERT_TRUE(rest == 0 || rest >= 5) << "everybody without the chosen";
                  ASSERT_TRUE(rest == 0 || chosen != (1U << factor.cells.size()) - 1)
                      << "cells partition the total";
                }
              }
            }),
            kSplits);
}

// The people of a cell, in the order of their groups, give ratings that depend on their place in
// the cell alone; `turned`, in the opposite order. So of all splits with the same cells the same is
// known.
Counts answers(const std::vector<std::size_t>& sizes, const Published& shape, bool turned) {
  Counts counts(shape.factors.size(), sizes.size());
  for (std::size_t f = 0; f < shape.factors.size(); ++f) {
    const auto& cells = shape.factors[f].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::size_t people = people_in(sizes, cells[c]);
      std::size_t place = 0;
      for (const std::size_t g : cells[c].groups) {
        for (std::size_t i = 0; i < sizes[g]; ++i, ++place) {
          const std::size_t from = turned ? people - 1 - place : place;
          counts.add(f, g, points(1 + static_cast<int>((4 * from + 3 * c + 2 * f) % 9)));
        }
      }
    }
    if (!cells.empty()) continue;
    for (std::size_t g = 0; g < sizes.size(); ++g) {
      for (std::size_t i = 0; i < sizes[g]; ++i) {
        counts.add(f, g, points(turned ? 9 : 1 + static_cast<int>(g)));
      }
    }
  }
  return counts;
}

// What a reader of the published value can tell of the split: who decides, and the cells.
std::string shape_of(const Published& published, unsigned holders) {
  std::string text = std::to_string(published.setup.groups.size()) + "/" + std::to_string(holders);
  for (const PublishedFactor& factor : published.factors) {
    text += " " + std::to_string(factor.n);
    for (const Cell& cell : factor.cells) {
      text += ":" + std::to_string(cell.n);
      for (const std::size_t g : cell.groups) text += "," + std::to_string(g);
    }
  }
  return text;
}

// Up to how many groups the results are compared as well, which depend on the published value
// alone: all with the build that is shipped, fewer where that would take minutes.
#if defined(__OPTIMIZE__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
constexpr std::size_t kMostGroupsEvaluated = 4;
#else
constexpr std::size_t kMostGroupsEvaluated = 2;
#endif

TEST(Publication,
     gives_the_same_bytes_for_all_electorates_that_differ_inside_an_unpublished_split) {
  struct Seen {
    Published published;
    std::string text;
  };
  std::map<std::string, Seen> seen;
  std::size_t twins = 0;
  each_split([&](const std::vector<std::size_t>& sizes, unsigned holders) {
    const Workshop made = sized(sizes, holders);
    const Published shape = made.published();
    for (const bool turned : {false, true}) {
      const Published published =
          publish(made.setup, answers(sizes, shape, turned), {false, false, false}, nullptr);
      const auto text = [&] {
        const bool evaluated = sizes.size() <= kMostGroupsEvaluated;
        return evaluated ? to_text(evaluate(published)) : std::string();
      };
      const auto [at, first] = seen.try_emplace(shape_of(published, holders));
      if (first) {
        at->second = {published, text()};
        continue;
      }
      ++twins;
      ASSERT_EQ(published, at->second.published) << at->first;
      ASSERT_EQ(text(), at->second.text) << at->first;
    }
  });
  EXPECT_EQ(seen.size() + twins, 2 * kSplits);
  EXPECT_GT(twins, kSplits);
}

TEST(Publication, is_the_same_for_electorates_that_differ_inside_an_unpublished_split_only) {
  Workshop one = sized({6}, 0);
  one.setup.groups.push_back({"h", false, false});
  one.setup.groups.push_back({"i", false, false});
  Workshop other = one;
  one.add(3, 2, {}, 1).add(3, 9, {}, 2);
  other.add(3, 9, {}, 1).add(3, 2, {}, 2);
  EXPECT_EQ(json::write(to_json(one.published())), json::write(to_json(other.published())));
  EXPECT_EQ(one.text(), other.text());
}

}  // namespace
}  // namespace quorate::engine
