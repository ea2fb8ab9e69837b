// The worked examples of shared/engine/README.md are the test's data: document and test are one.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "shared/engine/measures.hpp"
#include "tests/support/places.hpp"
#include "tests/unit/engine/workshop.hpp"

namespace quorate::engine {
namespace {

using testing::kDontKnow;
using testing::points;
using testing::Workshop;
using Cells = std::vector<std::string>;

const std::string kNothing = "–";

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(by, begin)) != std::string::npos;
       begin = end + by.size()) {
    parts.push_back(trimmed(text.substr(begin, end - begin)));
  }
  parts.push_back(trimmed(text.substr(begin)));
  return parts;
}

// The rows of the table under a heading, without its two head rows.
std::vector<Cells> rows_under(const std::string& heading) {
  std::ifstream file(test::in_checkout("shared/engine/README.md"));
  std::vector<Cells> rows;
  bool here = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("#", 0) == 0) here = line == heading;
    if (!here || line.rfind("|", 0) != 0) continue;
    rows.push_back(split(line.substr(1, line.size() - 2), "|"));
  }
  if (rows.size() >= 2) rows.erase(rows.begin(), rows.begin() + 2);
  return rows;
}

std::string text_of(Fraction fraction) {
  const Fraction lowest = reduced(fraction);
  const std::string top = std::to_string(lowest.num);
  return lowest.den == 1 ? top : top + "/" + std::to_string(lowest.den);
}

TEST(Readme, examples_of_one_question_are_true) {
  const auto rows = rows_under("### One question");
  ASSERT_GE(rows.size(), 8U);
  for (const Cells& row : rows) {
    Histogram counts{};
    std::istringstream numbers(row[0]);
    for (std::int64_t& count : counts) numbers >> count;
    const Measures found = measure(counts);
    const Quantiles q = found.quantiles;
    const Cells computed{
        row[0],
        std::to_string(q.l2) + " " + std::to_string(q.m2) + " " + std::to_string(q.u2),
        name(found.nine->zone),
        text_of(found.nine->di),
        found.nine->rand ? name(*found.nine->rand) : kNothing,
        found.nine->comet_in ? "yes" : "no",
        found.mean_gap ? text_of(*found.mean_gap) : kNothing,
        text_of(found.ordinal_variation),
        text_of(found.agreement_a),
        text_of(found.leik_d)};
    EXPECT_EQ(computed, row);
  }
}

// "5 people: all 8; 4 people: all 8, time dk; 3 proxies: all 8"
Workshop workshop(const std::string& ballots) {
  Workshop made = Workshop::standard();
  for (const std::string& part : split(ballots, ";")) {
    const auto halves = split(part, ":");
    const auto who = split(halves.at(0), " ");
    int usual = 0;
    std::map<std::string, Rating> but;
    for (const std::string& item : split(halves.at(1), ",")) {
      const auto words = split(item, " ");
      if (words.at(0) == "all") {
        usual = std::stoi(words.at(1));
      } else {
        but[words[0]] = words.at(1) == "dk" ? kDontKnow : points(std::stoi(words[1]));
      }
    }
    const auto count = static_cast<std::size_t>(std::stoi(who[0]));
    made.add(count, usual, but).by_proxy(who.at(1) == "proxies" ? count : 0);
  }
  return made;
}

template <class Items, class Text>
std::string joined(const std::optional<Items>& items, Text text) {
  std::string all;
  if (items) {
    for (const auto& item : *items) all += (all.empty() ? "" : ", ") + std::string(text(item));
  }
  return all.empty() ? kNothing : all;
}

TEST(Readme, examples_of_one_workshop_are_true) {
  const auto rows = rows_under("### One workshop");
  ASSERT_GE(rows.size(), 15U);
  for (const Cells& row : rows) {
    const Result found = workshop(row[0]).evaluated();
    const Cells computed{
        row[0],
        found.level ? std::to_string(*found.level) : kNothing,
        found.range ? std::to_string(found.range->lo) + " to " + std::to_string(found.range->hi)
                    : kNothing,
        std::string(name(found.status)),
        joined(found.reasons, [](const Reason& reason) { return reason.clause; }),
        found.up ? std::to_string(found.up->total) : kNothing,
        found.down ? std::to_string(found.down->total) : kNothing,
        joined(found.flags, [](Flag flag) { return name(flag); })};
    EXPECT_EQ(computed, row);
  }
}

}  // namespace
}  // namespace quorate::engine
