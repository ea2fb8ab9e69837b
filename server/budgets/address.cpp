#include "server/budgets/address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace quorate::budgets {

namespace {

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr int kBitsOfAByte = 8;
constexpr int kBits = kBitsOfAByte * static_cast<int>(Address::kBytes);
constexpr int kMappedBits = kBitsOfAByte * static_cast<int>(kMapped.size());
constexpr int kOwnBits = 64;
constexpr int kWideBits = 48;
constexpr std::size_t kMostText = 45;  // the longest text of an address of IPv6

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::optional<int> number_in(std::string_view text, int most) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  const bool plain = !text.empty() && text.front() != '-' && read.ec == std::errc();
  if (!plain || read.ptr != end || number > most) return std::nullopt;
  return number;
}

bool is_port(std::string_view text) {
  constexpr int kMostPort = 65'535;
  return number_in(text, kMostPort).has_value();
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
  if (text.empty() || text.size() > kMostText) return std::nullopt;
  const std::string number(text);
  Bytes bytes{};
  if (inet_pton(AF_INET6, number.c_str(), bytes.data()) == 1) return Address(bytes);
  if (inet_pton(AF_INET, number.c_str(), bytes.data() + kMapped.size()) != 1) return std::nullopt;
  std::copy(kMapped.begin(), kMapped.end(), bytes.begin());
  return Address(bytes);
}

std::optional<Address> Address::parse_hop(std::string_view text) {
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(end + 1);
    const bool whole = rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)));
    const auto inside = whole ? parse(text.substr(1, end - 1)) : std::nullopt;
    return inside && !inside->is_v4() ? inside : std::nullopt;
  }
  const std::size_t colon = text.find(':');
  const bool one_colon = colon != std::string_view::npos && text.find(':', colon + 1) == text.npos;
  if (!one_colon) return parse(text);
  return is_port(text.substr(colon + 1)) ? parse(text.substr(0, colon)) : std::nullopt;
}

bool Address::is_v4() const { return std::equal(kMapped.begin(), kMapped.end(), bytes_.begin()); }

Network::Network(const Address& address, int prefix_bits)
    : begin(address.bytes()), bits(prefix_bits) {
  for (std::size_t i = 0; i < begin.size(); ++i) {
    const int kept = std::clamp(bits - kBitsOfAByte * static_cast<int>(i), 0, kBitsOfAByte);
    begin[i] &= static_cast<std::uint8_t>(0xFF00U >> kept);
  }
}

std::optional<Network> Network::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto address = Address::parse(text.substr(0, slash));
  if (!address) return std::nullopt;
  if (slash == std::string_view::npos) return Network(*address, kBits);
  const int before = address->is_v4() ? kMappedBits : 0;
  const auto length = number_in(text.substr(slash + 1), kBits - before);
  if (!length) return std::nullopt;
  return Network(*address, before + *length);
}

bool Network::contains(const Address& address) const { return Network(address, bits) == *this; }

std::size_t NetworkHash::operator()(const Network& network) const {
  // FNV-1a: who sends from many addresses of their choice is bounded by other means.
  constexpr std::uint64_t kBasis = 14'695'981'039'346'656'037U;
  constexpr std::uint64_t kPrime = 1'099'511'628'211U;
  std::uint64_t hash = (kBasis ^ static_cast<std::uint64_t>(network.bits)) * kPrime;
  for (const std::uint8_t byte : network.begin) hash = (hash ^ byte) * kPrime;
  return static_cast<std::size_t>(hash);
}

Peer::Peer(const Address& address) : own(address, address.is_v4() ? kBits : kOwnBits) {
  if (!address.is_v4()) wide = Network(address, kWideBits);
}

bool is_proxy(const Address& address, const std::vector<Network>& proxies) {
  return std::any_of(proxies.begin(), proxies.end(),
                     [&](const Network& network) { return network.contains(address); });
}

Address asker(const Address& remote, const std::vector<std::string_view>& forwarded,
              const std::vector<Network>& proxies) {
  Address hop = remote;
  for (auto line = forwarded.rbegin(); line != forwarded.rend(); ++line) {
    std::string_view rest = *line;
    for (bool more = true; more;) {
      if (!is_proxy(hop, proxies)) return hop;
      const std::size_t comma = rest.rfind(',');
      more = comma != std::string_view::npos;
      const auto next = Address::parse_hop(trim(more ? rest.substr(comma + 1) : rest));
      if (!next) return hop;  // nothing before rubbish can be believed
      hop = *next;
      rest = rest.substr(0, more ? comma : 0);
    }
  }
  return hop;
}

}  // namespace quorate::budgets
