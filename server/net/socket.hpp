// The socket of an accepted connection, for the sources of this folder and those below it.
#pragma once

#include <boost/asio/ip/tcp.hpp>

namespace quorate::net {

using Socket = boost::asio::ip::tcp::socket;

}  // namespace quorate::net
