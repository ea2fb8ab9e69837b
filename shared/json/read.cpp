#include "shared/json/read.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace quorate::json {

namespace {

constexpr int kNumberOverflow = 406;  // nlohmann's: beyond any floating-point number
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Builds a Value from nlohmann's SAX events; returning false from an event ends the parse.
class Builder {
 public:
  using Nlohmann = nlohmann::json;

  explicit Builder(const ReadLimits& limits) : limits_(limits) {}

  bool null() { return add(Value()); }
  bool boolean(bool value) { return add(Value(value)); }
  bool number_integer(Nlohmann::number_integer_t value) { return add(Value(value)); }
  bool number_unsigned(Nlohmann::number_unsigned_t value) {
    constexpr auto kLargest = static_cast<std::uint64_t>(INT64_MAX);
    return add(value > kLargest ? Value(Value::NotAnInteger{})
                                : Value(static_cast<std::int64_t>(value)));
  }
  bool number_float(Nlohmann::number_float_t, const std::string&) {
    return add(Value(Value::NotAnInteger{}));
  }
  bool string(std::string& value) { return add(Value(std::move(value))); }
  bool binary(Nlohmann::binary_t&) { return fail(ReadError::Code::not_json); }
  bool start_object(std::size_t) { return open(Frame{true, {}, {}, {}}); }
  bool start_array(std::size_t) { return open(Frame{false, {}, {}, {}}); }
  bool key(std::string& value) {
    frames_.back().key = std::move(value);
    return true;
  }
  bool end_object() {
    Value::Object members = std::move(frames_.back().members);
    std::vector<std::string_view> keys;
    keys.reserve(members.size());
    for (const Member& member : members) keys.push_back(member.key);
    std::sort(keys.begin(), keys.end());
    auto twin = std::adjacent_find(keys.begin(), keys.end());
    if (twin != keys.end()) {
      frames_.back().key = std::string(*twin);
      return fail(ReadError::Code::duplicate_key);
    }
    frames_.pop_back();
    return add_closed(Value(std::move(members)));
  }
  bool end_array() {
    Value::Array items = std::move(frames_.back().items);
    frames_.pop_back();
    return add_closed(Value(std::move(items)));
  }
  bool parse_error(std::size_t byte, const std::string&, const Nlohmann::exception& error) {
    byte_ = byte;
    return fail(error.id == kNumberOverflow ? ReadError::Code::number_too_large
                                            : ReadError::Code::not_json);
  }

  std::optional<ReadError> error() const { return error_; }
  Value take() { return std::move(root_); }

 private:
  struct Frame {
    bool is_object;
    std::string key;
    Value::Object members;
    Value::Array items;
  };

  bool open(Frame frame) {
    if (static_cast<int>(frames_.size()) >= limits_.depth) return fail(ReadError::Code::too_deep);
    if (++count_ > limits_.values) return fail(ReadError::Code::too_many_values);
    frames_.push_back(std::move(frame));
    return true;
  }

  bool add(Value value) {
    if (++count_ > limits_.values) return fail(ReadError::Code::too_many_values);
    return add_closed(std::move(value));
  }

  bool add_closed(Value value) {
    if (frames_.empty()) {
      root_ = std::move(value);
    } else if (frames_.back().is_object) {
      frames_.back().members.push_back(Member{std::move(frames_.back().key), std::move(value)});
    } else {
      frames_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool fail(ReadError::Code code) {
    if (!error_) error_ = ReadError{code, code == ReadError::Code::not_json ? "" : path(), byte_};
    return false;
  }

  std::string path() const {
    std::string text;
    for (const Frame& frame : frames_) {
      if (frame.is_object) {
        if (!text.empty()) text += '.';
        text += frame.key;
      } else {
        text += '[' + std::to_string(frame.items.size()) + ']';
      }
    }
    return text;
  }

  const ReadLimits& limits_;
  std::vector<Frame> frames_;
  Value root_;
  std::size_t count_ = 0;
  std::size_t byte_ = 0;
  std::optional<ReadError> error_;
};

ReadError not_json_at(std::size_t offset) { return {ReadError::Code::not_json, "", offset + 1}; }

}  // namespace

std::string ReadError::sentence() const {
  const std::string place = where.empty() ? "" : " at \"" + where + "\"";
  switch (code) {
    case ReadError::Code::too_large:
      return "the text is too large";
    case ReadError::Code::not_json:
      return "the text is not JSON (byte " + std::to_string(byte) + ")";
    case ReadError::Code::number_too_large:
      return "the number" + place + " is too large";
    case ReadError::Code::too_deep:
      return "the text is nested too deep" + place;
    case ReadError::Code::too_many_values:
      return "the text has too many values" + place;
    case ReadError::Code::duplicate_key:
      return "the key \"" + where + "\" is there twice";
  }
  return {};
}

tl::expected<Value, ReadError> read(std::string_view text, const ReadLimits& limits) {
  if (text.size() > limits.bytes) {
    return tl::make_unexpected(ReadError{ReadError::Code::too_large, "", limits.bytes});
  }
  // The parser passes over a mark at the beginning and takes a zero byte for the end of the text.
  const std::size_t zero = text.find('\0');
  if (text.starts_with(kByteOrderMark)) return tl::make_unexpected(not_json_at(0));
  if (zero != std::string_view::npos) return tl::make_unexpected(not_json_at(zero));
  Builder builder(limits);
  const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (std::optional<ReadError> error = builder.error()) return tl::make_unexpected(*error);
  if (!whole) return tl::make_unexpected(ReadError{ReadError::Code::not_json, "", text.size()});
  return builder.take();
}

}  // namespace quorate::json
