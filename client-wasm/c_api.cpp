// The module `client`: one client behind a plain C interface over UTF-8 JSON (CONTRACT.md). The
// exports are named in CMakeLists.txt.
#include <cstddef>
#include <cstdint>
#include <string>

#include "client-wasm/text.hpp"

namespace {

// One module instance is one client; it lives as long as the page.
struct Module {
  quorate::client::TextClient client;
  std::string in;
  std::string out;
};

Module& module() {
  static Module instance;
  return instance;
}

std::string_view input_of(std::size_t size) {
  const std::string& in = module().in;
  return std::string_view(in).substr(0, size);
}

}  // namespace

extern "C" {

char* quorate_buffer(std::size_t size) {
  module().in.resize(size);
  return module().in.data();
}

const char* quorate_input(std::size_t size, double now_ms) {
  module().out = module().client.input(input_of(size), static_cast<std::int64_t>(now_ms));
  return module().out.data();
}

const char* quorate_receive(std::size_t size, double now_ms) {
  module().out = module().client.receive(input_of(size), static_cast<std::int64_t>(now_ms));
  return module().out.data();
}

std::size_t quorate_output_size() { return module().out.size(); }

}  // extern "C"
