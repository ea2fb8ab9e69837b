// The one value that leaves a server about answers. Nobody's rating may be worked out from it, by
// looking or by subtracting: it holds totals, and per factor cells that partition the total, each
// covering enough people. Everything else (advice, group figures, flags) is computed from it alone,
// by server and browser alike.
//
// Enough are k ratings or more, of which nobody's or at least k are not proxies': who answers for
// others knows those answers, so that only people with a phone of their own hide one another. Which
// ratings are proxies' decides what may be shown and is itself in nothing that is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/engine/setup.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"

namespace quorate::engine {

// Groups shown together (or one alone), as places in the setup, ascending.
struct Cell {
  std::vector<std::size_t> groups;
  Histogram counts{};
  std::int64_t n = 0;  // the sum of counts: enough
  bool operator==(const Cell&) const = default;
};

// How many answered "I do not know" and "Does not apply here".
struct Unrated {
  std::int64_t dk = 0;
  std::int64_t na = 0;
  bool operator==(const Unrated&) const = default;
};

// Ratings of reversed factors are turned already.
struct PublishedFactor {
  bool pending = false;  // not revealed yet: nothing but n
  std::int64_t n = 0;    // how many rated it 1..9
  // The rest is empty while pending, and while no factor at all has enough ratings.
  std::optional<Unrated> unrated;     // everybody's, when n + dk + na >= k
  std::optional<Histogram> counts;    // everybody's, when they are enough
  std::vector<Cell> cells;            // ordered by their first group; they partition `counts`
  std::optional<Histogram> previous;  // the round before, when that had enough ratings too
  bool operator==(const PublishedFactor&) const = default;
};

struct Published {
  Setup setup;
  std::vector<PublishedFactor> factors;  // one for each of setup.factors
  // False while no factor, pending ones included, has enough ratings: then nothing but n is in
  // here.
  bool enough = false;
  bool operator==(const Published&) const = default;

  // The most ratings any factor has.
  std::int64_t n() const;
};

// `counts` and `previous` (or null) must have been made for the given setup, with at most
// kMostPeople answers to a factor; `pending` has one entry for each factor.
Published publish(Setup given, const Counts& counts, const std::vector<bool>& pending,
                  const Counts* previous);

json::Value to_json(const Published& published);
// Refuses what `publish` cannot have made: cells below k, cells that do not add up, unknown groups.
tl::expected<Published, json::FieldError> published_from_json(const json::Value& value);

}  // namespace quorate::engine
