// `quorate replay`: folds a saved record again and prints its recommendation, or where it differs.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "server/cli/command.hpp"
#include "shared/messages/catalogue.hpp"
#include "shared/transcript/transcript.hpp"

namespace quorate::cli {

namespace {

constexpr messages::Language kLanguage = messages::Language::en;

int explain(const std::string& file, const transcript::Difference& difference) {
  using What = transcript::Difference::What;
  if (difference.what == What::file) {
    return complain(messages::text(kLanguage, "cli.file.not_transcript",
                                   {{"file", file}, {"reason", difference.detail}}),
                    kRefused);
  }
  const std::string sentence =
      messages::text(kLanguage, "cli.replay.differs", {{"record", difference.record.value_or(0)}});
  return complain(sentence + " " + difference.detail, kFailed);
}

int run(const std::string& file) {
  const auto input = read_input(file);
  if (!input) return complain(input.error(), kRefused);
  const auto replayed = transcript::replay(*input);
  if (!replayed) return explain(file, replayed.error());
  std::cout << replayed->result;
  std::cout.flush();
  std::cerr << messages::text(kLanguage, "cli.replay.records", {{"n", replayed->records}}) << ' '
            << messages::text(kLanguage, "cli.replay.same") << '\n';
  return std::cout ? kDone : complain("cannot write the result", kFailed);
}

}  // namespace

void add_replay(CLI::App& program, int& status) {
  CLI::App* command = program.add_subcommand("replay", "Fold a saved record again and check it");
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "a .quorate.json file; - is standard input")->required();
  command->callback([file, &status] { status = run(*file); });
}

}  // namespace quorate::cli
