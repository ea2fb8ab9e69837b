// What an operator should know of how the server was started.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/config.hpp"

namespace quorate::app {

// Whether others than this computer can reach what listens on this address.
bool is_on_network(std::string_view address);

// A sentence each, without a full stop. `room` is how many connections this process has files for.
std::vector<std::string> warnings(const Config& config, std::size_t room);

}  // namespace quorate::app
