#include "server/bots/workshop.hpp"

#include <utility>

#include "server/net/fetch.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace quorate::bots {

namespace {

constexpr int kCreated = 201;
constexpr int kOk = 200;
constexpr std::size_t kWordMost = 256;

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

}  // namespace

tl::expected<NewWorkshop, std::string> create_workshop(const net::Address& server,
                                                       const json::Value& setup) {
  const Answer answer =
      answer_of(net::post_json(server, "/api/workshops", json::write(setup)), kCreated);
  if (!answer) return tl::make_unexpected(answer.error());
  json::Fields fields(*answer);
  NewWorkshop workshop;
  workshop.id = fields.string("workshop", {1, kWordMost});
  workshop.code = fields.string("code", {1, kWordMost});
  workshop.facilitator = fields.string("facilitator", {1, kWordMost});
  workshop.wall = fields.string("wall", {1, kWordMost});
  if (fields.error()) {
    return tl::make_unexpected("the server's answer: " + fields.error()->sentence());
  }
  return workshop;
}

tl::expected<std::string, std::string> join_address(const net::Address& server,
                                                    const NewWorkshop& workshop) {
  net::FetchRequest request = net::get(server, "/api/workshops/" + workshop.id + "/invite");
  request.headers.emplace_back("Authorization", "Bearer " + workshop.facilitator);
  const Answer answer = answer_of(std::move(request), kOk);
  if (!answer) return tl::make_unexpected(answer.error());
  json::Fields fields(*answer);
  std::string url = fields.string("url", {1, kWordMost});
  if (fields.error()) {
    return tl::make_unexpected("the server's answer: " + fields.error()->sentence());
  }
  return url;
}

}  // namespace quorate::bots
