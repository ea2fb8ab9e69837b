// Connections and channels under attack: one address that takes all it can get keeps nobody else
// out, and nobody who has joined loses their place.
#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "server/budgets/budgets.hpp"
#include "shared/protocol/close_code.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server/requests.hpp"
#include "tests/integration/server_process.hpp"
#include "tests/integration/talker.hpp"

namespace quorate::test {
namespace {

constexpr const char* kJoin = R"({"t":"command","id":"00000000000000000000000a","kind":"join"})";

void join(Talker& phone, const net::Address& address, const Workshop& workshop, char person) {
  ASSERT_TRUE(phone.open(address, "/ws/" + workshop.id));
  phone.send(participant_hello(std::string(32, person), workshop.key));
  phone.receive("welcome");
  phone.send(kJoin);
  EXPECT_EQ(*phone.receive("outcome").find("ok"), json::Value(true));
}

TEST(PlacesAttack, StrangersGiveWayToNewcomersAndWhoHasJoinedStays) {
  const TemporaryFolder data;
  constexpr int kConnections = 40;
  ServerProcess server(data.path(), {"--connections", std::to_string(kConnections)});
  const Workshop workshop = create_workshop(server.address());
  Talker early;
  join(early, server.address(), workshop, 'a');
  std::vector<std::unique_ptr<RawSocket>> silent;
  for (int i = 0; i < 3 * kConnections; ++i) {
    silent.push_back(std::make_unique<RawSocket>(server.address()));
  }
  Talker late;
  join(late, server.address(), workshop, 'b');
  early.send(R"({"t":"ping"})");
  early.receive("pong");
  EXPECT_EQ(silent.front()->read_to_close(), "") << "the oldest";
  EXPECT_EQ(server.stop(), 0);
}

// Requests of one connection, one after the other.
class Requests {
 public:
  explicit Requests(const net::Address& address) : socket_(address) {}
  // The head of the response; `headers` with their line ends.
  std::string ask(const std::string& method, const std::string& path, const std::string& headers) {
    socket_.send(method + " " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n" + headers +
                 "\r\n");
    const std::string head = socket_.read_to("\r\n\r\n");
    const std::string length = "content-length: ";
    const std::size_t at = head.find(length);
    if (at != std::string::npos && head.find("content-length: 0") == std::string::npos) {
      socket_.read_to("}");
      socket_.read_to("}");
    }
    return head;
  }

 private:
  RawSocket socket_;
};

std::string header(const std::string& head, const std::string& name) {
  const std::size_t at = head.find(name + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 2;
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

TEST(PollsAttack, OneAddressHasABoundedNumberOfChannelsAndNobodyElseFewer) {
  const TemporaryFolder data;
  const ServerProcess server(data.path(), {"--trusted-proxies", "127.0.0.1"});
  const Workshop workshop = create_workshop(server.address());
  const std::string path = "/poll/" + workshop.id;
  const std::string attacker = "X-Forwarded-For: 192.0.2.1\r\n";
  Requests requests(server.address());
  const std::string first = header(requests.ask("POST", path, attacker), "quorate-channel");
  ASSERT_FALSE(first.empty());
  std::string last;
  for (std::size_t i = 0; i < budgets::kPollsOfAnAddress; ++i) {
    last = header(requests.ask("POST", path, attacker), "quorate-channel");
  }
  const auto status = [&](const std::string& channel) {
    const std::string head = requests.ask(
        "POST", path, attacker + "quorate-channel: " + channel + "\r\nquorate-number: 9\r\n");
    return head.substr(0, head.find("\r\n"));
  };
  EXPECT_EQ(status(first), "HTTP/1.1 404 Not Found") << "it gave way to a newer one of its address";
  EXPECT_EQ(status(last), "HTTP/1.1 409 Conflict") << "it is there";
  const std::string other = requests.ask("POST", path, "X-Forwarded-For: 192.0.2.2\r\n");
  EXPECT_NE(header(other, "quorate-channel"), "");
}

TEST(PollsAttack, AChannelIsOpenedForAWorkshopThatThereIs_P7_1) {
  const TemporaryFolder data;
  const ServerProcess server(data.path());
  Requests requests(server.address());
  const std::string head = requests.ask("POST", "/poll/" + std::string(32, '0'), "");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 404 Not Found"));
  EXPECT_EQ(header(head, "quorate-close"),
            std::to_string(static_cast<int>(protocol::CloseCode::unknown_workshop)));
}

TEST(CreationsAttack, AnAddressMakesABoundedNumberOfWorkshopsAndOthersMakeTheirs_P1_3) {
  const TemporaryFolder data;
  const ServerProcess server(data.path(), {"--trusted-proxies", "127.0.0.1"});
  const auto create = [&](const std::string& who) {
    auto request = net::post_json(server.address(), "/api/workshops", R"({"title":{"en":"A"}})");
    request.headers.emplace_back("X-Forwarded-For", who);
    return *net::fetch_now(std::move(request));
  };
  int made = 0;
  for (int i = 0; i < 2 * budgets::kCreationsOfAnAddress.burst; ++i) {
    made += create("192.0.2.1").status == 201 ? 1 : 0;
  }
  EXPECT_GE(made, budgets::kCreationsOfAnAddress.burst);
  EXPECT_LT(made, 2 * budgets::kCreationsOfAnAddress.burst);
  const auto refused = create("192.0.2.1");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(text_in(refused, "error.code"), "too_fast");
  EXPECT_FALSE(refused.header("retry-after").empty());
  EXPECT_EQ(create("192.0.2.2").status, 201);
}

}  // namespace
}  // namespace quorate::test
