#include "shared/engine/flags.hpp"

#include <algorithm>
#include <string_view>

#include "shared/templates/templates.hpp"

namespace quorate::engine {

namespace {

constexpr int kFarApart = 2;     // levels
constexpr int kSharedLevel = 2;  // from here on something is done together
constexpr std::string_view kPower = "power";
constexpr std::string_view kProcessResources = "process_resources";
constexpr std::string_view kServiceResources = "service_resources";

// What is known of a factor that has this id; empty where there is none or it is pending.
const std::optional<FactorValue>& value_of(const FlagInput& input, std::string_view id) {
  static const std::optional<FactorValue> kNone;
  const auto place = input.published.setup.factor(id);
  return place ? input.values[*place] : kNone;
}

bool is_in(const std::optional<FactorValue>& value, Zone wanted) {
  return value && zone(value->used.m2) == wanted;
}

bool is_known_and_not_yes(const std::optional<FactorValue>& value) {
  return value && !value->unknown && zone(value->used.m2) != Zone::yes;
}

bool has_lived_experience(const Setup& setup, const Cell& cell, bool only) {
  const auto lived = [&](std::size_t g) { return setup.groups[g].lived_experience; };
  return only ? std::all_of(cell.groups.begin(), cell.groups.end(), lived)
              : std::any_of(cell.groups.begin(), cell.groups.end(), lived);
}

bool any_cell_with_lived_experience(const Published& published, bool only) {
  for (const PublishedFactor& factor : published.factors) {
    for (const Cell& cell : factor.cells) {
      if (has_lived_experience(published.setup, cell, only)) return true;
    }
  }
  return false;
}

bool buy_in_not_confirmed(const FlagInput& input) {
  if (!is_in(value_of(input, kSeniorBuyIn), Zone::yes)) return false;
  const std::size_t place = *input.published.setup.factor(kSeniorBuyIn);
  const auto holders = holders_ratings(input.published.setup, input.published.factors[place]);
  return !holders || zone(quantiles(*holders).m2) != Zone::yes;
}

bool holders_unheard(const FlagInput& input) {
  const Setup& setup = input.published.setup;
  for (std::size_t f = 0; f < setup.factors.size(); ++f) {
    if (!setup.factors[f].judged_by_holders || !input.values[f]) continue;
    if (!holders_ratings(setup, input.published.factors[f])) return true;
  }
  return false;
}

bool is_as_built_in(const FactorSpec& factor, const templates::Template& built_in) {
  if (factor.weight != 1 || factor.reversed) return false;
  return std::any_of(built_in.factors.begin(), built_in.factors.end(),
                     [&](const templates::Factor& item) {
                       return item.id == factor.id && item.role == factor.role &&
                              item.judged_by_holders == factor.judged_by_holders;
                     });
}

bool template_changed(const Setup& setup) {
  const templates::Template& built_in = *templates::find(templates::kCoproduction);
  return setup.factors.size() != built_in.factors.size() ||
         !std::all_of(setup.factors.begin(), setup.factors.end(),
                      [&](const FactorSpec& factor) { return is_as_built_in(factor, built_in); });
}

}  // namespace

bool groups_differ(const std::vector<std::optional<int>>& own_levels, int level) {
  int least = level;
  int most = level;
  for (const std::optional<int>& own : own_levels) {
    if (!own) continue;
    least = std::min(least, *own);
    most = std::max(most, *own);
  }
  return most - least >= kFarApart;
}

std::vector<Flag> flags(const FlagInput& input) {
  const auto& power = value_of(input, kPower);
  const bool lived = any_cell_with_lived_experience(input.published, false);
  std::vector<Flag> raised;
  const auto raise = [&](Flag flag, bool when) {
    if (when) raised.push_back(flag);
  };
  raise(Flag::resource_paradox, is_in(value_of(input, kServiceResources), Zone::yes) &&
                                    is_known_and_not_yes(value_of(input, kProcessResources)));
  raise(Flag::buy_in_without_power,
        is_in(value_of(input, kSeniorBuyIn), Zone::yes) && is_in(power, Zone::no));
  raise(Flag::token_risk,
        is_known_and_not_yes(power) && input.level && *input.level >= kSharedLevel);
  raise(Flag::lived_experience_absent, !lived);
  raise(Flag::lived_experience_unheard,
        lived && !any_cell_with_lived_experience(input.published, true));
  raise(Flag::buy_in_not_confirmed, buy_in_not_confirmed(input));
  raise(Flag::power_holders_unheard, holders_unheard(input));
  raise(Flag::groups_differ, input.groups_differ);
  raise(Flag::equal_voice_differs,
        input.equal_voice_level && input.level && *input.equal_voice_level != *input.level);
  raise(Flag::template_changed, template_changed(input.published.setup));
  return raised;
}

}  // namespace quorate::engine
