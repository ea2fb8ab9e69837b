import { useEffect, useState } from 'preact/hooks';

import { useWords } from '../../words/context.tsx';

/** The parts of the desk that one does not need all the time. */
export const PARTS = ['questions', 'people', 'room', 'decision', 'what_if', 'notes'] as const;
export type Part = (typeof PARTS)[number];

/** Goes to a part, and to an element in it. */
export type Go = (part: Part, element?: string) => void;

const TITLES = {
  questions: 'desk.questions',
  people: 'desk.people.title',
  room: 'desk.room',
  decision: 'desk.decision.title',
  what_if: 'desk.what_if.title',
  notes: 'desk.notes',
} as const;

const SHORT = {
  questions: 'desk.questions',
  people: 'desk.part.people',
  room: 'desk.room',
  decision: 'desk.part.decision',
  what_if: 'desk.what_if.title',
  notes: 'desk.part.notes',
} as const;

/** The heading of a part, where the focus goes with it. */
export function PartTitle({ part }: { readonly part: Part }) {
  const { say } = useWords();
  return (
    <h2 id={`${part}-title`} tabIndex={-1}>
      {say(TITLES[part])}
    </h2>
  );
}

/** Which part is shown; going to one moves the focus there once it is drawn. */
export function useParts(start: Part): { readonly part: Part; readonly show: (part: Part) => void; readonly go: Go } {
  const [{ part, element }, setPlace] = useState<{ part: Part; element?: string }>({ part: start });
  useEffect(() => {
    if (element === undefined) return;
    const found = document.getElementById(element) ?? document.getElementById(`${part}-title`);
    found?.focus();
    found?.scrollIntoView({ block: 'start' });
    setPlace({ part });
  }, [part, element]);
  return { part, show: (next) => setPlace({ part: next }), go: (next, to) => setPlace({ part: next, element: to ?? `${next}-title` }) };
}

export function PartTabs({ part, onShow }: { readonly part: Part; readonly onShow: (part: Part) => void }) {
  const { say } = useWords();
  return (
    <nav aria-label={say('desk.parts')}>
      <ul class="tabs desk-tabs">
        {PARTS.map((each) => (
          <li key={each}>
            <button type="button" class="tab" aria-current={each === part ? 'page' : undefined} onClick={() => onShow(each)}>
              {say(SHORT[each])}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
