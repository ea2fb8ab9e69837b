// The module `engine`: shared/engine behind a plain C interface over UTF-8 JSON (CONTRACT.md). The
// exports are named in CMakeLists.txt.
#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

#include "shared/engine/doors.hpp"
#include "shared/engine/what_if.hpp"
#include "shared/json/write.hpp"

namespace {

using Door = tl::expected<std::string, std::string> (*)(std::string_view);

struct Buffers {
  std::string in;
  std::string out;
};

Buffers& buffers() {
  static Buffers instance;
  return instance;
}

const char* call(Door door, std::size_t size) {
  auto answer = door(std::string_view(buffers().in).substr(0, size));
  buffers().out = answer ? std::move(*answer)
                         : quorate::json::write(quorate::json::Value::object(
                               {{"error", std::move(answer.error())}}));
  return buffers().out.data();
}

}  // namespace

extern "C" {

char* quorate_engine_buffer(std::size_t size) {
  buffers().in.resize(size);
  return buffers().in.data();
}

const char* quorate_engine_evaluate(std::size_t size) {
  return call(quorate::engine::evaluate_text, size);
}

const char* quorate_engine_evaluate_published(std::size_t size) {
  return call(quorate::engine::evaluate_published_text, size);
}

const char* quorate_engine_measure(std::size_t size) {
  return call(quorate::engine::measure_text, size);
}

const char* quorate_engine_what_if(std::size_t size) {
  return call(quorate::engine::what_if_text, size);
}

std::size_t quorate_engine_output_size() { return buffers().out.size(); }

}  // extern "C"
