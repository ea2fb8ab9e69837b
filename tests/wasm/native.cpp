// The C interfaces of both modules, compiled natively. Reads {"calls":[{"call","text","now"?},…]}
// from standard input, makes the calls in order and prints the answers as a JSON array of texts.
#include <cstddef>
#include <cstring>
#include <iostream>
#include <iterator>
#include <string>

#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

extern "C" {
char* quorate_buffer(std::size_t size);
const char* quorate_input(std::size_t size, double now_ms);
const char* quorate_receive(std::size_t size, double now_ms);
std::size_t quorate_output_size();
char* quorate_engine_buffer(std::size_t size);
const char* quorate_engine_evaluate(std::size_t size);
const char* quorate_engine_evaluate_published(std::size_t size);
const char* quorate_engine_measure(std::size_t size);
const char* quorate_engine_what_if(std::size_t size);
std::size_t quorate_engine_output_size();
}

namespace {

constexpr quorate::json::ReadLimits kLimits{std::size_t{64} << 20, 8, 1'000'000};

std::string call_client(const std::string& name, const std::string& text, std::int64_t now) {
  std::memcpy(quorate_buffer(text.size()), text.data(), text.size());
  const auto call = name == "input" ? quorate_input : quorate_receive;
  const char* answer = call(text.size(), static_cast<double>(now));
  return std::string(answer, quorate_output_size());
}

std::string call_engine(const std::string& name, const std::string& text) {
  std::memcpy(quorate_engine_buffer(text.size()), text.data(), text.size());
  const auto call = name == "evaluate"             ? quorate_engine_evaluate
                    : name == "evaluate_published" ? quorate_engine_evaluate_published
                    : name == "measure"            ? quorate_engine_measure
                                                   : quorate_engine_what_if;
  const char* answer = call(text.size());
  return std::string(answer, quorate_engine_output_size());
}

}  // namespace

int main() {
  const std::string script{std::istreambuf_iterator<char>(std::cin), {}};
  const auto value = quorate::json::read(script, kLimits);
  if (!value) {
    std::cerr << value.error().sentence() << '\n';
    return 2;
  }
  quorate::json::Fields fields(*value);
  const std::size_t calls = fields.array("calls", 0, 1'000'000).size();
  quorate::json::Value answers = quorate::json::Value::array();
  for (std::size_t i = 0; i < calls; ++i) {
    quorate::json::Fields call = fields.child("calls", i);
    const std::string name = call.string("call", {1, 32});
    const std::string text = call.string("text", {0, kLimits.bytes});
    const std::int64_t now = call.integer_if("now", 0, INT64_MAX).value_or(0);
    if (fields.error()) {
      std::cerr << fields.error()->sentence() << '\n';
      return 2;
    }
    const bool is_client = name == "input" || name == "receive";
    answers.push(is_client ? call_client(name, text, now) : call_engine(name, text));
  }
  std::cout << quorate::json::write(answers);
  return std::cout.flush() ? 0 : 1;
}
