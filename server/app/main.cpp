#include <CLI/CLI.hpp>
#include <exception>

#include "server/app/serve_command.hpp"
#include "server/app/version.hpp"
#include "server/cli/command.hpp"

int main(int argc, char** argv) {
  using namespace quorate::cli;
  CLI::App program("Decide together whether to co-produce.", "quorate");
  program.set_version_flag("--version", quorate::app::version_text,
                           "Say which program this is: version, commit, options");
  program.require_subcommand(0, 1);  // none is refused below, an unknown one by its name
  int status = kDone;
  quorate::app::add_serve(program, status);
  add_evaluate(program, status);
  add_measure(program, status);
  add_replay(program, status);
  add_bots(program, status);
  add_demo(program, status);
  try {
    program.parse(argc, argv);
    if (program.get_subcommands().empty()) {
      return complain("say what to do; quorate --help lists what there is", kRefused);
    }
    return status;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);  // help
    return complain(error.what(), kRefused);
  } catch (const std::exception& error) {
    return complain(error.what(), kFailed);
  } catch (...) {
    return complain("an exception of no known kind", kFailed);
  }
}
