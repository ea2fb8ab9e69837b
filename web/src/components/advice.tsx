import type { ComponentChildren } from 'preact';

import { changesOf, groupLevelsOf } from '../advice/change.ts';
import { flagsOf } from '../advice/flags.ts';
import { headingOf, whyOf } from '../advice/heading.ts';
import { conditionsOf, reasonsOf } from '../advice/reasons.ts';
import { standingOf } from '../advice/standing.ts';
import { statusOf } from '../advice/status.ts';
import type { Result } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';
import type { Words } from '../words/words.ts';
import { Ladder } from './ladder.tsx';

/** The advice in one line, or what keeps it from being given. */
export function adviceHeading(result: Result, words: Words): string {
  if (result.level !== null) return headingOf(result.level, result.reasons, words);
  return result.status === 'incomplete' ? words.say('result.so_far') : statusOf(result, words).title;
}

/** Why, and what next. */
export function AdviceLead({ result }: { readonly result: Result }) {
  const words = useWords();
  if (result.level !== null) {
    const why = whyOf(result.level, result.reasons, words).join(' ');
    return (
      <p class="lead">
        {why} {words.say(`level.${result.level}.next`)}
      </p>
    );
  }
  const { title, text } = statusOf(result, words);
  return (
    <p class="lead">
      {result.status === 'incomplete' ? <strong>{title}. </strong> : null}
      {text}
    </p>
  );
}

/** How sure the advice is; nothing where there is none, since the lead has said why. */
export function AdviceStatus({ result }: { readonly result: Result }) {
  const words = useWords();
  if (result.level === null) return null;
  const { title, text } = statusOf(result, words);
  return (
    <div class="advice-status">
      <strong>{title}</strong> {text}
    </div>
  );
}

/** The advice in five seconds: what, how sure, and where on the ladder. */
export function AdviceHead({ result, heading }: { result: Result; heading: (text: string) => ComponentChildren }) {
  const words = useWords();
  return (
    <>
      {heading(adviceHeading(result, words))}
      <AdviceLead result={result} />
      <AdviceStatus result={result} />
      <Ladder result={result} />
    </>
  );
}

function Flags({ result }: { readonly result: Result }) {
  const words = useWords();
  const flags = flagsOf(result, words);
  if (flags.length === 0) return null;
  return (
    <section>
      <h2>{words.say('result.flags')}</h2>
      {flags.map(({ id, title, text }) => (
        <div key={id} class="flag">
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
    </section>
  );
}

function Conditions({ result }: { readonly result: Result }) {
  const words = useWords();
  const steps = conditionsOf(result, words);
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>{words.say('condition.title')}</h2>
      {steps.map(({ heading, ways }) => (
        <div key={heading}>
          <h3>{heading}</h3>
          {ways.map((way, index) => (
            <div key={way.join()}>
              {index > 0 ? <p class="or">{words.say('condition.or')}</p> : null}
              <ul>
                {way.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

function How({ k }: { readonly k: number }) {
  const { say } = useWords();
  return (
    <details>
      <summary>{say('how.title')}</summary>
      <ol>
        <li>{say('how.1')}</li>
        <li>{say('how.2')}</li>
        <li>{say('how.3')}</li>
        <li>{say('how.4', { k })}</li>
        <li>{say('how.5')}</li>
      </ol>
      <p>{say('report.view')}</p>
    </details>
  );
}

/** The advice each group's own answers lead to, for groups that may be shown alone. */
function GroupLevels({ result }: { readonly result: Result }) {
  const words = useWords();
  const groups = groupLevelsOf(result, words);
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{words.say('result.groups')}</h2>
      <Lines lines={groups} />
    </section>
  );
}

function Changes({ result, voting }: { readonly result: Result; readonly voting: boolean }) {
  const words = useWords();
  const lines = changesOf(result, voting, words);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{words.say('change.title')}</h2>
      <Lines lines={lines} />
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Everything behind the advice: why, what has to be in place, what to look out for, what would change
 *  it. `voting`: a question is open, so nothing is counted out that votes could be aimed at. */
export function AdviceBody({ result, voting }: { readonly result: Result; readonly voting: boolean }) {
  const words = useWords();
  const reasons = reasonsOf(result, words);
  const standing = standingOf(result, words);
  return (
    <div class="advice-body">
      {standing.length > 0 ? <p class="soft">{standing.join(' ')}</p> : null}
      {reasons.length > 0 ? (
        <section>
          <h2>{words.say('result.why')}</h2>
          <ul class="reason-list">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Conditions result={result} />
      <Flags result={result} />
      <GroupLevels result={result} />
      <Changes result={result} voting={voting} />
      <How k={result.k} />
    </div>
  );
}
