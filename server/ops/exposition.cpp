#include "server/ops/exposition.hpp"

#include <fmt/format.h>

namespace quorate::ops {

namespace {

std::string seconds(std::int64_t us) {
  constexpr std::int64_t kUsPerSecond = 1'000'000;
  std::string text = fmt::format("{}.{:06}", us / kUsPerSecond, us % kUsPerSecond);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

void Exposition::sample_ms(std::int64_t ms) {
  constexpr std::int64_t kUsPerMs = 1000;
  sample_us(ms * kUsPerMs);
}

void Exposition::sample_us(std::int64_t us) { add_line("", "", seconds(us)); }

void Exposition::histogram(std::string_view name, std::string_view help,
                           const Histogram& durations) {
  begin(name, help, "histogram");
  for (std::size_t i = 0; i < Histogram::kUpToUs.size(); ++i) {
    add_line("_bucket", labelled("le", seconds(Histogram::kUpToUs[i])),
             std::to_string(durations.up_to(i)));
  }
  add_line("_bucket", labelled("le", "+Inf"), std::to_string(durations.count()));
  add_line("_sum", "", seconds(durations.sum_us()));
  add_line("_count", "", std::to_string(durations.count()));
}

void Exposition::begin(std::string_view name, std::string_view help, std::string_view type) {
  name_ = name;
  text_.append("# HELP ").append(name).append(" ").append(help).append("\n");
  text_.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

std::string Exposition::labelled(std::string_view label, std::string_view value) {
  std::string text(label);
  text += "=\"";
  for (const char c : value) {
    if (c == '\n') {
      text += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') text += '\\';
    text += c;
  }
  return text += '"';
}

void Exposition::add_line(std::string_view suffix, const std::string& labels,
                          const std::string& value) {
  text_.append(name_).append(suffix);
  if (!labels.empty()) text_.append("{").append(labels).append("}");
  text_.append(" ").append(value).append("\n");
}

}  // namespace quorate::ops
