#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "server/api/api.hpp"
#include "server/budgets/budgets.hpp"
#include "server/log/memory.hpp"

namespace quorate::api {
namespace {

// One whose file cannot be read.
class UnreadableDirectory final : public log::Directory {
 public:
  void put(log::WorkshopEntry, Done) override { throw std::runtime_error("nothing to put"); }
  std::optional<log::WorkshopEntry> find(const std::string&) const override {
    throw std::runtime_error("unreadable");
  }
  std::optional<std::string> find_code(std::string_view) const override {
    throw std::runtime_error("unreadable");
  }
};

TEST(Create, TellsWhoIsSlowedThatTheDirectoryCannotBeReadAndTheLoopGoesOn) {
  Loop loop;
  log::MemoryStore store([&](std::function<void()> later) { loop.post(std::move(later)); });
  UnreadableDirectory directory;
  const Site site;
  ApiOptions options;
  options.create_key = "the server's key";
  options.tell = [](const room::Event&) {};
  options.notice = [](ops::SecurityEvent) {};
  options.met = [](budgets::Budget) {};
  Api api(
      loop, store.log(), directory, site,
      [](std::uint8_t* bytes, std::size_t size) { std::fill(bytes, bytes + size, 7); }, options);
  const auto create = [&](const std::string& key, Respond respond) {
    HttpRequest request;
    request.method = "POST";
    request.path = "/api/workshops";
    request.headers = {{"content-type", "application/json"}, {"authorization", "Bearer " + key}};
    request.body = R"({"title":{"en":"A title"}})";
    api.handle(std::move(request), std::move(respond));
  };
  for (std::size_t i = 0; i < budgets::kWrongGuesses; ++i) create("wrong", [](HttpResponse) {});
  int status = 0;
  create("the server's key", [&](HttpResponse response) {
    status = response.status;
    loop.stop();
  });
  EXPECT_EQ(status, 0) << "slowed";
  loop.run();
  EXPECT_EQ(status, status::kUnavailable);
}

}  // namespace
}  // namespace quorate::api
