#include "shared/engine/ballots.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/engine/counts.hpp"
#include "shared/templates/templates.hpp"

namespace quorate::engine {

namespace {

using json::Fields;
using json::Value;
using Code = json::FieldError::Code;

constexpr std::string_view kDontKnow = "dk";
constexpr std::string_view kNotApplicable = "na";

// Places by id: ballots name factors and groups hundreds of thousands of times.
class Places {
 public:
  template <class Specs>
  explicit Places(const Specs& specs) {
    for (std::size_t i = 0; i < specs.size(); ++i) places_.emplace_back(specs[i].id, i);
    std::sort(places_.begin(), places_.end());
  }
  std::optional<std::size_t> find(std::string_view id) const {
    const auto at = std::lower_bound(
        places_.begin(), places_.end(), id,
        [](const std::pair<std::string, std::size_t>& item, std::string_view wanted) {
          return std::string_view(item.first) < wanted;
        });
    if (at == places_.end() || at->first != id) return std::nullopt;
    return at->second;
  }

 private:
  std::vector<std::pair<std::string, std::size_t>> places_;
};

std::vector<FactorSpec> template_factors(const templates::Template& item) {
  std::vector<FactorSpec> factors;
  for (const templates::Factor& factor : item.factors) {
    factors.push_back({std::string(factor.id), factor.role, 1, false, factor.judged_by_holders});
  }
  return factors;
}

Setup read_door_setup(Fields& fields) {
  if (fields.has("template") == fields.has("factors")) {
    fields.fail(fields.has("template") ? Code::out_of_range : Code::missing, "template",
                "given, or else factors: exactly one of them");
    return {};
  }
  if (fields.has("factors")) return read_setup(fields);
  const templates::Template* found = templates::find(fields.string("template", {1, kMostIdBytes}));
  if (found == nullptr) {
    fields.fail(Code::unknown, "template", "it has to be " + std::string(templates::kCoproduction));
    return {};
  }
  return read_setup(fields, template_factors(*found));
}

std::vector<bool> read_pending(Fields& fields, const Setup& setup) {
  std::vector<bool> pending(setup.factors.size(), false);
  if (!fields.has("pending")) return pending;
  const Value::Array& items = fields.array("pending", 0, setup.factors.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string* id = items[i].as_string();
    const auto place = id == nullptr ? std::nullopt : setup.factor(*id);
    if (!place || pending[*place]) {
      fields.fail(Code::unknown, "pending[" + std::to_string(i) + "]",
                  "it has to be the id of a factor, once");
      return pending;
    }
    pending[*place] = true;
  }
  return pending;
}

std::optional<Rating> read_rating(const Value& value) {
  if (const std::int64_t* points = value.as_integer()) return Rating::points(*points);
  const std::string* word = value.as_string();
  if (word != nullptr && *word == kDontKnow) return Rating::dont_know();
  if (word != nullptr && *word == kNotApplicable) return Rating::not_applicable();
  return std::nullopt;
}

void read_ballot(Fields fields, const Places& factors, const Places& groups, Counts& counts) {
  const std::string group = fields.string("group", {1, kMostIdBytes});
  const bool proxy = fields.boolean_or("proxy", false);
  const Value& ratings = fields.object("ratings");
  if (fields.error()) return;
  const auto group_place = groups.find(group);
  if (!group_place) {
    fields.fail(Code::unknown, "group", "it has to be the id of one of the groups");
    return;
  }
  for (const json::Member& member : *ratings.as_object()) {
    const auto factor = factors.find(member.key);
    if (!factor) {
      fields.fail(Code::unknown, "ratings." + member.key, "there is no such factor");
      return;
    }
    if (member.value.is_null()) continue;
    const auto rating = read_rating(member.value);
    if (!rating) {
      fields.fail(Code::out_of_range, "ratings." + member.key,
                  "an integer from 1 to 9, \"dk\" or \"na\"");
      return;
    }
    counts.add(*factor, *group_place, {*rating, proxy});
  }
}

Counts read_ballots(Fields& fields, const Setup& setup) {
  Counts counts(setup.factors.size(), setup.groups.size());
  const Places factors(setup.factors);
  const Places groups(setup.groups);
  const std::size_t ballots = fields.array("ballots", 0, kMostPeople).size();
  for (std::size_t i = 0; i < ballots && !fields.error(); ++i) {
    read_ballot(fields.child("ballots", i), factors, groups, counts);
  }
  return counts;
}

}  // namespace

tl::expected<Published, json::FieldError> publish_ballots(const Value& value) {
  Fields fields(value);
  Setup setup = read_door_setup(fields);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  const std::vector<bool> pending = read_pending(fields, setup);
  const Counts counts = read_ballots(fields, setup);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  if (!fields.has("previous")) return publish(std::move(setup), counts, pending, nullptr);
  Fields before = fields.child("previous");
  const Counts previous = read_ballots(before, setup);
  if (fields.error()) return tl::make_unexpected(*fields.error());
  return publish(std::move(setup), counts, pending, &previous);
}

}  // namespace quorate::engine
