// The built pages, held in memory: exactly what their site.json lists (web/README.md). No path is
// ever looked up on disk because of a request.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/api/http.hpp"

namespace quorate::api {

class Site {
 public:
  static constexpr std::size_t kFileBytes = 16 * 1024 * 1024;
  static constexpr std::size_t kPaths = 1000;

  // Reads the whole folder. The error is one sentence without a full stop.
  static tl::expected<Site, std::string> load(const std::filesystem::path& folder);
  // The site inside the program (embedded_site.hpp); an error where it was built without.
  static tl::expected<Site, std::string> embedded();

  // The page or file of a GET or HEAD; nothing when the site does not have the path.
  std::optional<HttpResponse> response_to(const HttpRequest& request) const;

 private:
  using Bytes = std::shared_ptr<const std::string>;
  // The content of a file of the site by its name, or why not.
  using Read = std::function<tl::expected<std::string, std::string>(const std::string& name)>;
  static tl::expected<Site, std::string> read(const Read& file);

  struct Page {
    std::vector<HttpHeader> headers;
    std::string etag;
    Bytes plain;
    Bytes brotli;  // null when there is none
    Bytes gzip;
  };
  std::map<std::string, Page, std::less<>> pages_;
};

}  // namespace quorate::api
