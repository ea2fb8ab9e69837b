#include "server/net/connections.hpp"

#include <spdlog/spdlog.h>

#include <utility>
#include <vector>

#include "server/budgets/budgets.hpp"

namespace quorate::net {

namespace {

// Of what befalls connections, so that nobody fills the log: 10, then one in 6 s.
constexpr budgets::Rate kLines{10, 6'000'000};

budgets::Places::Limits limits(std::size_t most) {
  constexpr std::size_t kPercent = 100;
  return {.all = most,
          .of_an_address = budgets::kSocketsOfAnAddress,
          .free = most * budgets::kFreeShare / kPercent,
          .of_a_hall = budgets::kSocketsOfAHall};
}

std::vector<Endable*> keys(const std::unordered_map<Endable*, budgets::Places::Holder>& all) {
  std::vector<Endable*> connections;
  connections.reserve(all.size());
  for (const auto& [connection, holder] : all) connections.push_back(connection);
  return connections;
}

}  // namespace

Connections::Connections(Loop& loop, std::size_t most, const budgets::Unsent::Limits& unsent,
                         std::function<void(budgets::Budget)> met)
    : loop_(loop), places_(limits(most)), unsent_(unsent), met_(std::move(met)) {}

bool Connections::make_place(const budgets::Peer& peer) {
  const auto verdict = places_.ask(peer);
  if (!verdict.in || verdict.out) met_(budgets::Budget::connections);
  if (!verdict.out) return verdict.in;
  const auto holder = holders_.find(*verdict.out);
  Endable* const connection = holder->second;
  places_.leave(holder->first);
  holders_.erase(holder);
  connection->cut();
  return true;
}

void Connections::begin(Endable& connection, const budgets::Peer& peer) {
  const Holder holder = places_.take(peer);
  if (all_.insert_or_assign(&connection, holder).second) {
    ++kinds_[static_cast<std::size_t>(connection.kind())];
  }
  holders_[holder] = &connection;
}

void Connections::belongs_to(Endable& connection, const budgets::Peer& peer) {
  const auto found = all_.find(&connection);
  if (found == all_.end() || holders_.erase(found->second) == 0) return;  // cut already
  places_.leave(found->second);
  begin(connection, peer);
}

void Connections::joined(Endable& connection) {
  const auto found = all_.find(&connection);
  if (found != all_.end()) places_.joined(found->second);
}

void Connections::end(Endable& connection) {
  const auto found = all_.find(&connection);
  if (found == all_.end()) return;
  places_.leave(found->second);
  holders_.erase(found->second);
  all_.erase(found);
  --kinds_[static_cast<std::size_t>(connection.kind())];
  if (all_.empty() && stopping_ && empty_) loop_.post(std::exchange(empty_, nullptr));
}

void Connections::stop(std::function<void()> empty) {
  stopping_ = true;
  empty_ = std::move(empty);
  // Those that end take themselves out.
  for (Endable* connection : keys(all_)) connection->stop();
  if (all_.empty() && empty_) loop_.post(std::exchange(empty_, nullptr));
}

void Connections::cut() {
  stopping_ = true;
  empty_ = nullptr;
  met_ = [](budgets::Budget) {};
  for (Endable* connection : keys(all_)) connection->cut();
}

void Connections::report_end(std::exception_ptr error) {
  if (!error || !lines_.spend(kLines, Loop::steady_ms())) return;
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    spdlog::error("a connection ended: {}", exception.what());
  } catch (...) {
    spdlog::error("a connection ended by an exception of no known kind");
  }
}

void Connections::report_none(const std::string& why) {
  if (lines_.spend(kLines, Loop::steady_ms())) spdlog::warn("cannot accept a connection: {}", why);
}

}  // namespace quorate::net
