// This machine, as the operating system describes it.
#pragma once

#include <cstddef>
#include <string>

namespace quorate::app {

// An IPv4 address of this machine that others on its network can reach; a private one before a
// public one. Empty when it is on no network.
std::string lan_address();

// Raises the limit of open files as far as it goes; how many connections that leaves room for.
std::size_t room_for_connections();

}  // namespace quorate::app
