// Metrics as Prometheus reads them: its text format, version 0.0.4.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/ops/histogram.hpp"

namespace quorate::ops {

inline constexpr std::string_view kExpositionType = "text/plain; version=0.0.4; charset=utf-8";

class Exposition {
 public:
  // What the samples that follow are of: a name such as quorate_rooms, in base units, and _total at
  // the end of what only grows; `help` is one line for people.
  void counter(std::string_view name, std::string_view help) { begin(name, help, "counter"); }
  void gauge(std::string_view name, std::string_view help) { begin(name, help, "gauge"); }

  template <std::integral Number>
  void sample(Number value) {
    add_line("", "", std::to_string(value));
  }
  // With one label, whose value may be any text.
  template <std::integral Number>
  void sample(std::string_view label, std::string_view of, Number value) {
    add_line("", labelled(label, of), std::to_string(value));
  }
  // With two.
  template <std::integral Number>
  void sample(std::string_view label, std::string_view of, std::string_view other,
              std::string_view of_other, Number value) {
    add_line("", labelled(label, of) + ',' + labelled(other, of_other), std::to_string(value));
  }
  // Of a time, given in thousandths or millionths of a second.
  void sample_ms(std::int64_t ms);
  void sample_us(std::int64_t us);

  // A whole histogram of durations, in seconds.
  void histogram(std::string_view name, std::string_view help, const Histogram& durations);

  const std::string& text() const { return text_; }

 private:
  void begin(std::string_view name, std::string_view help, std::string_view type);
  static std::string labelled(std::string_view label, std::string_view value);
  void add_line(std::string_view suffix, const std::string& labels, const std::string& value);

  std::string text_;
  std::string name_;
};

}  // namespace quorate::ops
