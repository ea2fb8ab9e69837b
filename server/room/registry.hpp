// All rooms of this process and the connections in them: the one way in and out. Synchronous and
// deterministic: same events, same random bytes, same actions. Owned and called by one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/log/directory.hpp"
#include "server/room/events.hpp"
#include "server/room/room.hpp"
#include "server/room/session.hpp"

namespace quorate::room {

// Fills the bytes with unpredictable ones.
using Random = std::function<void(std::uint8_t* bytes, std::size_t size)>;

class Registry {
 public:
  // `directory` outlives this.
  Registry(const log::Directory& directory, Random random);
  ~Registry();

  // Actions are in the order to carry them out.
  std::vector<Action> on(const Now& now, const Event& event);

  std::size_t connections() const { return sessions_.size(); }
  std::size_t rooms() const { return rooms_.size(); }

 private:
  struct Entry;
  const log::Directory& directory_;
  Random random_;
  std::map<std::string, std::unique_ptr<Entry>> rooms_;
  std::map<ConnectionId, Session> sessions_;
};

}  // namespace quorate::room
