// The subcommand that is the server.
#pragma once

namespace CLI {
class App;
}

namespace quorate::app {

// Like the functions of server/cli/command.hpp.
void add_serve(CLI::App& program, int& status);

}  // namespace quorate::app
