import { isVoting } from '../../advice/change.ts';
import { isAgreed } from '../../advice/standing.ts';
import { AdviceBody, AdviceHead } from '../../components/advice.tsx';
import { DecisionCard } from '../../components/decision.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Picture } from '../../components/picture.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { RoundStrips, roundsOf } from '../../components/strip.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import { roundShown } from '../../state/model/rounds.ts';
import type { Answer, FactorResult, Result, View } from '../../state/model/types.ts';
import type { Phone } from '../../state/phone/phone.ts';
import { useWords } from '../../words/context.tsx';

export { DecisionCard } from '../../components/decision.tsx';

/** Those of which answers were shown: also one that is asked again. */
function revealed(view: View, result: Result): readonly FactorResult[] {
  return result.factors.filter(({ id }) => roundShown(view, id) > 0);
}

function Loading({ title }: { readonly title: string }) {
  const { say } = useWords();
  return (
    <>
      <ScreenHeading of="results-loading">{title}</ScreenHeading>
      <div role="status">
        {engineFailed.value ? (
          <Notice tone="wait">{say('result.no_engine')}</Notice>
        ) : (
          <Notice tone="plain">{say('ui.loading')}</Notice>
        )}
      </div>
    </>
  );
}

interface FactorProps {
  readonly phone: Phone;
  readonly view: View;
  readonly factor: FactorResult;
  /** With all nine answers at once. */
  readonly whole: boolean;
}

/** What people said of a question in the round before the one it is asked in now; nothing where they said nothing. */
export function SaidBefore({ phone, id }: { readonly phone: Phone; readonly id: string }) {
  const { say } = useWords();
  const { view } = phone.client.model.value;
  const texts = Object.values(view?.reasons?.[id] ?? {}).map(({ text }) => text);
  if (!view || texts.length === 0) return null;
  return (
    <section class="earlier">
      <h2>{say('result.earlier', { n: roundShown(view, id) })}</h2>
      <Reasons texts={texts} left={view.reasons_left?.[id]} />
    </section>
  );
}

/** What was given and said in the round before. */
function Earlier({ phone, view, factor }: Omit<FactorProps, 'whole'>) {
  const { answer, say } = useWords();
  const n = roundShown(view, factor.id) - 1;
  const own = phone.client.model.value.me?.answers[factor.id]?.[String(n)];
  const texts = Object.values(view.earlier_reasons?.[factor.id] ?? {}).map(({ text }) => text);
  if (n < 1 || (own === undefined && texts.length === 0)) return null;
  return (
    <section class="earlier">
      <h3>{say('result.earlier', { n })}</h3>
      {own === undefined ? null : <p class="small">{say('phone.round.previous', { n, label: answer(factor.id, own) })}</p>}
      <Reasons texts={texts} level={4} />
    </section>
  );
}

function OwnLine({ factor, own }: { readonly factor: string; readonly own: Answer | undefined }) {
  const { answer, say } = useWords();
  if (own === undefined) return null;
  return (
    <p>
      <span class="tag tag-you">{say('answer.yours.is', { label: answer(factor, own) })}</span>
    </p>
  );
}

/** One question's answers: the picture, this phone's own answer, the round before, the reasons. */
function FactorCard({ phone, view, factor, whole }: FactorProps) {
  const words = useWords();
  const { say } = words;
  const { id, counts } = factor;
  const own = phone.client.model.value.me?.answers[id]?.[String(roundShown(view, id))];
  const drawn = roundsOf(view, factor).length > 0;
  // Why answers are not shown stands beside the round before, else alone.
  const picture = drawn && !counts ? null : <Picture view={view} result={factor} own={own} />;
  return (
    <section class="card">
      <h2 lang={words.lang}>{words.question(id)}</h2>
      {drawn ? <RoundStrips view={view} factor={factor} /> : null}
      {whole || !counts ? (
        picture
      ) : (
        <details>
          <summary>{say('result.all_nine')}</summary>
          {picture}
        </details>
      )}
      {whole && counts ? null : <OwnLine factor={id} own={own} />}
      <Reasons texts={Object.values(view.reasons?.[id] ?? {}).map(({ text }) => text)} left={view.reasons_left?.[id]} />
      <Earlier phone={phone} view={view} factor={factor} />
    </section>
  );
}

/** The picture of answers, question by question; the one that everybody looks at comes first. */
export function Results({ phone, view, result }: { phone: Phone; view: View; result: Result | undefined }) {
  const { say } = useWords();
  if (!result) return <Loading title={say('result.picture')} />;
  const shown = revealed(view, result);
  const focus = shown.find(({ id }) => id === view.focus);
  const others = shown.filter((factor) => factor !== focus);
  return (
    <>
      {focus ? <p class="eyebrow">{say('phone.talking')}</p> : null}
      <ScreenHeading of={`results ${focus?.id ?? ''}`}>{say('result.picture')}</ScreenHeading>
      {focus ? <FactorCard phone={phone} view={view} factor={focus} whole /> : null}
      {focus && others.length > 0 ? <h2 class="other-results">{say('result.others')}</h2> : null}
      {others.map((factor) => (
        <FactorCard key={factor.id} phone={phone} view={view} factor={factor} whole={shown.length === 1} />
      ))}
    </>
  );
}

/** The advice, or how far it has come; and what the group made of it. */
export function Advice({ view, result }: { readonly view: View; readonly result: Result | undefined }) {
  const { say } = useWords();
  if (!result) return <Loading title={say('result.title')} />;
  const agreed = isAgreed(result) ? 'result.title' : 'result.so_far';
  return (
    <>
      <p class="eyebrow">{say(view.decision ? 'result.decision.title' : agreed)}</p>
      <AdviceHead
        result={result}
        view={view}
        heading={(text) => (
          <ScreenHeading of="advice" class="advice-heading">
            {text}
          </ScreenHeading>
        )}
      />
      {view.decision ? <DecisionCard decision={view.decision} told /> : null}
      <AdviceBody result={result} voting={isVoting(view)} />
    </>
  );
}
