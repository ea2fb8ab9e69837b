// Addresses of the other end: read, grouped for budgets, and found behind proxies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::budgets {

// An address of IPv6, or one of IPv4 as ::ffff:a.b.c.d.
class Address {
 public:
  static constexpr std::size_t kBytes = 16;
  using Bytes = std::array<std::uint8_t, kBytes>;

  Address() = default;  // ::
  explicit Address(const Bytes& bytes) : bytes_(bytes) {}

  // "192.0.2.7", "2001:db8::1". Nothing when it is anything else.
  static std::optional<Address> parse(std::string_view text);
  // As proxies write it: with a port perhaps, and then in brackets when it is of IPv6.
  static std::optional<Address> parse_hop(std::string_view text);

  bool is_v4() const;
  const Bytes& bytes() const { return bytes_; }
  bool operator==(const Address&) const = default;

 private:
  Bytes bytes_{};
};

// The addresses that share a beginning.
struct Network {
  Address::Bytes begin{};  // zeros after the prefix
  int bits = 0;            // of the 128

  Network() = default;
  Network(const Address& address, int prefix_bits);
  // "10.0.0.0/8", "2001:db8::/32", or one address. Nothing when it is anything else.
  static std::optional<Network> parse(std::string_view text);

  bool contains(const Address& address) const;
  auto operator<=>(const Network&) const = default;
};

struct NetworkHash {
  std::size_t operator()(const Network& network) const;
};

// Whose budgets an address counts against.
struct Peer {
  Network own;                  // the address of IPv4, the /64 of IPv6: people of one household
  std::optional<Network> wide;  // the /48 of IPv6: what one site is given

  Peer() : Peer(Address()) {}
  explicit Peer(const Address& address);
  // The larger of the two.
  const Network& widest() const { return wide ? *wide : own; }
  bool operator==(const Peer&) const = default;
};

// Who asks: the other end of the connection or, while that is one of these proxies of ours, the one
// that it names. `forwarded` are the lines of X-Forwarded-For, in their order: each proxy adds the
// other end of its own connection to the end, and everything before what ours added may be made up.
Address asker(const Address& remote, const std::vector<std::string_view>& forwarded,
              const std::vector<Network>& proxies);

bool is_proxy(const Address& address, const std::vector<Network>& proxies);

}  // namespace quorate::budgets
