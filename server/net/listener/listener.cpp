#include "server/net/listener/listener.hpp"

#include <utility>

#include "server/net/channel/poll_channel.hpp"
#include "server/net/channel/web_socket.hpp"
#include "server/net/http/connection.hpp"
#include "server/net/listener/acceptor.hpp"
#include "shared/messages/catalogue.hpp"

namespace quorate::net {

namespace {

// Nothing is read any more, not even which language to say it in: it is said in all of them.
std::string full_in_every_language() {
  std::string sentences;
  for (const messages::Language language : messages::kLanguages) {
    if (!sentences.empty()) sentences += '\n';
    sentences += messages::text(language, "error.server_full");
  }
  return sentences;
}

}  // namespace

struct Listener::Parts {
  Parts(Loop& loop, ListenerOptions options, ListenerHandlers handlers)
      : connections(std::make_shared<Connections>(loop, options.connections, options.unsent,
                                                  std::move(handlers.met))),
        channels(std::make_shared<Channels>(loop, connections, options.channels,
                                            std::move(handlers.channels))),
        polls(std::make_shared<PollChannels>(channels, options.allowed_origin,
                                             std::move(handlers.exists))),
        http(std::make_shared<HttpService>(loop, connections, options.http, options.allowed_origin,
                                           options.proxies, full_in_every_language(), nullptr,
                                           nullptr)) {
    http->request = [polls = polls, request = std::move(handlers.request)](HttpRequest asked,
                                                                           Respond respond) {
      if (PollChannels::owns(asked.path)) return polls->handle(asked, respond);
      request(std::move(asked), std::move(respond));
    };
    http->upgrade = [channels = channels](Socket socket, std::string head, std::string workshop,
                                          const budgets::Peer& peer, bool https) {
      serve_web_socket(channels, std::move(socket), std::move(head), std::move(workshop), peer,
                       https);
    };
  }

  // Shared with connections, whose coroutines may still have to notice that they were cut.
  const std::shared_ptr<Connections> connections;
  const std::shared_ptr<Channels> channels;
  const std::shared_ptr<PollChannels> polls;
  const std::shared_ptr<HttpService> http;
  std::shared_ptr<Acceptor> acceptor;
};

tl::expected<std::unique_ptr<Listener>, std::string> Listener::listen(Loop& loop,
                                                                      ListenerOptions options,
                                                                      ListenerHandlers handlers) {
  const std::string address = options.address;
  const std::uint16_t port = options.port;
  auto parts = std::make_shared<Parts>(loop, std::move(options), std::move(handlers));
  auto acceptor = Acceptor::listen(loop, address, port, parts->http);
  if (!acceptor) return tl::make_unexpected(acceptor.error());
  parts->acceptor = *std::move(acceptor);
  return std::unique_ptr<Listener>(new Listener(std::move(parts)));
}

Listener::Listener(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}

Listener::~Listener() {
  parts_->acceptor->close();
  parts_->channels->silence();
  parts_->http->request = [](HttpRequest, Respond) {};
  parts_->connections->cut();
  parts_->polls->clear();
}

std::uint16_t Listener::port() const { return parts_->acceptor->port(); }

const Connections& Listener::connections() const { return *parts_->connections; }

void Listener::send(const room::Send& message) { parts_->channels->send(message); }

void Listener::seated(const room::Seated& who) { parts_->channels->seated(who); }

void Listener::close(ConnectionId connection, protocol::CloseCode code) {
  parts_->channels->close(connection, code);
}

void Listener::stop(std::function<void()> empty) {
  parts_->acceptor->close();
  parts_->connections->stop(std::move(empty));
}

}  // namespace quorate::net
