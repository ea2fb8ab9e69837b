#include "server/app/metrics.hpp"

#include "server/ops/exposition.hpp"
#include "server/ops/process.hpp"

namespace quorate::app {

namespace {

using ops::Exposition;

void add_connections(Exposition& out, const net::Connections& connections) {
  using Kind = net::Endable::Kind;
  out.gauge("quorate_connections", "Connections now; those without a WebSocket poll over http.");
  out.sample("kind", "http", connections.size(Kind::http));
  out.sample("kind", "websocket", connections.size(Kind::web_socket));
  out.sample("kind", "poll", connections.size(Kind::poll));
  out.gauge("quorate_unsent_bytes", "Bytes that wait in outboxes for the network to take them.");
  out.sample(connections.unsent_bytes());
  out.counter("quorate_sent_bytes_total", "Bytes that the network took.");
  out.sample(connections.sent_bytes());
  out.counter("quorate_slow_readers_closed_total", "Channels closed because nobody read them.");
  out.sample(connections.closed_slow());
}

void add_commands(Exposition& out, const CommandCounts& commands) {
  out.counter("quorate_commands_total", "Commands, each time one was sent, by what came of it.");
  for (const auto& [kind, outcomes] : commands.by_kind()) {
    for (const auto& [outcome, count] : outcomes) {
      out.sample("kind", kind, "outcome", outcome, count);
    }
  }
}

void add_log(Exposition& out, const MetricsSources& of) {
  out.histogram("quorate_log_append_duration_seconds",
                "From asking for an append until it is durable.", of.appends.durations);
  out.counter("quorate_log_append_failures_total", "Appends that were not made.");
  out.sample("reason", "busy", of.appends.busy);
  out.sample("reason", "failed", of.appends.failed);
  out.gauge("quorate_log_waiting_records", "Records on their way to the disk.");
  out.sample(of.appends.waiting_records);
  out.gauge("quorate_log_waiting_bytes", "Bytes of them.");
  out.sample(of.appends.waiting_bytes);
  out.gauge("quorate_log_writable", "0 while the disk refuses what is to be written, else 1.");
  out.sample(of.writable ? 1 : 0);
}

void add_security(Exposition& out, const MetricsSources& of) {
  out.gauge("quorate_slowed_guesses", "Guesses that wait for their answer.");
  out.sample(of.slowed_guesses);
  out.counter("quorate_budget_refusals_total", "How often somebody asked for more than a budget.");
  for (std::size_t i = 0; i < budgets::kBudgets; ++i) {
    const auto budget = static_cast<budgets::Budget>(i);
    out.sample("budget", budgets::name(budget), of.security.count(budget));
  }
  out.counter("quorate_security_events_total", "What the log has a security line for.");
  for (std::size_t i = 0; i < ops::kSecurityEvents; ++i) {
    const auto event = static_cast<ops::SecurityEvent>(i);
    out.sample("event", ops::name(event), of.security.count(event));
  }
}

// Named as the Prometheus project names them for every program.
void add_process(Exposition& out, std::int64_t started_ms) {
  const ops::Process process = ops::look_at_process();
  out.gauge("process_start_time_seconds", "When the process began, since 1970.");
  out.sample_ms(started_ms);
  out.counter("process_cpu_seconds_total", "Time that processors worked for it.");
  out.sample_us(process.cpu_us);
  out.gauge("process_resident_memory_bytes", "Memory that it has.");
  out.sample(process.resident_bytes);
  out.gauge("process_virtual_memory_bytes", "Addresses that it has.");
  out.sample(process.virtual_bytes);
  out.gauge("process_open_fds", "Open files, connections among them.");
  out.sample(process.open_files);
  out.gauge("process_max_fds", "How many it may open.");
  out.sample(process.most_files);
}

}  // namespace

std::string metrics_text(const MetricsSources& of) {
  Exposition out;
  add_connections(out, of.connections);
  out.gauge("quorate_rooms", "Workshops that are in memory.");
  out.sample(of.registry.rooms());
  add_commands(out, of.commands);
  add_log(out, of);
  add_security(out, of);
  add_process(out, of.started_ms);
  return out.text();
}

}  // namespace quorate::app
