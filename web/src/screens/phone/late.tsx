// What a phone fetches only once there is something to show: the screens of results and advice.
import { ScreenHeading } from '../../components/heading.tsx';
import type { Result, View } from '../../state/model/types.ts';
import type { Phone } from '../../state/phone/phone.ts';
import advice from '../../styles/advice.css?url';
import picture from '../../styles/picture.css?url';
import print from '../../styles/print.css?url';
import { say } from '../../words/say.ts';
import { Awaited } from './awaited.tsx';
import { part, usePart, wear } from './lazy.ts';

const late = part(() => {
  wear(advice, picture, print);
  return import('./results.tsx');
}, 'results', 'factors');

/** Fetches them at the first reveal, or when the group has decided. */
export function useLateParts(phone: Phone): void {
  const { link, view } = phone.client.model.value;
  const wanted = view?.published !== undefined || view?.decision !== undefined;
  usePart(late, wanted && link === 'online');
}

interface LateProps {
  readonly phone: Phone;
  readonly view: View;
  readonly result: Result | undefined;
  readonly of: 'results' | 'advice';
}

export function Late({ phone, view, result, of }: LateProps) {
  const fetched = late.get();
  if (!fetched) {
    return (
      <>
        <ScreenHeading of="results-loading">{say(of === 'advice' ? 'phone.recommendation' : 'phone.tab.results')}</ScreenHeading>
        <Awaited part={late}>{say('ui.loading')}</Awaited>
      </>
    );
  }
  if (of === 'advice') return <fetched.Advice view={view} result={result} />;
  return <fetched.Results phone={phone} view={view} result={result} />;
}

/** What was said before of a question that is asked again; its parts came when it was shown. */
export function LateSaidBefore({ phone, id }: { readonly phone: Phone; readonly id: string }) {
  const fetched = late.get();
  return fetched ? <fetched.SaidBefore phone={phone} id={id} /> : null;
}

/** The group's own decision where no answers were ever shown. */
export function LateDecision({ view }: { readonly view: View }) {
  const fetched = late.get();
  return fetched && view.decision ? <fetched.DecisionCard decision={view.decision} /> : null;
}
