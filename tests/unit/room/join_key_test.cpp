// The key that a link has beside the code: who is new needs the one of now, who is in needs none.
#include <gtest/gtest.h>

#include "server/room/identity.hpp"
#include "shared/json/write.hpp"
#include "tests/unit/room/hall.hpp"

namespace quorate::room {
namespace {

using protocol::CloseCode;

constexpr char kLocked[] = R"("kind":"door","door":"locked")";
constexpr char kJoin[] = R"("kind":"join","group":"staff")";

std::string of_participant(char person, const Hall& hall) {
  return R"("participant":")" + participant_id(std::string(32, person), hall.workshop) + "\"";
}

std::string role(Hall& hall, ConnectionId connection) {
  const auto welcomes = hall.heard(connection, "welcome");
  return welcomes.empty() ? "not welcome" : text(welcomes.back(), "role");
}

TEST(JoinKey, IsWhatLetsSomebodyNewIn) {
  Hall hall;
  const std::string key = hall.key_of(hall.workshop);
  std::string almost = key;
  almost.back() = almost.back() == 'A' ? 'B' : 'A';
  for (const std::string& shown : {std::string(), almost, key.substr(1), key + "A", hall.code}) {
    const ConnectionId stranger = hall.phone('a', shown);
    EXPECT_EQ(hall.closed(stranger), CloseCode::bad_token) << shown;
    EXPECT_TRUE(hall.heard(stranger).empty()) << "nothing of the workshop is told";
  }
  EXPECT_TRUE(hall.noticed.empty()) << "an old link is no attack";
  EXPECT_EQ(role(hall, hall.phone('a', key)), "anonymous");
}

TEST(JoinKey, OfAWorkshopWithoutOneLetsNobodyIn) {
  EXPECT_FALSE(key_matches("", ""));
  EXPECT_TRUE(key_matches("AB", "AB"));
}

TEST(JoinKey, IsNotAskedOfThoseWhoAreInAlready) {
  Hall hall;
  hall.joined('a');
  EXPECT_EQ(role(hall, hall.phone('a', "")), "participant");
}

TEST(JoinKey, ThatHasChangedLocksOutThoseAtTheDoorAndWhoeverComesByTheOldOne) {
  Hall hall;
  const std::string old = hall.key_of(hall.workshop);
  const ConnectionId inside = hall.joined('a');
  const ConnectionId at_the_door = hall.phone('b');
  hall.change_code();
  EXPECT_EQ(hall.closed(at_the_door), CloseCode::bad_token);
  EXPECT_EQ(hall.closed(hall.phone('c', old)), CloseCode::bad_token);
  EXPECT_EQ(role(hall, hall.phone('c')), "anonymous");
  EXPECT_FALSE(hall.closed(inside));
  EXPECT_EQ(role(hall, hall.phone('a', old)), "participant") << "and comes back as before";
}

TEST(JoinKey, ThatChangesWhileARoomIsBeingMadeLocksOutWhoWaitsForItByTheOldOne) {
  Hall hall;
  const ConnectionId waiting = hall.connect();
  const std::string hello = phone_hello(std::string(32, 'a'), hall.key_of(hall.workshop));
  hall.tell(Received{waiting, hello});  // the room has not heard its records yet
  hall.tell(CodeChanged{hall.workshop, "FHKLMQ"});
  hall.settle();
  EXPECT_EQ(hall.closed(waiting), CloseCode::bad_token);
}

TEST(JoinKey, ThatHasChangedLeavesThoseWhoAskedToComeInWaiting) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.command(desk, kLocked);
  const ConnectionId asks = hall.joined('a');
  const ConnectionId other = hall.joined('b');
  hall.change_code();
  EXPECT_FALSE(hall.closed(asks));
  EXPECT_EQ(role(hall, hall.phone('a', "")), "anonymous") << "and they wait on after a reload";
  hall.command(desk, R"("kind":"admit",)" + of_participant('a', hall));
  EXPECT_EQ(role(hall, hall.phone('a', "")), "participant");
  hall.command(desk, R"("kind":"turn_away",)" + of_participant('b', hall));
  EXPECT_EQ(hall.closed(other), CloseCode::bad_token) << "and needs the new one to ask again";
}

TEST(JoinKey, OpensNothingOfThoseForWhomTheDeskAnswers) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.joined('b');
  hall.command(desk, R"("kind":"proxy_join",)" + of_participant('a', hall) + R"(,"group":"staff")");
  for (const std::string& shown : {std::string(), hall.key_of(hall.workshop)}) {
    const ConnectionId phone = hall.phone('a', shown);
    EXPECT_EQ(hall.closed(phone), CloseCode::bad_token) << shown;
    EXPECT_TRUE(hall.heard(phone).empty());
  }
}

TEST(JoinKey, OfAPhoneAtTheDoorOpensNothingOnceTheDeskAnswersForWhoeverItSaysItIs) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.joined('b');
  const ConnectionId phone = hall.phone('a');
  hall.command(desk, R"("kind":"proxy_join",)" + of_participant('a', hall) + R"(,"group":"staff")");
  EXPECT_EQ(hall.closed(phone), CloseCode::bad_token);
}

TEST(JoinKey, OpensNothingForThosePutOut) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  hall.joined('a');
  hall.command(desk, R"("kind":"remove",)" + of_participant('a', hall));
  EXPECT_EQ(hall.closed(hall.phone('a')), CloseCode::removed);
}

TEST(JoinKey, OpensNothingOnceTheWorkshopHasEnded) {
  Hall hall;
  const ConnectionId desk = hall.desk();
  const ConnectionId inside = hall.joined('a');
  const ConnectionId at_the_door = hall.phone('b');
  hall.command(desk, R"("kind":"end")");
  EXPECT_EQ(hall.closed(at_the_door), CloseCode::ended);
  EXPECT_EQ(hall.closed(hall.phone('c')), CloseCode::ended);
  EXPECT_FALSE(hall.closed(inside));
  EXPECT_EQ(role(hall, hall.phone('a')), "participant") << "who was in reads on";
}

TEST(JoinKey, IsInNothingThatIsSentOrLogged) {
  Hall hall;
  const std::string key = hall.key_of(hall.workshop);
  std::vector<ConnectionId> all{hall.desk(), hall.second_desk(), hall.wall(), hall.joined('a')};
  all.push_back(hall.phone('b'));
  hall.command(all.back(), kJoin);
  hall.change_code();
  hall.pass(2000);
  const auto tells = [&](const std::string& said) {
    return said.find(key) != std::string::npos ||
           said.find(hall.key_of(hall.workshop)) != std::string::npos;
  };
  for (const ConnectionId connection : all) {
    for (const json::Value& message : hall.heard(connection)) {
      EXPECT_FALSE(tells(json::write(message)));
    }
  }
  for (const std::string& record : hall.records()) EXPECT_FALSE(tells(record));
  for (const std::string& trouble : hall.troubles) EXPECT_FALSE(tells(trouble));
}

}  // namespace
}  // namespace quorate::room
