#include "server/ops/exposition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/ops/process.hpp"

namespace quorate::ops {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

TEST(Exposition, SaysWhatAMetricIsBeforeItsSamples) {
  Exposition out;
  out.gauge("rooms", "Rooms.");
  out.sample(3);
  out.counter("commands_total", "Commands.");
  out.sample("kind", "join", "outcome", "accepted", 7);
  EXPECT_EQ(out.text(),
            "# HELP rooms Rooms.\n# TYPE rooms gauge\nrooms 3\n"
            "# HELP commands_total Commands.\n# TYPE commands_total counter\n"
            "commands_total{kind=\"join\",outcome=\"accepted\"} 7\n");
}

TEST(Exposition, WritesTimesInSeconds) {
  Exposition out;
  out.gauge("a_seconds", "A.");
  out.sample_us(1'500'000);
  out.sample_us(7);
  out.sample_ms(2'000);
  out.sample_us(0);
  EXPECT_THAT(out.text(),
              EndsWith("a_seconds 1.5\na_seconds 0.000007\na_seconds 2\na_seconds 0\n"));
}

TEST(Exposition, EscapesWhatALabelMayNotHold) {
  Exposition out;
  out.gauge("a", "A.");
  out.sample("b", "\"\\\n", 1);
  EXPECT_THAT(out.text(), EndsWith("a{b=\"\\\"\\\\\\n\"} 1\n"));
}

TEST(Exposition, CountsADurationInEveryBucketThatHoldsIt) {
  Histogram durations;
  durations.observe(500);
  durations.observe(501);
  durations.observe(20'000'000);
  Exposition out;
  out.histogram("a_seconds", "A.", durations);
  EXPECT_THAT(out.text(), HasSubstr("a_seconds_bucket{le=\"0.0005\"} 1\n"));
  EXPECT_THAT(out.text(), HasSubstr("a_seconds_bucket{le=\"0.001\"} 2\n"));
  EXPECT_THAT(out.text(), HasSubstr("a_seconds_bucket{le=\"10\"} 2\n"));
  EXPECT_THAT(out.text(), EndsWith("a_seconds_bucket{le=\"+Inf\"} 3\na_seconds_sum 20.001001\n"
                                   "a_seconds_count 3\n"));
}

TEST(ProcessSeen, HasMemoryAndOpenFiles) {
  const Process process = look_at_process();
  EXPECT_GT(process.resident_bytes, 1u << 20);
  EXPECT_GE(process.virtual_bytes, process.resident_bytes);
  EXPECT_GE(process.open_files, 3u);
  EXPECT_GE(process.most_files, process.open_files);
}

}  // namespace
}  // namespace quorate::ops
