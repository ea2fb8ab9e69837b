#include "server/net/listener/admin_listener.hpp"

#include <utility>

#include "server/net/http/connection.hpp"
#include "server/net/listener/acceptor.hpp"

namespace quorate::net {

struct AdminListener::Parts {
  std::shared_ptr<Connections> connections;
  std::shared_ptr<HttpService> http;
  std::shared_ptr<Acceptor> acceptor;
};

tl::expected<std::unique_ptr<AdminListener>, std::string> AdminListener::listen(
    Loop& loop, const std::string& address, std::uint16_t port, Answer answer) {
  auto parts = std::make_unique<Parts>();
  // Nobody stays here: where all places are taken the oldest gives way, which is nobody's news.
  parts->connections = std::make_shared<Connections>(
      loop, budgets::kAdminConnections,
      budgets::Unsent::Limits{budgets::kUnsent, budgets::kUnsentOfAnAddress},
      [](budgets::Budget) {});
  parts->http = std::make_shared<HttpService>(HttpService{
      .loop = loop,
      .connections = parts->connections,
      .deadlines = {},
      .allowed_origin = "",
      .proxies = {},
      .full = "All places are taken.",
      .request = [answer = std::move(answer)](const HttpRequest& request,
                                              const Respond& respond) { respond(answer(request)); },
      .upgrade = nullptr});
  auto acceptor = Acceptor::listen(loop, address, port, parts->http);
  if (!acceptor) return tl::make_unexpected(acceptor.error());
  parts->acceptor = *std::move(acceptor);
  return std::unique_ptr<AdminListener>(new AdminListener(std::move(parts)));
}

AdminListener::AdminListener(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

AdminListener::~AdminListener() {
  parts_->acceptor->close();
  parts_->http->request = [](HttpRequest, Respond) {};
  parts_->connections->cut();
}

std::uint16_t AdminListener::port() const { return parts_->acceptor->port(); }

}  // namespace quorate::net
