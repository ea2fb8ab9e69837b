// The subcommands of the program. Each function adds one to it; running it sets `status`, the
// program's exit status.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace CLI {
class App;
}

namespace quorate::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;   // it could not be done: no such server, disk full
inline constexpr int kRefused = 2;  // what was given is wrong: a flag, a file's contents

inline constexpr int kMostPaceMs = 600'000;  // between two answers of a bot

void add_evaluate(CLI::App& program, int& status);
void add_measure(CLI::App& program, int& status);
void add_replay(CLI::App& program, int& status);
void add_bots(CLI::App& program, int& status);
void add_demo(CLI::App& program, int& status);

// The text of a file, or of standard input when `name` is "-"; at most kFileBytes. The error is one
// sentence without a full stop.
inline constexpr std::size_t kFileBytes = 64 * 1024 * 1024;
tl::expected<std::string, std::string> read_input(const std::string& name);

// One line on standard error: "quorate: <sentence>". Returns `status`.
int complain(std::string_view sentence, int status);

}  // namespace quorate::cli
