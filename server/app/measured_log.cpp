#include "server/app/measured_log.hpp"

#include <chrono>
#include <utility>

namespace quorate::app {

void MeasuredLog::append(const std::string& workshop, std::vector<log::Record> batch, Done done) {
  using Clock = std::chrono::steady_clock;
  const std::size_t records = batch.size();
  std::size_t bytes = 0;
  for (const log::Record& record : batch) bytes += log::size_of(record);
  appends_->waiting_records += records;
  appends_->waiting_bytes += bytes;
  auto measured = [appends = appends_, records, bytes, begin = Clock::now(),
                   done = std::move(done)](std::optional<log::Failure> failure) {
    appends->waiting_records -= records;
    appends->waiting_bytes -= bytes;
    if (!failure) {
      const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
      appends->durations.observe(took.count());
    } else if (*failure == log::Failure::busy) {
      ++appends->busy;
    } else {
      ++appends->failed;
    }
    done(failure);
  };
  kept_.append(workshop, std::move(batch), std::move(measured));
}

}  // namespace quorate::app
