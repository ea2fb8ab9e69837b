#include "server/api/site.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace quorate::api {
namespace {

namespace fs = std::filesystem;

class SiteFolder : public testing::Test {
 protected:
  SiteFolder() {
    std::string name = (fs::temp_directory_path() / "quorate-site-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~SiteFolder() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  void write_site() const {
    write("desk.html", "<p>plain");
    write("desk.html.br", "brotli bytes");
    write("desk.html.gz", "gzip bytes");
    write("site.json", R"({"format":1,"paths":{"/desk":{"file":"desk.html","br":"desk.html.br",
        "gzip":"desk.html.gz","headers":{"content-type":"text/html","etag":"W/\"t1\""}}}})");
  }
  tl::expected<Site, std::string> load() const { return Site::load(folder_); }

  fs::path folder_;
};

HttpRequest get(const std::string& path, std::vector<HttpHeader> headers = {}) {
  HttpRequest request;
  request.method = "GET";
  request.path = path;
  request.headers = std::move(headers);
  return request;
}

std::string header(const HttpResponse& response, const std::string& name) {
  for (const HttpHeader& one : response.headers) {
    if (one.name == name) return one.value;
  }
  return "";
}

TEST_F(SiteFolder, ServesThePlainFormToWhoAcceptsNoOther) {
  write_site();
  const auto response = load()->response_to(get("/desk"));
  ASSERT_TRUE(response);
  EXPECT_EQ(*response->body, "<p>plain");
  EXPECT_EQ(header(*response, "content-type"), "text/html");
  EXPECT_EQ(header(*response, "content-encoding"), "");
}

TEST_F(SiteFolder, PrefersBrotliToGzip) {
  write_site();
  const auto site = load();
  const auto both = site->response_to(get("/desk", {{"accept-encoding", "gzip, deflate, br"}}));
  EXPECT_EQ(*both->body, "brotli bytes");
  EXPECT_EQ(header(*both, "content-encoding"), "br");
  const auto old = site->response_to(get("/desk", {{"accept-encoding", "gzip"}}));
  EXPECT_EQ(*old->body, "gzip bytes");
}

TEST_F(SiteFolder, SaysUnchangedToWhoHasItAlready) {
  write_site();
  const auto response =
      load()->response_to(get("/desk", {{"if-none-match", "W/\"t0\", W/\"t1\""}}));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, status::kNotModified);
  EXPECT_EQ(response->body, nullptr);
  EXPECT_EQ(header(*response, "etag"), "W/\"t1\"");
  EXPECT_EQ(header(*response, "content-type"), "");
}

TEST_F(SiteFolder, HasOnlyWhatIsListed) {
  write_site();
  const auto site = load();
  EXPECT_FALSE(site->response_to(get("/desk.html")));
  EXPECT_FALSE(site->response_to(get("/site.json")));
  EXPECT_FALSE(site->response_to(get("/../desk")));
}

TEST_F(SiteFolder, IsRefusedWithoutItsList) {
  const auto site = load();
  ASSERT_FALSE(site);
  EXPECT_NE(site.error().find("site.json"), std::string::npos);
}

TEST_F(SiteFolder, IsRefusedInAnotherFormat) {
  write("site.json", R"({"format":2,"paths":{}})");
  const auto site = load();
  ASSERT_FALSE(site);
  EXPECT_NE(site.error().find("another version"), std::string::npos);
}

TEST_F(SiteFolder, IsRefusedWhenItNamesAFileOutside) {
  for (const char* name : {"../secret", "/etc/passwd", "a/../../b"}) {
    write("site.json",
          std::string(R"({"format":1,"paths":{"/a":{"file":")") + name + R"(","headers":{}}}})");
    const auto site = load();
    ASSERT_FALSE(site);
    EXPECT_NE(site.error().find("outside"), std::string::npos) << site.error();
  }
}

TEST_F(SiteFolder, IsRefusedWhenAHeaderWouldBreakTheAnswer) {
  write("a", "a");
  write("site.json",
        R"({"format":1,"paths":{"/a":{"file":"a","headers":{"x":"a\r\nset-cookie: b"}}}})");
  ASSERT_FALSE(load());
}

TEST_F(SiteFolder, IsRefusedWhenAFileIsMissing) {
  write("site.json", R"({"format":1,"paths":{"/a":{"file":"a","headers":{}}}})");
  const auto site = load();
  ASSERT_FALSE(site);
  EXPECT_NE(site.error().find("cannot read"), std::string::npos);
}

}  // namespace
}  // namespace quorate::api
