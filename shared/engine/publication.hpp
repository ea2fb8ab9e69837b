// The one value that leaves a server about answers. Nobody's rating may be worked out from it, by
// looking or by subtracting: it holds totals, and per factor cells that partition the total, each
// covering at least k people. Everything else (advice, group figures, flags) is computed from it
// alone, by server and browser alike.
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
  std::int64_t n = 0;  // the sum of counts, at least k
  bool operator==(const Cell&) const = default;
};

// Ratings of reversed factors are turned already.
struct PublishedFactor {
  bool pending = false;  // not revealed yet: nothing but n
  std::int64_t n = 0;    // how many rated it 1..9
  // The rest is empty while pending, and while no factor at all has k ratings.
  std::int64_t dk = 0;
  std::int64_t na = 0;
  std::optional<Histogram> counts;    // everybody's, when n >= k
  std::vector<Cell> cells;            // ordered by their first group; they partition `counts`
  std::optional<Histogram> previous;  // the round before, when that had k ratings too
  bool operator==(const PublishedFactor&) const = default;
};

struct Published {
  Setup setup;
  std::vector<PublishedFactor> factors;  // one for each of setup.factors
  bool operator==(const Published&) const = default;

  // The most ratings any factor has.
  std::int64_t n() const;
  // False while no factor has k ratings: then nothing but n is in here.
  bool enough() const { return n() >= setup.min_group; }
};

// `counts` and `previous` (or null) must have been made for the given setup, with at most
// kMostPeople answers to a factor; `pending` has one entry for each factor.
Published publish(Setup given, const Counts& counts, const std::vector<bool>& pending,
                  const Counts* previous);

json::Value to_json(const Published& published);
// Refuses what `publish` cannot have made: cells below k, cells that do not add up, unknown groups.
tl::expected<Published, json::FieldError> published_from_json(const json::Value& value);

}  // namespace quorate::engine
