#include "shared/templates/templates.hpp"

namespace quorate::templates {

namespace {

using engine::Role;

// `process_resources` and `service_resources` are a tension, not a sum: what the process lacks only
// limits, what the service lacks only strengthens the case.
constexpr Factor kCoproductionFactors[] = {
    {"social_complexity", Role::case_for},
    {"legitimacy", Role::case_for},
    {"power", Role::blocking, true},
    {"senior_buy_in", Role::fixable},
    {"time", Role::limiting},
    {"process_resources", Role::fixable},
    {"legal", Role::limiting},
    {"specialist_knowledge", Role::limiting},
    {"innovation", Role::case_for},
    {"service_resources", Role::case_for},
};

constexpr Template kTemplates[] = {{kCoproduction, kCoproductionFactors}};

}  // namespace

std::span<const Template> all() { return kTemplates; }

const Template* find(std::string_view id) {
  for (const Template& item : kTemplates) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

}  // namespace quorate::templates
