// Why a command changed nothing. Codes travel; the sentences for them are in the message catalogue
// under `refusal.<code>`.
#pragma once

#include <string>
#include <string_view>

namespace quorate::session {

enum class Refusal {
  bad_message,
  not_allowed_role,
  not_created,
  already_created,
  ended,
  not_joined,
  already_joined,
  full,
  unknown_group,
  unknown_factor,
  wrong_round,
  not_open,
  already_open,
  paused,
  still_open,
  already_waiting,
  needs_invitation,
  unknown_invitation,
  used_invitation,
  turned_away,
  removed,
  unknown_participant,
  unknown_reason,
  too_many,
  too_many_facts,
  too_many_notes,
  too_many_proxies,
  too_many_reasons,
  too_many_rounds,
  // Given before the log, by the room: not judged, never recorded.
  busy,
  read_only,
  too_fast,
  too_many_pending,
};

std::string_view name(Refusal refusal);

struct Refused {
  Refusal code;
  std::string field;  // which member it is about; may be empty
  bool operator==(const Refused&) const = default;
};

}  // namespace quorate::session
