#include "server/net/http/head.hpp"

#include <gtest/gtest.h>

#include <string>

namespace quorate::net {
namespace {

std::string request(const std::string& headers) {
  return "POST /api/join HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

int refused(const std::string& bytes) {
  const auto head = scan_head(bytes);
  return head ? 0 : head.error().status;
}

TEST(HttpHead, EndsAfterItsEmptyLine) {
  const std::string head = request("Content-Length: 4\r\n");
  const auto scanned = scan_head(head + "body");
  ASSERT_TRUE(scanned);
  EXPECT_EQ(*scanned, head.size());
}

TEST(HttpHead, IsWaitedForAtEveryByteOfAGoodOne) {
  const std::string head = request("Content-Length: 4\r\nAccept: */*\r\n");
  for (std::size_t size = 0; size < head.size(); ++size) {
    const auto scanned = scan_head(head.substr(0, size));
    ASSERT_TRUE(scanned) << size;
    EXPECT_EQ(*scanned, std::nullopt) << size;
  }
}

TEST(HttpHead, RefusesBothWaysOfSayingHowLongTheBodyIs) {
  EXPECT_EQ(refused(request("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n")), 400);
  EXPECT_EQ(refused(request("transfer-encoding: chunked\r\ncontent-length: 4\r\n")), 400);
}

TEST(HttpHead, RefusesASecondLengthHostOrEncoding) {
  EXPECT_EQ(refused(request("Content-Length: 4\r\nContent-Length: 4\r\n")), 400);
  EXPECT_EQ(refused(request("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")), 400);
  EXPECT_EQ(refused(request("Host: b\r\n")), 400);
}

TEST(HttpHead, RefusesLengthsThatAreNotPlainNumbers) {
  for (const char* value : {"", "+4", "-4", "4, 4", "0x4", "4 4", "99999999999999999999"}) {
    EXPECT_EQ(refused(request("Content-Length: " + std::string(value) + "\r\n")), 400) << value;
  }
  EXPECT_EQ(refused(request("Content-Length: 4\r\n")), 0);
}

TEST(HttpHead, RefusesEncodingsOtherThanChunked) {
  for (const char* value : {"identity", "gzip, chunked", "xchunked", "chunked, identity", ""}) {
    EXPECT_EQ(refused(request("Transfer-Encoding: " + std::string(value) + "\r\n")), 400) << value;
  }
  EXPECT_EQ(refused(request("Transfer-Encoding: Chunked\r\n")), 0);
}

TEST(HttpHead, RefusesLinesThatEndInOneCharacter) {
  EXPECT_EQ(refused("GET / HTTP/1.1\nHost: a\n\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"), 400);
}

TEST(HttpHead, RefusesFoldedLines) {
  EXPECT_EQ(refused(request("X-Long: a\r\n b\r\n")), 400);
  EXPECT_EQ(refused(request("X-Long: a\r\n\tb: c\r\n")), 400);
}

TEST(HttpHead, RefusesNamesThatAreNoNames) {
  EXPECT_EQ(refused(request("Content-Length : 4\r\n")), 400);
  EXPECT_EQ(refused(request(": 4\r\n")), 400);
  EXPECT_EQ(refused(request("no colon\r\n")), 400);
  EXPECT_EQ(refused(request("X(y): 4\r\n")), 400);
}

TEST(HttpHead, RefusesControlCharacters) {
  EXPECT_EQ(refused(request(std::string("X: a\0b\r\n", 8))), 400);
  EXPECT_EQ(refused(request("X: a\x7f\r\n")), 400);
  EXPECT_EQ(refused(request("X: a\x1b[2J\r\n")), 400);
}

TEST(HttpHead, RefusesMoreThanItsLimitAlsoWhenItNeverEnds) {
  const std::string endless = "GET / HTTP/1.1\r\nX: " + std::string(kHeadBytes, 'a');
  EXPECT_EQ(refused(endless), 431);
  EXPECT_EQ(refused(endless + "\r\n\r\n"), 431);
}

TEST(HttpPath, IsWhatStandsBeforeTheQuery) {
  EXPECT_EQ(path_of("/"), "/");
  EXPECT_EQ(path_of("/desk?utm=1"), "/desk");
  EXPECT_EQ(path_of("/assets/a-B_1.js"), "/assets/a-B_1.js");
}

TEST(HttpPath, IsNothingForOtherTargets) {
  for (const char* target :
       {"", "*", "http://other/", "desk", "/a%2fb", "/a b", "/\xC3\xA9", "/a\\b"}) {
    EXPECT_EQ(path_of(target), std::nullopt) << target;
  }
}

TEST(HttpOrigin, MayBeTheSameHostOrTheAllowedOneOrNone) {
  EXPECT_TRUE(origin_allowed("", "a:8080", ""));
  EXPECT_TRUE(origin_allowed("http://a:8080", "a:8080", ""));
  EXPECT_TRUE(origin_allowed("https://A", "a", ""));
  EXPECT_TRUE(origin_allowed("https://vote.example.org", "inner:1", "https://vote.example.org"));
}

TEST(HttpOrigin, IsRefusedForEveryOther) {
  EXPECT_FALSE(origin_allowed("http://evil", "a", ""));
  EXPECT_FALSE(origin_allowed("http://a:8080", "a", ""));
  EXPECT_FALSE(origin_allowed("http://a.evil", "a", "https://vote.example.org"));
  EXPECT_FALSE(origin_allowed("null", "a", ""));
  EXPECT_FALSE(origin_allowed("file://", "", ""));
  EXPECT_FALSE(origin_allowed("http://", "", ""));
}

}  // namespace
}  // namespace quorate::net
