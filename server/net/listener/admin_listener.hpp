// The listener of those who run the server: requests alone, on an address of its own, with places
// of its own, so that it answers when all of the other's are taken.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "server/net/http/message.hpp"
#include "server/net/loop.hpp"

namespace quorate::net {

class AdminListener {
 public:
  // On the loop's thread.
  using Answer = std::function<HttpResponse(const HttpRequest&)>;

  // Listens from now on; the error is one sentence without a full stop. `loop` outlives this.
  static tl::expected<std::unique_ptr<AdminListener>, std::string> listen(
      Loop& loop, const std::string& address, std::uint16_t port, Answer answer);
  // Cuts every connection; nothing is called any more.
  ~AdminListener();
  AdminListener(const AdminListener&) = delete;
  AdminListener& operator=(const AdminListener&) = delete;

  std::uint16_t port() const;

 private:
  struct Parts;
  explicit AdminListener(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace quorate::net
