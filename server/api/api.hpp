// Everything HTTP of PROTOCOL.md section 1, and the site. Runs on the loop's thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/api/http.hpp"
#include "server/api/site.hpp"
#include "server/log/directory.hpp"
#include "server/log/log.hpp"
#include "server/ops/security_log.hpp"
#include "server/room/events.hpp"
#include "server/room/random.hpp"

namespace quorate::api {

struct ApiOptions {
  // Where people reach the server, "https://vote.example.org", without a slash at the end. Empty:
  // as the request did, or by the machine's own address.
  std::string public_url;
  // "http://192.0.2.7:8080": what other devices on the network can open.
  std::string lan_url;
  // Who creates a workshop has to show it; empty: everybody may.
  std::string create_key;
  // Tells the rooms what has changed in the directory. Called on the loop's thread, never from
  // within a call of the rooms.
  std::function<void(const room::Event&)> tell;
  // Tells the operator. Called on the loop's thread.
  std::function<void(ops::SecurityEvent)> notice;
  // Tells that somebody asked for more than this budget holds. Likewise.
  std::function<void(budgets::Budget)> met;
};

class Api {
 public:
  // All outlive this. `random` may be called from any thread.
  Api(Loop& loop, log::Log& log, log::Directory& directory, const Site& site, room::Random random,
      ApiOptions options);
  // Waits for what its thread is doing. Replies that are still owed are never given.
  ~Api();
  Api(const Api&) = delete;
  Api& operator=(const Api&) = delete;

  // `respond` is called once, now or later.
  void handle(HttpRequest request, Respond respond);

  // How many wait for the answer to something they guessed.
  std::size_t slowed_guesses() const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace quorate::api
