#include "shared/session/setup.hpp"

#include <gtest/gtest.h>

#include "shared/json/write.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

std::string field_of(const json::Value& setup) {
  const auto read = setup_from_json(setup);
  return read ? "ok" : read.error().where;
}

TEST(Setup, ReadsBackWhatItWrites) {
  const auto setup = setup_from_json(small_setup());
  ASSERT_TRUE(setup.has_value());
  EXPECT_EQ(json::write(to_json(*setup)), json::write(small_setup()));
}

TEST(Setup, GivesTheEngineItsPart) {
  const engine::Setup setup = setup_from_json(small_setup())->for_engine();
  EXPECT_EQ(setup.factors.size(), 3u);
  EXPECT_TRUE(setup.factors[0].judged_by_holders);
  EXPECT_EQ(setup.factors[0].role, engine::Role::blocking);
  EXPECT_TRUE(setup.groups[0].lived_experience);
  EXPECT_EQ(setup.min_group, 5);
}

TEST(Setup, NamesTheFieldThatIsWrong) {
  const auto with = [](std::string_view key, json::Value value) {
    json::Value setup = small_setup();
    setup.set(key, std::move(value));
    return field_of(setup);
  };
  using json::Value;
  EXPECT_EQ(with("title", Value::object()), "title");
  EXPECT_EQ(with("title", Value::object({{"EN", "x"}})), "title.EN");
  EXPECT_EQ(with("title", "x"), "title");
  EXPECT_EQ(with("min_group", 4), "min_group");
  EXPECT_EQ(with("min_group", 21), "min_group");
  EXPECT_EQ(with("pace", "slow"), "pace");
  EXPECT_EQ(with("languages", Value::Array{"en", "cy", "fr"}), "languages");
  EXPECT_EQ(with("factors", Value::array()), "factors");
  EXPECT_EQ(with("groups", Value::array()), "groups");
  EXPECT_EQ(with("context", Value::object({{"en", std::string(8001, 'x')}})), "context.en");
}

TEST(Setup, AnOpenWorkshopMayShowGroupsOfTwoToFour) {
  json::Value setup = small_setup();
  setup.set("open", true);
  EXPECT_EQ(field_of(setup), "min_group");
  setup.set("min_group", 2);
  EXPECT_EQ(field_of(setup), "ok");
}

TEST(Setup, RefusesTwinsAndATemplateWithoutABarrierThatBlocks) {
  json::Value setup = small_setup();
  (*setup.find("factors")->as_array())[1].set("id", "power");
  EXPECT_EQ(field_of(setup), "factors[1].id");
  setup = small_setup();
  (*setup.find("factors")->as_array())[0].set("role", "limiting");
  EXPECT_EQ(field_of(setup), "factors");
  setup = small_setup();
  setup.find("groups")->as_array()->pop_back();
  EXPECT_EQ(field_of(setup), "groups");
}

}  // namespace
}  // namespace quorate::session
