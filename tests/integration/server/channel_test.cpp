// PROTOCOL.md sections 2 and 6, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/protocol/close_code.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

using protocol::CloseCode;

class Channel : public testing::Test {
 protected:
  std::string path() const { return "/ws/" + workshop_.id; }
  // What a connection is closed with that says this.
  CloseCode code_for(const std::string& text) const {
    Talker talker;
    EXPECT_TRUE(talker.open(server_.address(), path()));
    talker.send(text);
    return static_cast<CloseCode>(talker.closed());
  }
  // The status line of the response to this upgrade.
  std::string upgrade(const std::string& path, const std::string& headers) const {
    RawSocket socket(server_.address());
    socket.send("GET " + path + " HTTP/1.1\r\nHost: here:1\r\nUpgrade: websocket\r\n" +
                "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n");
    return socket.read_to("\r\n");
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path()};
  Workshop workshop_ = create_workshop(server_.address());
};

TEST_F(Channel, WelcomesTheFacilitatorWithTheView) {
  Talker talker;
  ASSERT_TRUE(talker.open(server_.address(), path()));
  talker.send(hello("facilitator", workshop_.facilitator));
  const json::Value welcome = talker.receive("welcome");
  EXPECT_EQ(*welcome.find("role"), json::Value("facilitator"));
  EXPECT_EQ(*welcome.find("code"), json::Value(workshop_.code));
  ASSERT_NE(welcome.find("view"), nullptr);
  EXPECT_EQ(*welcome.find("view")->find("phase"), json::Value("lobby"));
}

TEST_F(Channel, AnswersACommandOfAPhone) {
  Talker phone;
  ASSERT_TRUE(phone.open(server_.address(), path()));
  phone.send(participant_hello(std::string(32, 'a'), workshop_.key));
  EXPECT_EQ(*phone.receive("welcome").find("role"), json::Value("anonymous"));
  phone.send(R"({"t":"command","id":"0123456789abcdef01234567","kind":"join","group":"locals"})");
  const json::Value outcome = phone.receive("outcome");
  EXPECT_EQ(*outcome.find("ok"), json::Value(true));
  EXPECT_NE(outcome.find("me"), nullptr);
}

TEST_F(Channel, AnswersAPing) {
  Talker talker;
  ASSERT_TRUE(talker.open(server_.address(), path()));
  talker.send(hello("wall", workshop_.wall));
  talker.receive("welcome");
  talker.send(R"({"t":"ping"})");
  talker.receive("pong");
}

TEST_F(Channel, ClosesOnWhatItCannotUse) {
  EXPECT_EQ(code_for("not json"), CloseCode::bad_message);
  EXPECT_EQ(code_for(R"({"t":"ping"})"), CloseCode::bad_message) << "before the hello";
  EXPECT_EQ(code_for(R"({"t":"nonsense"})"), CloseCode::bad_message);
  EXPECT_EQ(code_for(std::string(20, '[') + std::string(20, ']')), CloseCode::bad_message);
}

TEST_F(Channel, ClosesOnATextBeyondTheLimit) {
  EXPECT_EQ(code_for(std::string(protocol::kMessageBytes + 1, ' ')), CloseCode::too_large);
  EXPECT_EQ(code_for(std::string(1'000'000, 'a')), CloseCode::too_large);
}

TEST_F(Channel, ClosesOnATokenThatIsWrong) {
  EXPECT_EQ(code_for(hello("facilitator", std::string(32, '0'))), CloseCode::bad_token);
  EXPECT_EQ(code_for(hello("facilitator", workshop_.wall)), CloseCode::bad_token);
  EXPECT_EQ(code_for(hello("facilitator", "")), CloseCode::bad_token);
}

TEST_F(Channel, ClosesOnAnotherVersion) {
  EXPECT_EQ(code_for(R"({"t":"hello","v":99,"role":"participant","secret":")" +
                     std::string(32, 'a') + R"("})"),
            CloseCode::update_needed);
}

TEST_F(Channel, ClosesOnAWorkshopThatIsNotThere) {
  Talker talker;
  ASSERT_TRUE(talker.open(server_.address(), "/ws/" + std::string(32, '0')));
  talker.send(participant_hello(std::string(32, 'a'), workshop_.key));
  EXPECT_EQ(talker.closed(), static_cast<int>(CloseCode::unknown_workshop));
}

TEST_F(Channel, ASecondTabOfAPhoneClosesTheFirst) {
  Talker first;
  ASSERT_TRUE(first.open(server_.address(), path()));
  first.send(participant_hello(std::string(32, 'a'), workshop_.key));
  first.receive("welcome");
  Talker second;
  ASSERT_TRUE(second.open(server_.address(), path()));
  second.send(participant_hello(std::string(32, 'a'), workshop_.key));
  second.receive("welcome");
  EXPECT_EQ(first.closed(), static_cast<int>(CloseCode::other_tab));
}

TEST_F(Channel, IsNotOpenedForAnotherSite) {
  EXPECT_EQ(upgrade(path(), "Origin: http://evil.example\r\n"), "HTTP/1.1 403 Forbidden\r\n");
  EXPECT_EQ(upgrade(path(), "Origin: http://here:1\r\n"), "HTTP/1.1 101 Switching Protocols\r\n");
}

TEST_F(Channel, IsNotOpenedElsewhere) {
  EXPECT_EQ(upgrade("/ws/short", ""), "HTTP/1.1 404 Not Found\r\n");
  EXPECT_EQ(upgrade("/ws/" + std::string(32, 'A'), ""), "HTTP/1.1 404 Not Found\r\n");
  EXPECT_EQ(status_of(server_.address(), "GET " + path() + " HTTP/1.1\r\nHost: a\r\n\r\n"), 426);
}

TEST_F(Channel, ClosesOnFramesThatAreNoTextOrNoFrames) {
  const auto response = [&](const std::string& frame) {
    RawSocket socket(server_.address());
    socket.send("GET " + path() + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n" +
                "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    socket.read_to("\r\n\r\n");
    socket.send(frame);
    return socket.read_to_close();
  };
  const std::string bad_message("\x88\x02\x0F\xA8", 4);  // a close frame with 4008
  EXPECT_EQ(response(std::string("\x82\x81\0\0\0\0x", 7)), bad_message) << "binary";
  EXPECT_EQ(response(std::string("\x81\x81\0\0\0\0\xFF", 7)), bad_message) << "not UTF-8";
  EXPECT_EQ(response(std::string("\x81\x01x", 3)), bad_message) << "not masked";
  EXPECT_EQ(response(std::string("\xF1\x80\0\0\0\0", 6)), bad_message) << "reserved bits";
  const std::string normal("\x88\x02\x03\xE8", 4);
  EXPECT_EQ(response(std::string("\x88\x80\0\0\0\0", 6)), normal) << "a goodbye is answered";
  EXPECT_EQ(response(std::string("\x89\x81\0\0\0\0p\x88\x80\0\0\0\0", 13)),
            std::string("\x8A\x01p", 3) + normal)
      << "a ping is answered by a whole pong";
}

}  // namespace
}  // namespace quorate::test
