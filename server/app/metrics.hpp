// What /metrics shows: where its numbers come from, and what they are called.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "server/app/command_counts.hpp"
#include "server/app/measured_log.hpp"
#include "server/net/connections.hpp"
#include "server/ops/security_log.hpp"
#include "server/room/registry.hpp"

namespace quorate::app {

struct MetricsSources {
  const net::Connections& connections;  // of the listener for everybody
  const room::Registry& registry;
  const CommandCounts& commands;
  const MeasuredLog::Appends& appends;
  bool writable;
  std::size_t slowed_guesses;
  const ops::SecurityLog& security;
  std::int64_t started_ms;  // since 1970
};

// In Prometheus' text format. No label holds what anybody sent: each has a few values that are
// known in advance.
std::string metrics_text(const MetricsSources& of);

}  // namespace quorate::app
