// A text that comes in pieces, as one.
#pragma once

#include <deque>
#include <string>

namespace quorate::test {

inline std::string joined(const std::deque<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

}  // namespace quorate::test
