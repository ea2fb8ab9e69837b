// How many random cases RapidCheck tries of each property.
#pragma once

#include <cstdlib>
#include <string>

namespace quorate::testing {

// `cases` in CI, `many` with QUORATE_LONG; a tenth of either in a build that checks every memory
// access and takes ten times as long. RC_PARAMS (RapidCheck's own) beats this and replays a failure
// by its seed. To be called before the first property runs.
inline bool configure_properties(int cases, int many) {
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  constexpr int kSlower = 10;
#else
  constexpr int kSlower = 1;
#endif
  const int wanted = (std::getenv("QUORATE_LONG") != nullptr ? many : cases) / kSlower;
  return setenv("RC_PARAMS", ("max_success=" + std::to_string(wanted)).c_str(), 0) == 0;
}

}  // namespace quorate::testing
