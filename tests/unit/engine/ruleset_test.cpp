#include "shared/engine/ruleset.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <fstream>
#include <sstream>
#include <string>

#include "shared/engine/level.hpp"
#include "shared/json/value.hpp"
#include "shared/json/write.hpp"
#include "tests/support/places.hpp"

namespace quorate::engine {
namespace {

using json::Value;

std::string table_text() {
  std::ifstream file(test::in_checkout("shared/engine/ruleset.json"), std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

template <class Names>
Value table_json(const Table& table, const Names& names) {
  Value rows = Value::array();
  for (const Row& row : table.rows) {
    Value clauses = Value::array();
    for (const Clause& clause : row.clauses) {
      Value least = Value::object();
      for (const Least& item : clause.least) least.set(names[item.fact], item.count);
      clauses.push(Value::object({{"id", clause.id}, {"least", least}}));
    }
    rows.push(Value::object({{"cap", row.cap}, {"clauses", clauses}}));
  }
  return rows;
}

TEST(Ruleset, is_the_table_in_the_file) {
  const Ruleset& ruleset = coproduction_v1();
  const Value table = Value::object({{"barrier", table_json(ruleset.barrier, kBarrierFactNames)},
                                     {"case", table_json(ruleset.case_for, kCaseFactNames)},
                                     {"id", ruleset.id}});
  EXPECT_EQ(json::write(table) + "\n", table_text());
}

TEST(Ruleset, is_named_by_the_hash_of_the_file) {
  ASSERT_GE(sodium_init(), 0);
  const std::string text = table_text();
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  char hexadecimal[2 * sizeof digest + 1];
  sodium_bin2hex(hexadecimal, sizeof hexadecimal, digest, sizeof digest);
  EXPECT_EQ(coproduction_v1().hash, hexadecimal);
}

// How many barriers of each class are in no, and how many in partly.
struct Standing {
  int no[3];
  int partly[3];
};
constexpr Role kBarrierRoles[] = {Role::blocking, Role::limiting, Role::fixable};

int barrier_cap(const Standing& standing) {
  Facts facts{};
  for (std::size_t r = 0; r < 3; ++r) {
    for (int i = 0; i < standing.no[r]; ++i) count_barrier(facts, kBarrierRoles[r], Zone::no);
    for (int i = 0; i < standing.partly[r]; ++i) {
      count_barrier(facts, kBarrierRoles[r], Zone::partly);
    }
  }
  return coproduction_v1().barrier.match(facts).cap;
}

// The table compares counts with at most 4, so that counts above 5 are as 5.
TEST(Ruleset, never_lowers_the_barrier_cap_for_a_better_zone) {
  constexpr int kMost = 5;
  constexpr int kRadix = kMost + 1;
  int checked = 0;
  for (int code = 0; code < kRadix * kRadix * kRadix * kRadix * kRadix * kRadix; ++code) {
    Standing standing{};
    int rest = code;
    for (int& count : standing.no) count = rest % kRadix, rest /= kRadix;
    for (int& count : standing.partly) count = rest % kRadix, rest /= kRadix;
    const int cap = barrier_cap(standing);
    for (std::size_t r = 0; r < 3; ++r) {
      if (standing.no[r] > 0) {
        Standing better = standing;
        --better.no[r];
        ++better.partly[r];
        ASSERT_GE(barrier_cap(better), cap);
      }
      if (standing.partly[r] > 0) {
        Standing better = standing;
        --better.partly[r];
        ASSERT_GE(barrier_cap(better), cap);
      }
      ++checked;
    }
  }
  EXPECT_EQ(checked, 3 * 46'656);
}

TEST(Ruleset, never_lowers_the_case_cap_for_a_higher_median) {
  for (const int heavy : {1, 2, 9}) {
    engine::Setup setup;
    setup.factors = {{"a", Role::case_for, heavy}, {"b", Role::case_for}, {"c", Role::case_for}};
    const auto cap = [&](int a, int b, int c) {
      return coproduction_v1().case_for.match(case_facts(setup, {a, b, c})).cap;
    };
    for (int a = kLeastDoubled; a <= kMostDoubled; ++a) {
      for (int b = kLeastDoubled; b <= kMostDoubled; ++b) {
        for (int c = kLeastDoubled; c < kMostDoubled; ++c) {
          ASSERT_GE(cap(a, b, c + 1), cap(a, b, c)) << a << " " << b << " " << c;
          ASSERT_GE(cap(c + 1, a, b), cap(c, a, b)) << a << " " << b << " " << c;
        }
      }
    }
  }
}

}  // namespace
}  // namespace quorate::engine
