#include "server/app/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace quorate::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Configuration : public testing::Test {
 protected:
  Configuration() {
    std::string name = (std::filesystem::temp_directory_path() / "quorate-config-XXXXXX").string();
    close(mkstemp(name.data()));
    file_ = name;
  }
  ~Configuration() override {
    std::filesystem::remove(file_);
    for (const std::string& variable : variables_) unsetenv(variable.c_str());
  }

  void in_file(const std::string& text) const { std::ofstream(file_) << text; }
  void in_environment(const std::string& name, const std::string& value) {
    setenv(name.c_str(), value.c_str(), 1);
    variables_.push_back(name);
  }
  // The settings, or the sentence that refuses them.
  tl::expected<Config, std::string> read(std::vector<std::string> flags) const {
    CLI::App command;
    Config config;
    add_settings(command, config);
    flags.insert(flags.end(), {"--config", file_});
    std::reverse(flags.begin(), flags.end());
    try {
      command.parse(flags);
    } catch (const CLI::Error& error) {
      return tl::make_unexpected(std::string(error.what()));
    }
    const auto completed = complete(command, config);
    if (!completed) return tl::make_unexpected(completed.error());
    return config;
  }

  // The sentence that refuses the file; empty when it is taken.
  std::string refusal() const {
    const auto config = read({});
    return config ? "" : config.error();
  }

  std::string file_;
  std::vector<std::string> variables_;
};

TEST_F(Configuration, HasDefaults) {
  const auto config = read({});
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->port, 8080);
  EXPECT_EQ(config->listen, "0.0.0.0");
}

TEST_F(Configuration, HasAnAdminListenerOnThisComputerWhereAPortIsSaid) {
  EXPECT_EQ(read({})->admin_port, std::nullopt);
  EXPECT_EQ(read({"--admin-port", "0"})->admin_port, 0);
  in_file("admin_port = 9464\n");
  const auto config = read({});
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->admin_port, 9464);
  EXPECT_EQ(config->admin_listen, "127.0.0.1");
  EXPECT_FALSE(read({"--admin-port", "70000"}));
}

TEST_F(Configuration, TakesTheFileBeforeADefault) {
  in_file("port = 81\npublic_url = \"https://a.example/\"\ntrusted_proxies = [\"10.0.0.0/8\"]\n");
  const auto config = read({});
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->port, 81);
  EXPECT_EQ(config->public_url, "https://a.example");
  EXPECT_EQ(config->proxies, std::vector{*budgets::Network::parse("10.0.0.0/8")});
}

TEST_F(Configuration, TakesProxiesFromEverywhere) {
  const std::vector both{*budgets::Network::parse("10.0.0.0/8"), *budgets::Network::parse("::1")};
  EXPECT_TRUE(read({})->proxies.empty());
  EXPECT_EQ(read({"--trusted-proxies", "10.0.0.0/8", "::1"})->proxies, both);
  EXPECT_EQ(read({"--trusted-proxies", "10.0.0.0/8,::1"})->proxies, both);
  in_file("trusted_proxies = [\"10.0.0.0/8\", \"::1\"]\n");
  EXPECT_EQ(read({})->proxies, both);
  in_file("trusted_proxies = \"192.0.2.1\"\n");
  EXPECT_EQ(read({})->proxies, std::vector{*budgets::Network::parse("192.0.2.1")});
  in_environment("QUORATE_TRUSTED_PROXIES", "10.0.0.0/8,::1");
  EXPECT_EQ(read({})->proxies, both);
}

TEST_F(Configuration, RefusesProxiesThatAreNoAddresses) {
  for (const char* text : {"proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", "any"}) {
    const auto config = read({"--trusted-proxies", text});
    ASSERT_FALSE(config) << text;
    EXPECT_THAT(config.error(), HasSubstr("--trusted-proxies must be addresses"));
  }
  in_file("trusted_proxies = [10]\n");
  EXPECT_THAT(refusal(), HasSubstr("trusted_proxies must be"));
}

TEST_F(Configuration, TakesTheEnvironmentBeforeTheFile) {
  in_file("port = 81\n");
  in_environment("QUORATE_PORT", "82");
  const auto config = read({});
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->port, 82);
}

TEST_F(Configuration, TakesAFlagBeforeTheEnvironment) {
  in_file("port = 81\n");
  in_environment("QUORATE_PORT", "82");
  const auto config = read({"--port", "83"});
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->port, 83);
}

TEST_F(Configuration, RefusesUnknownKeysByName) {
  for (const char* key : {"prot", "config", "help", "public-url"}) {
    in_file(std::string(key) + " = 1\n");
    const auto config = read({});
    ASSERT_FALSE(config) << key;
    EXPECT_THAT(config.error(), HasSubstr("unknown key '" + std::string(key) + "'"));
  }
}

TEST_F(Configuration, NamesTheWholeUnknownKeyOfATable) {
  in_file("[create]\nkye = \"a long secret\"\n");
  EXPECT_THAT(refusal(), HasSubstr("unknown key 'create.kye'"));
  in_file("[other]\nport = 1\n");
  EXPECT_THAT(refusal(), HasSubstr("unknown key 'other.port'"));
  in_file("[create.key]\nport = 1\n");
  EXPECT_THAT(refusal(), HasSubstr("create.key must be one value"));
  in_file("create = \"a long secret\"\n");
  EXPECT_THAT(refusal(), HasSubstr("unknown key 'create'"));
}

TEST_F(Configuration, TakesTheKeyForCreatingFromEverywhere) {
  EXPECT_EQ(read({})->create_key, "");
  in_file("port = 81\n[create]\nkey = \"of the file\"\n");
  EXPECT_THAT(refusal(), HasSubstr("--create-key must be 8 to 200")) << "with spaces";
  in_file("create.key = \"of-the-file\"\n");
  EXPECT_EQ(read({})->create_key, "of-the-file");
  in_environment("QUORATE_CREATE_KEY", "of-the-environment");
  EXPECT_EQ(read({})->create_key, "of-the-environment");
  EXPECT_EQ(read({"--create-key", "of-the-flag"})->create_key, "of-the-flag");
}

TEST_F(Configuration, KnowsOneSpellingOfTheKeyForCreating) {
  for (const char* key : {"create_key", "create-key", "\"create.key\""}) {
    in_file(std::string(key) + " = \"a-long-secret\"\n");
    EXPECT_THAT(refusal(), HasSubstr("unknown key 'create")) << key;
  }
}

TEST_F(Configuration, AnEmptyTableOfTheFileChangesNothing) {
  in_file("[create]\n");
  EXPECT_EQ(read({})->create_key, "");
}

TEST_F(Configuration, RefusesAKeyForCreatingWithoutRepeatingIt) {
  for (const std::string& key : {std::string(), std::string("sevenXX"), std::string(201, 'X'),
                                 std::string("schlüsselXX"), std::string("tab\tXXXXXX")}) {
    const auto config = read({"--create-key", key});
    ASSERT_FALSE(config) << key;
    EXPECT_THAT(config.error(), HasSubstr("--create-key must be 8 to 200"));
    EXPECT_THAT(config.error(), Not(HasSubstr("XX")));
  }
  EXPECT_TRUE(read({"--create-key", std::string(8, '~')}));
  EXPECT_TRUE(read({"--create-key", std::string(200, '!')}));
}

TEST_F(Configuration, NeverShowsTheKeyForCreatingInItsHelp) {
  in_environment("QUORATE_CREATE_KEY", "of-the-environment");
  CLI::App command;
  Config config;
  config.create_key = "a-default";
  add_settings(command, config);
  const auto nothing_of_it = AllOf(HasSubstr("--create-key"), Not(HasSubstr("a-default")),
                                   Not(HasSubstr("of-the-environment")));
  EXPECT_THAT(command.help(), nothing_of_it);
  command.parse(std::vector<std::string>{});
  EXPECT_EQ(config.create_key, "of-the-environment");
  EXPECT_THAT(command.help(), nothing_of_it);
}

TEST_F(Configuration, RefusesValuesOfTheFileAsItRefusesThoseOfFlags) {
  for (const char* line : {"port = 70000", "port = \"http\"", "port = [1]", "log_level = \"loud\"",
                           "log_level = [\"info\"]", "connections = 0", "listen = { a = 1 }"}) {
    in_file(line);
    EXPECT_FALSE(read({})) << line;
  }
}

TEST_F(Configuration, SaysAtWhichLineAFileIsNoToml) {
  in_file("port = 81\nport 82\n");
  const auto config = read({});
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error(), HasSubstr("line 2"));
}

TEST_F(Configuration, RefusesAPublicUrlThatIsNoOrigin) {
  for (const char* url :
       {"vote.example.org", "ftp://a", "https://", "https://a/b", "https://u@a"}) {
    EXPECT_FALSE(read({"--public-url", url})) << url;
  }
}

}  // namespace
}  // namespace quorate::app
