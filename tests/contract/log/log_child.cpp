// The other process of the tests of the SQLite adapter.
//
//   log_child append FILE   appends until it is killed; a line for each batch that is acknowledged:
//                           "<workshop> <position after it>", or "entry <workshop>"
//   log_child hold FILE     opens the file, says "open", and ends with its input
//   log_child full FILE     lets files grow no further, appends until that fails, reads, lets them
//                           grow again and appends once more; says what happened, a line for each
// Exit code 1 with a sentence when the file cannot be opened, 2 when something else is not right.
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

#include "server/log/sqlite.hpp"
#include "tests/contract/log/queue_runner.hpp"

namespace quorate::log::test {
namespace {

constexpr std::uint64_t batch_size = 3;
constexpr int not_opened = 1;
constexpr int not_right = 2;

Record record_at(std::uint64_t position) {
  return {"{\"position\":" + std::to_string(position) + "}", std::to_string(position),
          std::string(16, 's')};
}

std::vector<Record> batch_at(std::uint64_t position) {
  std::vector<Record> batch;
  for (std::uint64_t i = 0; i < batch_size; ++i) batch.push_back(record_at(position + i));
  return batch;
}

// Past stdio's buffer, so that a line is out when this returns.
bool say(const std::string& text) {
  const std::string line = text + "\n";
  return ::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size());
}

class Program {
 public:
  int run(const std::string& mode, const std::string& file) {
    SqliteOptions options;
    options.file = file;
    options.on_trouble = [this](Trouble, const std::string&) { ++troubles_; };
    auto store = SqliteStore::open(options, runner_.executor());
    if (!store) {
      say(store.error());
      return not_opened;
    }
    store_ = std::move(*store);
    if (mode == "append") return append_for_ever();
    if (mode == "hold") return hold();
    if (mode == "full") return fill();
    return not_right;
  }

 private:
  struct Workshop {
    std::string id;
    std::uint64_t next = 0;  // the position of the next batch
  };

  int append_for_ever() {
    // A bound all the same, should nobody kill it.
    constexpr std::uint64_t batches = 100'000;
    constexpr std::uint64_t outstanding = 24;
    constexpr std::uint64_t batches_per_entry = 10;
    std::array<Workshop, 3> workshops{Workshop{std::string(32, 'a')},
                                      Workshop{std::string(32, 'b')},
                                      Workshop{std::string(32, 'c')}};
    for (Workshop& workshop : workshops) workshop.next = count(workshop.id);
    bool right = true;
    for (std::uint64_t i = 0; i < batches && right; ++i) {
      Workshop& workshop = workshops[i % workshops.size()];
      std::vector<Record> batch = batch_at(workshop.next);
      workshop.next += batch_size;
      ++waiting_;
      store_->log().append(workshop.id, std::move(batch),
                           [this, &right, id = workshop.id, end = workshop.next](auto failure) {
                             --waiting_;
                             right = right && !failure && say(id + " " + std::to_string(end));
                           });
      if (i % batches_per_entry == 0) put_entry(right);
      right = right && runner_.run_until([this] { return waiting_ < outstanding; });
    }
    return not_right;
  }

  void put_entry(bool& right) {
    WorkshopEntry entry;
    entry.workshop = "entry-" + std::to_string(::getpid()) + "-" + std::to_string(entries_++);
    const std::string id = entry.workshop;
    ++waiting_;
    store_->directory().put(std::move(entry), [this, &right, id](auto failure) {
      --waiting_;
      right = right && !failure && say("entry " + id);
    });
  }

  std::uint64_t count(const std::string& workshop) {
    std::uint64_t records = 0;
    bool caught_up = false;
    const auto subscription = store_->log().subscribe(
        workshop, 0, [&](std::uint64_t, const Record&) { ++records; }, [&] { caught_up = true; });
    runner_.run_until([&] { return caught_up; });
    return records;
  }

  int hold() {
    say("open");
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
    }
    return 0;
  }

  std::optional<Failure> append_once(const std::string& workshop, std::uint64_t position) {
    bool done = false;
    std::optional<Failure> outcome;
    store_->log().append(workshop, batch_at(position), [&](auto failure) {
      done = true;
      outcome = failure;
    });
    return runner_.run_until([&] { return done; }) ? outcome : Failure::busy;
  }

  int fill() {
    constexpr rlim_t room = 512 * 1024;
    constexpr std::uint64_t most = 100'000;
    const std::string workshop(32, 'a');
    // Writing past the limit fails like a full disk, instead of ending the process.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = room;
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return not_right;
    std::uint64_t position = 0;
    std::optional<Failure> failure;
    while (!failure && position < most) {
      failure = append_once(workshop, position);
      if (!failure) position += batch_size;
    }
    if (failure != Failure::failed) return not_right;
    say("failed after " + std::to_string(position));
    const bool again = append_once(workshop, position) == Failure::failed;
    say(again && !store_->log().writable() ? "read-only" : "not read-only");
    say("reads " + std::to_string(count(workshop)));
    limit.rlim_cur = before;
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return not_right;
    if (append_once(workshop, position)) return not_right;
    say(store_->log().writable() ? "writes again" : "still read-only");
    say("reads " + std::to_string(count(workshop)));
    say("troubles " + std::to_string(troubles_));
    return 0;
  }

  QueueRunner runner_;
  std::unique_ptr<SqliteStore> store_;
  std::uint64_t waiting_ = 0;
  std::uint64_t entries_ = 0;
  int troubles_ = 0;
};

}  // namespace
}  // namespace quorate::log::test

int main(int count, char** arguments) {
  if (count != 3) return quorate::log::test::not_right;
  quorate::log::test::Program program;
  return program.run(arguments[1], arguments[2]);
}
