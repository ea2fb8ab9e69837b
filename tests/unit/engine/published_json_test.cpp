#include <gtest/gtest.h>

#include <string>

#include "shared/json/read.hpp"
#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using json::Value;
using testing::points;
using testing::Workshop;

Value published() {
  Workshop workshop = Workshop::of({{"veto", Role::blocking}, {"why", Role::case_for, 3, true}},
                                   {{"a", true, false}, {"b", false, true}}, 5);
  workshop.add(6, 8, {}, 0).add(7, 3, {}, 1);
  return to_json(workshop.published());
}

std::string refusal(const Value& value) {
  const auto read = published_from_json(value);
  return read ? "accepted" : read.error().where;
}

Value& factor(Value& value) { return (*value.find("factors")->as_array())[0]; }
Value& cell(Value& value) { return (*factor(value).find("cells")->as_array())[0]; }

TEST(PublishedJson, comes_back_as_it_was) {
  const Value written = published();
  const auto read = published_from_json(written);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), written);
}

TEST(PublishedJson, is_refused_by_the_field_that_cannot_be) {
  using Break = void (*)(Value&);
  const struct {
    Break how;
    const char* where;
  } cases[] = {
      {[](Value& v) { v.erase("setup"); }, "setup"},
      {[](Value& v) { v.find("setup")->set("min_group", 4); }, "setup.min_group"},
      {[](Value& v) { v.find("factors")->push(Value::object()); }, "factors"},
      {[](Value& v) { factor(v).set("n", -1); }, "factors[0].n"},
      {[](Value& v) { factor(v).set("n", 20'001); }, "factors[0].n"},
      {[](Value& v) { factor(v).erase("dk"); }, "factors[0].dk"},
      {[](Value& v) {
         factor(v) = Value::object({{"n", 3}, {"dk", 1}, {"na", 0}});
       },
       "factors[0].dk"},
      {[](Value& v) {
         factor(v) = Value::object({{"n", 3}, {"na", 4}});
       },
       "factors[0].dk"},
      {[](Value& v) { v.set("enough", 1); }, "enough"},
      {[](Value& v) {
         for (Value& each : *v.find("factors")->as_array()) each.erase("counts");
       },
       "enough"},
      {[](Value& v) { factor(v).set("n", 12); }, "factors[0].counts"},
      {[](Value& v) { factor(v).erase("cells"); }, "factors[0].cells"},
      {[](Value& v) { factor(v).find("cells")->as_array()->pop_back(); }, "factors[0].cells"},
      {[](Value& v) { factor(v).find("counts")->push(0); }, "factors[0].counts"},
      {[](Value& v) { cell(v).find("groups")->push(1); }, "factors[0].cells"},
      {[](Value& v) { cell(v).find("groups")->push(0); }, "factors[0].cells[0].groups[1]"},
      {[](Value& v) { cell(v).find("groups")->push(2); }, "factors[0].cells[0].groups[1]"},
      {[](Value& v) { cell(v).set("groups", Value::array()); }, "factors[0].cells[0].groups"},
      {[](Value& v) { (*cell(v).find("counts")->as_array())[7] = 4; },
       "factors[0].cells[0].counts"},
      {[](Value& v) { (*cell(v).find("counts")->as_array())[7] = "6"; },
       "factors[0].cells[0].counts[7]"},
      {[](Value& v) { factor(v).set("previous", *cell(v).find("groups")); }, "factors[0].previous"},
  };
  for (const auto& item : cases) {
    Value value = published();
    item.how(value);
    EXPECT_EQ(refusal(value), item.where);
  }
  EXPECT_EQ(refusal(Value::array()), "");
}

TEST(PublishedJson, tells_whether_there_is_enough_where_the_numbers_do_not) {
  Workshop workshop = Workshop::of({{"veto", Role::blocking}, {"why", Role::case_for}}, {{"a"}}, 5);
  workshop.add_to("why", 6, points(8)).not_revealed("why").add_to("veto", 3, points(2));
  EXPECT_EQ(*to_json(workshop.published()).find("enough"), Value(true));
  workshop.by_proxy(3);
  ASSERT_TRUE(workshop.published().enough) << "the three are of another factor";
  workshop.people[0].proxy = workshop.people[1].proxy = true;
  const Value few = to_json(workshop.published());
  EXPECT_EQ(few.find("enough"), nullptr) << "six pending ratings, two of them proxies'";
  const auto read = published_from_json(few);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, workshop.published());
}

TEST(PublishedJson, holds_nothing_of_a_pending_factor_even_when_it_is_sent) {
  Value value = published();
  factor(value).set("pending", true);
  const auto read = published_from_json(value);
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->factors[0].counts);
  EXPECT_TRUE(read->factors[0].cells.empty());
}

}  // namespace
}  // namespace quorate::engine
