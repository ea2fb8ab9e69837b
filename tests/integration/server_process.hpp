// The real program as a process of its own: on a free port, with its own folders, gone with the
// test.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "server/net/client/client_channel.hpp"
#include "shared/json/value.hpp"

namespace quorate::test {

// A folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Any run of the program.
class Process {
 public:
  // `arguments` come after the program's name; `environment` are "NAME=value" beside those
  // inherited.
  explicit Process(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {});
  // Kills it if it still runs.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const;
  // From now on no file of it can grow beyond so many bytes, as on a full disk.
  void limit_files(std::uintmax_t bytes) const;
  // Waits for the end: the exit status, or minus the number of the signal that ended it. Throws
  // when it does not end in time.
  int wait();

  // Reads standard output up to the next line that begins so; the line. Throws when it does not
  // come in time.
  std::string line_beginning(const std::string& begin);
  // All of standard error so far; after wait(), all there was.
  std::string errors() const;

 private:
  TemporaryFolder folder_;
  pid_t pid_ = -1;
  int output_ = -1;
  std::string read_;
};

// `quorate serve`. Started again on the same data folder it finds what was stored.
class ServerProcess {
 public:
  // Returns when it listens. `flags` are beside --port, --listen, --data and --site.
  explicit ServerProcess(const std::filesystem::path& data,
                         const std::vector<std::string>& flags = {}, std::uint16_t port = 0);

  const net::Address& address() const { return address_; }
  // Of the admin listener, where the flags ask for one.
  const net::Address& admin() const { return admin_; }
  Process& process() { return process_; }
  // SIGTERM, and the exit status.
  int stop();
  // SIGKILL, at once.
  void kill();

 private:
  TemporaryFolder site_;
  Process process_;
  net::Address address_;
  net::Address admin_;
};

// A workshop made through the server: the response to its creation.
struct Workshop {
  std::string id;
  std::string code;
  std::string key;
  std::string facilitator;
  std::string cofacilitator;
  std::string wall;
  std::string recovery;
};
// With the built-in questions and one group "locals". Throws when it is refused.
Workshop create_workshop(const net::Address& address);

}  // namespace quorate::test
