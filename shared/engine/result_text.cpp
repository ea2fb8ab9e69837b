#include <algorithm>
#include <initializer_list>
#include <string>

#include "shared/engine/result.hpp"
#include "shared/engine/text_writer.hpp"

namespace quorate::engine {

namespace {

void write_ids(TextWriter& out, const Setup& setup, const FactorSet& factors) {
  out.array(factors, [&](std::size_t f) { out.string(setup.factors[f].id); });
}

void write_level(TextWriter& out, const char* key, const std::optional<int>& level) {
  out.key(key).or_null(level, [&](int value) { out.integer(value); });
}

void write_change(TextWriter& out, const Setup& setup, const Change& change) {
  out.begin_object();
  out.key("id").string(setup.factors[change.factor].id);
  out.key("ratings").integer(change.ratings);
  out.end_object();
}

void write_flip(TextWriter& out, const Setup& setup, const Flip& flip) {
  const auto write = [&](const Change& change) { write_change(out, setup, change); };
  out.begin_object();
  out.key("factors").array(flip.factors, write);
  out.key("single").or_null(flip.single, write);
  out.key("total").integer(flip.total);
  out.end_object();
}

void write_cell(TextWriter& out, const Setup& setup, const CellFigures& figures) {
  out.begin_object();
  out.key("counts").counts(figures.cell.counts);
  out.key("groups").array(figures.cell.groups,
                          [&](std::size_t g) { out.string(setup.groups[g].id); });
  out.key("l2").integer(figures.quantiles.l2);
  out.key("m2").integer(figures.quantiles.m2);
  out.key("n").integer(figures.cell.n);
  out.key("u2").integer(figures.quantiles.u2);
  out.key("zone").word(name(zone(figures.quantiles.m2)));
  out.end_object();
}

void write_pair(TextWriter& out, const PairFigures& pair) {
  out.begin_object();
  out.key("a").integer(static_cast<std::int64_t>(pair.a));
  out.key("b").integer(static_cast<std::int64_t>(pair.b));
  out.key("class").word(name(pair.comparison.size));
  out.key("delta").fraction(pair.comparison.delta);
  out.key("divergence").boolean(pair.divergence);
  out.key("superiority").fraction(pair.comparison.superiority);
  out.key("w1").fraction(pair.comparison.w1);
  out.end_object();
}

void write_revealed(TextWriter& out, const Setup& setup, std::size_t f,
                    const FactorResult& factor) {
  const FactorFigures& figures = *factor.figures;
  const auto& measures = figures.measures;
  out.key("cells").array(figures.cells,
                         [&](const CellFigures& cell) { write_cell(out, setup, cell); });
  out.key("counts").or_null(figures.counts, [&](const Histogram& all) { out.counts(all); });
  out.key("deltas").array(figures.pairs, [&](const PairFigures& pair) { write_pair(out, pair); });
  out.key("di").or_null(measures, [&](const Measures& all) { out.fraction(all.nine->di); });
  out.key("disagreement").or_null(measures, [&](const Measures& all) {
    out.boolean(all.nine->disagreement);
  });
  out.key("dk").or_null(figures.unrated, [&](const Unrated& all) { out.integer(all.dk); });
  out.key("id").string(setup.factors[f].id);
  out.key("indicative").boolean(figures.indicative);
  out.key("l2").integer(figures.used.l2);
  out.key("m2").integer(figures.used.m2);
  out.key("measures").or_null(measures, [&](const Measures& all) {
    write(out, all, std::nullopt);
  });
  out.key("n").integer(factor.n);
  out.key("na").or_null(figures.unrated, [&](const Unrated& all) { out.integer(all.na); });
  out.key("role").word(name(setup.factors[f].role));
  out.key("stability").or_null(figures.stability, [&](const Stability& stability) {
    out.begin_object();
    out.key("stable").boolean(stability.stable);
    out.key("tv").fraction(stability.tv);
    out.end_object();
  });
  out.key("u2").integer(figures.used.u2);
  out.key("unknown").or_null(figures.unknown, [&](Unknown why) { out.word(name(why)); });
  out.key("zone").word(name(zone(figures.used.m2)));
}

// With too few people every member is there, and null but these three.
void write_untold(TextWriter& out, const Setup& setup, std::size_t f, const FactorResult& factor) {
  const auto nulls = [&](std::initializer_list<const char*> keys) {
    for (const char* key : keys) out.key(key).null();
  };
  nulls({"cells", "counts", "deltas", "di", "disagreement", "dk"});
  out.key("id").string(setup.factors[f].id);
  nulls({"indicative", "l2", "m2", "measures"});
  out.key("n").integer(factor.n);
  nulls({"na"});
  out.key("role").word(name(setup.factors[f].role));
  nulls({"stability", "u2", "unknown", "zone"});
}

void write_factor(TextWriter& out, const Setup& setup, std::size_t f, const FactorResult& factor) {
  out.begin_object();
  if (factor.figures) {
    write_revealed(out, setup, f, factor);
  } else if (factor.pending) {
    out.key("id").string(setup.factors[f].id);
    out.key("n").integer(factor.n);
    out.key("role").word(name(setup.factors[f].role));
  } else {
    write_untold(out, setup, f, factor);
  }
  out.end_object();
}

void write_consensus(TextWriter& out, const Result& result) {
  if (!result.flags) return out.null();  // too few people for any figure
  const auto& specs = result.setup.factors;
  FactorSet order(specs.size());
  for (std::size_t f = 0; f < order.size(); ++f) order[f] = f;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return specs[a].id < specs[b].id; });
  out.begin_object();
  for (const std::size_t f : order) {
    const auto& figures = result.factors[f].figures;
    out.key_of(specs[f].id);
    if (figures) {
      out.or_null(figures->cross_group_consensus, [&](Fraction least) { out.fraction(least); });
    } else {
      out.null();
    }
  }
  out.end_object();
}

void write_flips(TextWriter& out, const Result& result) {
  if (!result.flips) return out.null();
  const auto write = [&](const Flip& flip) { write_flip(out, result.setup, flip); };
  out.begin_object();
  out.key("down").or_null(result.down, write);
  out.key("up").or_null(result.up, write);
  out.end_object();
}

}  // namespace

void write(TextWriter& out, const Setup& setup, const std::vector<Reason>& reasons) {
  out.array(reasons, [&](const Reason& reason) {
    out.begin_object();
    out.key("clause").word(reason.clause);
    out.key("factors");
    write_ids(out, setup, reason.factors);
    out.end_object();
  });
}

void write(TextWriter& out, const Setup& setup, const Conditions& conditions) {
  const auto write_sets = [&](const std::vector<FactorSet>& sets) {
    out.array(sets, [&](const FactorSet& set) { write_ids(out, setup, set); });
  };
  out.begin_object();
  out.key("3").or_null(conditions.three, write_sets);
  out.key("4").or_null(conditions.four, write_sets);
  out.key("agree_purpose").boolean(conditions.agree_purpose);
  out.end_object();
}

void write(TextWriter& out, const Measures& measures, const std::optional<Difference>& difference) {
  const auto& nine = measures.nine;
  out.begin_object();
  out.key("agreement_a").fraction(measures.agreement_a);
  out.key("comet_in").or_null(nine, [&](const NinePoint& all) { out.boolean(all.comet_in); });
  if (difference) {
    out.key("delta").fraction(difference->comparison.delta);
    out.key("delta_class").word(name(difference->comparison.size));
  }
  out.key("di").or_null(nine, [&](const NinePoint& all) { out.fraction(all.di); });
  out.key("disagreement").or_null(nine, [&](const NinePoint& all) {
    out.boolean(all.disagreement);
  });
  out.key("l2").integer(measures.quantiles.l2);
  out.key("leik_d").fraction(measures.leik_d);
  out.key("m2").integer(measures.quantiles.m2);
  out.key("mean_gap").or_null(measures.mean_gap, [&](Fraction gap) { out.fraction(gap); });
  out.key("n").integer(measures.n);
  out.key("ordinal_variation").fraction(measures.ordinal_variation);
  out.key("rand");
  if (nine && nine->rand) {
    out.word(name(*nine->rand));
  } else {
    out.null();
  }
  if (difference) out.key("tv").fraction(difference->tv);
  out.key("u2").integer(measures.quantiles.u2);
  if (difference) out.key("w1").fraction(difference->comparison.w1);
  out.key("zone").or_null(nine, [&](const NinePoint& all) { out.word(name(all.zone)); });
  out.end_object();
}

std::string to_text(const Result& result) {
  const Setup& setup = result.setup;
  TextWriter out;
  const auto ids = [&](const FactorSet& set) { write_ids(out, setup, set); };
  out.begin_object();
  write_level(out, "ceiling", result.ceiling);
  out.key("conditions").or_null(result.conditions, [&](const Conditions& all) {
    write(out, setup, all);
  });
  out.key("critical").or_null(result.critical, ids);
  out.key("cross_group_consensus");
  write_consensus(out, result);
  out.key("discuss_next").or_null(result.discuss_next, ids);
  write_level(out, "equal_voice_level", result.equal_voice_level);
  out.key("factors").begin_array();
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    write_factor(out, setup, f, result.factors[f]);
  }
  out.end_array();
  out.key("flags").or_null(result.flags, [&](const std::vector<Flag>& raised) {
    out.array(raised, [&](Flag flag) { out.word(name(flag)); });
  });
  out.key("flip");
  write_flips(out, result);
  write_level(out, "floor", result.floor);
  out.key("groups").begin_array();
  for (std::size_t g = 0; g < setup.groups.size(); ++g) {
    out.begin_object();
    out.key("id").string(setup.groups[g].id);
    write_level(out, "level", result.group_levels[g]);
    out.end_object();
  }
  out.end_array();
  out.key("k").integer(setup.min_group);
  write_level(out, "level", result.level);
  out.key("n").integer(result.n);
  out.key("range").or_null(result.range, [&](Range range) {
    out.begin_array();
    out.integer(range.lo);
    out.integer(range.hi);
    out.end_array();
  });
  out.key("reasons").or_null(result.reasons,
                             [&](const std::vector<Reason>& all) { write(out, setup, all); });
  out.key("ruleset").begin_object();
  out.key("hash").string(result.ruleset->hash);
  out.key("id").string(result.ruleset->id);
  out.end_object();
  out.key("status").word(name(result.status));
  out.end_object();
  return out.take();
}

}  // namespace quorate::engine
