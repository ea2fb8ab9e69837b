#include "shared/session/decision.hpp"

#include <algorithm>
#include <utility>

#include "shared/session/text.hpp"

namespace quorate::session {

namespace {

using Code = json::FieldError::Code;

constexpr int kTopLevel = 4;
constexpr std::size_t kMostNameBytes = 400;
constexpr std::size_t kMostWhyBytes = 4000;
constexpr std::size_t kMostViewBytes = 1000;
constexpr std::size_t kMostWhoBytes = 120;
constexpr std::string_view kDatePattern = "0000-00-00";  // a digit where a 0 stands

// Whether there is such a day in the Gregorian calendar.
bool is_date(std::string_view text) {
  if (text.size() != kDatePattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kDatePattern[i] == '0' ? !digit : text[i] != kDatePattern[i]) return false;
  }
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (const char c : text.substr(at, digits)) value = value * 10 + (c - '0');
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::string read_date(json::Fields& fields, std::string_view key) {
  std::string date = fields.string_if(key, {0, kDatePattern.size()}).value_or("");
  if (!date.empty() && !is_date(date)) {
    fields.fail(Code::out_of_range, key, "a date such as 2027-03-01");
  }
  return date;
}

std::optional<Views> read_views(json::Fields& fields) {
  if (!fields.has("views")) return std::nullopt;
  json::Fields inner = fields.child("views");
  Views views;
  views.one = inner.string("one", {1, kMostViewBytes});
  views.other = inner.string("other", {1, kMostViewBytes});
  views.next = inner.string_if("next", {0, kMostViewBytes}).value_or("");
  return views;
}

std::vector<Task> read_tasks(json::Fields& fields) {
  std::vector<Task> tasks;
  if (!fields.has("tasks")) return tasks;
  const std::size_t count = fields.array("tasks", 0, kMostTasks).size();
  for (std::size_t i = 0; i < count; ++i) {
    json::Fields item = fields.child("tasks", i);
    Task task;
    task.factor = item.string("factor", {1, kMostIdBytes});
    task.who = item.string_if("who", {0, kMostWhoBytes}).value_or("");
    task.by = read_date(item, "by");
    tasks.push_back(std::move(task));
  }
  return tasks;
}

json::Value views_json(const Views& views) {
  json::Value value = json::Value::object({{"one", views.one}, {"other", views.other}});
  if (!views.next.empty()) value.set("next", views.next);
  return value;
}

json::Value task_json(const Task& task) {
  json::Value value = json::Value::object({{"factor", task.factor}});
  if (!task.who.empty()) value.set("who", task.who);
  if (!task.by.empty()) value.set("by", task.by);
  return value;
}

}  // namespace

Decision read_decision(json::Fields& fields) {
  Decision decision;
  decision.views = read_views(fields);
  if (!decision.views) {
    decision.approach = static_cast<int>(fields.integer("approach", 0, kTopLevel));
  } else if (fields.has("approach")) {
    fields.fail(Code::unknown, "approach", "a group that does not agree has none");
  }
  for (const json::Value& item : fields.array("shared", 0, kShareable.size())) {
    const std::string* word = item.as_string();
    const auto found =
        word == nullptr ? kShareable.end()
                        : std::find(kShareable.begin(), kShareable.end(), std::string_view(*word));
    if (found == kShareable.end()) {
      fields.fail(Code::unknown, "shared", "a list of design, decisions and delivery");
      return decision;
    }
    decision.shared[static_cast<std::size_t>(found - kShareable.begin())] = true;
  }
  decision.tasks = read_tasks(fields);
  decision.review = read_date(fields, "review");
  decision.name = fields.string_if("name", {0, kMostNameBytes}).value_or("");
  decision.why = fields.string_if("why", {0, kMostWhyBytes}).value_or("");
  decision.warned = fields.boolean_or("warned", false);
  return decision;
}

json::Value to_json(const Decision& decision) {
  json::Value shared = json::Value::array();
  for (std::size_t i = 0; i < kShareable.size(); ++i) {
    if (decision.shared[i]) shared.push(kShareable[i]);
  }
  json::Value value = json::Value::object({{"shared", std::move(shared)}});
  if (decision.approach) value.set("approach", *decision.approach);
  if (decision.views) value.set("views", views_json(*decision.views));
  if (!decision.tasks.empty()) {
    json::Value tasks = json::Value::array();
    for (const Task& task : decision.tasks) tasks.push(task_json(task));
    value.set("tasks", std::move(tasks));
  }
  if (!decision.review.empty()) value.set("review", decision.review);
  if (!decision.name.empty()) value.set("name", decision.name);
  if (!decision.why.empty()) value.set("why", decision.why);
  if (decision.warned) value.set("warned", true);
  return value;
}

}  // namespace quorate::session
