#include "server/api/routes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace quorate::api {
namespace {

using Kind = Route::Kind;
const std::string kId(32, 'a');

TEST(Routes, KnowTheAddressesOfTheProtocol) {
  EXPECT_EQ(route_of("/healthz").kind, Kind::health);
  EXPECT_EQ(route_of("/api/join").kind, Kind::join);
  EXPECT_EQ(route_of("/join").kind, Kind::join_form);
  EXPECT_EQ(route_of("/api/workshops").kind, Kind::workshops);
  EXPECT_EQ(route_of("/api/recover").kind, Kind::recover);
  EXPECT_EQ(route_of("/api/workshops/" + kId + "/code").kind, Kind::code);
  EXPECT_EQ(route_of("/api/workshops/" + kId + "/links").kind, Kind::links);
  EXPECT_EQ(route_of("/api/workshops/" + kId + "/invite").kind, Kind::invite);
  const Route transcript = route_of("/api/workshops/" + kId + "/transcript");
  EXPECT_EQ(transcript.kind, Kind::transcript);
  EXPECT_EQ(transcript.workshop, kId);
}

TEST(Routes, LeaveTheRestToTheSite) {
  EXPECT_EQ(route_of("/").kind, Kind::site);
  EXPECT_EQ(route_of("/desk").kind, Kind::site);
  EXPECT_EQ(route_of("/../../etc/passwd").kind, Kind::site);
}

TEST(Routes, KnowNothingElseUnderApi) {
  for (const std::string& path :
       {std::string("/api/"), std::string("/api/join/"), std::string("/api/workshops/"),
        "/api/workshops/" + kId, "/api/workshops/" + kId + "/",
        "/api/workshops/" + kId + "/invite/", "/api/workshops/" + std::string(32, 'A') + "/invite",
        "/api/workshops/" + kId + "/codes", "/api/workshops/" + kId + "/links/wall",
        std::string("/api/recover/"), std::string("/api/workshops/abc/invite"), std::string()}) {
    EXPECT_EQ(route_of(path).kind, Kind::unknown) << path;
  }
}

TEST(Routes, ChangeNothingOnGet) {
  for (const Kind kind :
       {Kind::join, Kind::join_form, Kind::recover, Kind::workshops, Kind::code, Kind::links}) {
    EXPECT_EQ(method_of(kind), "POST") << name_of(kind);
  }
  for (const Kind kind : {Kind::site, Kind::health, Kind::invite, Kind::transcript}) {
    EXPECT_EQ(method_of(kind), "GET") << name_of(kind);
  }
}

TEST(JoinCodes, DoNotDependOnCaseSpacesAndHyphens) {
  for (const char* typed : {"FHK247", " fhk-247 "}) {
    const Entrance entrance = read_entrance(typed);
    EXPECT_EQ(entrance.code, "FHK247");
    EXPECT_EQ(entrance.key, "");
  }
}

TEST(JoinCodes, HaveAKeyBesideThemInALink) {
  constexpr char kKey[] = "ABCDEFGHJK234567";
  EXPECT_EQ(link_part("FHK247", kKey), "FHK247-ABCDEFGHJK234567");
  for (const std::string& typed : {link_part("FHK247", kKey), std::string("fhk247abcdefghjk234567"),
                                   std::string(" FHK-247 - ABCDEFGH JK234567")}) {
    const Entrance entrance = read_entrance(typed);
    EXPECT_EQ(entrance.code, "FHK247") << typed;
    EXPECT_EQ(entrance.key, kKey) << typed;
  }
}

TEST(JoinCodes, AreThoseThatALinkBeginsWithOfWhichAPartIsMissing) {
  for (const char* key : {"", "A", "ABCDEFGHJK23456", "ABCDEFGHJK2345672", "ABCDEFGHJK234568"}) {
    const Entrance entrance = read_entrance(link_part("FHK247", key));
    EXPECT_EQ(entrance.code, "FHK247") << key;
    EXPECT_EQ(entrance.key, "") << key;
  }
}

TEST(JoinCodes, AreSixOfTheAlphabet) {
  for (const std::string& typed :
       {std::string(), std::string("FHK24"), std::string("FHK24O"), std::string("FHK24\0", 6),
        std::string(65, ' '), link_part("FHK24O", "ABCDEFGHJK234567")}) {
    EXPECT_EQ(read_entrance(typed).code, "") << typed;
    EXPECT_EQ(read_entrance(typed).key, "") << typed;
  }
}

TEST(RecoveryCodes, DoNotDependOnCaseSpacesAndHyphens) {
  EXPECT_EQ(normalise_recovery("0123456789abcdef0123"), "0123456789abcdef0123");
  EXPECT_EQ(normalise_recovery(" 01234-56789 ABCDE-F0123 "), "0123456789abcdef0123");
}

TEST(RecoveryCodes, AreTwentyHexadecimalDigits) {
  for (const std::string& typed :
       {std::string(), std::string(19, 'a'), std::string(21, 'a'), std::string(20, 'g'),
        std::string(19, 'a') + '\0', std::string(20, 'a') + std::string(kMostTyped, ' ')}) {
    EXPECT_EQ(normalise_recovery(typed), "") << typed;
  }
}

TEST(Forms, GiveADecodedValue) {
  EXPECT_EQ(form_value("code=FHK+247", "code"), "FHK 247");
  EXPECT_EQ(form_value("a=1&co%64e=%46HK&code=2", "code"), "FHK");
  EXPECT_EQ(form_value("code=%4", "code"), "%4");
  EXPECT_EQ(form_value("code=%zz", "code"), "%zz");
  EXPECT_EQ(form_value("code", "code"), "");
  EXPECT_EQ(form_value("", "code"), "");
}

TEST(BearerTokens, StandAfterTheScheme) {
  EXPECT_EQ(bearer_token("Bearer abc"), "abc");
  EXPECT_EQ(bearer_token("bearer  abc "), "abc");
  EXPECT_EQ(bearer_token("Basic abc"), "");
  EXPECT_EQ(bearer_token("Bearer"), "");
  EXPECT_EQ(bearer_token(""), "");
}

TEST(AcceptEncoding, IsReadByNameAndWeight) {
  EXPECT_TRUE(accepts_coding("gzip, deflate, br", "br"));
  EXPECT_TRUE(accepts_coding("BR;q=0.5", "br"));
  EXPECT_FALSE(accepts_coding("gzip, br;q=0", "br"));
  EXPECT_FALSE(accepts_coding("br;q=0.000", "br"));
  EXPECT_FALSE(accepts_coding("brotli", "br"));
  EXPECT_FALSE(accepts_coding("", "br"));
}

TEST(ShareableOrigin, IsAnAddressThatOthersCanOpen) {
  EXPECT_EQ(shareable_origin("192.0.2.7:8080", false), "http://192.0.2.7:8080");
  EXPECT_EQ(shareable_origin("vote.example.org", true), "https://vote.example.org");
  EXPECT_EQ(shareable_origin("[2001:db8::1]:8080", false), "http://[2001:db8::1]:8080");
}

TEST(ShareableOrigin, IsNotThisMachinesOwnNameNorAnythingElse) {
  for (const char* host : {"", "localhost:8080", "LOCALHOST", "127.0.0.1:8080", "127.0.1.1",
                           "[::1]:8080", "a/b", "a b", "user@host", "a\"b"}) {
    EXPECT_EQ(shareable_origin(host, false), "") << host;
  }
}

}  // namespace
}  // namespace quorate::api
