import { Status } from '../../components/notice.tsx';
import type { Phone } from '../../state/phone/phone.ts';
import { isDone, type OwnQuestion } from '../../state/phone/progress.ts';
import { useWords } from '../../words/context.tsx';

/** Asks the desk to wait, without a name; and takes it back. */
export function MoreTime({ phone, question }: { readonly phone: Phone; readonly question: OwnQuestion }) {
  const { say } = useWords();
  const { me, working } = phone.client.model.value;
  const wanted = me?.more_time === true;
  if (!wanted && isDone(question)) return null;
  const busy = working.more_time === true;
  return (
    <div class="more-time">
      <Status tone="wait" text={wanted ? say('phone.more_time.sent') : undefined} />
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) phone.moreTime(!wanted);
        }}
      >
        {say(wanted ? 'phone.more_time.enough' : 'phone.more_time')}
      </button>
    </div>
  );
}
