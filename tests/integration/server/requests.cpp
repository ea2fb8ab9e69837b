#include "tests/integration/server/requests.hpp"

#include <stdexcept>
#include <utility>

#include "shared/json/read.hpp"

namespace quorate::test {

namespace {

net::FetchResponse ask_as(const std::string& token, net::FetchRequest request) {
  if (!token.empty()) request.headers.emplace_back("Authorization", "Bearer " + token);
  auto response = net::fetch_now(std::move(request));
  if (!response) throw std::runtime_error(response.error());
  return *std::move(response);
}

}  // namespace

net::FetchResponse post_as(const net::Address& address, const std::string& token,
                           const std::string& path, const std::string& json) {
  return ask_as(token, net::post_json(address, path, json));
}

net::FetchResponse get_as(const net::Address& address, const std::string& token,
                          const std::string& path) {
  return ask_as(token, net::get(address, path));
}

std::string text_in(const net::FetchResponse& response, const std::string& path) {
  const auto body = json::read(response.body);
  const json::Value* at = body ? &*body : nullptr;
  for (std::size_t begin = 0; at != nullptr && begin <= path.size();) {
    const std::size_t dot = std::min(path.find('.', begin), path.size());
    at = at->find(path.substr(begin, dot - begin));
    begin = dot + 1;
  }
  const std::string* text = at == nullptr ? nullptr : at->as_string();
  return text == nullptr ? "" : *text;
}

bool opens(const net::Address& address, const std::string& code, const std::string& workshop) {
  const auto response = post_as(address, "", "/api/join", R"({"code":")" + code + R"("})");
  return text_in(response, "workshop") == workshop;
}

}  // namespace quorate::test
