// The JSON of CONTRACT.md, in and out.
#include "client-wasm/text.hpp"

#include <gtest/gtest.h>

#include "tests/unit/client/page.hpp"

namespace quorate::client {
namespace {

constexpr char kSeed[] = "0707070707070707070707070707070707070707070707070707070707070707";

std::string start_text() {
  return std::string(R"({"in":"start","workshop":")") + kWorkshop +
         R"(","role":"participant","secret":")" + kSecret + R"(","kept":{"secret":")" + kSecret +
         R"("},"random":")" + kSeed + "\"}";
}

TEST(ClientText, SpeaksAsTheContractSays) {
  TextClient client;
  EXPECT_EQ(client.input(start_text(), 0),
            R"([{"do":"open","path":"/ws/00112233445566778899aabbccddeeff"},)"
            R"({"do":"timer","id":"welcome","ms":15000},)"
            R"({"do":"show","patch":{"answers":{},"link":"connecting","working":{}}}])");
  EXPECT_EQ(
      client.input(R"({"in":"opened"})", 50),
      R"([{"do":"send","text":"{\"role\":\"participant\",\"secret\":\"0123456789abcdef0123456789abcdef\",\"t\":\"hello\",\"v\":1}"}])");
  EXPECT_EQ(client.receive(welcome_anonymous(), 100),
            R"([{"do":"cancel","id":"welcome"},{"do":"timer","id":"ping","ms":20000},)"
            R"({"do":"show","patch":{"clock":{"at_ms":100,"wall_ms":1700000000000},"connected":3,)"
            R"("link":"online","role":"anonymous",)"
            R"("view":{"joined":2,"phase":"live","setup":{}}}}])");
  const std::string joined = client.input(R"({"in":"command","kind":"join","group":"staff"})", 200);
  EXPECT_NE(joined.find(R"(\"kind\":\"join\",\"t\":\"command\")"), std::string::npos) << joined;
  EXPECT_EQ(client.input(R"({"in":"dismiss"})", 300), "[]");
  EXPECT_EQ(client.input(R"({"in":"closed","code":4006})", 400),
            R"([{"do":"cancel","id":"ping"},{"do":"timer","id":"grace","ms":3000},)"
            R"({"do":"cancel","id":"grace"},)"
            R"({"do":"show","patch":{"link":"stopped","stop":"other_tab"}}])");
  EXPECT_EQ(client.input(R"({"in":"take_over","kept":{}})", 500),
            R"([{"do":"open","path":"/ws/00112233445566778899aabbccddeeff"},)"
            R"({"do":"timer","id":"welcome","ms":15000},)"
            R"({"do":"show","patch":{"link":"connecting","stop":null}}])");
  EXPECT_EQ(client.input(R"({"in":"network","online":false})", 600),
            R"([{"do":"show","patch":{"link":"offline"}}])");
  EXPECT_EQ(client.input(R"({"in":"wake"})", 700), "[]");
  EXPECT_EQ(client.input(R"({"in":"timer","id":"retry"})", 800), "[]");
}

TEST(ClientText, TheSameSessionGivesTheSameBytes) {
  std::string runs[2];
  for (std::string& run : runs) {
    TextClient client;
    run += client.input(start_text(), 0);
    run += client.input(R"({"in":"opened"})", 1);
    run += client.receive(welcome_participant(kTimeOpen), 2);
    run +=
        client.input(R"({"in":"command","kind":"answer","factor":"time","round":1,"value":7})", 3);
    run += client.input(R"({"in":"closed","code":1006})", 4);
  }
  EXPECT_EQ(runs[0], runs[1]);
}

class ClientBadInput : public testing::TestWithParam<const char*> {};

TEST_P(ClientBadInput, IsComplainedOfAndDoesNothing) {
  TextClient client;
  client.input(start_text(), 0);
  EXPECT_EQ(client.input(GetParam(), 1).rfind(R"([{"do":"complain","text":"input: )", 0), 0u)
      << client.input(GetParam(), 1);
}

INSTANTIATE_TEST_SUITE_P(All, ClientBadInput,
                         testing::Values("", "x", "[]", "{}", R"({"in":7})", R"({"in":"x"})",
                                         R"({"in":"timer"})", R"({"in":"timer","id":"x"})",
                                         R"({"in":"network"})", R"({"in":"start"})"));

TEST(ClientText, NothingHappensBeforeTheStart) {
  TextClient client;
  for (const char* input : {R"({"in":"opened"})", R"({"in":"wake"})"}) {
    EXPECT_EQ(client.input(input, 0), R"([{"do":"complain","text":"input: nothing was started"}])");
  }
  EXPECT_EQ(client.receive("{}", 0), R"([{"do":"complain","text":"input: nothing was started"}])");
}

TEST(ClientText, AStartSaysWhatIsWrongWithIt) {
  TextClient client;
  EXPECT_NE(client.input(R"({"in":"start","workshop":"x","role":"king","random":""})", 0)
                .find("input: role"),
            std::string::npos);
  EXPECT_NE(client.input(R"({"in":"start","workshop":"x","role":"wall","random":"zz"})", 0)
                .find("input: random"),
            std::string::npos);
}

}  // namespace
}  // namespace quorate::client
