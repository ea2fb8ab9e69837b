// A command as the log keeps it: a clear envelope, and a payload of its own that may be erased or
// withheld without the envelope (architecture: the record). `seq` is the record's place among its
// workshop's records, from 0; it comes with the place and is not stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/json/fields.hpp"
#include "shared/json/value.hpp"
#include "shared/session/hex.hpp"
#include "shared/session/role.hpp"

namespace quorate::session {

inline constexpr int kRecordVersion = 1;
inline constexpr std::size_t kActorLength = 64;                   // at most
inline constexpr std::int64_t kMostTimeMs = 253'402'300'799'999;  // the end of the year 9999

struct Envelope {
  int version = kRecordVersion;
  std::string workshop;    // 32 hex
  std::int64_t epoch = 0;  // of the room that took it; rises with every room made of these records
  std::int64_t time_ms = 0;
  std::string actor;  // participant id (32 hex), or the name of the role for the others
  Role role = Role::server;
  std::string command_id;  // 24 hex
  std::string kind;

  bool operator==(const Envelope&) const = default;
};

json::Value to_json(const Envelope& envelope);
tl::expected<Envelope, json::FieldError> envelope_from_json(const json::Value& value);

}  // namespace quorate::session
