import { answeredOpen } from '../../state/desk/answered.ts';
import { heardOf } from '../../state/desk/presence.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

interface CountsProps {
  readonly view: View;
  readonly connected: number;
  readonly desks: number;
}

/** Whether those whose view counts apart are enough for that. */
function Heard({ view }: { readonly view: View }) {
  const { say } = useWords();
  const { deciders, lived } = heardOf(view);
  const k = view.setup.min_group;
  const lines = [
    ...(deciders ? [{ id: deciders, text: say(`desk.heard.deciders.${deciders}`, { k }) }] : []),
    ...(lived ? [{ id: lived, text: say(`desk.heard.lived.${lived}`, { k }) }] : []),
  ];
  if (view.phase === 'ended' || view.joined === 0 || lines.length === 0) return null;
  return (
    <ul class="heard">
      {lines.map(({ id, text }) => (
        <li key={text} class={`heard-${id}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** Joined, here now, answered: three different things, each said as what it is, in one row. */
export function Counts({ view, connected }: Omit<CountsProps, 'desks'>) {
  const { say } = useWords();
  const { all, open } = answeredOpen(view);
  return (
    <section class="desk-counts" aria-label={say('desk.counts')}>
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

/** What the counts mean, whose view can count apart, and who else has a desk. Under what is pressed: it comes and goes. */
export function CountsNotes({ view, desks }: Omit<CountsProps, 'connected'>) {
  const { say } = useWords();
  const proxies = view.proxies ?? 0;
  return (
    <div class="desk-counts-notes">
      <p class="hint small">
        {say('desk.connected.hint')} {proxies > 0 ? `${say('count.proxies', { n: proxies })}.` : null}
      </p>
      <Heard view={view} />
      <p role="status" class="status desk-others">
        {desks > 1 ? say('desk.others', { n: desks - 1 }) : null}
      </p>
    </div>
  );
}
