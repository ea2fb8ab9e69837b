#include "server/app/driver.hpp"

#include <spdlog/spdlog.h>

#include <exception>
#include <memory>
#include <utility>

namespace quorate::app {

Driver::Driver(net::Loop& loop, room::Registry& registry, log::Log& log, ops::SecurityLog& security)
    : loop_(loop), registry_(registry), log_(log), security_(security), wake_(loop) {}

net::ChannelHandlers Driver::handlers() {
  using room::ConnectionId;
  net::ChannelHandlers handlers;
  handlers.connected = [this](ConnectionId id, std::string workshop, const budgets::Peer& peer) {
    on(room::Connected{id, std::move(workshop), peer});
  };
  handlers.received = [this](ConnectionId id, std::string_view text) {
    on(room::Received{id, text});
  };
  handlers.unreadable = [this](ConnectionId id, protocol::CloseCode code) {
    on(room::Unreadable{id, code});
  };
  handlers.disconnected = [this](ConnectionId id) { on(room::Disconnected{id}); };
  return handlers;
}

void Driver::on(const room::Event& event) {
  const room::Now now{net::Loop::steady_ms(), net::Loop::wall_ms()};
  try {
    auto actions = registry_.on(now, event);
    for (room::Action& action : actions) {
      std::visit([this](auto& one) { act(one); }, action);
    }
  } catch (...) {
    loop_.fail(std::current_exception());
  }
}

void Driver::stop() {
  wake_.cancel();
  subscriptions_.clear();
}

void Driver::act(room::Send& action) { listener_->send(action); }

void Driver::act(room::Seated& action) { listener_->seated(action); }

void Driver::act(room::Disconnect& action) { listener_->close(action.connection, action.code); }

void Driver::act(room::Append& action) {
  auto done = [this, workshop = action.workshop,
               ticket = action.ticket](std::optional<log::Failure> failure) {
    on(room::Appended{workshop, ticket, failure});
  };
  log_.append(action.workshop, std::move(action.batch), std::move(done));
}

void Driver::act(room::Subscribe& action) {
  // Shared with the calls: an Unsubscribe that comes of one of them ends the function under way.
  const auto workshop = std::make_shared<const std::string>(action.workshop);
  const auto stored = [this, workshop](std::uint64_t position, const log::Record& record) {
    const auto kept = workshop;
    on(room::Stored{*kept, position, record});
  };
  const auto caught_up = [this, workshop] {
    const auto kept = workshop;
    on(room::CaughtUp{*kept});
  };
  const auto failed = [this, workshop](log::Failure) {
    const auto kept = workshop;
    Driver& self = *this;
    self.subscriptions_.erase(*kept);
    self.on(room::Unreachable{*kept});
  };
  subscriptions_[*workshop] = log_.subscribe(*workshop, 0, stored, caught_up, failed);
}

void Driver::act(room::Unsubscribe& action) { subscriptions_.erase(action.workshop); }

void Driver::act(room::Wake& action) {
  wake_.at(action.at_steady_ms, [this] { on(room::Woken{}); });
}

void Driver::act(room::Trouble& action) { spdlog::error(action.sentence); }

void Driver::act(room::Noticed& action) { security_.note(net::Loop::steady_ms(), action.event); }

void Driver::act(room::Met& action) { security_.note(net::Loop::steady_ms(), action.budget); }

void Driver::act(room::Resolved& action) { commands_.count(action.kind, action.refused); }

}  // namespace quorate::app
