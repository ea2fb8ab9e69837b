#include "shared/json/patch.hpp"

#include <gtest/gtest.h>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace quorate::json {
namespace {

std::string patch_text(const char* from, const char* to) {
  auto patch = difference(*read(from), *read(to));
  return patch ? write(*patch) : "equal";
}

TEST(JsonPatch, HoldsOnlyWhatChanged) {
  EXPECT_EQ(patch_text(R"({"a":1,"b":{"c":2,"d":3}})", R"({"a":1,"b":{"c":2,"d":4}})"),
            R"({"b":{"d":4}})");
  EXPECT_EQ(patch_text(R"({"a":1})", R"({"a":1})"), "equal");
  EXPECT_EQ(patch_text(R"({"a":[1,2]})", R"({"a":[1,3]})"), R"({"a":[1,3]})");
}

TEST(JsonPatch, SaysNullForWhatWentAway) {
  EXPECT_EQ(patch_text(R"({"a":1,"b":2})", R"({"b":2})"), R"({"a":null})");
}

TEST(JsonPatch, AppliedToTheOldGivesTheNew) {
  const char* texts[] = {R"({})",
                         R"({"a":1})",
                         R"({"a":{"b":{}}})",
                         R"({"a":{"b":{"c":[1]}},"d":"x"})",
                         R"({"a":[],"d":{"e":false}})",
                         R"({"a":{"x":1,"y":2},"d":{"e":false}})"};
  for (const char* from : texts) {
    for (const char* to : texts) {
      Value value = *read(from);
      if (auto patch = difference(value, *read(to))) apply(value, *patch);
      EXPECT_EQ(write(value), to) << "from " << from;
    }
  }
}

}  // namespace
}  // namespace quorate::json
