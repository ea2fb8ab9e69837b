// Builds JSON objects by moving, where an initializer list would copy every nested value.
#pragma once

#include <cstddef>
#include <utility>

#include "shared/json/value.hpp"

namespace quorate::engine {

// ObjectBuilder(2).add("a", 1).add("b", std::move(list)).take(). Cheapest in the keys' order; no
// key twice.
class ObjectBuilder {
 public:
  explicit ObjectBuilder(std::size_t members) { members_.reserve(members); }

  ObjectBuilder& add(const char* key, json::Value value) {
    members_.push_back({key, std::move(value)});
    return *this;
  }
  json::Value take() { return json::Value(std::move(members_)); }

 private:
  json::Value::Object members_;
};

}  // namespace quorate::engine
