import { progressOf } from '../../state/phone/progress.ts';
import type { SharedPhone, Seat } from '../../state/phone/shared.ts';
import { aliasWords } from '../../words/alias.ts';
import { say } from '../../words/say.ts';

function Name({ seat, here }: { readonly seat: Seat; readonly here: boolean }) {
  const { me } = seat.phone.client.model.value;
  const { open, done } = progressOf(seat.phone.questions.value);
  if (!me) return <>{say(here ? 'phone.someone_else.title' : 'phone.someone_else')}</>;
  const alias = aliasWords(me.alias, say);
  return (
    <>
      {say(here ? 'phone.answering_as' : 'phone.switch_person', { alias })}
      {!here && open > done ? <span class="tag tag-wait">{say('phone.to_answer', { n: open - done })}</span> : null}
    </>
  );
}

/** Whose turn it is, where several people answer on one phone. */
export function SeatSwitch({ shared }: { readonly shared: SharedPhone }) {
  const seats = shared.seats.value;
  const shown = shared.shown.value;
  if (seats.length < 2) return null;
  return (
    <nav aria-label={say('phone.people')}>
      <ul class="tabs people-here">
        {seats.map((seat) => {
          const here = seat.number === shown.number;
          return (
            <li key={seat.number}>
              <button
                type="button"
                class="tab"
                onClick={() => shared.switchTo(seat.number)}
                {...(here ? { 'aria-current': 'page' as const } : {})}
              >
                <Name seat={seat} here={here} />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
