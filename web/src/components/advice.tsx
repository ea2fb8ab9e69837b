import type { ComponentChildren } from 'preact';

import { changesOf } from '../advice/change.ts';
import { flagsOf } from '../advice/flags.ts';
import { whyOf } from '../advice/heading.ts';
import { notHeardOf } from '../advice/not_heard.ts';
import { conditionsOf, reasonsOf } from '../advice/reasons.ts';
import { spokenOf, type Spoken } from '../advice/spoken.ts';
import { isAgreed, reachOf, standingOf } from '../advice/standing.ts';
import { groupLevels } from '../advice/status.ts';
import type { Result, View } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';
import { Ladder } from './ladder.tsx';
import { Listed, SpokenLines, SpokenMark } from './spoken.tsx';

/** Why, and what next, of an advice that is agreed; what to do now of everything else. Not under a decision: it
 *  would read as the decision's. */
function Lead({ result, spoken }: { readonly result: Result; readonly spoken: Spoken }) {
  const words = useWords();
  const { level, reasons } = result;
  const agreed = level !== null && isAgreed(result);
  const why = agreed ? [...whyOf(level, reasons, words), words.say(`level.${level}.next`)].join(' ') : undefined;
  return (
    <>
      {why === undefined ? null : <p class="lead">{why}</p>}
      {spoken.next === undefined ? null : <p class="spoken-next">{spoken.next}</p>}
    </>
  );
}

interface HeadProps {
  readonly result: Result;
  readonly view: View;
  readonly heading: (text: string) => ComponentChildren;
}

/** The status in five seconds: how far the group has come, who was not heard, and where on the ladder. */
export function AdviceHead({ result, view, heading }: HeadProps) {
  const words = useWords();
  const spoken = spokenOf(result, view, words);
  const notHeard = notHeardOf(result, words);
  const { kind, largest, below, warning } = spoken;
  return (
    <>
      <div class={`spoken spoken-${kind}`}>
        <SpokenMark kind={kind} />
        {heading(largest.text)}
        {largest.list ? <Listed list={largest.list} /> : null}
        <SpokenLines lines={below} />
      </div>
      {warning === undefined ? null : <p class="spoken-warning">{warning}</p>}
      {notHeard === undefined ? null : <p class="not-heard">{notHeard}</p>}
      {view.decision ? null : <Lead result={result} spoken={spoken} />}
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

function How({ result }: { readonly result: Result }) {
  const words = useWords();
  const { say } = words;
  const standing = standingOf(result, words);
  return (
    <details>
      <summary>{say('how.title')}</summary>
      <ol>
        <li>{say('how.1')}</li>
        <li>{say('how.2')}</li>
        <li>{say('how.3')}</li>
        <li>{say('how.4', { k: result.k })}</li>
        <li>{say('how.5')}</li>
      </ol>
      {standing.length > 0 ? <p>{standing.join(' ')}</p> : null}
      <p>{say('report.view')}</p>
    </details>
  );
}

/** The advice each group's own answers lead to, for groups that may be shown alone. */
function GroupLevels({ result }: { readonly result: Result }) {
  const words = useWords();
  const groups = groupLevels(result, words);
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
  const reach = reachOf(result, words);
  return (
    <div class="advice-body">
      {reach === undefined ? null : <p class="soft">{reach}</p>}
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
      <How result={result} />
    </div>
  );
}
