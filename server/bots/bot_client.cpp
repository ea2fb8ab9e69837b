#include "server/bots/bot_client.hpp"

#include <utility>

#include "shared/json/patch.hpp"

namespace quorate::bots {

namespace {
std::int64_t now() { return net::Loop::steady_ms(); }
}  // namespace

BotClient::BotClient(net::Loop& loop, net::Address server, client::Start start,
                     std::function<void()> changed)
    : loop_(loop),
      server_(std::move(server)),
      start_(std::move(start)),
      changed_(std::move(changed)),
      client_(std::make_unique<client::Client>(start_)),
      channel_(loop, {[this] { run(client_->opened(now())); },
                      [this](std::string_view text) { received(text); },
                      [this](int code) { run(client_->closed(code, now())); }}) {
  for (const client::Keep& kept : start_.kept) storage_[kept.key] = kept.value;
}

void BotClient::start() { run(client_->start(now())); }

void BotClient::act(const json::Value& command) { run(client_->command(command, now())); }

void BotClient::lose_connection() {
  channel_.cut();
  run(client_->closed(net::kNoCloseCode, now()));
}

client::Kept BotClient::kept() const {
  client::Kept kept;
  for (const auto& [key, value] : storage_) kept.push_back({key, value});
  return kept;
}

void BotClient::take_over() { run(client_->take_over(kept(), now())); }

void BotClient::reload(const client::Random::Seed& random) {
  channel_.close();
  for (auto& timer : timers_) timer.reset();
  start_.random = random;
  start_.kept = kept();
  client_ = std::make_unique<client::Client>(start_);
  model_ = json::Value::object();
  start();
}

void BotClient::received(std::string_view text) {
  // The code is the first member of such an outcome: members come in the order of their keys.
  for (const char* code : {"busy", "too_fast"}) {
    if (text.starts_with(R"({"code":")" + std::string(code) + '"')) ++put_off_;
  }
  run(client_->received(text, now()));
}

void BotClient::set_timer(const client::SetTimer& action) {
  auto& timer = timers_[static_cast<std::size_t>(action.timer)];
  if (!timer) timer = std::make_unique<net::Timer>(loop_);
  timer->after(action.ms, [this, which = action.timer] { run(client_->ran_out(which, now())); });
}

void BotClient::run(const client::Actions& actions) {
  bool has_changed = false;
  for (const client::Action& action : actions) {
    if (const auto* open = std::get_if<client::Open>(&action)) {
      ++attempts_;
      channel_.open(server_, open->path);
    } else if (const auto* send = std::get_if<client::Send>(&action)) {
      channel_.send(send->text);
    } else if (std::holds_alternative<client::Close>(action)) {
      channel_.close();
    } else if (const auto* set = std::get_if<client::SetTimer>(&action)) {
      set_timer(*set);
    } else if (const auto* cancel = std::get_if<client::CancelTimer>(&action)) {
      const auto& timer = timers_[static_cast<std::size_t>(cancel->timer)];
      if (timer) timer->cancel();
    } else if (const auto* keep = std::get_if<client::Keep>(&action)) {
      storage_[keep->key] = keep->value;
    } else if (const auto* forget = std::get_if<client::Forget>(&action)) {
      storage_.erase(forget->key);
    } else if (const auto* show = std::get_if<client::Show>(&action)) {
      json::apply(model_, show->patch);
      has_changed = true;
    }
  }
  // Later, so that whoever reacts may call this class, and end it, in peace.
  if (has_changed)
    loop_.post([alive = std::weak_ptr<bool>(alive_), this] {
      if (!alive.expired()) changed_();
    });
}

}  // namespace quorate::bots
