#include "server/api/site.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "server/api/embedded_site.hpp"
#include "server/api/routes.hpp"
#include "server/net/http/ascii.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::api {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFormat = 1;
constexpr std::size_t kMostName = 200;
constexpr std::size_t kMostHeader = 8 * 1024;
constexpr std::size_t kMostHeaders = 32;

tl::expected<std::string, std::string> read_file(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error) return tl::make_unexpected("cannot read " + file.string() + ": " + error.message());
  if (size > Site::kFileBytes) return tl::make_unexpected(file.string() + " is too large");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in || !bytes) return tl::make_unexpected("cannot read " + file.string());
  return std::move(bytes).str();
}

bool is_safe_name(const std::string& name) {
  const fs::path path(name);
  return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

template <class Read>
tl::expected<std::shared_ptr<const std::string>, std::string> read_part(
    const Read& file, const std::optional<std::string>& name) {
  if (!name) return nullptr;
  if (!is_safe_name(*name)) return tl::make_unexpected("site.json names a file outside: " + *name);
  auto bytes = file(*name);
  if (!bytes) return tl::make_unexpected(bytes.error());
  return std::make_shared<const std::string>(std::move(*bytes));
}

tl::expected<std::vector<HttpHeader>, std::string> read_headers(const json::Value& listed,
                                                                const std::string& where) {
  std::vector<HttpHeader> headers;
  const auto* members = listed.as_object();
  if (members == nullptr || members->size() > kMostHeaders) {
    return tl::make_unexpected("site.json: " + where + " must be a few headers");
  }
  for (const json::Member& member : *members) {
    const std::string* value = member.value.as_string();
    if (value == nullptr || value->size() > kMostHeader || !is_printable(*value) ||
        !is_printable(member.key)) {
      return tl::make_unexpected("site.json: " + where + "." + member.key + " is no header");
    }
    headers.push_back({member.key, *value});
  }
  return headers;
}

// If-None-Match compares weakly: it lists tags, "*" stands for any.
bool names_tag(std::string_view if_none_match, std::string_view tag) {
  return !tag.empty() &&
         (net::trim(if_none_match) == "*" || if_none_match.find(tag) != std::string_view::npos);
}

}  // namespace

tl::expected<Site, std::string> Site::load(const fs::path& folder) {
  return read([&folder](const std::string& name) { return read_file(folder / name); });
}

tl::expected<Site, std::string> Site::embedded() {
  const auto files = embedded_site();
  if (files.empty()) {
    return tl::make_unexpected(
        "this program was built without its pages; say where they are, --site DIR");
  }
  return read([files](const std::string& name) -> tl::expected<std::string, std::string> {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const EmbeddedFile& one) { return one.name == name; });
    if (found == files.end()) return tl::make_unexpected("the program lacks its file " + name);
    return std::string(found->bytes);
  });
}

tl::expected<Site, std::string> Site::read(const Read& file) {
  const auto text = file("site.json");
  if (!text) return tl::make_unexpected(text.error());
  const auto listed = json::read(*text, {.bytes = kFileBytes});
  if (!listed) return tl::make_unexpected("site.json: " + listed.error().sentence());
  json::Fields fields(*listed);
  const std::int64_t format = fields.integer("format", 1, INT32_MAX);
  const auto* paths = fields.object("paths").as_object();
  if (fields.error()) return tl::make_unexpected("site.json: " + fields.error()->sentence());
  if (format != kFormat) {
    return tl::make_unexpected("site.json is of another version than this program");
  }
  if (paths->size() > kPaths) return tl::make_unexpected("site.json lists too many paths");

  Site site;
  for (const json::Member& listed_path : *paths) {
    json::Fields entry(listed_path.value, "paths[\"" + listed_path.key + "\"]");
    const std::optional<std::string> plain = entry.string("file", {1, kMostName});
    const auto brotli = entry.string_if("br", {1, kMostName});
    const auto gzip = entry.string_if("gzip", {1, kMostName});
    const json::Value& headers = entry.object("headers");
    if (entry.error()) return tl::make_unexpected("site.json: " + entry.error()->sentence());
    auto named = read_headers(headers, entry.path("headers"));
    if (!named) return tl::make_unexpected(named.error());
    Page page;
    page.headers = std::move(*named);
    for (const HttpHeader& header : page.headers) {
      if (header.name == "etag") page.etag = header.value;
    }
    for (const auto& [part, name] :
         {std::pair(&page.plain, &plain), {&page.brotli, &brotli}, {&page.gzip, &gzip}}) {
      auto bytes = read_part(file, *name);
      if (!bytes) return tl::make_unexpected(bytes.error());
      *part = std::move(*bytes);
    }
    site.pages_.emplace(listed_path.key, std::move(page));
  }
  return site;
}

std::optional<HttpResponse> Site::response_to(const HttpRequest& request) const {
  const auto found = pages_.find(request.path);
  if (found == pages_.end()) return std::nullopt;
  const Page& page = found->second;
  HttpResponse response;
  response.headers = page.headers;
  if (names_tag(request.header("if-none-match"), page.etag)) {
    response.status = status::kNotModified;
    std::erase_if(response.headers, [](const HttpHeader& h) { return h.name == "content-type"; });
    return response;
  }
  const std::string_view accepted = request.header("accept-encoding");
  if (page.brotli && accepts_coding(accepted, "br")) {
    response.body = page.brotli;
    response.with("content-encoding", "br");
  } else if (page.gzip && accepts_coding(accepted, "gzip")) {
    response.body = page.gzip;
    response.with("content-encoding", "gzip");
  } else {
    response.body = page.plain;
  }
  return response;
}

}  // namespace quorate::api
