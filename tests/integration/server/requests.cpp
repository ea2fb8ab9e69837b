#include "tests/integration/server/requests.hpp"

#include <stdexcept>
#include <utility>

#include "shared/json/read.hpp"

namespace quorate::test {

namespace {

net::FetchAnswer ask_as(const std::string& token, net::FetchRequest request) {
  if (!token.empty()) request.headers.emplace_back("Authorization", "Bearer " + token);
  auto answer = net::fetch_now(std::move(request));
  if (!answer) throw std::runtime_error(answer.error());
  return *std::move(answer);
}

}  // namespace

net::FetchAnswer post_as(const net::Address& address, const std::string& token,
                         const std::string& path, const std::string& json) {
  return ask_as(token, net::post_json(address, path, json));
}

net::FetchAnswer get_as(const net::Address& address, const std::string& token,
                        const std::string& path) {
  return ask_as(token, net::get(address, path));
}

std::string text_in(const net::FetchAnswer& answer, const std::string& path) {
  const auto body = json::read(answer.body);
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
  const auto answer = post_as(address, "", "/api/join", R"({"code":")" + code + R"("})");
  return text_in(answer, "workshop") == workshop;
}

}  // namespace quorate::test
