#include "shared/engine/doors.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/engine/ballots.hpp"
#include "shared/engine/compare.hpp"
#include "shared/engine/evaluate.hpp"
#include "shared/engine/measures.hpp"
#include "shared/engine/publication.hpp"
#include "shared/engine/text.hpp"
#include "shared/engine/text_writer.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::engine {

namespace {

using json::Fields;
using json::Value;
using Code = json::FieldError::Code;

// Empty, and the error reported, unless the member is a histogram that can be measured.
std::vector<std::int64_t> read_histogram(Fields& fields, std::string_view key, std::size_t least,
                                         std::size_t most) {
  const Value::Array& items = fields.array(key, least, most);
  std::vector<std::int64_t> counts;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::int64_t* count = items[i].as_integer();
    if (count == nullptr || *count < 0 || *count > kMostRatingsMeasured) {
      fields.fail(Code::out_of_range, std::string(key) + "[" + std::to_string(i) + "]",
                  "an integer from 0 to " + std::to_string(kMostRatingsMeasured));
      return {};
    }
    sum += *count;
    counts.push_back(*count);
  }
  if (!counts.empty() && (sum == 0 || sum > kMostRatingsMeasured)) {
    fields.fail(Code::out_of_range, key,
                "counts that add up to 1 to " + std::to_string(kMostRatingsMeasured));
  }
  return counts;
}

}  // namespace

tl::expected<std::string, std::string> evaluate_text(std::string_view input) {
  const auto value = json::read(input, kBallotLimits);
  if (!value) return refuse(value.error().sentence());
  const auto published = publish_ballots(*value);
  if (!published) return refuse(published.error().sentence());
  return line(to_text(evaluate(*published)));
}

tl::expected<std::string, std::string> evaluate_published_text(std::string_view published) {
  const auto value = json::read(published, kPublishedLimits);
  if (!value) return refuse(value.error().sentence());
  const auto read = published_from_json(*value);
  if (!read) return refuse(read.error().sentence());
  return line(to_text(evaluate(*read)));
}

tl::expected<std::string, std::string> measure_text(std::string_view input) {
  const auto value = json::read(input, kMeasureLimits);
  if (!value) return refuse(value.error().sentence());
  Fields fields(*value);
  const auto counts = read_histogram(fields, "histogram", kLeastPoints, kMostPoints);
  const bool two = fields.has("other");
  const auto other = two && !fields.error()
                         ? read_histogram(fields, "other", counts.size(), counts.size())
                         : std::vector<std::int64_t>();
  if (fields.error()) return refuse(fields.error()->sentence());
  std::optional<Difference> difference;
  if (two) difference = Difference{compare(counts, other), total_variation(counts, other)};
  TextWriter out;
  write(out, measure(counts), difference);
  return line(out.take());
}

}  // namespace quorate::engine
