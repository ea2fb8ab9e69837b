// What the answers of the API share, for this folder's own sources.
#pragma once

#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/net/api.hpp"
#include "server/net/join_throttle.hpp"
#include "server/net/routes.hpp"
#include "server/net/worker.hpp"
#include "server/room/events.hpp"
#include "shared/json/value.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::net {

struct Api::Impl : std::enable_shared_from_this<Api::Impl> {
  Impl(Loop& owner, log::Log& records, log::Directory& workshops, const Site& pages,
       room::Random draw, ApiOptions chosen)
      : loop(owner),
        log(records),
        directory(workshops),
        site(pages),
        random(std::move(draw)),
        options(std::move(chosen)),
        worker(owner) {}

  void answer(HttpRequest request, HttpReply reply);

  // api.cpp
  HttpAnswer health() const;
  HttpAnswer page(const HttpRequest& request) const;
  void join(const HttpRequest& request, HttpReply reply);
  void join_form(const HttpRequest& request, HttpReply reply);
  // The id of the workshop that has this code; a failure counts against the address. `then` is
  // called when it may be answered.
  void find_code(const HttpRequest& request, const std::string& code,
                 std::function<void(std::optional<std::string>)> then);
  void later(std::int64_t at_ms, std::function<void()> function);

  // api_create.cpp
  void create(const HttpRequest& request, HttpReply reply);
  void try_create(std::shared_ptr<const json::Value> setup, int tries, HttpReply reply);

  // api_workshop.cpp
  HttpAnswer invite(const HttpRequest& request, const std::string& workshop) const;
  void transcript(const HttpRequest& request, const std::string& workshop, HttpReply reply);
  std::string base_url(const HttpRequest& request) const;
  // The records of one workshop on their way from the log.
  struct Collecting {
    std::vector<transcript::Source> records;
    std::size_t bytes = 0;
    log::Subscription subscription;
  };
  void write_transcript(Collecting* held, std::string workshop, HttpReply reply);

  Loop& loop;
  log::Log& log;
  log::Directory& directory;
  const Site& site;
  const room::Random random;
  const ApiOptions options;
  JoinThrottle throttle;
  std::map<std::uint64_t, Timer> delays;  // of joins that are answered later
  std::uint64_t next_delay = 1;
  std::list<Collecting> collecting;  // transcripts being read from the log
  Worker worker;
};

}  // namespace quorate::net
