// PROTOCOL.md P1.5 and P1.6, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <memory>

#include "server/api/entry_changes.hpp"
#include "shared/protocol/close_code.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using protocol::CloseCode;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

constexpr int kBadToken = static_cast<int>(CloseCode::bad_token);

class Links : public testing::Test {
 protected:
  std::string api(const std::string& what) const {
    return "/api/workshops/" + workshop_.id + "/" + what;
  }
  net::FetchResponse change_code(const std::string& token) const {
    return post_as(server_->address(), token, api("code"), "");
  }
  net::FetchResponse new_link(const std::string& token, const std::string& role) const {
    return post_as(server_->address(), token, api("links"), R"({"role":")" + role + R"("})");
  }
  int invite(const std::string& token) const {
    return get_as(server_->address(), token, api("invite")).status;
  }
  // Connected and welcomed.
  std::unique_ptr<Talker> connected(const std::string& text) const {
    auto talker = std::make_unique<Talker>();
    EXPECT_TRUE(talker->open(server_->address(), "/ws/" + workshop_.id));
    talker->send(text);
    talker->receive("welcome");
    return talker;
  }
  std::unique_ptr<Talker> joined(char person) const {
    auto phone = connected(participant_hello(std::string(32, person), workshop_.key));
    phone->send(R"({"t":"command","id":"00000000000000000000000a","kind":"join"})");
    phone->receive("outcome");
    return phone;
  }
  // What a connection with this hello is closed with.
  int refused(const std::string& text) const {
    Talker talker;
    EXPECT_TRUE(talker.open(server_->address(), "/ws/" + workshop_.id));
    talker.send(text);
    return talker.closed();
  }
  // The bytes of a request, for a socket that waits for no response.
  std::string bytes(const std::string& what, const std::string& json) const {
    return "POST " + api(what) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
           "Authorization: Bearer " + workshop_.facilitator +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(json.size()) +
           "\r\n\r\n" + json;
  }

  TemporaryFolder data_;
  std::unique_ptr<ServerProcess> server_ = std::make_unique<ServerProcess>(
      data_.path(), std::vector<std::string>{"--log-level", "debug"});
  Workshop workshop_ = create_workshop(server_->address());
};

TEST_F(Links, ANewCodeTakesThePlaceOfTheOldOne) {
  for (const auto& token : {workshop_.facilitator, workshop_.cofacilitator}) {
    const std::string old = text_in(get_as(server_->address(), token, api("invite")), "code");
    const auto response = change_code(token);
    EXPECT_EQ(response.status, 200);
    const std::string code = text_in(response, "code");
    EXPECT_THAT(code, MatchesRegex("[FHKLMQRTWXY24679]{6}"));
    EXPECT_NE(code, old);
    EXPECT_THAT(text_in(response, "svg"), HasSubstr("<svg xmlns="));
    EXPECT_FALSE(text_in(response, "url").empty());
    EXPECT_TRUE(opens(server_->address(), code, workshop_.id));
    EXPECT_FALSE(opens(server_->address(), old, workshop_.id));
    EXPECT_EQ(get_as(server_->address(), token, api("invite")).body, response.body);
  }
}

TEST_F(Links, ANewCodeLocksOutWhoKnowsTheWorkshopAndLeavesInWhoIsIn) {
  const auto inside = joined('a');
  const auto at_the_door = connected(participant_hello(std::string(32, 'b'), workshop_.key));
  const std::string link = text_in(change_code(workshop_.facilitator), "link");
  const std::string key = link.substr(link.rfind('-') + 1);
  EXPECT_THAT(key, MatchesRegex("[A-Z2-7]{16}"));
  EXPECT_EQ(at_the_door->closed(), kBadToken);
  const auto expect_locked = [&] {
    EXPECT_EQ(refused(participant_hello(std::string(32, 'c'), workshop_.key)), kBadToken);
    EXPECT_EQ(refused(participant_hello(std::string(32, 'c'), "")), kBadToken);
    EXPECT_FALSE(opens(server_->address(), workshop_.code + "-" + workshop_.key, workshop_.id));
    EXPECT_TRUE(opens(server_->address(), link.substr(link.find('#') + 1), workshop_.id));
    connected(participant_hello(std::string(32, 'a'), workshop_.key));
    connected(participant_hello(std::string(32, 'c'), key));
  };
  expect_locked();
  server_->kill();
  server_ = std::make_unique<ServerProcess>(data_.path());
  expect_locked();
}

TEST_F(Links, OfAnEndedWorkshopLeadOnlyThoseBackWhoWereInIt) {
  const auto inside = joined('a');
  const auto desk = connected(hello("facilitator", workshop_.facilitator));
  desk->send(R"({"t":"command","id":"00000000000000000000000b","kind":"end"})");
  desk->receive("outcome");
  EXPECT_TRUE(opens(server_->address(), workshop_.code, workshop_.id));
  EXPECT_EQ(refused(participant_hello(std::string(32, 'b'), workshop_.key)),
            static_cast<int>(CloseCode::ended));
  connected(participant_hello(std::string(32, 'a'), workshop_.key));
}

TEST_F(Links, OnlyADeskMayChangeTheCode) {
  for (const auto& token : {std::string(), workshop_.wall, std::string(32, '0')}) {
    const auto response = change_code(token);
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(response.body, R"({"error":{"code":"bad_token"}})");
    EXPECT_EQ(response.header("www-authenticate"), "Bearer");
  }
  EXPECT_TRUE(opens(server_->address(), workshop_.code, workshop_.id));
}

TEST_F(Links, DesksAndWallsAreToldOfANewCodeAndPhonesAreNot) {
  const auto wall = connected(hello("wall", workshop_.wall));
  const auto desk = connected(hello("facilitator", workshop_.facilitator));
  const auto phone = joined('a');
  const json::Value code(text_in(change_code(workshop_.cofacilitator), "code"));
  EXPECT_EQ(*wall->receive("code").find("code"), code);
  EXPECT_EQ(*desk->receive("code").find("code"), code);
  phone->send(R"({"t":"ping"})");
  for (json::Value next = phone->receive(); *next.find("t") != json::Value("pong");
       next = phone->receive()) {
    EXPECT_NE(*next.find("t"), json::Value("code"));
  }
}

TEST_F(Links, ANewLinkTakesThePlaceOfTheOldOne) {
  const std::array<std::pair<std::string, std::string>, 2> links{
      {{"cofacilitator", workshop_.cofacilitator}, {"wall", workshop_.wall}}};
  const auto desk = connected(hello("facilitator", workshop_.facilitator));
  for (const auto& [role, old] : links) {
    const auto before = connected(hello(role, old));
    const auto response = new_link(workshop_.facilitator, role);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, R"({"token":")" + text_in(response, "token") + R"("})");
    EXPECT_EQ(before->closed(), kBadToken);
    EXPECT_EQ(refused(hello(role, old)), kBadToken);
    EXPECT_EQ(invite(old), 401);
    connected(hello(role, text_in(response, "token")));
    EXPECT_EQ(invite(text_in(response, "token")), 200);
  }
  desk->send(R"({"t":"ping"})");
  desk->receive("pong");
}

TEST_F(Links, HandingOverLeavesOneFacilitator) {
  const auto before = connected(hello("facilitator", workshop_.facilitator));
  const auto helper = connected(hello("cofacilitator", workshop_.cofacilitator));
  const auto response = new_link(workshop_.facilitator, "facilitator");
  EXPECT_EQ(response.status, 200);
  const std::string token = text_in(response, "token");
  EXPECT_THAT(token, MatchesRegex("[0-9a-f]{32}"));
  EXPECT_THAT(text_in(response, "recovery"), MatchesRegex("[0-9a-f]{20}"));
  EXPECT_NE(text_in(response, "recovery"), workshop_.recovery);
  EXPECT_EQ(before->closed(), kBadToken);
  EXPECT_EQ(refused(hello("facilitator", workshop_.facilitator)), kBadToken);
  EXPECT_EQ(new_link(workshop_.facilitator, "facilitator").status, 401);
  EXPECT_EQ(change_code(workshop_.facilitator).status, 401);
  connected(hello("facilitator", token));
  EXPECT_EQ(new_link(token, "wall").status, 200);
  helper->send(R"({"t":"ping"})");
  helper->receive("pong");
}

TEST_F(Links, OnlyTheFacilitatorMayDrawNewOnes) {
  for (const auto& token :
       {std::string(), workshop_.cofacilitator, workshop_.wall, std::string(32, '0')}) {
    for (const char* role : {"facilitator", "cofacilitator", "wall"}) {
      const auto response = new_link(token, role);
      EXPECT_EQ(response.status, 401);
      EXPECT_EQ(response.body, R"({"error":{"code":"bad_token"}})");
    }
  }
  for (const auto& token : {workshop_.facilitator, workshop_.cofacilitator, workshop_.wall}) {
    EXPECT_EQ(invite(token), 200);
  }
}

TEST_F(Links, AreThoseOfOneWorkshop) {
  const Workshop other = create_workshop(server_->address());
  EXPECT_EQ(new_link(other.facilitator, "wall").status, 401);
  EXPECT_EQ(change_code(other.facilitator).status, 401);
  const std::string nowhere = "/api/workshops/" + std::string(32, '0');
  for (const char* what : {"/code", "/links"}) {
    const auto response =
        post_as(server_->address(), other.facilitator, nowhere + what, R"({"role":"wall"})");
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(text_in(response, "error.code"), "unknown_workshop");
  }
}

TEST_F(Links, ChangesAtOnceAreAllKept) {
  const std::array<std::string, 3> requests{bytes("code", "{}"),
                                            bytes("links", R"({"role":"wall"})"),
                                            bytes("links", R"({"role":"cofacilitator"})")};
  std::array<std::unique_ptr<RawSocket>, 3> sockets;
  for (auto& socket : sockets) socket = std::make_unique<RawSocket>(server_->address());
  for (std::size_t i = 0; i < requests.size(); ++i) sockets[i]->send(requests[i]);
  for (const auto& socket : sockets) {
    EXPECT_THAT(socket->read_to_close(), HasSubstr("HTTP/1.1 200 OK"));
  }
  EXPECT_FALSE(opens(server_->address(), workshop_.code, workshop_.id));
  EXPECT_EQ(invite(workshop_.wall), 401);
  EXPECT_EQ(invite(workshop_.cofacilitator), 401);
  EXPECT_EQ(invite(workshop_.facilitator), 200);
}

TEST_F(Links, OneLinkIsHandedOverOnce) {
  const std::string request = bytes("links", R"({"role":"facilitator"})");
  std::array<std::unique_ptr<RawSocket>, api::EntryChanges::kWaiting> sockets;
  for (auto& socket : sockets) socket = std::make_unique<RawSocket>(server_->address());
  for (const auto& socket : sockets) socket->send(request);
  int handed_over = 0;
  for (const auto& socket : sockets) {
    handed_over += socket->read_to_close().starts_with("HTTP/1.1 200 ") ? 1 : 0;
  }
  EXPECT_EQ(handed_over, 1);
}

TEST_F(Links, AreStillThoseAfterTheServerWasKilled) {
  const std::string code = text_in(change_code(workshop_.facilitator), "code");
  const std::string token = text_in(new_link(workshop_.facilitator, "facilitator"), "token");
  server_->kill();
  server_ = std::make_unique<ServerProcess>(data_.path());
  EXPECT_TRUE(opens(server_->address(), code, workshop_.id));
  EXPECT_FALSE(opens(server_->address(), workshop_.code, workshop_.id));
  EXPECT_EQ(invite(token), 200);
  EXPECT_EQ(invite(workshop_.facilitator), 401);
}

TEST_F(Links, NameTheFieldThatIsWrong) {
  for (const char* body :
       {"{}", R"({"role":null})", R"({"role":7})", R"({"role":""})", R"({"role":"participant"})",
        R"({"role":"server"})", R"({"role":"Facilitator"})", R"({"role":["wall"]})",
        R"({"role":"wallwallwallwallwallwall"})"}) {
    const auto response = post_as(server_->address(), workshop_.facilitator, api("links"), body);
    EXPECT_EQ(response.status, 400) << body;
    EXPECT_EQ(text_in(response, "error.code"), "bad_message") << body;
    EXPECT_EQ(text_in(response, "error.field"), "role") << body;
    EXPECT_FALSE(text_in(response, "error.detail").empty()) << body;
  }
}

TEST_F(Links, RefuseHostileBodies) {
  const auto status = [&](const std::string& body) {
    return post_as(server_->address(), workshop_.facilitator, api("links"), body).status;
  };
  EXPECT_EQ(status(""), 400);
  EXPECT_EQ(status("[]"), 400);
  EXPECT_EQ(status("{\"role\":\"wall\""), 400);
  EXPECT_EQ(status("{\"role\":\"wall\"}{}"), 400);
  EXPECT_EQ(status("{\"role\":\"wall\xFF\"}"), 400);
  EXPECT_EQ(status(R"({"role":"wall","role":"facilitator"})"), 400);
  EXPECT_EQ(status(R"({"role":"wall","a":[[[[[[]]]]]]})"), 400);
  EXPECT_EQ(status(R"({"role":"wall","a":")" + std::string(2'000, 'a') + R"("})"), 400);
  EXPECT_EQ(status(std::string(10'000, '[')), 400);
  EXPECT_EQ(status(std::string(100'000, ' ')), 413);
  EXPECT_EQ(invite(workshop_.wall), 200) << "nothing was changed";
  // A new code needs no body; what comes is not read.
  EXPECT_EQ(post_as(server_->address(), workshop_.facilitator, api("code"), "[[[[").status, 200);
}

TEST_F(Links, TakeOnlyPostAndJson) {
  EXPECT_EQ(get_as(server_->address(), workshop_.facilitator, api("code")).status, 405);
  EXPECT_EQ(get_as(server_->address(), workshop_.facilitator, api("links")).status, 405);
  auto request = net::post_json(server_->address(), api("links"), R"({"role":"wall"})");
  request.headers = {{"Content-Type", "text/plain"},
                     {"Authorization", "Bearer " + workshop_.facilitator}};
  const auto response = net::fetch_now(std::move(request));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 415);
}

TEST_F(Links, AreNotLogged) {
  const auto code = change_code(workshop_.facilitator);
  const auto wall = new_link(workshop_.facilitator, "wall");
  ASSERT_EQ(server_->stop(), 0);
  const std::string log = server_->process().errors();
  EXPECT_THAT(log, HasSubstr("http links POST 200"));
  for (const auto& secret : {text_in(code, "code"), text_in(code, "link"), text_in(wall, "token"),
                             workshop_.key, workshop_.facilitator, workshop_.id}) {
    EXPECT_THAT(log, Not(HasSubstr(secret)));
  }
}

}  // namespace
}  // namespace quorate::test
