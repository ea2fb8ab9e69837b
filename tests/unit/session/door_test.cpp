// Who comes in: invitations, the locked door, people let in and turned away (P3.10).
#include <gtest/gtest.h>

#include "shared/session/view.hpp"
#include "tests/unit/session/workshop.hpp"

namespace quorate::session {
namespace {

std::string with_ticket(std::string_view letter, const std::string& more = "") {
  return R"({"ticket":")" + ticket(letter) + "\"" + more + "}";
}

// Two invitations of `lived`, by the tickets 1 and 2.
void invite(Workshop& workshop) {
  workshop.desk_says(
      "invite", R"({"group":"lived","tickets":[")" + ticket("1") + "\",\"" + ticket("2") + "\"]}");
}

std::string group_of(const Workshop& workshop, std::string_view person) {
  const auto who = workshop.state.participant(person_id(person));
  return who ? workshop.state.setup->groups[workshop.state.participants[*who].group].spec.id : "";
}

TEST(Invitation, P3_10_LetsOnePersonInAndSetsTheirGroup) {
  Workshop workshop;
  invite(workshop);
  workshop.desk_says("door", R"({"door":"invited"})");
  EXPECT_EQ(came_to(workshop.join("a")), "needs_invitation");
  EXPECT_EQ(came_to(workshop.person_says("a", "join", with_ticket("1", R"(,"group":"staff")"))),
            "ok");
  EXPECT_EQ(group_of(workshop, "a"), "lived");
  EXPECT_EQ(came_to(workshop.person_says("b", "join", with_ticket("1"))), "used_invitation");
  EXPECT_EQ(came_to(workshop.person_says("b", "join", with_ticket("2"))), "ok");
}

TEST(Invitation, CountsForItsGroupWhileTheDoorIsOpenToo) {
  Workshop workshop;
  invite(workshop);
  workshop.person_says("a", "join", with_ticket("1"));
  EXPECT_EQ(group_of(workshop, "a"), "lived");
  EXPECT_TRUE(workshop.state.invitations.at(ticket("1")).used);
}

TEST(Invitation, HandedOutTwiceIsStillTheFirstOne) {
  Workshop workshop;
  invite(workshop);
  workshop.person_says("a", "join", with_ticket("1"));
  const auto again =
      workshop.desk_says("invite", R"({"group":"staff","tickets":[")" + ticket("1") + "\"]}");
  EXPECT_EQ(came_to(again), "ok");
  EXPECT_EQ(came_to(workshop.person_says("b", "join", with_ticket("1"))), "used_invitation");
}

TEST(Invitation, P3_10_IsTakenWhileItsOwnerWaitsAndFreeAgainOnceTurnedAway) {
  Workshop workshop;
  invite(workshop);
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.person_says("a", "join", with_ticket("1"));
  EXPECT_EQ(came_to(workshop.person_says("b", "join", with_ticket("1"))), "used_invitation");
  workshop.desk_says("turn_away", about("a"));
  EXPECT_FALSE(workshop.state.invitations.at(ticket("1")).used);
  EXPECT_EQ(came_to(workshop.person_says("b", "join", with_ticket("1"))), "ok");
}

TEST(Invitation, StaysUsedWhenItsOwnerIsLetInAndLaterRemoved) {
  Workshop workshop;
  invite(workshop);
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.person_says("a", "join", with_ticket("1"));
  workshop.desk_says("admit", about("a"));
  workshop.desk_says("remove", about("a"));
  workshop.desk_says("door", R"({"door":"open"})");
  EXPECT_EQ(came_to(workshop.person_says("b", "join", with_ticket("1"))), "used_invitation");
}

TEST(LockedDoor, P3_10_MakesPeopleWaitUntilTheyAreLetIn) {
  Workshop workshop;
  workshop.desk_says("door", R"({"door":"locked"})");
  EXPECT_EQ(came_to(workshop.join("a", "lived")), "ok");
  EXPECT_EQ(workshop.state.joined, 0u);
  EXPECT_EQ(workshop.state.waiting.count(person_id("a")), 1u);
  workshop.desk("open", "time:1");
  EXPECT_EQ(came_to(workshop.answer("a", "time", 5)), "not_joined");
  const Folded admitted = workshop.desk_says("admit", about("a"));
  EXPECT_EQ(admitted.about, std::vector<std::string>{person_id("a")});
  EXPECT_EQ(group_of(workshop, "a"), "lived");
  EXPECT_TRUE(workshop.state.waiting.empty());
  EXPECT_EQ(came_to(workshop.answer("a", "time", 5)), "ok");
}

TEST(LockedDoor, LetsNobodyInTwice) {
  Workshop workshop;
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("a");
  workshop.desk_says("admit", about("a"));
  EXPECT_EQ(came_to(workshop.desk_says("admit", about("a"))), "unknown_participant");
  EXPECT_EQ(came_to(workshop.join("a")), "already_joined");
  EXPECT_EQ(workshop.state.joined, 1u);
}

TEST(LockedDoor, WhoWaitsGoesOnWaitingWhenItIsOpened) {
  Workshop workshop;
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("a");
  workshop.desk_says("door", R"({"door":"open"})");
  EXPECT_EQ(workshop.state.waiting.size(), 1u);
  EXPECT_EQ(came_to(workshop.desk_says("admit", about("a"))), "ok");
}

TEST(LockedDoor, P3_10_TurnsAwayForAsLongAsItIsLocked) {
  Workshop workshop;
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("a");
  const Folded turned = workshop.desk_says("turn_away", about("a"));
  EXPECT_EQ(turned.about, std::vector<std::string>{person_id("a")});
  EXPECT_TRUE(workshop.state.waiting.empty());
  EXPECT_EQ(came_to(workshop.join("a")), "turned_away");
  workshop.desk_says("door", R"({"door":"open"})");
  EXPECT_EQ(came_to(workshop.join("a")), "ok");
  EXPECT_EQ(workshop.state.joined, 1u);
}

TEST(LockedDoor, AFullListOfThoseWhoWaitKeepsNobodyFromBeingLetIn) {
  Workshop workshop;
  workshop.desk_says("door", R"({"door":"locked"})");
  workshop.join("a");
  for (std::size_t i = 1; i < kMostPeople; ++i) {
    workshop.state.waiting.emplace(std::to_string(i), Waiting{});
  }
  EXPECT_EQ(came_to(workshop.join("b")), "full");
  EXPECT_EQ(came_to(workshop.desk_says("proxy_join", about("c", R"("group":"staff")"))), "ok");
  EXPECT_EQ(came_to(workshop.desk_says("admit", about("a"))), "ok");
}

}  // namespace
}  // namespace quorate::session
