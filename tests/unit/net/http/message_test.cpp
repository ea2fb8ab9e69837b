#include "server/net/http/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/net/http/responses.hpp"

namespace quorate::net {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::time_t kNow = 784'111'777;

TEST(HttpAnswers, BeginWithTheStatusAndEndWithAnEmptyLine) {
  const std::string head =
      http_head(sentence_response(404, "There is no such page."), true, false, kNow);
  EXPECT_THAT(head, StartsWith("HTTP/1.1 404 Not Found\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\ncontent-length: 23\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\ndate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\nconnection: keep-alive\r\n"));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
}

TEST(HttpAnswers, AreNotToBeStoredFramedOrSniffedUnlessTheySayOtherwise) {
  const std::string head = http_head(sentence_response(200, "Hello."), false, false, kNow);
  EXPECT_THAT(head, HasSubstr("x-content-type-options: nosniff\r\n"));
  EXPECT_THAT(head, HasSubstr("frame-ancestors 'none'\r\n"));
  EXPECT_THAT(head, HasSubstr("referrer-policy: no-referrer\r\n"));
  EXPECT_THAT(head, HasSubstr("cache-control: no-store\r\n"));
}

TEST(HttpAnswers, KeepBrowsersToHttpsWhereTheyCameByIt) {
  const auto hello = sentence_response(200, "Hello.");
  EXPECT_THAT(http_head(hello, false, true, kNow),
              HasSubstr("strict-transport-security: max-age=31536000\r\n"));
  EXPECT_THAT(http_head(hello, false, false, kNow), Not(HasSubstr("strict-transport-security")));
}

TEST(HttpAnswers, KeepTheirOwnPolicyOnce) {
  const std::string head = http_head(
      sentence_response(200, "Hello.").with("Content-Security-Policy", "default-src 'self'"), false,
      false, kNow);
  EXPECT_THAT(head, HasSubstr("Content-Security-Policy: default-src 'self'\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("default-src 'none'")));
}

TEST(HttpAnswers, HaveNoLengthWhenTheContentIsUnchanged) {
  HttpResponse response;
  response.status = status::kNotModified;
  EXPECT_THAT(http_head(response, true, false, kNow), Not(HasSubstr("content-length")));
}

TEST(HttpAnswers, CarryErrorsAsCodes) {
  EXPECT_EQ(*error_response(404, "unknown_code").body, R"({"error":{"code":"unknown_code"}})");
}

}  // namespace
}  // namespace quorate::net
