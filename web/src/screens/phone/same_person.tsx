import type { Phone } from '../../state/phone/phone.ts';
import { aliasWords } from '../../words/alias.ts';
import { say } from '../../words/say.ts';

/** Asks whether somebody else is this person, too: the facilitator thinks that they joined twice, and only
 *  they know. It stands above what they are doing and takes nothing from it. */
export function SamePerson({ phone }: { readonly phone: Phone }) {
  const { me, view, working } = phone.client.model.value;
  const asked = view?.phase === 'ended' ? undefined : me?.same_as;
  const alias = asked && aliasWords(asked.alias, say);
  const busy = working.same_person === true;
  const answer = (yes: boolean) => {
    if (asked && !busy) phone.client.command({ kind: 'same_person', into: asked.id, yes });
  };
  return (
    <div role="status" class="status">
      {alias === undefined ? null : (
        <section class="card card-warm asked" aria-labelledby="same-person-title">
          <h2 id="same-person-title">{say('same_person.title', { alias })}</h2>
          <p>{say('same_person.text', { alias })}</p>
          <div class="row">
            <button type="button" class="button" aria-disabled={busy} onClick={() => answer(true)}>
              {say('same_person.yes')}
            </button>
            <button type="button" class="button button-quiet" aria-disabled={busy} onClick={() => answer(false)}>
              {say('same_person.no')}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}
