#include "tests/unit/session/simple_model.hpp"

#include <iterator>

namespace quorate::session::simple {

Model::Model() {
  for (const std::string& factor : kFactors) questions_[factor];
}

Verdict Model::tell(const Ask& ask) {
  const std::pair key{ask.actor, ask.id};
  if (const auto known = remembered_.find(key); known != remembered_.end()) return known->second;
  const Verdict verdict = judge_and_do(ask);
  if (verdict != Verdict::paused) remembered_[key] = verdict;
  return verdict;
}

bool Model::is_here(const std::string& person) const {
  const auto found = people_.find(person);
  return found != people_.end() && !found->second.gone;
}

bool Model::any_open() const {
  for (const auto& [factor, question] : questions_) {
    if (question.phase() == "open") return true;
  }
  return false;
}

std::vector<Model::Round*> Model::unseen() {
  std::vector<Round*> rounds;
  for (auto& [factor, question] : questions_) {
    for (Round& round : question.rounds) {
      if (round.phase != "revealed") rounds.push_back(&round);
    }
  }
  return rounds;
}

Verdict Model::judge_and_do(const Ask& ask) {
  const auto when = [](bool allowed) { return allowed ? Verdict::ok : Verdict::refused; };
  if (ended_) return Verdict::refused;
  if (ask.kind == "join") return join(ask);
  if (ask.kind == "answer") return answer(ask, ask.actor, false);
  if (ask.kind == "more_time") return when(is_here(ask.actor));
  if (ask.kind == "open" || ask.kind == "close" || ask.kind == "reveal") return questions(ask);
  if (ask.kind == "merge") return merge(ask);
  if (ask.kind == "same_person") return same_person(ask);
  if (ask.kind == "regroup") return regroup(ask);
  if (ask.kind == "proxy_answer") {
    if (!is_here(ask.person) || !people_[ask.person].proxy) return Verdict::refused;
    return answer(ask, ask.person, true);
  }
  if (ask.kind == "skip") {
    if (questions_[ask.factor].phase() == "open") return Verdict::refused;
    questions_[ask.factor].skipped = ask.on;
  } else if (ask.kind == "focus") {
    const std::string before = focus_.substr(0, focus_.find(':'));
    focus_ = ask.word == "decision" ? ask.word : ask.factor;
    if (focus_ != before && !any_open()) timer_.clear();
    if (focus_ == ask.factor && ask.page > 1) focus_ += ":" + std::to_string(ask.page);
  } else if (ask.kind == "settle") {
    Question& question = questions_[ask.factor];
    if (question.phase() != "revealed" || ask.round != static_cast<int>(question.rounds.size())) {
      return Verdict::refused;
    }
    question.settled = ask.on;
  } else if (ask.kind == "timer") {
    timer_ = paused_ ? "rests" : "runs";
  } else if (ask.kind == "closing") {
    closing_ = true;
  } else if (ask.kind == "pause") {
    if (paused_ && !ask.on) closing_ = false;
    paused_ = ask.on;
    if (!timer_.empty()) timer_ = paused_ ? "rests" : "runs";
  } else if (ask.kind == "door") {
    door_ = ask.word;
  } else if (ask.kind == "pace") {
    if (any_open()) return Verdict::refused;
  } else if (ask.kind == "invite") {
    tickets_.try_emplace(ask.ticket, ask.group, false);
  } else if (ask.kind == "admit") {
    const auto who = waiting_.find(ask.person);
    if (who == waiting_.end()) return Verdict::refused;
    people_[ask.person].group = who->second.first;
    turned_away_.erase(ask.person);
    waiting_.erase(who);
  } else if (ask.kind == "turn_away") {
    const auto who = waiting_.find(ask.person);
    if (who == waiting_.end()) return Verdict::refused;
    if (!who->second.second.empty()) tickets_[who->second.second].second = false;
    turned_away_.insert(ask.person);
    waiting_.erase(who);
  } else if (ask.kind == "remove") {
    if (!is_here(ask.person)) return Verdict::refused;
    for (Round* round : unseen()) round->answers.erase(ask.person);
    leave(ask.person);
  } else if (ask.kind == "proxy_join") {
    if (turned_away_.count(ask.person) > 0) return Verdict::refused;
    if (people_.count(ask.person) > 0 || waiting_.count(ask.person) > 0) return Verdict::refused;
    people_[ask.person] = {ask.group, true, false};
  } else if (ask.kind == "decide") {
    decision_ = "decided";
    kept_ = false;
    if (!any_open()) timer_.clear();
  } else if (ask.kind == "keep_decision") {
    kept_ = kept_ || decision_ == "to look at again";
    if (!decision_.empty()) decision_ = "decided";
  } else if (ask.kind == "end") {
    ended_ = true;
    paused_ = false;
    closing_ = false;
    focus_.clear();
    timer_.clear();
  }
  return Verdict::ok;  // fact, note: nothing that is predicted here
}

bool Model::may_join(const Ask& ask) const {
  if (people_.count(ask.actor) > 0 || waiting_.count(ask.actor) > 0) return false;
  const auto ticket = tickets_.find(ask.ticket);
  if (!ask.ticket.empty() && (ticket == tickets_.end() || ticket->second.second)) return false;
  if (ask.ticket.empty() && door_ == "invited") return false;
  return door_ != "locked" || turned_away_.count(ask.actor) == 0;
}

Verdict Model::join(const Ask& ask) {
  if (!may_join(ask)) return Verdict::refused;
  std::string group = ask.group;
  if (!ask.ticket.empty()) {
    group = tickets_[ask.ticket].first;
    tickets_[ask.ticket].second = true;
  }
  if (door_ == "locked") {
    waiting_[ask.actor] = {group, ask.ticket};
  } else {
    people_[ask.actor].group = group;
    turned_away_.erase(ask.actor);
  }
  return Verdict::ok;
}

Verdict Model::answer(const Ask& ask, const std::string& person, bool closed_too) {
  Question& question = questions_[ask.factor];
  const std::string phase = question.phase();
  const bool takes = phase == "open" || (closed_too && phase == "closed");
  if (!is_here(person) || !takes || ask.round != static_cast<int>(question.rounds.size())) {
    return Verdict::refused;
  }
  if (paused_ && !closed_too) return Verdict::paused;
  const Person& whose = people_[person];
  question.rounds.back().answers[person] = {ask.value, whose.group, ask.reason, whose.proxy};
  return Verdict::ok;
}

bool Model::may_step(const std::string& kind, const Question& question, int round) const {
  const int current = static_cast<int>(question.rounds.size());
  const std::string phase = question.phase();
  if (kind == "close") return phase == "open" && round == current;
  if (kind == "reveal") return (phase == "open" || phase == "closed") && round == current;
  if (phase == "closed") return round == current;
  return phase != "open" && round == current + 1;
}

Verdict Model::questions(const Ask& ask) {
  std::set<std::string> named;
  for (const auto& [factor, round] : ask.questions) {
    if (!named.insert(factor).second) return Verdict::refused;
    if (!may_step(ask.kind, questions_[factor], round)) return Verdict::refused;
  }
  const bool were_open = any_open();
  for (const auto& [factor, round] : ask.questions) {
    Question& question = questions_[factor];
    if (ask.kind == "close") question.rounds.back().phase = "closed";
    if (ask.kind == "reveal") question.rounds.back().phase = "revealed";
    if (ask.kind != "open") continue;
    question.skipped = false;
    if (question.phase() != "closed") {
      question.rounds.emplace_back();
      question.settled = false;
    }
    question.rounds.back().phase = "open";
  }
  timer_.clear();
  if (ask.kind == "open" || (were_open && !any_open())) closing_ = false;
  if (ask.kind == "reveal" && !decision_.empty()) decision_ = "to look at again";
  if (ask.kind != "close") focus_ = named.size() == 1 ? *named.begin() : "";
  return Verdict::ok;
}

Verdict Model::merge(const Ask& ask) {
  if (!is_here(ask.person) || !is_here(ask.other) || ask.person == ask.other) {
    return Verdict::refused;
  }
  if (ask.on) {
    asked_[ask.person] = {ask.other, false};
  } else {
    make_one(ask.person, ask.other);
  }
  return Verdict::ok;
}

Verdict Model::same_person(const Ask& ask) {
  const auto asked = asked_.find(ask.actor);
  if (!is_here(ask.actor) || asked == asked_.end() || asked->second.second ||
      asked->second.first != ask.other) {
    return Verdict::refused;
  }
  if (ask.on) {
    make_one(ask.actor, ask.other);
  } else {
    asked->second.second = true;
  }
  return Verdict::ok;
}

void Model::make_one(const std::string& goes, const std::string& stays) {
  for (Round* round : unseen()) {
    const auto ghost = round->answers.find(goes);
    if (ghost == round->answers.end()) continue;
    Given given = ghost->second;
    given.group = people_[stays].group;
    round->answers.try_emplace(stays, given);
    round->answers.erase(goes);
  }
  leave(goes);
}

void Model::leave(const std::string& person) {
  people_[person].gone = true;
  asked_.erase(person);
  for (auto asked = asked_.begin(); asked != asked_.end();) {
    asked = asked->second.first == person ? asked_.erase(asked) : std::next(asked);
  }
}

Verdict Model::regroup(const Ask& ask) {
  if (!is_here(ask.person)) return Verdict::refused;
  people_[ask.person].group = ask.group;
  for (Round* round : unseen()) {
    const auto given = round->answers.find(ask.person);
    if (given != round->answers.end()) given->second.group = ask.group;
  }
  return Verdict::ok;
}

std::string round_text(const std::string& phase, std::size_t answered,
                       const std::map<std::string, std::map<std::string, int>>& by_group,
                       const std::map<std::string, std::pair<std::string, std::string>>& whose) {
  std::string text = "  " + phase + " " + std::to_string(answered);
  for (const auto& [group, values] : by_group) {
    for (const auto& [value, count] : values) {
      if (count > 0) text += " " + group + ":" + std::to_string(count) + "x" + value;
    }
  }
  for (const auto& [person, given] : whose) {
    text += " " + person.substr(0, 1) + "=" + given.first + "(" + given.second + ")";
  }
  return text + "\n";
}

std::string Model::text() const {
  std::string text = "door " + door_ + " focus " + focus_ + (paused_ ? " paused" : "") +
                     (ended_ ? " ended" : "") + "\ntimer " + timer_ + (closing_ ? " closing" : "") +
                     "\ndecision " + decision_ + (kept_ ? " kept" : "") + "\nhere";
  for (const auto& [id, person] : people_) {
    if (!person.gone) text += " " + id.substr(0, 1) + person.group + (person.proxy ? "*" : "");
  }
  text += "\nasked";
  for (const auto& [person, about] : asked_) {
    text += " " + person.substr(0, 1) + about.first.substr(0, 1) + (about.second ? "-" : "");
  }
  text += "\nwaiting";
  for (const auto& [id, who] : waiting_) text += " " + id.substr(0, 1) + who.first;
  text += "\nused";
  for (const auto& [ticket, about] : tickets_) {
    if (about.second) text += " " + ticket.substr(0, 1) + about.first;
  }
  text += "\n";
  for (const std::string& factor : kFactors) {
    const Question& question = questions_.at(factor);
    text +=
        factor + (question.skipped ? " skipped" : "") + (question.settled ? " settled\n" : "\n");
    for (const Round& round : question.rounds) {
      std::map<std::string, std::map<std::string, int>> by_group;
      std::map<std::string, std::pair<std::string, std::string>> whose;
      for (const auto& [person, given] : round.answers) {
        ++by_group[given.group][given.value];
        const bool rates = given.value != "dk" && given.value != "na";
        if (given.by_desk && rates) ++by_group[given.group]["desk"];
        whose[person] = {given.value, given.reason};
      }
      text += round_text(round.phase, round.answers.size(), by_group, whose);
    }
  }
  return text;
}

}  // namespace quorate::session::simple
