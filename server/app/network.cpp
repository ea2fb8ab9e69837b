#include "server/app/network.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/resource.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace quorate::app {

namespace {

// The database, the log, the loop and files of the operating system.
constexpr std::size_t kOtherFiles = 100;

bool is_private(std::uint32_t address) {
  return (address >> 24) == 10 || (address >> 20) == 0xAC1 || (address >> 16) == 0xC0A8;
}

// Networks inside this machine: containers and virtual machines.
bool is_inside(std::string_view name) {
  for (const std::string_view prefix : {"docker", "br-", "veth", "virbr", "lxc", "podman"}) {
    if (name.starts_with(prefix)) return true;
  }
  return false;
}

std::string text_of(const in_addr& address) {
  std::array<char, INET_ADDRSTRLEN> text{};
  inet_ntop(AF_INET, &address, text.data(), text.size());
  return text.data();
}

}  // namespace

std::string lan_address() {
  ifaddrs* listed = nullptr;
  if (getifaddrs(&listed) != 0) return "";
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(listed, freeifaddrs);
  std::string other;
  for (const ifaddrs* one = listed; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
    if ((one->ifa_flags & IFF_UP) == 0 || (one->ifa_flags & IFF_LOOPBACK) != 0) continue;
    if (is_inside(one->ifa_name)) continue;
    sockaddr_in socket{};
    std::memcpy(&socket, one->ifa_addr, sizeof(socket));
    if (is_private(ntohl(socket.sin_addr.s_addr))) return text_of(socket.sin_addr);
    if (other.empty()) other = text_of(socket.sin_addr);
  }
  return other;
}

std::size_t room_for_connections() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);  // when it is refused, what follows reads what there is
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur <= kOtherFiles) return 1;
  return static_cast<std::size_t>(limit.rlim_cur) - kOtherFiles;
}

}  // namespace quorate::app
