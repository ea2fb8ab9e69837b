// The library behind Loop, for this folder's own sources.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <exception>
#include <optional>

#include "server/net/loop.hpp"

namespace quorate::net {

struct Loop::Impl {
  boost::asio::io_context io{1};
  std::optional<boost::asio::signal_set> signals;
  std::function<void(int)> on_signal;
  std::exception_ptr failure;

  void wait_for_signal();
};

}  // namespace quorate::net
