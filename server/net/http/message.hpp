// HTTP requests and responses as the rest of the server sees them.
#pragma once

#include <cstdint>
#include <ctime>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/budgets/address.hpp"

namespace quorate::net {

namespace status {
inline constexpr int kOk = 200;
inline constexpr int kCreated = 201;
inline constexpr int kNoContent = 204;
inline constexpr int kSeeOther = 303;
inline constexpr int kNotModified = 304;
inline constexpr int kBadRequest = 400;
inline constexpr int kUnauthorised = 401;
inline constexpr int kForbidden = 403;
inline constexpr int kNotFound = 404;
inline constexpr int kMethodNotAllowed = 405;
inline constexpr int kTooSlow = 408;
inline constexpr int kConflict = 409;
inline constexpr int kTooLarge = 413;
inline constexpr int kUnsupportedMediaType = 415;
inline constexpr int kUpgradeRequired = 426;
inline constexpr int kTooManyRequests = 429;
inline constexpr int kHeaderTooLarge = 431;
inline constexpr int kInternalError = 500;
inline constexpr int kUnavailable = 503;
}  // namespace status

struct HttpHeader {
  std::string name;  // lower case in requests
  std::string value;
};

// Who waits for a response.
struct Asker {
  // Called once, when they hang up before it came.
  std::function<void()> hung_up;
};

struct HttpRequest {
  std::string method;  // "GET"
  std::string path;    // from the first '/', without the query
  std::vector<HttpHeader> headers;
  std::string body;
  budgets::Peer peer;                      // who asks, behind proxies of ours or not
  bool https = false;                      // towards them, as a proxy of ours says
  std::shared_ptr<Asker> asker = nullptr;  // null: nobody who could hang up

  // The first header of this lower-case name; empty when there is none.
  std::string_view header(std::string_view name) const;
};

// A body too large to be held whole until its last byte is sent.
struct HttpFile {
  std::deque<std::string> pieces;          // each is let go once it is sent
  std::size_t bytes = 0;                   // of all of them
  std::shared_ptr<const void> until_sent;  // let go with the file: all was sent, or nobody takes it
};

struct HttpResponse {
  int status = status::kOk;
  // Names in lower case; beside content-length, date, connection and those every response gets.
  std::vector<HttpHeader> headers;
  // What is sent after the head, left out by itself for HEAD. Null: none. Not both.
  std::shared_ptr<const std::string> body;
  std::shared_ptr<HttpFile> file;

  HttpResponse() = default;
  HttpResponse(int code, std::string_view content_type, std::string text);
  HttpResponse& with(std::string name, std::string value);
};

// Gives the response to one request: once, on the loop's thread, now or later. Where every copy is
// dropped uncalled, the connection ends without an response.
using Respond = std::function<void(HttpResponse)>;

struct HeaderView {
  std::string_view name;  // lower case
  std::string_view value;
};
// What every response has unless it brings its own: it is not to be stored, framed, sniffed or read
// by other sites, and loads nothing. With `https`, browsers are told to keep to it.
std::span<const HeaderView> standing_headers(bool https);

// Status line and headers, up to and with the empty line. `https` as above.
std::string http_head(const HttpResponse& response, bool keep_alive, bool https, std::time_t now);

// "Sun, 06 Nov 1994 08:49:37 GMT", as HTTP writes a time.
std::string http_date(std::time_t time);

}  // namespace quorate::net
