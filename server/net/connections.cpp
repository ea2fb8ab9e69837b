#include "server/net/connections.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace quorate::net {

void Connections::end(Endable& connection) {
  all_.erase(&connection);
  if (all_.empty() && stopping_ && empty_) loop_.post(std::exchange(empty_, nullptr));
}

void Connections::stop(std::function<void()> empty) {
  stopping_ = true;
  empty_ = std::move(empty);
  const auto connections = all_;  // those that end take themselves out
  for (Endable* connection : connections) connection->stop();
  if (all_.empty() && empty_) loop_.post(std::exchange(empty_, nullptr));
}

void Connections::cut() {
  stopping_ = true;
  empty_ = nullptr;
  const auto connections = all_;
  for (Endable* connection : connections) connection->cut();
}

void report_end(std::exception_ptr error) {
  if (!error) return;
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    spdlog::error("a connection ended: {}", exception.what());
  } catch (...) {
    spdlog::error("a connection ended by an exception of no known kind");
  }
}

}  // namespace quorate::net
