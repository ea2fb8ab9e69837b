#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kDontKnow;
using ::testing::Not;
using testing::points;
using testing::Workshop;

std::vector<Flag> flags_of(const Workshop& workshop) { return workshop.evaluated().flags.value(); }

Workshop grouped(std::vector<GroupSpec> groups) {
  Workshop made = Workshop::standard();
  made.setup.groups = std::move(groups);
  return made;
}

TEST(Flags, are_none_when_all_is_well) {
  EXPECT_THAT(flags_of(Workshop::standard().add(9, 8)), IsEmpty());
}

TEST(Flags, resource_paradox_needs_a_known_shortage) {
  EXPECT_THAT(flags_of(Workshop::standard().add(9, 8, {{"process_resources", points(5)}})),
              ElementsAre(Flag::resource_paradox));
  EXPECT_THAT(flags_of(Workshop::standard().add(9, 8, {{"process_resources", kDontKnow}})),
              Not(Contains(Flag::resource_paradox)));
  EXPECT_THAT(flags_of(Workshop::standard().add(
                  9, 8, {{"process_resources", points(5)}, {"service_resources", points(6)}})),
              IsEmpty());
}

TEST(Flags, buy_in_without_power_needs_power_at_no) {
  EXPECT_THAT(flags_of(Workshop::standard().add(9, 8, {{"power", points(3)}})),
              ElementsAre(Flag::buy_in_without_power));
}

TEST(Flags, token_risk_needs_a_level_of_two_and_known_power) {
  EXPECT_THAT(flags_of(Workshop::standard().add(9, 8, {{"power", points(5)}})),
              ElementsAre(Flag::token_risk));
  EXPECT_THAT(flags_of(Workshop::standard().add(
                  9, 8, {{"power", points(5)}, {"time", points(1)}, {"legal", points(1)}})),
              Not(Contains(Flag::token_risk)));
  EXPECT_THAT(flags_of(Workshop::standard().add(9, 8, {{"power", kDontKnow}})),
              Not(Contains(Flag::token_risk)));
}

TEST(Flags, of_power_where_too_many_do_not_know_go_by_the_deciders_no_alone) {
  const auto deciders = [](int power, std::size_t count) {
    Workshop workshop = grouped({{"people", true, false}, {"deciders", false, true}});
    workshop.add(7, 8, {{"power", kDontKnow}}, 0);
    return flags_of(workshop.add(count, 8, {{"power", points(power)}}, 1));
  };
  EXPECT_THAT(deciders(2, 5), ElementsAre(Flag::buy_in_without_power));
  EXPECT_THAT(deciders(5, 5), IsEmpty()) << "no token risk: power is not known";
  EXPECT_THAT(deciders(9, 5), IsEmpty()) << "they are heard";
  EXPECT_THAT(deciders(2, 4), Contains(Flag::power_holders_unheard));
  EXPECT_THAT(deciders(2, 4), Not(Contains(Flag::buy_in_without_power)));
}

TEST(Flags, token_risk_is_told_even_where_another_unknown_hides_the_level) {
  const Workshop workshop =
      Workshop::standard().add(9, 8, {{"power", points(5)}, {"time", kDontKnow}});
  EXPECT_EQ(workshop.evaluated().status, Status::too_few);
  EXPECT_THAT(flags_of(workshop), ElementsAre(Flag::token_risk));
}

TEST(Flags, lived_experience_is_absent_or_unheard_by_what_is_published) {
  EXPECT_THAT(flags_of(grouped({{"staff", false, true}}).add(9, 8)),
              ElementsAre(Flag::lived_experience_absent));
  Workshop few = grouped({{"staff", false, true}, {"lived", true, false}});
  few.add(9, 8, {}, 0).add(3, 8, {}, 1);
  EXPECT_THAT(flags_of(few), Contains(Flag::lived_experience_unheard));
  EXPECT_THAT(flags_of(few), Not(Contains(Flag::lived_experience_absent)));
  few.add(3, 8, {}, 1);
  EXPECT_THAT(flags_of(few), IsEmpty());
  few.setup.groups[0].lived_experience = true;
  few.setup.groups.push_back({"nobody", false, false});
  EXPECT_THAT(flags_of(few), IsEmpty());
}

TEST(Flags, buy_in_needs_confirming_by_those_who_hold_the_decision) {
  Workshop unheard = grouped({{"people", true, false}, {"leaders", false, true}});
  unheard.add(9, 8, {}, 0).add(4, 8, {}, 1);
  EXPECT_THAT(flags_of(unheard),
              ElementsAre(Flag::lived_experience_unheard, Flag::buy_in_not_confirmed,
                          Flag::power_holders_unheard))
      << "four leaders pool with the people";
  Workshop doubtful = grouped({{"people", true, false}, {"leaders", false, true}});
  doubtful.add(9, 8, {}, 0).add(5, 8, {{"senior_buy_in", points(6)}}, 1);
  EXPECT_THAT(flags_of(doubtful), ElementsAre(Flag::buy_in_not_confirmed));
  Workshop confirmed = grouped({{"people", true, false}, {"leaders", false, true}});
  confirmed.add(9, 8, {}, 0).add(5, 8, {}, 1);
  EXPECT_THAT(flags_of(confirmed), IsEmpty());
}

TEST(Flags, power_holders_are_unheard_when_nobody_holds_the_decision) {
  EXPECT_THAT(flags_of(grouped({{"people", true, false}}).add(9, 8)),
              ElementsAre(Flag::buy_in_not_confirmed, Flag::power_holders_unheard));
}

TEST(Flags, equal_voice_differs_when_group_size_changes_the_result) {
  Workshop workshop = grouped({{"many", true, true}, {"few", false, true}});
  workshop.add(12, 8, {}, 0).add(5, 8, {{"legal", points(5)}}, 1);
  workshop.people[0].ratings[6] = points(5);
  const Result result = workshop.evaluated();
  EXPECT_EQ(result.level, 4);
  EXPECT_EQ(result.equal_voice_level, 3);
  EXPECT_THAT(*result.flags, ElementsAre(Flag::equal_voice_differs));
}

TEST(Flags, template_changed_ignores_the_order_alone) {
  Workshop workshop = Workshop::standard();
  std::reverse(workshop.setup.factors.begin(), workshop.setup.factors.end());
  EXPECT_THAT(flags_of(Workshop(workshop).add(9, 8)), IsEmpty());
  const auto changed = [&](auto change) {
    Workshop other = workshop;
    change(other.setup.factors);
    return flags_of(other.add(9, 8));
  };
  using Factors = std::vector<FactorSpec>;
  const auto raised = Contains(Flag::template_changed);
  EXPECT_THAT(changed([](Factors& f) { f.pop_back(); }), raised);
  EXPECT_THAT(changed([](Factors& f) { f.push_back({"more", Role::fixable}); }), raised);
  EXPECT_THAT(changed([](Factors& f) { f[0].weight = 2; }), raised);
  EXPECT_THAT(changed([](Factors& f) { f[0].reversed = true; }), raised);
  EXPECT_THAT(changed([](Factors& f) { f[0].role = Role::fixable; }), raised);
  EXPECT_THAT(changed([](Factors& f) { f[0].judged_by_holders = true; }), raised);
  EXPECT_THAT(changed([](Factors& f) { f[7].judged_by_holders = false; }), raised) << "power";
  EXPECT_THAT(changed([](Factors& f) { f[0].id = "other"; }), raised);
}

TEST(Flags, of_factors_that_are_not_asked_are_silent) {
  Workshop workshop =
      Workshop::of({{"veto", Role::blocking}, {"why", Role::case_for}}, {{"all", true, false}}, 5);
  EXPECT_THAT(flags_of(workshop.add(9, 2)), ElementsAre(Flag::template_changed));
}

TEST(Flags, that_need_a_level_or_a_pending_factor_are_silent_while_incomplete) {
  Workshop workshop = grouped({{"people", false, false}});
  workshop.add(9, 8, {{"process_resources", points(2)}, {"power", points(2)}})
      .not_revealed("power");
  EXPECT_THAT(flags_of(workshop), ElementsAre(Flag::resource_paradox, Flag::lived_experience_absent,
                                              Flag::buy_in_not_confirmed));
}

}  // namespace
}  // namespace quorate::engine
