#include <fstream>
#include <iostream>
#include <sstream>

#include "server/cli/command.hpp"

namespace quorate::cli {

namespace {

tl::expected<std::string, std::string> read_bounded(std::istream& in, const std::string& name) {
  std::string text;
  std::string chunk(64 * 1024, '\0');
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    text.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
    if (text.size() > kFileBytes) {
      return tl::make_unexpected(name + " is larger than " +
                                 std::to_string(kFileBytes / (1024 * 1024)) + " MiB");
    }
  }
  if (in.bad()) return tl::make_unexpected("cannot read " + name);
  return text;
}

}  // namespace

tl::expected<std::string, std::string> read_input(const std::string& name) {
  if (name == "-") return read_bounded(std::cin, "standard input");
  std::ifstream file(name, std::ios::binary);
  if (!file) return tl::make_unexpected("cannot read " + name);
  return read_bounded(file, name);
}

int complain(std::string_view sentence, int status) {
  std::cerr << "quorate: " << sentence << '\n';
  return status;
}

}  // namespace quorate::cli
