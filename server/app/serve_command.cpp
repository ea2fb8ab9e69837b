// `quorate serve`: the server.
#include "server/app/serve_command.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "server/app/serve.hpp"
#include "server/cli/command.hpp"

namespace quorate::app {

namespace {

int run(CLI::App& command, Config& config) {
  if (const auto completed = complete(command, config); !completed) {
    return cli::complain(completed.error(), cli::kRefused);
  }
  const auto served = serve(config, [&config](const Listening& listening) {
    std::cout << greeting(config, listening, isatty(STDOUT_FILENO) == 1) << std::flush;
  });
  return served ? cli::kDone : cli::complain(served.error(), cli::kFailed);
}

}  // namespace

void add_serve(CLI::App& program, int& status) {
  CLI::App* command = program.add_subcommand("serve", "Hold workshops: the server");
  auto config = std::make_shared<Config>();
  add_settings(*command, *config);
  command->callback([command, config, &status] { status = run(*command, *config); });
}

}  // namespace quorate::app
