import type { Phone } from '../../state/phone/phone.ts';
import type { Sharing } from '../../state/phone/shared.ts';
import { aliasWords } from '../../words/alias.ts';
import { say } from '../../words/say.ts';

/** Under every page of somebody who has joined: who this phone is here, and room for one more. */
export function PhoneFoot({ phone, sharing }: { readonly phone: Phone; readonly sharing: Sharing }) {
  const { link, me, view } = phone.client.model.value;
  if (!me) return null;
  const room = sharing.now.value?.canAdd.value ?? true;
  const add = () => {
    sharing
      .start()
      .then((shared) => shared.addSomeone())
      .catch((fault: unknown) => console.error(fault));
  };
  return (
    <footer class="phone-foot">
      <p class="small soft">{say('phone.alias', { alias: aliasWords(me.alias, say) })}</p>
      {room && link === 'online' && view?.phase !== 'ended' ? (
        <button type="button" class="link-button" onClick={add}>
          {say('phone.someone_else')}
        </button>
      ) : null}
    </footer>
  );
}
