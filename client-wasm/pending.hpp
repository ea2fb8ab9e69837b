// What the person did and the server has not settled yet (PROTOCOL.md P3.1–P3.6). Ids are drawn
// when the person acts and kept until the outcome. Answers are also kept in the phone's storage,
// one for each question, and remembered after their outcome for as long as they might have to be
// offered again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/actions.hpp"
#include "client-wasm/random.hpp"
#include "client-wasm/replica.hpp"
#include "shared/json/value.hpp"

namespace quorate::client {

// A workshop has at most this many questions.
inline constexpr std::size_t kAnswersKept = 24;
inline constexpr std::size_t kReasonMost = 600;  // bytes, P3.12

struct Answer {
  enum class State : std::uint8_t { waiting, under_way, settled, refused };

  std::string factor;
  std::int64_t round = 0;
  json::Value value;   // 1–9, "dk", "na"
  std::string reason;  // in the person's own words; may be empty
  std::string id;
  std::string nonce;
  State state = State::waiting;
  std::string code;  // why it was refused
  std::uint64_t act = 0;
};

struct Command {
  std::string id;
  std::string kind;
  json::Value body;  // an object: its members besides t and id
  bool under_way = false;
};

class Pending {
 public:
  enum class Added : std::uint8_t { yes, twin, full };
  // What an outcome means.
  struct Settled {
    enum class What : std::uint8_t {
      done,     // nothing more to do: accepted, an answer's refusal, or superseded long ago
      later,    // to be sent again after a while, under the same id
      refused,  // a command that is no answer
    };
    What what = What::done;
    std::string kind;  // the refused command's
  };

  explicit Pending(Random& random) : random_(random) {}

  // One thing out of the phone's storage, if it is an answer of ours. What cannot be read is
  // forgotten.
  void restore(std::string_view key, std::string_view text, Actions& out);
  // Drops every answer that has no outcome, as another tab has taken care of them. Storage is left.
  void drop_unsettled();

  // The person answers: supersedes an older answer to the same question.
  Added answer(std::string_view factor, std::int64_t round, json::Value value, std::string reason,
               Actions& out);
  // The person does anything else. `twin`: the very same is under way already.
  Added command(std::string_view kind, json::Value body);

  // The connection is gone: nothing is under way any more.
  void disconnected();
  // There is no sense in joining: it has happened.
  void drop_joins();
  // P3.6: settled answers that the server has lost wait again.
  void offer_again(const Replica& replica, Actions& out);

  // The next message to send, as far as `role` may send it and P3.5 allows; empty when there is
  // none. Answers wait while the workshop is paused (P3.13).
  std::string next(std::string_view role, bool paused);

  // The outcome of `id`, which is under way; of any other, nothing happens.
  Settled outcome(std::string_view id, bool ok, std::string_view code, Actions& out);

  const std::vector<Answer>& answers() const { return answers_; }
  const std::vector<Command>& commands() const { return commands_; }

 private:
  std::size_t under_way() const;
  Answer* find(std::string_view factor);
  void keep(const Answer& answer, Actions& out) const;

  Random& random_;
  std::vector<Answer> answers_;     // one a factor, the latest
  std::vector<Command> commands_;   // in the order of the acts
  std::vector<std::string> stale_;  // ids of superseded answers that are under way
  std::uint64_t acts_ = 0;
};

}  // namespace quorate::client
