import { isVoting } from '../../advice/change.ts';
import { AdviceBody, AdviceHead } from '../../components/advice.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Picture, Strip } from '../../components/picture.tsx';
import type { Answer, FactorResult, Result, View } from '../../state/model.ts';
import type { Phone } from '../../state/phone.ts';
import { useWords } from '../../words/context.tsx';

/** The answer given in the round that is shown. */
function ownIn(phone: Phone, view: View, factor: string): Answer | undefined {
  const round = view.questions?.[factor]?.round;
  return phone.client.model.value.me?.answers[factor]?.[String(round)];
}

function revealed(view: View, result: Result): readonly FactorResult[] {
  return result.factors.filter(({ id }) => view.questions?.[id]?.state === 'revealed');
}

function Loading({ title }: { readonly title: string }) {
  const { say } = useWords();
  return (
    <>
      <ScreenHeading of="results-loading">{title}</ScreenHeading>
      <div role="status">
        <Notice tone="plain">{say('ui.loading')}</Notice>
      </div>
    </>
  );
}

/** The picture of answers, question by question, with this phone's own answer marked. */
export function Results({ phone, view, result }: { phone: Phone; view: View; result: Result | undefined }) {
  const words = useWords();
  const { say } = words;
  if (!result) return <Loading title={say('result.picture')} />;
  const shown = revealed(view, result);
  const single = shown.length === 1;
  return (
    <>
      <ScreenHeading of="results">{say('result.picture')}</ScreenHeading>
      {shown.map((factor) => (
        <section key={factor.id} class="card">
          <h2>{words.question(factor.id)}</h2>
          {single ? null : factor.counts ? <Strip factor={factor.id} counts={factor.counts} /> : null}
          {single ? (
            <Picture result={factor} k={result.k} own={ownIn(phone, view, factor.id)} />
          ) : (
            <details>
              <summary>{say('result.all_nine')}</summary>
              <Picture result={factor} k={result.k} own={ownIn(phone, view, factor.id)} />
            </details>
          )}
          {single ? null : <OwnLine factor={factor.id} own={ownIn(phone, view, factor.id)} />}
        </section>
      ))}
    </>
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

/** The advice, or how far it has come. */
export function Advice({ view, result }: { readonly view: View; readonly result: Result | undefined }) {
  const { say } = useWords();
  if (!result) return <Loading title={say('result.title')} />;
  return (
    <>
      <p class="eyebrow">{say('result.title')}</p>
      <AdviceHead
        result={result}
        heading={(text) => (
          <ScreenHeading of="advice" class="advice-heading">
            {text}
          </ScreenHeading>
        )}
      />
      <AdviceBody result={result} voting={isVoting(view)} />
    </>
  );
}
