// How long one HTTP connection may take over what.
#pragma once

#include <cstdint>

#include "server/budgets/budgets.hpp"

namespace quorate::net {

// In milliseconds.
struct HttpDeadlines {
  std::int64_t head_ms = 10'000;  // from the first byte of a request to the end of its head
  std::int64_t body_ms = 20'000;  // for its body
  std::int64_t idle_ms = budgets::kIdleHttpMs;        // until the next request begins
  std::int64_t write_ms = budgets::kResponseGraceMs;  // without any progress of a response
  // Of a response, after `write_ms`: what is taken more slowly is ended.
  std::int64_t write_bytes_a_second = budgets::kResponseBytesASecond;
  std::int64_t linger_ms = 3'000;  // for the other end to read what it was told last
};

}  // namespace quorate::net
