#include <algorithm>
#include <string>

#include "shared/engine/publication.hpp"
#include "shared/engine/quantiles.hpp"

namespace quorate::engine {

namespace {

using json::Fields;
using json::Value;
using Code = json::FieldError::Code;

constexpr auto kMostRatings = static_cast<std::int64_t>(kMostPeople);

Value counts_json(const Histogram& counts) {
  Value value = Value::array();
  for (const std::int64_t count : counts) value.push(count);
  return value;
}

Histogram read_counts(Fields& fields, std::string_view key) {
  Histogram counts{};
  const Value::Array& items = fields.array(key, kPoints, kPoints);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::int64_t* count = items[i].as_integer();
    if (count == nullptr || *count < 0 || *count > kMostRatings) {
      fields.fail(Code::out_of_range, std::string(key) + "[" + std::to_string(i) + "]",
                  "an integer from 0 to " + std::to_string(kMostRatings));
      return {};
    }
    counts[i] = *count;
  }
  return counts;
}

Cell read_cell(Fields fields, std::size_t groups, int k) {
  Cell cell;
  const Value::Array& items = fields.array("groups", 1, kMostGroups);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::int64_t* place = items[i].as_integer();
    const std::int64_t least =
        cell.groups.empty() ? 0 : static_cast<std::int64_t>(cell.groups.back()) + 1;
    if (place == nullptr || *place < least || *place >= static_cast<std::int64_t>(groups)) {
      fields.fail(Code::out_of_range, "groups[" + std::to_string(i) + "]",
                  "the place of a group, above the one before it");
      return cell;
    }
    cell.groups.push_back(static_cast<std::size_t>(*place));
  }
  cell.counts = read_counts(fields, "counts");
  cell.n = total(cell.counts);
  if (cell.n < k) fields.fail(Code::out_of_range, "counts", "at least min_group ratings");
  return cell;
}

// Every rating is in one cell, every group in one at most.
void check_partition(Fields& fields, const PublishedFactor& factor) {
  Histogram rest = *factor.counts;
  std::size_t seen = 0;  // one bit for each group
  for (const Cell& cell : factor.cells) {
    for (std::size_t i = 0; i < kPoints; ++i) rest[i] -= cell.counts[i];
    for (const std::size_t g : cell.groups) {
      if ((seen >> g & 1U) != 0)
        fields.fail(Code::out_of_range, "cells", "groups in one cell each");
      seen |= std::size_t{1} << g;
    }
  }
  if (rest != Histogram{}) fields.fail(Code::out_of_range, "cells", "parts that add up to counts");
}

// Where it must be, and where it is though it need not be: `publish` leaves it out below k alone.
void read_unrated(Fields& fields, const Setup& setup, PublishedFactor& factor) {
  if (factor.n < setup.min_group && !fields.has("dk") && !fields.has("na")) return;
  factor.unrated =
      Unrated{fields.integer("dk", 0, kMostRatings), fields.integer("na", 0, kMostRatings)};
  if (factor.n + factor.unrated->dk + factor.unrated->na < setup.min_group) {
    fields.fail(Code::out_of_range, "dk", "left out where fewer than min_group answered");
  }
}

// What is published of a factor with enough ratings.
void read_ratings(Fields& fields, const Setup& setup, PublishedFactor& factor) {
  factor.counts = read_counts(fields, "counts");
  if (total(*factor.counts) != factor.n) {
    fields.fail(Code::out_of_range, "counts", "counts that add up to n");
  }
  const std::size_t cells = fields.array("cells", 1, kMostGroups).size();
  for (std::size_t i = 0; i < cells; ++i) {
    factor.cells.push_back(
        read_cell(fields.child("cells", i), setup.groups.size(), setup.min_group));
  }
  if (!fields.error()) check_partition(fields, factor);
  if (!fields.has("previous")) return;
  factor.previous = read_counts(fields, "previous");
  const std::int64_t before = total(*factor.previous);
  if (before < setup.min_group || before > kMostRatings) {
    fields.fail(Code::out_of_range, "previous", "at least min_group ratings");
  }
}

}  // namespace

Value to_json(const Published& published) {
  Value factors = Value::array();
  for (const PublishedFactor& factor : published.factors) {
    Value value = Value::object({{"n", factor.n}});
    if (factor.pending) value.set("pending", true);
    if (factor.unrated) {
      value.set("dk", factor.unrated->dk);
      value.set("na", factor.unrated->na);
    }
    if (factor.counts) {
      value.set("counts", counts_json(*factor.counts));
      Value cells = Value::array();
      for (const Cell& cell : factor.cells) {
        Value groups = Value::array();
        for (const std::size_t g : cell.groups) groups.push(g);
        cells.push(
            Value::object({{"counts", counts_json(cell.counts)}, {"groups", std::move(groups)}}));
      }
      value.set("cells", std::move(cells));
    }
    if (factor.previous) value.set("previous", counts_json(*factor.previous));
    factors.push(std::move(value));
  }
  Value value =
      Value::object({{"factors", std::move(factors)}, {"setup", to_json(published.setup)}});
  if (published.enough) value.set("enough", true);
  return value;
}

tl::expected<Published, json::FieldError> published_from_json(const Value& value) {
  Fields fields(value);
  Published published;
  Fields setup = fields.child("setup");
  published.setup = read_setup(setup);
  const std::size_t count = published.setup.factors.size();
  fields.array("factors", count, count);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  published.factors.resize(count);
  for (std::size_t f = 0; f < count; ++f) {
    Fields item = fields.child("factors", f);
    published.factors[f].pending = item.boolean_or("pending", false);
    published.factors[f].n = item.integer("n", 0, kMostRatings);
  }
  published.enough = fields.boolean_or("enough", false);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  for (std::size_t f = 0; published.enough && f < count; ++f) {
    PublishedFactor& factor = published.factors[f];
    if (factor.pending) continue;
    Fields item = fields.child("factors", f);
    read_unrated(item, published.setup, factor);
    if (item.has("counts")) read_ratings(item, published.setup, factor);
  }
  const auto may_be_enough = [&](const PublishedFactor& factor) {
    return factor.counts || (factor.pending && factor.n >= published.setup.min_group);
  };
  if (published.enough &&
      std::none_of(published.factors.begin(), published.factors.end(), may_be_enough)) {
    fields.fail(Code::out_of_range, "enough", "true only where a factor has enough ratings");
  }
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return published;
}

}  // namespace quorate::engine
