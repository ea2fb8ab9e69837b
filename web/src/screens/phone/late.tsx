// What a phone fetches only once there is something to show: the screens of results and advice, and
// their sentences. A quarter of everything a phone would load otherwise, before it can answer.
import { computed, effect, signal } from '@preact/signals';

import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Result, View } from '../../state/model.ts';
import type { Phone } from '../../state/phone.ts';
import { learn, say } from '../../words/say.ts';

const screens = signal<typeof import('./results.tsx') | undefined>(undefined);
let asked = false;

async function fetchScreens(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const [fetched] = await Promise.all([import('./results.tsx'), learn('results')]);
    screens.value = fetched;
  } catch (fault) {
    asked = false; // the line was bad: once it is back, again
    throw fault;
  }
}

/** Fetches them at the first reveal. */
export function fetchWhenRevealed(phone: Phone): () => void {
  const wanted = computed(
    () => phone.view.value?.published !== undefined && phone.client.model.value.link === 'online',
  );
  return effect(() => {
    if (wanted.value) fetchScreens().catch((fault: unknown) => console.error(fault));
  });
}

interface LateProps {
  readonly phone: Phone;
  readonly view: View;
  readonly result: Result | undefined;
  readonly of: 'results' | 'advice';
}

export function Late({ phone, view, result, of }: LateProps) {
  const fetched = screens.value;
  if (!fetched) {
    return (
      <>
        <ScreenHeading of="results-loading">{say(of === 'advice' ? 'phone.recommendation' : 'phone.tab.results')}</ScreenHeading>
        <div role="status">
          <Notice tone="plain">{say('ui.loading')}</Notice>
        </div>
      </>
    );
  }
  if (of === 'advice') return <fetched.Advice view={view} result={result} />;
  return <fetched.Results phone={phone} view={view} result={result} />;
}
