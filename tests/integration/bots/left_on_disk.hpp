// What a server that was killed has left of a workshop.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/log/log.hpp"

namespace quorate::test {

// Every record of the workshop, in its order, read from a copy: the server that comes next finds
// the files as they were left. Throws when one is missing or damaged.
std::vector<log::Record> left_on_disk(const std::filesystem::path& data,
                                      const std::string& workshop);

}  // namespace quorate::test
