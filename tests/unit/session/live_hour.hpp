// One workshop in which every command there is has its place and is allowed.
#pragma once

#include "tests/unit/session/workshop.hpp"

namespace quorate::session {

// `1` … `6`, `7` (invited), `8` (let in) and `a` (no phone) come in, `b` is turned away; `1` is
// merged, `2` removed; `time` is revealed, `trust` never. It has ended.
Workshop live_hour();

}  // namespace quorate::session
