#include "server/room/messages.hpp"

#include <cassert>
#include <memory>
#include <string>
#include <utility>

#include "shared/json/write.hpp"
#include "shared/protocol/limits.hpp"

namespace quorate::room {

namespace {

using json::Value;

// Writes a message straight into its text. A view or a patch may be large: putting it into a value
// around it would copy it. The members come in the order of their keys, as canonical JSON has them.
class Writer {
 public:
  void put(std::string_view key, const Value& value) {
    assert(text_.empty() || last_ < key);
    last_ = key;
    text_ += text_.empty() ? '{' : ',';
    json::append_string(text_, key);
    text_ += ':';
    json::append(text_, value);
  }
  Message done() {
    text_ += '}';
    return std::make_shared<const std::string>(std::move(text_));
  }
  // For a value whose text exists already: everything before it. Another writer goes on after it.
  std::string up_to(std::string_view key) {
    assert(last_ < key);
    text_ += text_.empty() ? '{' : ',';
    json::append_string(text_, key);
    return std::move(text_ += ':');
  }

 private:
  std::string text_;
  std::string_view last_;  // of the keys, which are all literals
};

void put_refusal(Writer& out, const session::Refused& refused) {
  out.put("code", session::name(refused.code));
  if (!refused.field.empty()) out.put("field", refused.field);
}

void put_me(Writer& out, const Own& own) {
  if (own.me) out.put("me", *own.me);
}

void put_waiting(Writer& out, const Own& own) {
  if (own.waiting) out.put("waiting", true);
}

}  // namespace

Send encode(ConnectionId connection, const Welcome& welcome) {
  Writer out;
  if (!welcome.code.empty()) out.put("code", welcome.code);
  out.put("connected", welcome.connected);
  out.put("epoch", welcome.epoch);
  put_me(out, welcome.own);
  out.put("now_ms", welcome.now_ms);
  out.put("offset", welcome.offset);
  out.put("role", session::name(welcome.role));
  out.put("t", "welcome");
  out.put("v", protocol::kVersion);
  if (welcome.view == nullptr) {
    put_waiting(out, welcome.own);
    return Send{connection, out.done()};
  }
  const char* const after = welcome.own.waiting ? R"(,"waiting":true})" : "}";
  return Send{connection, welcome.view, false, out.up_to("view"), after};
}

Message encode_view(const Value& view) {
  return std::make_shared<const std::string>(json::write(view));
}

Message encode_outcome(std::string_view command_id, const session::Outcome& outcome,
                       const Own& own) {
  Writer out;
  if (!outcome.ok) put_refusal(out, outcome.refused);
  out.put("id", command_id);
  put_me(out, own);
  out.put("ok", outcome.ok);
  out.put("t", "outcome");
  put_waiting(out, own);
  return out.done();
}

Message encode_delta(std::uint64_t from, std::uint64_t to, const Value& patch) {
  Writer out;
  out.put("from", from);
  out.put("patch", patch);
  out.put("t", "delta");
  out.put("to", to);
  return out.done();
}

Message encode_own(const Own& own) {
  Writer out;
  put_me(out, own);
  out.put("t", "own");
  put_waiting(out, own);
  return out.done();
}

Message encode_presence(std::size_t connected, std::size_t desks, std::string_view here) {
  Writer out;
  out.put("connected", connected);
  out.put("desks", desks);
  out.put("here", here);
  out.put("t", "presence");
  return out.done();
}

Message encode_code(std::string_view code) {
  Writer out;
  out.put("code", code);
  out.put("t", "code");
  return out.done();
}

Message encode_error(const session::Refused& refused) {
  Writer out;
  put_refusal(out, refused);
  out.put("t", "error");
  return out.done();
}

Message encode_pong() {
  Writer out;
  out.put("t", "pong");
  return out.done();
}

}  // namespace quorate::room
