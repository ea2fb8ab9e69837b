#include "server/bots/address.hpp"

#include <charconv>

namespace quorate::bots {

namespace {
constexpr std::string_view kScheme = "http://";
constexpr std::uint16_t kDefaultPort = 80;
}  // namespace

tl::expected<net::Address, std::string> read_address(std::string_view url) {
  const auto wrong = tl::make_unexpected(
      std::string("the server must be like http://127.0.0.1:8080, over plain HTTP"));
  if (!url.starts_with(kScheme)) return wrong;
  std::string_view rest = url.substr(kScheme.size());
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const auto colon = rest.rfind(':');
  net::Address address{std::string(rest.substr(0, colon)), kDefaultPort};
  if (colon != std::string_view::npos) {
    const std::string_view port = rest.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc() || end != port.data() + port.size() || address.port == 0) return wrong;
  }
  if (address.host.empty() || address.host.find_first_of("/?#@:[]\" \\") != std::string::npos) {
    return wrong;
  }
  return address;
}

std::string to_url(const net::Address& address) {
  return std::string(kScheme) + address.host + ":" + std::to_string(address.port);
}

}  // namespace quorate::bots
