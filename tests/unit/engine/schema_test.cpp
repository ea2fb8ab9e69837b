// The schemas in shared/engine/schema describe what the doors really take and give.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "shared/engine/doors.hpp"
#include "shared/json/read.hpp"
#include "tests/support/places.hpp"
#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using json::Value;
using testing::Random;
using testing::Workshop;

Value read(const std::string& text) {
  const auto value = json::read(text, {std::size_t{1} << 24, 32, 1'000'000});
  EXPECT_TRUE(value) << text.substr(0, 200);
  return value ? *value : Value();
}

Value schema(const std::string& name) {
  std::ifstream file(test::in_checkout("shared/engine/schema/" + name + ".json"));
  std::stringstream text;
  text << file.rdbuf();
  return read(text.str());
}

bool is_of(const Value& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.as_boolean() != nullptr;
  if (type == "integer") return value.as_integer() != nullptr;
  if (type == "string") return value.as_string() != nullptr;
  if (type == "array") return value.as_array() != nullptr;
  return type == "object" && value.as_object() != nullptr;
}

// As much of JSON Schema as our schemas use to describe outputs. Returns the path of what does not
// fit, or nothing.
class Checker {
 public:
  explicit Checker(Value root) : root_(std::move(root)) {}

  std::string check(const Value& value) const { return check(value, root_, "$"); }

 private:
  using Text = std::string;

  Text check(const Value& value, const Value& rule, const Text& path) const {
    if (const Value* ref = rule.find("$ref")) {
      const Text name = ref->as_string()->substr(Text("#/$defs/").size());
      return check(value, *root_.find("$defs")->find(name), path);
    }
    if (const Value* type = rule.find("type"); type && !is_of(value, *type->as_string()))
      return path;
    if (const Value* any = rule.find("anyOf")) {
      Text first = path;
      for (const Value& option : *any->as_array()) {
        const Text found = check(value, option, path);
        if (found.empty()) return "";
        if (found.size() > first.size()) first = found;
      }
      return first;
    }
    if (const Value* options = rule.find("enum")) {
      const auto& all = *options->as_array();
      if (std::find(all.begin(), all.end(), value) == all.end()) return path;
    }
    if (!within(value, rule)) return path;
    if (value.as_array() != nullptr) return check_items(value, rule, path);
    if (value.as_object() != nullptr) return check_members(value, rule, path);
    return "";
  }

  static bool within(const Value& value, const Value& rule) {
    const auto bound = [&](const char* name, std::int64_t actual, bool least) {
      const Value* limit = rule.find(name);
      if (limit == nullptr) return true;
      return least ? actual >= *limit->as_integer() : actual <= *limit->as_integer();
    };
    if (const std::int64_t* number = value.as_integer()) {
      return bound("minimum", *number, true) && bound("maximum", *number, false);
    }
    if (const auto* items = value.as_array()) {
      const auto size = static_cast<std::int64_t>(items->size());
      return bound("minItems", size, true) && bound("maxItems", size, false);
    }
    return true;
  }

  Text check_items(const Value& value, const Value& rule, const Text& path) const {
    const Value* items = rule.find("items");
    for (std::size_t i = 0; items != nullptr && i < value.as_array()->size(); ++i) {
      const Text found =
          check((*value.as_array())[i], *items, path + "[" + std::to_string(i) + "]");
      if (!found.empty()) return found;
    }
    return "";
  }

  Text check_members(const Value& value, const Value& rule, const Text& path) const {
    if (const Value* required = rule.find("required")) {
      for (const Value& name : *required->as_array()) {
        if (value.find(*name.as_string()) == nullptr) return path + "." + *name.as_string();
      }
    }
    const Value* properties = rule.find("properties");
    const Value* others = rule.find("additionalProperties");
    for (const json::Member& member : *value.as_object()) {
      const Value* known = properties == nullptr ? nullptr : properties->find(member.key);
      const Text inner = path + "." + member.key;
      if (known == nullptr && others != nullptr && others->as_boolean() != nullptr) return inner;
      const Value* next = known != nullptr ? known : others;
      const Text found = next == nullptr ? "" : check(member.value, *next, inner);
      if (!found.empty()) return found;
    }
    return "";
  }

  Value root_;
};

TEST(Schema, describes_what_evaluate_gives) {
  const Checker checker(schema("evaluate-output"));
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    Workshop workshop = random.workshop(random.between(0, 40));
    if (random.chance(20)) workshop.not_revealed(workshop.setup.factors[0].id);
    const Counts counts = workshop.counts();
    const Result result = evaluate(workshop.published(&counts));
    ASSERT_EQ(checker.check(to_json(result)), "") << "seed " << seed;
  }
}

TEST(Schema, describes_what_measure_gives) {
  const Checker checker(schema("measure-output"));
  for (const char* input : {R"({"histogram":[1,0,0]})", R"({"histogram":[1,2,3,4,5,6,7,8,9]})",
                            R"({"histogram":[0,1,1],"other":[1,0,0]})"}) {
    EXPECT_EQ(checker.check(read(*measure_text(input))), "") << input;
  }
}

TEST(Schema, of_results_refuses_what_is_missing_foreign_or_out_of_range) {
  const Checker checker(schema("evaluate-output"));
  const Value good = to_json(Workshop::standard().add(9, 8).evaluated());
  ASSERT_EQ(checker.check(good), "");
  Value missing = good;
  missing.erase("level");
  EXPECT_EQ(checker.check(missing), "$.level");
  Value foreign = good;
  foreign.set("extra", 1);
  EXPECT_EQ(checker.check(foreign), "$.extra");
  Value high = good;
  high.set("level", 5);
  EXPECT_EQ(checker.check(high), "$.level");
}

TEST(Schema, describes_what_the_doors_take) {
  const Checker evaluate_checker(schema("evaluate-input"));
  const std::string input =
      R"({"factors":[{"id":"a","role":"blocking","judged_by_holders":true},)"
      R"({"id":"b","role":"case_for","weight":2,"reversed":true}],"min_group":5,)"
      R"("groups":[{"id":"g","holds_decision":true}],)"
      R"("ballots":[{"group":"g","proxy":true,"ratings":{"a":7,"b":"dk"}}],)"
      R"("previous":{"ballots":[]}})";
  EXPECT_EQ(evaluate_checker.check(read(input)), "");
  EXPECT_TRUE(evaluate_text(input));
  for (const auto& [piece, by] :
       {std::pair("\"weight\":2", "\"weight\":10"), std::pair("\"a\":7", "\"a\":\"7\""),
        std::pair("\"role\":\"blocking\"", "\"role\":\"veto\""),
        std::pair("\"proxy\":true", "\"proxy\":1"), std::pair("\"min_group\":5,", "")}) {
    std::string bad = input;
    bad.replace(bad.find(piece), std::string(piece).size(), by);
    EXPECT_NE(evaluate_checker.check(read(bad)), "") << by;
    EXPECT_FALSE(evaluate_text(bad)) << by;
  }
  const Checker measure_checker(schema("measure-input"));
  EXPECT_EQ(measure_checker.check(read(R"({"histogram":[1,2,3]})")), "");
  EXPECT_NE(measure_checker.check(read(R"({"histogram":[1,2]})")), "");
}

}  // namespace
}  // namespace quorate::engine
