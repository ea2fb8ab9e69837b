#include "server/net/channel/frame.hpp"

#include <gtest/gtest.h>

#include <string>

namespace quorate::net {
namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

TEST(Frames, SayTheirLengthInTheFewestBytes) {
  EXPECT_EQ(text_frame_head(0), bytes({0x81, 0}));
  EXPECT_EQ(text_frame_head(125), bytes({0x81, 125}));
  EXPECT_EQ(text_frame_head(126), bytes({0x81, 126, 0, 126}));
  EXPECT_EQ(text_frame_head(65535), bytes({0x81, 126, 0xFF, 0xFF}));
  EXPECT_EQ(text_frame_head(65536), bytes({0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0}));
}

TEST(Frames, CloseWithACode) {
  EXPECT_EQ(close_frame(4000), bytes({0x88, 2, 0x0F, 0xA0}));
  EXPECT_TRUE(is_close_frame(close_frame(kNormalClosure)));
}

TEST(Frames, AreToldApart) {
  EXPECT_FALSE(is_close_frame(text_frame_head(5)));
  EXPECT_FALSE(is_close_frame(bytes({0x8A, 0}))) << "a pong";
  EXPECT_FALSE(is_close_frame(""));
}

}  // namespace
}  // namespace quorate::net
