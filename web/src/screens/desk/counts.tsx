import { answeredOpen } from '../../state/desk_action.ts';
import type { View } from '../../state/model.ts';
import { useWords } from '../../words/context.tsx';

/** Joined, connected now, answered: three different things, each said as what it is. */
export function Counts({ view, connected }: { readonly view: View; readonly connected: number }) {
  const { say } = useWords();
  const { all, open } = answeredOpen(view);
  return (
    <section aria-label={say('desk.counts')}>
      <dl class="counts">
        <div class="count">
          <dt>{say('count.label.joined')}</dt>
          <dd class="number">{view.joined}</dd>
        </div>
        <div class="count">
          <dt>{say('count.label.connected')}</dt>
          <dd class="number">{connected}</dd>
        </div>
        <div class="count">
          <dt>{open > 1 ? say('count.label.answered_all', { n: open }) : say('count.label.answered')}</dt>
          <dd class="number">{open === 0 ? '–' : say('ui.of', { n: all, all: view.joined })}</dd>
        </div>
      </dl>
    </section>
  );
}
