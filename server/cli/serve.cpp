// `quorate serve`: the server.
#include "server/app/serve.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "server/cli/command.hpp"

namespace quorate::cli {

namespace {

int run(CLI::App& command, app::Config& config) {
  if (const auto complete = app::complete(command, config); !complete) {
    return complain(complete.error(), kRefused);
  }
  const auto served = app::serve(config, [&config](const app::Listening& listening) {
    std::cout << app::greeting(config, listening, isatty(STDOUT_FILENO) == 1) << std::flush;
  });
  return served ? kDone : complain(served.error(), kFailed);
}

}  // namespace

void add_serve(CLI::App& program, int& status) {
  CLI::App* command = program.add_subcommand("serve", "Hold workshops: the server");
  auto config = std::make_shared<app::Config>();
  app::add_settings(*command, *config);
  command->callback([command, config, &status] { status = run(*command, *config); });
}

}  // namespace quorate::cli
