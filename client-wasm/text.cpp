#include "client-wasm/text.hpp"

#include <utility>

#include "client-wasm/checks.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/session/hex.hpp"

namespace quorate::client {

namespace {

using json::Fields;
using json::Value;

constexpr std::size_t kInputMost = 256 * 1024;  // a start with everything a phone has stored
constexpr int kCloseCodeMost = 65'535;

// Writes one action as an object, its members in the order of their keys as everywhere.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void operator()(const Open& open) { put("open", "path", open.path); }
  void operator()(const Send& send) { put("send", "text", send.text); }
  void operator()(const Close&) { begin("close"); }
  void operator()(const SetTimer& timer) {
    put("timer", "id", name(timer.timer));
    key("ms");
    out_ += std::to_string(timer.ms);
  }
  void operator()(const CancelTimer& timer) { put("cancel", "id", name(timer.timer)); }
  void operator()(const Keep& keep) {
    put("keep", "key", keep.key);
    key("value");
    json::append_string(out_, keep.value);
  }
  void operator()(const Forget& forget) { put("forget", "key", forget.key); }
  void operator()(const Show& show) {
    begin("show");
    key("patch");
    json::append(out_, show.patch);
  }
  void operator()(const Complain& complain) { put("complain", "text", complain.text); }

 private:
  void begin(const char* what) {
    out_ += "{\"do\":\"";
    out_ += what;
    out_ += '"';
  }
  void key(const char* name) {
    out_ += ",\"";
    out_ += name;
    out_ += "\":";
  }
  void put(const char* what, const char* member, std::string_view text) {
    begin(what);
    key(member);
    json::append_string(out_, text);
  }

  std::string& out_;
};

Actions complain(std::string text) { return {Complain{std::move(text)}}; }

bool read_role(std::string_view name, As& as) {
  if (name == "participant")
    as = As::participant;
  else if (name == "facilitator")
    as = As::facilitator;
  else if (name == "cofacilitator")
    as = As::cofacilitator;
  else if (name == "wall")
    as = As::wall;
  else
    return false;
  return true;
}

bool read_seed(std::string_view hex, Random::Seed& seed) {
  if (!session::is_hex(hex, 2 * seed.size())) return false;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < seed.size(); ++i) {
    seed[i] = static_cast<std::uint8_t>(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
  }
  return true;
}

// Storage is the page's: what in it is no text is not ours and is passed over.
Kept read_kept(const Value* value) {
  Kept kept;
  if (value == nullptr || value->as_object() == nullptr) return kept;
  for (const json::Member& member : *value->as_object()) {
    if (const std::string* text = member.value.as_string()) kept.push_back({member.key, *text});
  }
  return kept;
}

bool read_timer(std::string_view text, Timer& timer) {
  for (std::size_t i = 0; i < kTimers; ++i) {
    timer = static_cast<Timer>(i);
    if (name(timer) == text) return true;
  }
  return false;
}

}  // namespace

std::string write(const Actions& actions) {
  std::string out;
  for (const Action& action : actions) {
    out += out.empty() ? '[' : ',';
    std::visit(Writer(out), action);
    out += '}';
  }
  return out.empty() ? "[]" : out + "]";
}

std::string TextClient::input(std::string_view text, std::int64_t now) {
  json::ReadLimits limits;
  limits.bytes = kInputMost;
  const auto input = json::read(text, limits);
  if (!input) return write(complain("input: " + input.error().sentence()));
  return write(on(*input, now));
}

std::string TextClient::receive(std::string_view text, std::int64_t now) {
  return write(client_ ? client_->received(text, now) : complain("input: nothing was started"));
}

Actions TextClient::on_start(const Value& input, std::int64_t now) {
  Fields fields(input);
  Start start;
  start.workshop = fields.string("workshop", {0, kWordMost});
  const std::string role = fields.string("role", {1, kWordMost});
  start.secret = fields.string_if("secret", {0, kWordMost}).value_or("");
  start.token = fields.string_if("token", {0, kWordMost}).value_or("");
  const std::string random = fields.string("random", {0, kWordMost});
  start.kept = read_kept(input.find("kept"));
  if (!read_role(role, start.as)) fields.fail(json::FieldError::Code::unknown, "role", role);
  if (!read_seed(random, start.random)) {
    fields.fail(json::FieldError::Code::wrong_type, "random", "64 characters of hex");
  }
  if (fields.error()) return complain("input: " + fields.error()->sentence());
  client_ = std::make_unique<Client>(std::move(start));
  return client_->start(now);
}

Actions TextClient::on(const Value& input, std::int64_t now) {
  Fields fields(input);
  const std::string what = fields.string("in", {1, kWordMost});
  if (fields.error()) return complain("input: " + fields.error()->sentence());
  if (what == "start") {
    return client_ ? complain("input: started already") : on_start(input, now);
  }
  if (!client_) return complain("input: nothing was started");
  if (what == "opened") return client_->opened(now);
  if (what == "closed") {
    const auto code = static_cast<int>(fields.integer("code", 0, kCloseCodeMost));
    return client_->closed(code, now);  // without a code it is any other
  }
  if (what == "timer") {
    Timer timer;
    if (!read_timer(fields.string("id", {1, kWordMost}), timer))
      return complain("input: no such timer");
    return client_->ran_out(timer, now);
  }
  if (what == "command") return client_->command(input, now);
  if (what == "wake") return client_->wake(now);
  if (what == "network") {
    const bool online = fields.boolean("online");
    return fields.error() ? complain("input: " + fields.error()->sentence())
                          : client_->network(online, now);
  }
  if (what == "take_over") {
    if (!fields.has("kept")) return client_->take_over(std::nullopt, now);
    return client_->take_over(read_kept(input.find("kept")), now);
  }
  if (what == "dismiss") return client_->dismiss(now);
  return complain("input: unknown in");
}

}  // namespace quorate::client
