#include "tests/integration/server_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "server/net/client/fetch.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::test {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(30);  // a sanitised program on a busy machine
constexpr const char* kErrors = "stderr";

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

// Only what may be called between fork and exec.
[[noreturn]] void become(const std::vector<char*>& arguments, const std::vector<char*>& environment,
                         int output, int errors) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  execvpe(arguments.front(), arguments.data(), environment.data());
  _exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> serve_arguments(const fs::path& data, const fs::path& site,
                                         const std::vector<std::string>& flags,
                                         std::uint16_t port) {
  std::ofstream(site / "index.html") << "<!DOCTYPE html><title>Quorate</title>";
  std::ofstream(site / "index.html.br") << "brotli bytes";
  std::ofstream(site / "site.json")
      << R"({"format":1,"paths":{"/":{"file":"index.html","br":"index.html.br","headers":{)"
      << R"("content-type":"text/html; charset=utf-8","etag":"W/\"t1\"","vary":"accept-encoding"}}}})";
  std::vector<std::string> arguments{
      "serve",  "--listen",    "127.0.0.1", "--port",     std::to_string(port),
      "--data", data.string(), "--site",    site.string()};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  return arguments;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "quorate-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // what is left behind is in the folder for such things
  fs::remove_all(path_, ignored);
}

Process::Process(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment) {
  std::vector<std::string> words{QUORATE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;
  for (char** one = environ; *one != nullptr; ++one) variables.emplace_back(*one);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(variables);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const int errors = open((folder_.path() / kErrors).c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  pid_ = fork();
  if (pid_ == 0) become(argv, envp, ends[1], errors);
  close(ends[1]);
  close(errors);
  output_ = ends[0];
  if (pid_ < 0) throw std::runtime_error("cannot start the program");
}

Process::~Process() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close(output_);
}

void Process::limit_files(std::uintmax_t bytes) const {
  const rlimit limit{static_cast<rlim_t>(bytes), RLIM_INFINITY};
  if (prlimit(pid_, RLIMIT_FSIZE, &limit, nullptr) != 0) throw std::runtime_error("no limit");
}

void Process::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);
}

int Process::wait() {
  // Standard output ends with the process: that is waited for, and what came is kept.
  const auto deadline = Clock::now() + kPatience;
  std::array<char, 4096> chunk;
  for (;;) {
    pollfd ready{output_, POLLIN, 0};
    if (poll(&ready, 1, milliseconds_until(deadline)) <= 0) {
      throw std::runtime_error("the program does not end:\n" + errors());
    }
    const ssize_t size = read(output_, chunk.data(), chunk.size());
    if (size <= 0) break;
    read_.append(chunk.data(), static_cast<std::size_t>(size));
  }
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string Process::line_beginning(const std::string& begin) {
  const auto deadline = Clock::now() + kPatience;
  for (;;) {
    for (std::size_t end = read_.find('\n'); end != std::string::npos; end = read_.find('\n')) {
      const std::string line = read_.substr(0, end);
      read_.erase(0, end + 1);
      if (line.starts_with(begin)) return line;
    }
    pollfd ready{output_, POLLIN, 0};
    std::array<char, 4096> chunk;
    const bool more = poll(&ready, 1, milliseconds_until(deadline)) > 0;
    const ssize_t size = more ? read(output_, chunk.data(), chunk.size()) : 0;
    if (size <= 0) throw std::runtime_error("'" + begin + "' did not come:\n" + errors());
    read_.append(chunk.data(), static_cast<std::size_t>(size));
  }
}

std::string Process::errors() const {
  std::ostringstream text;
  text << std::ifstream(folder_.path() / kErrors).rdbuf();
  return text.str();
}

ServerProcess::ServerProcess(const fs::path& data, const std::vector<std::string>& flags,
                             std::uint16_t port)
    : process_(serve_arguments(data, site_.path(), flags, port)) {
  const auto address_in = [](const std::string& line) -> net::Address {
    return {"127.0.0.1", static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)))};
  };
  if (std::find(flags.begin(), flags.end(), "--admin-port") != flags.end()) {
    admin_ = address_in(process_.line_beginning("admin on "));
  }
  address_ = address_in(process_.line_beginning("listening on "));
}

int ServerProcess::stop() {
  process_.signal(SIGTERM);
  return process_.wait();
}

void ServerProcess::kill() {
  process_.signal(SIGKILL);
  process_.wait();
}

Workshop create_workshop(const net::Address& address) {
  const auto response = net::fetch_now(net::post_json(
      address, "/api/workshops",
      R"({"title":{"en":"Crisis house"},"groups":[{"id":"locals","label":{"en":"Locals"}}]})"));
  if (!response) throw std::runtime_error(response.error());
  if (response->status != 201) throw std::runtime_error(response->body);
  const auto body = json::read(response->body);
  if (!body) throw std::runtime_error(body.error().sentence());
  json::Fields fields(*body);
  const auto text = [&](const char* key) { return fields.string(key, {1, 100}); };
  Workshop workshop{text("workshop"),      text("code"), text("key"),     text("facilitator"),
                    text("cofacilitator"), text("wall"), text("recovery")};
  if (fields.error()) throw std::runtime_error(fields.error()->sentence());
  return workshop;
}

}  // namespace quorate::test
