#include "tests/integration/talker.hpp"

#include <stdexcept>

#include "shared/json/read.hpp"

namespace quorate::test {

namespace {
constexpr std::int64_t kPatienceMs = 30'000;
}

Talker::Talker()
    : channel_(loop_, {[this] {
                         open_ = true;
                         loop_.stop();
                       },
                       [this](std::string_view text) {
                         messages_.emplace_back(text);
                         loop_.stop();
                       },
                       [this](int code) {
                         open_ = false;
                         code_ = code;
                         loop_.stop();
                       }}) {}

bool Talker::open(const net::Address& address, const std::string& path) {
  code_.reset();
  messages_.clear();
  channel_.open(address, path);
  run_until([this] { return open_ || code_; }, "the connection to open");
  return open_;
}

json::Value Talker::receive() {
  run_until([this] { return !messages_.empty() || code_; }, "a message");
  if (messages_.empty()) throw std::runtime_error("closed with " + std::to_string(*code_));
  const std::string text = std::move(messages_.front());
  messages_.pop_front();
  auto message = json::read(text, {.bytes = protocol::kViewBytes, .depth = protocol::kViewDepth});
  if (!message) throw std::runtime_error(message.error().sentence());
  return *std::move(message);
}

json::Value Talker::receive(const std::string& kind) {
  for (;;) {
    json::Value message = receive();
    const json::Value* t = message.find("t");
    if (t != nullptr && *t == json::Value(kind)) return message;
  }
}

int Talker::closed() {
  run_until([this] { return code_.has_value(); }, "the connection to close");
  return *code_;
}

void Talker::run_until(const std::function<bool()>& condition, const char* what) {
  bool late = false;
  net::Timer patience(loop_);
  patience.after(kPatienceMs, [&] {
    late = true;
    loop_.stop();
  });
  while (!condition()) {
    if (late) throw std::runtime_error(std::string("waited too long for ") + what);
    loop_.run();
  }
}

std::string hello(const std::string& role, const std::string& token) {
  return R"({"t":"hello","v":1,"role":")" + role + R"(","token":")" + token + R"("})";
}

std::string participant_hello(const std::string& secret, const std::string& key) {
  return R"({"t":"hello","v":1,"role":"participant","secret":")" + secret + R"(","token":")" + key +
         R"("})";
}

}  // namespace quorate::test
