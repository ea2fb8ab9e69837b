// What a workshop comes to, said once more in the plainest way and without the code it checks: who
// is here, what everybody answered in each round and for which group it counts.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace quorate::session::simple {

inline const std::vector<std::string> kFactors = {"power", "time", "trust"};
inline const std::vector<std::string> kGroups = {"lived", "staff", "unsaid"};

// Something that somebody asks for. Which members count depends on the kind.
struct Ask {
  std::string kind;
  std::string actor;  // a participant's id, or the name of a role
  std::string id;
  std::string person;  // whom the desk means
  std::string other;
  std::string group;
  std::string ticket;
  std::string factor;
  std::vector<std::pair<std::string, int>> questions;
  int round = 1;
  std::string value;  // 1 … 9, dk, na
  std::string reason;
  std::string word;  // of door and pace
  bool on = false;
  int page = 1;
};

enum class Verdict { ok, refused, paused };

class Model {
 public:
  Model();

  Verdict tell(const Ask& ask);
  // Everything that is predicted, one line a thing.
  std::string text() const;

 private:
  struct Person {
    std::string group;
    bool proxy = false;
    bool gone = false;
  };
  struct Given {
    std::string value;
    std::string group;
    std::string reason;
    bool by_desk = false;
  };
  struct Round {
    std::string phase = "open";
    std::map<std::string, Given> answers;
  };
  struct Question {
    std::vector<Round> rounds;
    bool skipped = false;
    bool settled = false;  // its newest round
    std::string phase() const { return rounds.empty() ? "waiting" : rounds.back().phase; }
  };

  Verdict judge_and_do(const Ask& ask);
  bool is_here(const std::string& person) const;
  bool may_join(const Ask& ask) const;
  Verdict join(const Ask& ask);
  Verdict answer(const Ask& ask, const std::string& person, bool closed_too);
  Verdict questions(const Ask& ask);
  Verdict merge(const Ask& ask);
  Verdict same_person(const Ask& ask);
  void make_one(const std::string& goes, const std::string& stays);
  void leave(const std::string& person);
  Verdict regroup(const Ask& ask);
  bool may_step(const std::string& kind, const Question& question, int round) const;
  std::vector<Round*> unseen();
  bool any_open() const;

  std::map<std::string, Question> questions_;
  std::map<std::string, Person> people_;
  std::map<std::string, std::pair<std::string, std::string>> waiting_;  // group and ticket
  std::set<std::string> turned_away_;
  std::map<std::string, std::pair<std::string, bool>> asked_;    // of whom; whether they said no
  std::map<std::string, std::pair<std::string, bool>> tickets_;  // group, used
  std::map<std::pair<std::string, std::string>, Verdict> remembered_;
  std::string door_ = "open";
  std::string focus_;  // a question with its page, "decision", or nothing
  bool paused_ = false;
  std::string timer_;     // nothing, "runs" or "rests"
  bool closing_ = false;  // a closing time, always one that is over
  std::string decision_;  // nothing, "decided" or "to look at again"
  bool kept_ = false;     // in spite of answers that came after it
  bool ended_ = false;
};

// The lines of `text` for one round: how many of each value in each group and how many ratings are
// the desk's, and whose they are.
std::string round_text(const std::string& phase, std::size_t answered,
                       const std::map<std::string, std::map<std::string, int>>& by_group,
                       const std::map<std::string, std::pair<std::string, std::string>>& whose);

}  // namespace quorate::session::simple
