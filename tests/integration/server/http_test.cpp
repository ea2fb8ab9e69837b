// PROTOCOL.md section 1, against the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/net/client/fetch.hpp"
#include "shared/json/read.hpp"
#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Http : public testing::Test {
 protected:
  net::FetchResponse ask(net::FetchRequest request) const {
    auto response = net::fetch_now(std::move(request));
    EXPECT_TRUE(response) << response.error();
    return response.value_or(net::FetchResponse{});
  }
  net::FetchResponse get(const std::string& path, std::vector<net::Header> headers = {}) const {
    auto request = net::get(server_.address(), path);
    request.headers = std::move(headers);
    return ask(std::move(request));
  }
  net::FetchResponse post(const std::string& path, const std::string& json) const {
    return ask(net::post_json(server_.address(), path, json));
  }
  net::FetchResponse post_form(const std::string& form) const {
    auto request = net::post_json(server_.address(), "/join", form);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "text/html"}};
    return ask(std::move(request));
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path(), {"--log-level", "debug"}};
};

TEST_F(Http, SaysThatItIsWell) {
  const auto response = get("/healthz");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"ok":true,"writable":true})");
}

TEST_F(Http, ServesThePageInTheBestFormTheBrowserTakes) {
  const auto plain = get("/");
  EXPECT_EQ(plain.status, 200);
  EXPECT_THAT(plain.body, HasSubstr("<title>Quorate</title>"));
  EXPECT_EQ(plain.header("x-content-type-options"), "nosniff");
  EXPECT_THAT(std::string(plain.header("content-security-policy")),
              HasSubstr("frame-ancestors 'none'"));
  const auto small = get("/", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(small.body, "brotli bytes");
  EXPECT_EQ(small.header("content-encoding"), "br");
  EXPECT_EQ(get("/", {{"If-None-Match", std::string(plain.header("etag"))}}).status, 304);
}

TEST_F(Http, AnswersHeadWithoutABody) {
  net::FetchRequest request = net::get(server_.address(), "/");
  request.method = "HEAD";
  const auto response = ask(request);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.header("content-length"), "37");
  EXPECT_EQ(response.body, "");
}

TEST_F(Http, SaysInOneSentenceWhatIsNotThere) {
  const auto response = get("/nowhere");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.body, "This page does not exist. Go to the start page and enter your code.\n");
  const auto page = get("/nowhere", {{"Accept", "text/html"}, {"Accept-Language", "cy, en;q=0.5"}});
  EXPECT_THAT(page.body, HasSubstr("<html lang=\"cy\">"));
}

TEST_F(Http, RefusesOtherMethodsAndSaysWhichItTakes) {
  const auto response = post("/healthz", "{}");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("allow"), "GET, HEAD");
  EXPECT_EQ(get("/api/join").header("allow"), "POST");
}

TEST_F(Http, AnswersSomebodyWhoOpensTheFormsAddressWithTheFormInTheirLanguage) {
  const auto form = get("/join", {{"Accept", "text/html"}, {"Accept-Language", "cy"}});
  EXPECT_EQ(form.status, 405);
  EXPECT_THAT(form.body, HasSubstr("<html lang=\"cy\">"));
  EXPECT_THAT(form.body, HasSubstr("action=\"/join\""));
}

TEST_F(Http, FindsAWorkshopByItsCode) {
  const Workshop workshop = create_workshop(server_.address());
  std::string typed = workshop.code;
  typed.insert(3, " - ");
  const auto response = post("/api/join", R"({"code":")" + typed + R"("})");
  EXPECT_EQ(response.status, 200);
  const std::string found =
      R"({"key":")" + workshop.key + R"(","workshop":")" + workshop.id + R"("})";
  EXPECT_EQ(response.body, found);
  const auto link = post("/api/join", R"({"code":")" + typed + "-" + workshop.key + R"("})");
  EXPECT_EQ(link.body, found);
}

TEST_F(Http, FindsNothingByALinkWhoseKeyIsNotTheCodes) {
  const Workshop workshop = create_workshop(server_.address());
  const std::string other = create_workshop(server_.address()).key;
  const auto response = post("/api/join", R"({"code":")" + workshop.code + "-" + other + R"("})");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.body, R"({"error":{"code":"unknown_code"}})");
}

TEST_F(Http, SaysThatACodeIsUnknown) {
  const auto response = post("/api/join", R"({"code":"FHKLMQ"})");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.body, R"({"error":{"code":"unknown_code"}})");
  EXPECT_EQ(post("/api/join", R"({"code":7})").status, 400);
  EXPECT_EQ(post("/api/join", "code").status, 400);
}

TEST_F(Http, TakesAJoinOnlyAsJsonSoThatOtherSitesCannotSendOne) {
  auto request = net::post_json(server_.address(), "/api/join", R"({"code":"FHKLMQ"})");
  request.headers = {{"Content-Type", "text/plain"}};
  EXPECT_EQ(ask(request).status, 415);
}

TEST_F(Http, JoinsABrowserWithoutScript) {
  const Workshop workshop = create_workshop(server_.address());
  const auto response = post_form("code=" + workshop.code);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(response.header("location"), "/#" + workshop.code + "-" + workshop.key);
  const auto unknown = post_form("code=FHKLMQ");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_THAT(unknown.body, HasSubstr("No workshop has this code."));
  const auto wrong = post_form("code=%3Cscript%3E");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("Enter the 6-character code"));
  EXPECT_THAT(wrong.body, Not(HasSubstr("script")));
}

TEST_F(Http, AnswersJoinsLaterAfterTwentyFailures) {
  const Workshop workshop = create_workshop(server_.address());
  for (int i = 0; i < 20; ++i) ASSERT_EQ(post("/api/join", R"({"code":"x"})").status, 404);
  const std::int64_t begin = net::Loop::steady_ms();
  EXPECT_EQ(post("/api/join", R"({"code":")" + workshop.code + R"("})").status, 200);
  EXPECT_GE(net::Loop::steady_ms() - begin, 2000);
}

TEST_F(Http, CountsALinkWhoseKeyIsWrongAmongTheFailures) {
  const Workshop workshop = create_workshop(server_.address());
  const std::string wrong = workshop.code + "-" + std::string(16, 'A');
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(post("/api/join", R"({"code":")" + wrong + R"("})").status, 404);
  }
  const std::int64_t begin = net::Loop::steady_ms();
  EXPECT_EQ(post("/api/join", R"({"code":")" + workshop.code + R"("})").status, 200);
  EXPECT_GE(net::Loop::steady_ms() - begin, 2000);
}

TEST_F(Http, NamesTheFieldOfASetupThatIsWrong) {
  const auto response = post("/api/workshops", R"({"title":{"en":"A"},"groups":[{"id":"a"}]})");
  EXPECT_EQ(response.status, 400);
  const auto body = json::read(response.body);
  ASSERT_TRUE(body) << response.body;
  const json::Value* error = body->find("error");
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(*error->find("code"), json::Value("bad_message"));
  EXPECT_THAT(*error->find("field")->as_string(), HasSubstr("groups[0]"));
  EXPECT_FALSE(error->find("detail")->as_string()->empty());
}

TEST_F(Http, RefusesSetupsThatAreNoJsonOrTooDeepOrTooLarge) {
  EXPECT_EQ(post("/api/workshops", "{").status, 400);
  EXPECT_EQ(post("/api/workshops", "[]").status, 400);
  EXPECT_EQ(post("/api/workshops", std::string(10'000, '[')).status, 400);
  EXPECT_EQ(post("/api/workshops", std::string(100'000, ' ')).status, 413);
}

TEST_F(Http, GivesTheInvitationToWhoHasALink) {
  const Workshop workshop = create_workshop(server_.address());
  const std::string path = "/api/workshops/" + workshop.id + "/invite";
  for (const auto& token : {workshop.facilitator, workshop.cofacilitator, workshop.wall}) {
    const auto response = get(path, {{"Authorization", "Bearer " + token}});
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, HasSubstr(R"("code":")" + workshop.code));
    EXPECT_THAT(response.body, HasSubstr("/#" + workshop.code + "-" + workshop.key + "\""));
    EXPECT_THAT(response.body, HasSubstr(R"(<svg xmlns=)"));
  }
  EXPECT_EQ(get(path).status, 401);
  EXPECT_EQ(get(path, {{"Authorization", "Bearer " + std::string(32, '0')}}).status, 401);
  EXPECT_EQ(get("/api/workshops/" + std::string(32, '0') + "/invite").status, 404);
}

TEST_F(Http, GivesTheTranscriptToTheFacilitatorAloneAndOnlyAfterTheEnd) {
  const Workshop workshop = create_workshop(server_.address());
  const std::string path = "/api/workshops/" + workshop.id + "/transcript";
  EXPECT_EQ(get(path, {{"Authorization", "Bearer " + workshop.wall}}).status, 401);
  const auto early = get(path, {{"Authorization", "Bearer " + workshop.facilitator}});
  EXPECT_EQ(early.status, 409);
  EXPECT_EQ(early.body, R"({"error":{"code":"not_ended"}})");
}

TEST_F(Http, ServesManyRequestsOnOneConnection) {
  RawSocket socket(server_.address());
  for (int i = 0; i < 3; ++i) {
    socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(socket.read_to("}"), HasSubstr("HTTP/1.1 200 OK"));
  }
  socket.send(
      "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /no HTTP/1.1\r\nHost: a\r\nConnection: "
      "close\r\n\r\n");
  const std::string both = socket.read_to_close();
  EXPECT_THAT(both, HasSubstr("200 OK"));
  EXPECT_THAT(both, HasSubstr("404 Not Found"));
}

TEST_F(Http, KeepsSecretsOutOfItsLog) {
  const Workshop workshop = create_workshop(server_.address());
  post("/api/join", R"({"code":")" + workshop.code + R"("})");
  post("/api/join", R"({"code":")" + workshop.code + "-" + workshop.key + R"("})");
  post_form("code=" + workshop.code);
  get("/api/workshops/" + workshop.id + "/invite?token=" + workshop.wall,
      {{"Authorization", "Bearer " + workshop.facilitator}});
  ASSERT_EQ(server_.stop(), 0);
  const std::string log = server_.process().errors();
  for (const auto& secret :
       {workshop.code, workshop.key, workshop.facilitator, workshop.wall, workshop.id}) {
    EXPECT_THAT(log, Not(HasSubstr(secret)));
  }
}

}  // namespace
}  // namespace quorate::test
