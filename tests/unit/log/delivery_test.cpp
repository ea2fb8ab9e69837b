// The boundary between what is read and what is written meanwhile, step by step.
#include "server/log/delivery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quorate::log {
namespace {

using testing::ElementsAre;

const std::string workshop = "w";

std::vector<Record> records(std::uint64_t first, std::uint64_t count, std::size_t bytes = 1) {
  std::vector<Record> made;
  for (std::uint64_t i = 0; i < count; ++i) {
    made.push_back({std::to_string(first + i), std::string(bytes, 'p'), ""});
  }
  return made;
}

class DeliveryTest : public testing::Test {
 protected:
  struct Request {
    std::uint64_t from;
    ReadDone done;
  };

  void listen(std::uint64_t from = 0) {
    subscription_ = delivery_->subscribe(
        workshop, from,
        [this](std::uint64_t position, const Record& record) {
          EXPECT_EQ(record.envelope, std::to_string(position));
          heard_.push_back(position);
        },
        [this] { ++caught_up_; }, [this](Failure) { ++failures_; });
  }
  void publish(std::uint64_t first, std::uint64_t count, std::size_t bytes = 1) {
    delivery_->publish(workshop, first,
                       std::make_shared<const std::vector<Record>>(records(first, count, bytes)));
  }
  // Answers the only read that is under way.
  void hand_over(std::uint64_t count, bool end) {
    ASSERT_EQ(requests_.size(), 1U);
    const Request request = std::move(requests_.front());
    requests_.clear();
    request.done(Chunk{records(request.from, count), end});
  }

  std::vector<Request> requests_;
  std::vector<std::uint64_t> heard_;
  int caught_up_ = 0;
  int failures_ = 0;
  std::shared_ptr<Delivery> delivery_ =
      std::make_shared<Delivery>([this](const std::string&, std::uint64_t from, ReadDone done) {
        requests_.push_back({from, std::move(done)});
      });
  Subscription subscription_;
};

TEST_F(DeliveryTest, what_is_published_while_reading_comes_after_what_is_read) {
  listen();
  publish(3, 2);
  EXPECT_TRUE(heard_.empty());
  hand_over(3, true);
  EXPECT_THAT(heard_, ElementsAre(0, 1, 2, 3, 4));
  EXPECT_EQ(caught_up_, 1);
  EXPECT_TRUE(requests_.empty());
}

TEST_F(DeliveryTest, what_is_both_read_and_published_comes_once) {
  listen();
  publish(1, 3);
  hand_over(3, true);  // the read saw a part of it
  EXPECT_THAT(heard_, ElementsAre(0, 1, 2, 3));
  publish(2, 3);  // published late, though read long ago
  EXPECT_THAT(heard_, ElementsAre(0, 1, 2, 3, 4));
}

TEST_F(DeliveryTest, what_was_too_much_to_keep_is_read) {
  constexpr std::size_t large = 1024 * 1024;
  listen();
  for (std::uint64_t position = 2; position < 12; ++position) publish(position, 1, large);
  hand_over(2, true);
  EXPECT_THAT(heard_, ElementsAre(0, 1));
  EXPECT_EQ(caught_up_, 0);
  ASSERT_EQ(requests_.size(), 1U);
  EXPECT_EQ(requests_[0].from, 2U);
  hand_over(10, true);
  EXPECT_THAT(heard_, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  EXPECT_EQ(caught_up_, 1);
}

TEST_F(DeliveryTest, catches_up_though_something_is_published_during_every_read) {
  listen();
  publish(5, 1);
  hand_over(5, false);
  EXPECT_EQ(caught_up_, 0);
  publish(6, 1);
  hand_over(0, true);
  EXPECT_THAT(heard_, ElementsAre(0, 1, 2, 3, 4, 5, 6));
  EXPECT_EQ(caught_up_, 1);
  EXPECT_TRUE(requests_.empty());
}

TEST_F(DeliveryTest, reads_one_chunk_at_a_time_each_from_where_the_last_ended) {
  listen(10);
  EXPECT_EQ(requests_.at(0).from, 10U);
  hand_over(4, false);
  EXPECT_EQ(requests_.at(0).from, 14U);
  hand_over(0, true);
  EXPECT_THAT(heard_, ElementsAre(10, 11, 12, 13));
}

TEST_F(DeliveryTest, a_read_that_comes_after_the_end_is_not_heard) {
  listen();
  publish(0, 1);
  subscription_.reset();
  hand_over(1, true);
  publish(1, 1);
  EXPECT_TRUE(heard_.empty());
  EXPECT_EQ(caught_up_ + failures_, 0);
}

TEST_F(DeliveryTest, nothing_comes_after_a_failed_read) {
  listen();
  publish(0, 1);
  requests_.at(0).done(tl::unexpected(Failure::failed));
  publish(1, 1);
  EXPECT_EQ(failures_, 1);
  EXPECT_TRUE(heard_.empty());
  EXPECT_EQ(caught_up_, 0);
}

}  // namespace
}  // namespace quorate::log
