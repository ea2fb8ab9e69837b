// A log that another one keeps, and that knows how long its appends take.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/log/log.hpp"
#include "server/ops/histogram.hpp"

namespace quorate::app {

// On the executor's thread, as any log.
class MeasuredLog final : public log::Log {
 public:
  // `kept` outlives this, and callbacks of it may come when this is gone.
  explicit MeasuredLog(log::Log& kept) : kept_(kept) {}

  void append(const std::string& workshop, std::vector<log::Record> batch, Done done) override;
  log::Subscription subscribe(const std::string& workshop, std::uint64_t from, OnRecord on_record,
                              CaughtUp caught_up, OnFailure on_failure) override {
    return kept_.subscribe(workshop, from, std::move(on_record), std::move(caught_up),
                           std::move(on_failure));
  }
  bool writable() const override { return kept_.writable(); }
  void close() override { kept_.close(); }

  struct Appends {
    ops::Histogram durations;         // of those that are durable
    std::uint64_t busy = 0;           // refused: too much waited
    std::uint64_t failed = 0;         // refused: by the storage, or too large
    std::size_t waiting_records = 0;  // between append() and its `done`
    std::size_t waiting_bytes = 0;
  };
  const Appends& appends() const { return *appends_; }

 private:
  log::Log& kept_;
  const std::shared_ptr<Appends> appends_ = std::make_shared<Appends>();
};

}  // namespace quorate::app
