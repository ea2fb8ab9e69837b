#include "server/api/entry_changes.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "server/log/memory.hpp"

namespace quorate::api {
namespace {

using log::WorkshopEntry;
using Changed = tl::expected<WorkshopEntry, HttpResponse>;

const std::string kWorkshop(32, 'a');
const std::string kOther(32, 'b');

class Changes : public testing::Test {
 protected:
  Changes() {
    put({kWorkshop, "FHK247", "key", "facilitator", "cofacilitator", "wall", "recovery", 1});
    put({kOther, "FHK249", "key", "facilitator", "cofacilitator", "wall", "recovery", 1});
  }

  // Runs what was posted, and what that posts.
  void run() {
    while (!posted_.empty()) {
      const auto next = std::move(posted_.front());
      posted_.pop_front();
      next();
    }
  }
  void put(const WorkshopEntry& entry) {
    store_.directory().put(entry, [](auto failure) { EXPECT_FALSE(failure); });
    run();
  }
  WorkshopEntry entry(const std::string& workshop = kWorkshop) {
    return *store_.directory().find(workshop);
  }

  void make(const EntryChanges::Change& change, const std::string& workshop = kWorkshop) {
    changes_->make(
        workshop, change, [this](const WorkshopEntry&) { statuses_.push_back(status::kOk); },
        [this](const HttpResponse& response) { statuses_.push_back(response.status); });
  }
  void set_code(const std::string& code, const std::string& workshop = kWorkshop) {
    make(
        [code](WorkshopEntry entry) -> Changed {
          entry.code = code;
          return entry;
        },
        workshop);
  }
  void set_wall(const std::string& hash) {
    make([hash](WorkshopEntry entry) -> Changed {
      entry.wall_hash = hash;
      return entry;
    });
  }
  // Handing over: only who holds the facilitator's link may, and then holds it no more.
  void hand_over(const std::string& held, const std::string& next) {
    make([held, next](WorkshopEntry entry) -> Changed {
      if (entry.facilitator_hash != held) {
        return tl::make_unexpected(error_response(status::kUnauthorised, "bad_token"));
      }
      entry.facilitator_hash = next;
      return entry;
    });
  }

  std::deque<std::function<void()>> posted_;
  log::MemoryStore store_{
      [this](std::function<void()> function) { posted_.push_back(std::move(function)); }};
  std::optional<EntryChanges> changes_{std::in_place, store_.directory()};
  std::vector<int> statuses_;
};

TEST_F(Changes, AreAnsweredWhenTheyAreStored) {
  set_code("RTWXY2");
  EXPECT_TRUE(statuses_.empty());
  EXPECT_EQ(entry().code, "FHK247");
  run();
  EXPECT_EQ(statuses_, std::vector{status::kOk});
  EXPECT_EQ(entry().code, "RTWXY2");
  EXPECT_FALSE(store_.directory().find_code("FHK247"));
}

TEST_F(Changes, OfOneWorkshopAtOnceDoNotUndoEachOther) {
  store_.faults().hold = true;
  set_code("RTWXY2");
  set_wall("new wall");
  hand_over("facilitator", "new facilitator");
  run();
  EXPECT_TRUE(statuses_.empty());
  store_.release();
  run();
  EXPECT_EQ(statuses_, (std::vector{status::kOk, status::kOk, status::kOk}));
  EXPECT_EQ(entry(), (WorkshopEntry{kWorkshop, "RTWXY2", "key", "new facilitator", "cofacilitator",
                                    "new wall", "recovery", 1}));
}

TEST_F(Changes, AreJudgedAgainWhenTheirTurnComes) {
  hand_over("facilitator", "first");
  hand_over("facilitator", "second");
  set_wall("new wall");
  run();
  EXPECT_EQ(statuses_, (std::vector{status::kOk, status::kUnauthorised, status::kOk}));
  EXPECT_EQ(entry().facilitator_hash, "first");
  EXPECT_EQ(entry().wall_hash, "new wall");
}

TEST_F(Changes, AreRefusedAtOnceToWhoMayNot) {
  store_.faults().hold = true;
  set_wall("new wall");
  hand_over("somebody", "else");
  EXPECT_EQ(statuses_, std::vector{status::kUnauthorised});
  make([](const WorkshopEntry& entry) -> Changed { return entry; }, std::string(32, 'c'));
  EXPECT_EQ(statuses_, (std::vector{status::kUnauthorised, status::kNotFound}));
}

TEST_F(Changes, OfAnotherWorkshopDoNotWait) {
  set_code("RTWXY2");
  set_code("RTWXY4", kOther);
  EXPECT_EQ(posted_.size(), 2U);
  run();
  EXPECT_EQ(entry().code, "RTWXY2");
  EXPECT_EQ(entry(kOther).code, "RTWXY4");
}

TEST_F(Changes, DrawAnotherCodeForOneThatIsTaken) {
  std::vector<std::string> codes{"FHK249", "FHK249", "RTWXY2"};  // judged, written, written again
  make([&codes](WorkshopEntry entry) -> Changed {
    entry.code = codes.front();
    codes.erase(codes.begin());
    return entry;
  });
  run();
  EXPECT_EQ(statuses_, std::vector{status::kOk});
  EXPECT_EQ(entry().code, "RTWXY2");
  EXPECT_EQ(entry(kOther).code, "FHK249");
}

TEST_F(Changes, GiveUpOnCodesThatAreAlwaysTaken) {
  set_code("FHK249");
  set_wall("new wall");
  run();
  EXPECT_EQ(statuses_, (std::vector{status::kUnavailable, status::kOk}));
  EXPECT_EQ(entry().code, "FHK247");
  EXPECT_EQ(entry().wall_hash, "new wall");
}

TEST_F(Changes, ThatCannotBeStoredAreRefusedAndTheNextIsTried) {
  store_.faults().fail_next = 1;
  set_code("RTWXY2");
  set_wall("new wall");
  run();
  EXPECT_EQ(statuses_, (std::vector{status::kUnavailable, status::kOk}));
  EXPECT_EQ(entry().code, "FHK247");
  EXPECT_EQ(entry().wall_hash, "new wall");
}

TEST_F(Changes, WaitInABoundedNumber) {
  store_.faults().hold = true;
  for (std::size_t i = 0; i <= EntryChanges::kWaiting; ++i) set_wall(std::to_string(i));
  EXPECT_EQ(statuses_, std::vector{status::kUnavailable});
  store_.release();
  run();
  EXPECT_EQ(statuses_.size(), EntryChanges::kWaiting + 1);
  EXPECT_EQ(entry().wall_hash, std::to_string(EntryChanges::kWaiting - 1));
}

TEST_F(Changes, MayBeAskedForInTheAnswerToAnother) {
  changes_->make(
      kWorkshop, [](WorkshopEntry entry) -> Changed { return entry; },
      [this](const WorkshopEntry&) { set_code("RTWXY2"); }, [](const HttpResponse&) { FAIL(); });
  set_wall("new wall");
  run();
  EXPECT_EQ(statuses_, (std::vector{status::kOk, status::kOk}));
  EXPECT_EQ(entry().code, "RTWXY2");
  EXPECT_EQ(entry().wall_hash, "new wall");
}

TEST_F(Changes, EndQuietlyWithTheirQueue) {
  set_code("RTWXY2");
  set_wall("new wall");
  changes_.reset();
  run();
  EXPECT_TRUE(statuses_.empty());
  EXPECT_EQ(entry().code, "RTWXY2") << "was being written";
  EXPECT_EQ(entry().wall_hash, "wall");
}

}  // namespace
}  // namespace quorate::api
