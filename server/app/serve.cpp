#include "server/app/serve.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <utility>

#include "server/api/admin.hpp"
#include "server/api/api.hpp"
#include "server/api/qr.hpp"
#include "server/api/site.hpp"
#include "server/app/driver.hpp"
#include "server/app/logging.hpp"
#include "server/app/measured_log.hpp"
#include "server/app/metrics.hpp"
#include "server/app/network.hpp"
#include "server/app/warnings.hpp"
#include "server/log/sqlite.hpp"
#include "server/net/listener/admin_listener.hpp"
#include "server/net/listener/listener.hpp"
#include "server/ops/security_log.hpp"
#include "server/room/registry.hpp"

namespace quorate::app {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kGoodbyeMs = 5'000;  // for connections to take what ends them
constexpr const char* kDatabase = "quorate.db";

ops::SecurityEvent event_of(log::Trouble trouble) {
  switch (trouble) {
    case log::Trouble::cannot_write:
      return ops::SecurityEvent::storage_failed;
    case log::Trouble::writes_again:
      return ops::SecurityEvent::storage_works_again;
    case log::Trouble::left_out:
      return ops::SecurityEvent::write_refused;
    case log::Trouble::cannot_read:
      break;
  }
  return ops::SecurityEvent::data_unreadable;
}

tl::expected<std::unique_ptr<log::SqliteStore>, std::string> open_store(
    const Config& config, net::Loop& loop, ops::SecurityLog& security) {
  const fs::path folder(config.data);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return tl::make_unexpected("cannot make the folder " + config.data + ": " + error.message() +
                               "; say --data DIR for another");
  }
  if (access(folder.c_str(), W_OK | X_OK) != 0) {
    return tl::make_unexpected("cannot write to the folder " + config.data +
                               "; say --data DIR for another");
  }
  log::SqliteOptions options;
  options.file = folder / kDatabase;
  options.on_trouble = [&security](log::Trouble trouble, const std::string& sentence) {
    spdlog::error(sentence);
    security.note(net::Loop::steady_ms(), event_of(trouble));
  };
  return log::SqliteStore::open(
      options, [&loop](std::function<void()> function) { loop.post(std::move(function)); });
}

net::ListenerOptions listener_options(const Config& config) {
  net::ListenerOptions options;
  options.address = config.listen;
  options.port = config.port;
  options.connections = std::min(config.connections, room_for_connections());
  options.allowed_origin = config.public_url;
  options.proxies = config.proxies;
  return options;
}

Listening describe(const Config& config, std::uint16_t port) {
  Listening listening;
  listening.port = port;
  listening.local_url = fmt::format("http://localhost:{}", port);
  const std::string address = is_on_network(config.listen) ? lan_address() : "";
  listening.lan_url =
      address.empty() ? listening.local_url : fmt::format("http://{}:{}", address, port);
  return listening;
}

// The parts of a running server. Members are ended in the reverse order of their declaration.
class Running {
 public:
  Running(net::Loop& loop, log::SqliteStore& store, const api::Site& site,
          ops::SecurityLog& security)
      : loop_(loop),
        store_(store),
        site_(site),
        security_(security),
        log_(store.log()),
        registry_(store.directory(), randombytes_buf),
        driver_(loop, registry_, log_, security_),
        goodbye_(loop) {}

  tl::expected<Listening, std::string> listen(const Config& config) {
    net::ListenerHandlers handlers;
    handlers.channels = driver_.handlers();
    handlers.request = [this](net::HttpRequest request, net::Respond respond) {
      api_->handle(std::move(request), std::move(respond));
    };
    handlers.exists = [this](const std::string& workshop) {
      return store_.directory().find(workshop).has_value();
    };
    handlers.met = [this](budgets::Budget budget) { met(budget); };
    auto listener = net::Listener::listen(loop_, listener_options(config), std::move(handlers));
    if (!listener) {
      return tl::make_unexpected(listener.error() +
                                 "; say --port N or --listen ADDRESS for another");
    }
    listener_ = std::move(*listener);
    driver_.use(*listener_);
    Listening listening = describe(config, listener_->port());
    api::ApiOptions options;
    options.public_url = config.public_url;
    options.lan_url = listening.lan_url;
    options.create_key = config.create_key;
    options.tell = [this](const room::Event& event) { driver_.on(event); };
    options.notice = [this](ops::SecurityEvent event) {
      security_.note(net::Loop::steady_ms(), event);
    };
    options.met = [this](budgets::Budget budget) { met(budget); };
    api_ = std::make_unique<api::Api>(loop_, log_, store_.directory(), site_, randombytes_buf,
                                      std::move(options));
    if (!config.admin_port) return listening;
    auto admin = net::AdminListener::listen(
        loop_, config.admin_listen, *config.admin_port, [this](const net::HttpRequest& request) {
          return api::admin_response(request, log_, [this] { return metrics(); });
        });
    if (!admin) {
      return tl::make_unexpected(admin.error() +
                                 "; say --admin-port N or --admin-listen ADDRESS for another");
    }
    admin_ = std::move(*admin);
    listening.admin_port = admin_->port();
    return listening;
  }

  // The first signal ends in order, a second one at once.
  void stop() {
    if (std::exchange(stopping_, true)) return loop_.stop();
    spdlog::info("going down: {} connections are told to come back",
                 listener_->connections().size());
    listener_->stop([this] { loop_.stop(); });
    driver_.on(room::ShutDown{});
    goodbye_.after(kGoodbyeMs, [this] { loop_.stop(); });
  }

  ~Running() { driver_.stop(); }

 private:
  void met(budgets::Budget budget) { security_.note(net::Loop::steady_ms(), budget); }

  std::string metrics() const {
    return metrics_text({.connections = listener_->connections(),
                         .registry = registry_,
                         .commands = driver_.commands(),
                         .appends = log_.appends(),
                         .writable = log_.writable(),
                         .slowed_guesses = api_->slowed_guesses(),
                         .security = security_,
                         .started_ms = started_ms_});
  }

  const std::int64_t started_ms_ = net::Loop::wall_ms();
  net::Loop& loop_;
  log::SqliteStore& store_;
  const api::Site& site_;
  ops::SecurityLog& security_;
  MeasuredLog log_;
  room::Registry registry_;
  Driver driver_;
  net::Timer goodbye_;
  std::unique_ptr<api::Api> api_;
  std::unique_ptr<net::Listener> listener_;
  std::unique_ptr<net::AdminListener> admin_;
  bool stopping_ = false;
};

}  // namespace

tl::expected<void, std::string> serve(const Config& config,
                                      const std::function<void(const Listening&)>& listening) {
  if (sodium_init() < 0) return tl::make_unexpected("the source of randomness cannot be opened");
  const Logging logging(config.log_level);
  // A file that may not grow is a full disk, which is survived.
  std::signal(SIGXFSZ, SIG_IGN);
  net::Loop loop;
  auto site = config.site.empty() ? api::Site::embedded() : api::Site::load(config.site);
  if (!site) return tl::make_unexpected(site.error());
  ops::SecurityLog security([](const std::string& line) { spdlog::warn(line); });
  auto store = open_store(config, loop, security);
  if (!store) return tl::make_unexpected(store.error());
  {
    Running running(loop, **store, *site, security);
    // Before anybody is told that the server listens: who is told may end it.
    loop.on_signals({SIGTERM, SIGINT}, [&running](int) { running.stop(); });
    const auto where = running.listen(config);
    if (!where) return tl::make_unexpected(where.error());
    listening(*where);
    spdlog::info("listening on {} port {}", config.listen, where->port);
    for (const std::string& sentence : warnings(config, room_for_connections())) {
      spdlog::warn(sentence);
    }
    loop.run();
  }
  (*store)->log().close();
  spdlog::info("ended");
  return {};
}

std::string greeting(const Config& config, const Listening& listening, bool colours) {
  const std::string people = config.public_url.empty() ? listening.lan_url : config.public_url;
  std::string text =
      fmt::format("\nQuorate is running.\n\n  On this computer   {}\n", listening.local_url);
  if (people != listening.local_url) {
    text += fmt::format("  For everybody      {}\n\n", people);
    const std::string picture = api::qr_blocks(people);
    text += colours ? "\x1b[97;40m" + picture + "\x1b[0m" : picture;
  } else {
    text += "  This computer is on no network: only it can open the pages.\n";
  }
  const std::string address =
      config.listen == "0.0.0.0" || config.listen == "::" ? "127.0.0.1" : config.listen;
  text += '\n';
  if (listening.admin_port) {
    text += fmt::format("admin on {}:{}\n", config.admin_listen, *listening.admin_port);
  }
  return text + fmt::format("listening on {}:{}\n", address, listening.port);
}

}  // namespace quorate::app
