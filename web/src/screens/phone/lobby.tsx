import { useState } from 'preact/hooks';

import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { MOST_SEATS, Seats } from '../../components/seats.tsx';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import type { Phone } from '../../state/phone/phone.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import { part, usePart } from './lazy.ts';

const practice = part(() => import('./practice.tsx'), 'phone_aside');

/** Something to do while everybody arrives, for those who like. */
function PracticeCard({ online }: { readonly online: boolean }) {
  const { say } = useWords();
  const [wanted, want] = useState(false);
  const fetched = usePart(practice, wanted && online);
  return (
    <section class="card">
      <h2>
        <button type="button" class="link-button" aria-expanded={wanted} onClick={() => want(!wanted)}>
          {say('intro.practice.title')}
        </button>
      </h2>
      {wanted && fetched ? <fetched.Practice /> : null}
      {wanted && !fetched ? <Notice tone="plain">{say('ui.loading')}</Notice> : null}
    </section>
  );
}

/** What this is about, while everybody arrives. */
export function Lobby({ phone, view }: { readonly phone: Phone; readonly view: View }) {
  const { lang, say } = useWords();
  const language = currentLanguage();
  const { setup } = view;
  const first = setup.languages[0];
  return (
    <>
      <ScreenHeading of="lobby" lang={lang}>{textIn(setup.title, language, first)}</ScreenHeading>
      <Notice tone="wait">{say('phone.state.waiting')}</Notice>
      <div class="here-count">
        <Seats filled={view.joined} all={Math.min(view.joined, MOST_SEATS)} />
        <p>{say('count.joined', { n: view.joined })}</p>
      </div>
      <section class="card">
        <h2>{say('intro.decision')}</h2>
        <p class="lead" lang={lang}>{textIn(setup.question, language, first)}</p>
        {setup.context ? (
          <>
            <h3>{say('intro.context')}</h3>
            <p lang={lang}>{textIn(setup.context, language, first)}</p>
          </>
        ) : null}
      </section>
      <section class="card card-warm">
        <h2>{say('intro.title')}</h2>
        <p>{say('intro.coproduction')}</p>
        <p>
          <strong>{say('intro.yes_no')}</strong>
        </p>
      </section>
      <PracticeCard online={phone.client.model.value.link === 'online'} />
      {setup.contact === undefined ? null : <p class="soft">{say('intro.contact', { contact: setup.contact })}</p>}
    </>
  );
}
