import { signal, type Signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';

import { clientOutside, clientShowing, me, view } from '../../../src/fixtures/workshop.ts';
import type { Model } from '../../../src/state/model/types.ts';
import { createPhone } from '../../../src/state/phone/phone.ts';

const SECRET = 'ab'.repeat(16);

function atTheDoor(model: Partial<Model>, shown?: string) {
  const client = model.role === 'participant' ? clientShowing(model) : clientOutside(model);
  const invitation = signal(shown);
  const phone = createPhone(client, invitation);
  const change = (part: Partial<Model>, without: readonly (keyof Model)[] = []) => {
    const next = { ...client.model.peek(), ...part };
    for (const key of without) delete next[key];
    (client.model as Signal<Model>).value = next;
  };
  return { phone, change, invitation, commands: client.commands };
}

const locked = view({ door: 'locked' });

describe('a locked door', () => {
  it('makes the person wait until they are let in', () => {
    const { phone, change } = atTheDoor({ view: locked });
    expect(phone.place.value).toBe('joining');
    change({ waiting: true });
    expect(phone.place.value).toBe('asked');
    change({ role: 'participant', me: me() }, ['waiting']);
    expect(phone.place.value).toBe('question');
  });

  it('tells who was turned away, until the door is opened', () => {
    const { phone, change } = atTheDoor({ view: locked });
    change({ waiting: true });
    change({}, ['waiting']);
    expect(phone.place.value).toBe('turned_away');
    change({ view: view() });
    expect(phone.place.value).toBe('joining');
  });

  it('tells it, too, when asking again is refused', () => {
    const { phone } = atTheDoor({ view: locked, refusal: { kind: 'join', code: 'turned_away' } });
    expect(phone.place.value).toBe('turned_away');
  });
});

describe('an invitation', () => {
  const invited = view({ door: 'invited' });

  it('is asked for where there is none', () => {
    expect(atTheDoor({ view: invited }).phone.place.value).toBe('needs_invitation');
  });

  it('is sent instead of a group and gone once it has let somebody in', () => {
    const { phone, change, invitation, commands } = atTheDoor({ view: invited }, SECRET);
    expect(phone.place.value).toBe('joining');
    phone.join();
    expect(commands).toEqual([{ kind: 'join', invitation: SECRET }]);
    expect(invitation.value).toBe(SECRET);
    change({ role: 'participant', me: me() });
    expect(invitation.value).toBeUndefined();
  });

  it('is gone when somebody else has used it, and the page says so', () => {
    const { phone, change, invitation } = atTheDoor({ view: invited }, SECRET);
    change({ refusal: { kind: 'join', code: 'used_invitation' } });
    expect(invitation.value).toBeUndefined();
    expect(phone.place.value).toBe('needs_invitation');
  });

  it('waits for the next person where this one is in already', () => {
    const { invitation } = atTheDoor({ role: 'participant', view: invited }, SECRET);
    expect(invitation.value).toBe(SECRET);
  });
});
