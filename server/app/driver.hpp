// Between the rooms, which do no I/O, and the sockets, the log and the clock: turns what happens
// into events and carries the actions out in order. On the loop's thread.
#pragma once

#include <map>
#include <string>

#include "server/app/command_counts.hpp"
#include "server/log/log.hpp"
#include "server/net/listener/listener.hpp"
#include "server/net/loop.hpp"
#include "server/ops/security_log.hpp"
#include "server/room/registry.hpp"

namespace quorate::app {

class Driver {
 public:
  // All outlive this.
  Driver(net::Loop& loop, room::Registry& registry, log::Log& log, ops::SecurityLog& security);

  // What channels tell the rooms. To be used until stop().
  net::ChannelHandlers handlers();
  // Where the rooms' messages go. Before the first event.
  void use(net::Listener& listener) { listener_ = &listener; }

  // What it throws, or an action does, is nobody's but the process's: it ends the loop's run, also
  // when this was called from inside of a connection.
  void on(const room::Event& event);

  // Ends every subscription and the timer.
  void stop();

  // What became of all commands.
  const CommandCounts& commands() const { return commands_; }

 private:
  void act(room::Send& action);
  void act(room::Seated& action);
  void act(room::Disconnect& action);
  void act(room::Append& action);
  void act(room::Subscribe& action);
  void act(room::Unsubscribe& action);
  void act(room::Wake& action);
  void act(room::Trouble& action);
  void act(room::Noticed& action);
  void act(room::Met& action);
  void act(room::Resolved& action);

  net::Loop& loop_;
  room::Registry& registry_;
  log::Log& log_;
  ops::SecurityLog& security_;
  net::Listener* listener_ = nullptr;
  CommandCounts commands_;
  net::Timer wake_;
  std::map<std::string, log::Subscription> subscriptions_;
};

}  // namespace quorate::app
