// The socket of an accepted connection and how it is waited for, for the sources of this folder and
// those below it.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace quorate::net {

using Socket = boost::asio::ip::tcp::socket;

// What is awaited gives its error beside its result, and throws none.
inline constexpr auto kTuple = boost::asio::as_tuple(boost::asio::use_awaitable);

}  // namespace quorate::net
