// `quorate evaluate` and `quorate measure`: the engine's doors for other programs.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "server/cli/command.hpp"
#include "shared/engine/doors.hpp"

namespace quorate::cli {

namespace {

using Door = tl::expected<std::string, std::string> (*)(std::string_view input);

int run(const std::string& file, Door door) {
  const auto input = read_input(file);
  if (!input) return complain(input.error(), kRefused);
  const auto output = door(*input);
  if (!output) return complain(output.error(), kRefused);
  std::cout << *output;
  std::cout.flush();
  return std::cout ? kDone : complain("cannot write the result", kFailed);
}

void add(CLI::App& program, const char* name, const char* description, Door door, int& status) {
  CLI::App* command = program.add_subcommand(name, description);
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "JSON; - is standard input")->required();
  command->callback([file, door, &status] { status = run(*file, door); });
}

}  // namespace

void add_evaluate(CLI::App& program, int& status) {
  add(program, "evaluate", "Work out the recommendation from ballots", engine::evaluate_text,
      status);
}

void add_measure(CLI::App& program, int& status) {
  add(program, "measure", "Measure one question's histogram", engine::measure_text, status);
}

}  // namespace quorate::cli
