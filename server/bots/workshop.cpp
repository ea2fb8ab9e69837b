#include "server/bots/workshop.hpp"

#include <utility>

#include "server/net/client/fetch.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace quorate::bots {

namespace {

constexpr int kCreated = 201;
constexpr int kOk = 200;
constexpr std::size_t kWordMost = 256;
constexpr std::int64_t kAskAgainMs = 100;

using Answer = tl::expected<json::Value, std::string>;

Answer answer_of(net::FetchRequest request, int expected) {
  const net::Fetched fetched = net::fetch_now(std::move(request));
  if (!fetched) return tl::make_unexpected(fetched.error());
  if (fetched->status != expected) {
    return tl::make_unexpected("the server answered " + std::to_string(fetched->status) + ": " +
                               fetched->body);
  }
  auto value = json::read(fetched->body);
  if (!value) return tl::make_unexpected("the server's answer: " + value.error().sentence());
  return std::move(*value);
}

// Asks until there is an answer or no time left.
class Waiting {
 public:
  Waiting(const net::Address& server, std::int64_t within_ms)
      : server_(server), again_(loop_), end_(loop_) {
    end_.after(within_ms, [this] { loop_.stop(); });
    ask();
    loop_.run();
  }
  bool answered() const { return answered_; }

 private:
  void ask() {
    net::fetch(loop_, net::get(server_, "/healthz"), [this](const net::Fetched& fetched) {
      answered_ = fetched && fetched->status == kOk;
      if (answered_) return loop_.stop();
      again_.after(kAskAgainMs, [this] { ask(); });
    });
  }

  const net::Address& server_;
  net::Loop loop_;
  net::Timer again_;
  net::Timer end_;
  bool answered_ = false;
};

}  // namespace

bool await_server(const net::Address& server, std::int64_t within_ms) {
  return Waiting(server, within_ms).answered();
}

tl::expected<NewWorkshop, std::string> create_workshop(const net::Address& server,
                                                       const json::Value& setup) {
  const Answer answer =
      answer_of(net::post_json(server, "/api/workshops", json::write(setup)), kCreated);
  if (!answer) return tl::make_unexpected(answer.error());
  json::Fields fields(*answer);
  NewWorkshop workshop;
  workshop.id = fields.string("workshop", {1, kWordMost});
  workshop.code = fields.string("code", {1, kWordMost});
  workshop.key = fields.string("key", {1, kWordMost});
  workshop.facilitator = fields.string("facilitator", {1, kWordMost});
  workshop.wall = fields.string("wall", {1, kWordMost});
  if (fields.error()) {
    return tl::make_unexpected("the server's answer: " + fields.error()->sentence());
  }
  return workshop;
}

tl::expected<std::string, std::string> join_link(const net::Address& server,
                                                 const NewWorkshop& workshop) {
  net::FetchRequest request = net::get(server, "/api/workshops/" + workshop.id + "/invite");
  request.headers.emplace_back("Authorization", "Bearer " + workshop.facilitator);
  const Answer answer = answer_of(std::move(request), kOk);
  if (!answer) return tl::make_unexpected(answer.error());
  json::Fields fields(*answer);
  std::string link = fields.string("link", {1, kWordMost});
  if (fields.error()) {
    return tl::make_unexpected("the server's answer: " + fields.error()->sentence());
  }
  return link;
}

}  // namespace quorate::bots
