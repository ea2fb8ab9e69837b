// A file with a whole workshop in it: its setup and how each person answers, as `quorate evaluate`
// reads it, with titles and labels beside (tests/data/crisis-sanctuary.json).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/json/value.hpp"

namespace quorate::bots {

struct Ballot {
  std::string group;
  std::map<std::string, json::Value> ratings;  // by factor: 1–9, "dk", "na"
};

struct BallotFile {
  // What POST /api/workshops takes. Texts that are not by language yet are taken for English.
  json::Value setup;
  std::vector<Ballot> ballots;
};

// The error is one sentence that names the field, without a full stop.
tl::expected<BallotFile, std::string> read_ballot_file(std::string_view text);

}  // namespace quorate::bots
