// Other people's programs were asked the same questions; see tests/vectors/README.md.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "shared/engine/compare.hpp"
#include "shared/engine/measures.hpp"
#include "shared/json/read.hpp"
#include "shared/json/value.hpp"
#include "tests/support/places.hpp"

namespace quorate::engine {
namespace {

using json::Value;

// Our reader keeps no decimals, so they are quoted first and read as texts.
std::string quote_decimals(const std::string& text) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') in_string = !in_string;
    const bool number = !in_string && (text[i] == '-' || std::isdigit(text[i]) != 0);
    if (!number) {
      out += text[i];
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of("+-.0123456789eE", i), text.size());
    const std::string token = text.substr(i, end - i);
    const bool decimal = token.find_first_of(".eE") != std::string::npos;
    out += decimal ? '"' + token + '"' : token;
    i = end - 1;
  }
  return out;
}

std::vector<Value> vectors(const std::string& file) {
  std::ifstream stream(test::in_checkout("tests/vectors/" + file));
  std::stringstream text;
  text << stream.rdbuf();
  const auto value = json::read(quote_decimals(text.str()), {std::size_t{8} << 20, 16, 1'000'000});
  EXPECT_TRUE(value) << file << ": " << (value ? "" : value.error().sentence());
  return value ? *value->find("vectors")->as_array() : std::vector<Value>();
}

double number(const Value& value) {
  if (const std::int64_t* integer = value.as_integer()) return static_cast<double>(*integer);
  return std::strtod(value.as_string()->c_str(), nullptr);
}

std::vector<std::int64_t> integers(const Value& value) {
  std::vector<std::int64_t> result;
  for (const Value& item : *value.as_array()) result.push_back(*item.as_integer());
  return result;
}

void expect_near(Fraction ours, const Value& theirs, const Value& vector) {
  EXPECT_NEAR(static_cast<double>(ours.num) / static_cast<double>(ours.den), number(theirs),
              number(*vector.find("tolerance")))
      << *vector.find("id")->as_string();
}

TEST(Vectors, of_agrmt_agree) {
  const auto all = vectors("agrmt.json");
  ASSERT_EQ(all.size(), 480U);
  for (const Value& vector : all) {
    const Measures ours = measure(integers(*vector.find("histogram")));
    const Value& expected = *vector.find("expected");
    expect_near(ours.agreement_a, *expected.find("agreement_A"), vector);
    expect_near(ours.leik_d, *expected.find("leik_D"), vector);
    if (const Value* iov = expected.find("iov_berry_mielke")) {
      expect_near(ours.ordinal_variation, *iov, vector);
    } else {
      EXPECT_EQ(ours.n, 1) << "R divides by zero for one person only";
    }
  }
}

TEST(Vectors, of_all_nine_point_patterns_agree_exactly) {
  const auto all = vectors("agrmt_patterns_k9.json");
  ASSERT_EQ(all.size(), 511U);
  for (const Value& vector : all) {
    const Fraction expected{*vector.find("expected_times_1568")->as_integer(), 1568};
    EXPECT_EQ(agreement(integers(*vector.find("histogram"))), expected)
        << *vector.find("id")->as_string();
  }
}

TEST(Vectors, of_percentiles_agree_exactly) {
  const auto all = vectors("ram_percentiles.json");
  ASSERT_EQ(all.size(), 218U);
  for (const Value& vector : all) {
    const Measures ours = measure(integers(*vector.find("histogram")));
    const Value& expected = *vector.find("expected");
    const Value& type2 = *expected.find("type2");
    EXPECT_EQ(ours.n, *expected.find("n")->as_integer());
    EXPECT_EQ(ours.quantiles.l2, 2 * number(*type2.find("p30")));
    EXPECT_EQ(ours.quantiles.m2, 2 * number(*expected.find("median")));
    EXPECT_EQ(ours.quantiles.u2, 2 * number(*type2.find("p70")));
    expect_near(ours.nine->di, *type2.find("di"), vector);
    EXPECT_EQ(ours.nine->disagreement, *type2.find("disagreement")->as_boolean());
  }
}

// Ratings with weights, as a histogram of the points 0, 1, .. of a scale wide enough for all.
std::vector<std::int64_t> spread_out(const Value& ratings, const Value& weights) {
  constexpr std::size_t kWide = 16;
  std::vector<std::int64_t> counts(kWide, 0);
  const auto values = integers(ratings);
  const auto times = integers(weights);
  for (std::size_t i = 0; i < values.size(); ++i) {
    counts.at(static_cast<std::size_t>(values[i])) += times[i];
  }
  return counts;
}

TEST(Vectors, of_wasserstein_distances_agree) {
  const auto all = vectors("wasserstein1.json");
  ASSERT_EQ(all.size(), 59U);
  for (const Value& vector : all) {
    const Value* histogram = vector.find("histogram_x");
    const auto x = histogram != nullptr
                       ? integers(*histogram)
                       : spread_out(*vector.find("ratings_x"), *vector.find("weights_x"));
    const auto y = histogram != nullptr
                       ? integers(*vector.find("histogram_y"))
                       : spread_out(*vector.find("ratings_y"), *vector.find("weights_y"));
    expect_near(compare(x, y).w1, *vector.find("expected"), vector);
  }
}

}  // namespace
}  // namespace quorate::engine
