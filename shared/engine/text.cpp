#include "shared/engine/text.hpp"

#include <utility>

namespace quorate::engine {

namespace {

constexpr std::size_t kMostLine = 300;

}  // namespace

tl::unexpected<std::string> refuse(std::string line) {
  if (line.size() > kMostLine) {
    std::size_t end = kMostLine;
    const auto continues = [&](std::size_t i) {  // the middle of a UTF-8 sequence
      return (static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U;
    };
    while (end > 0 && continues(end)) --end;
    line.resize(end);
  }
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return tl::make_unexpected(std::move(line));
}

std::string line(std::string text) {
  text += '\n';
  return text;
}

}  // namespace quorate::engine
