// Requests that two programs in a row might read differently, byte by byte.
#include <gtest/gtest.h>

#include "tests/integration/raw_socket.hpp"
#include "tests/integration/server_process.hpp"

namespace quorate::test {
namespace {

class Smuggling : public testing::Test {
 protected:
  int status(const std::string& bytes) const { return status_of(server_.address(), bytes); }
  static std::string join(const std::string& headers, const std::string& body) {
    return "POST /api/join HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
           "Content-Type: application/json\r\n" +
           headers + "\r\n" + body;
  }

  TemporaryFolder data_;
  ServerProcess server_{data_.path()};
};

TEST_F(Smuggling, APlainRequestIsAnswered) {
  EXPECT_EQ(status(join("Content-Length: 12\r\n", R"({"code":"x"})")), 404);
  EXPECT_EQ(status(join("Transfer-Encoding: chunked\r\n", "c\r\n{\"code\":\"x\"}\r\n0\r\n\r\n")),
            404);
}

TEST_F(Smuggling, TwoLengthsAreRefused) {
  EXPECT_EQ(status(join("Content-Length: 12\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")), 400);
  EXPECT_EQ(status(join("Content-Length: 12\r\nContent-Length: 0\r\n", R"({"code":"x"})")), 400);
  EXPECT_EQ(status(join("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")), 400);
}

TEST_F(Smuggling, BareLineFeedsAreRefused) {
  EXPECT_EQ(status("GET /healthz HTTP/1.1\nHost: a\n\n"), 400);
  EXPECT_EQ(status("GET /healthz HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"), 400);
}

TEST_F(Smuggling, FoldedLinesAreRefused) {
  EXPECT_EQ(status("GET /healthz HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"), 400);
}

TEST_F(Smuggling, AMissingOrSecondHostIsRefused) {
  EXPECT_EQ(status("GET /healthz HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
}

TEST_F(Smuggling, WhatIsNoHttpIsRefused) {
  EXPECT_EQ(status("hello\r\n\r\n"), 400);
  EXPECT_EQ(status("GET /healthz HTTP/9.9\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status(std::string("\x16\x03\x01\x02\x00\x01\x00", 7)), 400) << "TLS on the plain port";
}

TEST_F(Smuggling, LargeHeadsAndBodiesAreRefused) {
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'a') + "\r\n\r\n"), 431);
  EXPECT_EQ(status(join("Content-Length: 70000\r\n", "")), 413);
  EXPECT_EQ(status(join("Transfer-Encoding: chunked\r\n",
                        "11170\r\n" + std::string(70'000, ' ') + "\r\n0\r\n\r\n")),
            413);
}

TEST_F(Smuggling, TargetsThatAreNoPathsAreNotThere) {
  EXPECT_EQ(status("GET http://a/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 404);
  EXPECT_EQ(status("GET /%2e%2e/secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 404);
  EXPECT_EQ(status("GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 404);
}

}  // namespace
}  // namespace quorate::test
