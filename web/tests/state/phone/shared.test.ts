import { signal, type Signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';

import type { Client } from '../../../src/client/runner.ts';
import { clientOutside, clientShowing, me, view } from '../../../src/fixtures/workshop.ts';
import type { Model } from '../../../src/state/model/types.ts';
import { createPhone } from '../../../src/state/phone/phone.ts';
import { createSharedPhone } from '../../../src/state/phone/shared.ts';

/** A page of a phone on which the people of `before` have answered earlier. */
function page(before: readonly number[] = []) {
  let kept = before;
  const opened: { readonly number: number; readonly fresh: boolean; readonly client: Client & { taken: number } }[] = [];
  const watched = (client: Client) => {
    const counted = { ...client, taken: 0, takeOver: () => void (counted.taken += 1) };
    return counted;
  };
  const first = watched(clientShowing({ view: view() }));
  const shared = createSharedPhone(createPhone(first, signal(undefined)), {
    openSeat: async (number, fresh) => {
      const client = watched(fresh ? clientOutside({ view: view() }) : clientShowing({ view: view() }));
      opened.push({ number, fresh, client });
      return createPhone(client);
    },
    kept: { all: () => kept, keep: (numbers) => void (kept = numbers) },
  });
  const change = (client: Client, part: Partial<Model>) => {
    const model = client.model as Signal<Model>;
    model.value = { ...model.peek(), ...part };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { shared, first, opened, change, settled, keptNow: () => kept };
}

const numbers = (shared: ReturnType<typeof page>['shared']) => shared.seats.value.map(({ number }) => number);

describe('somebody else on this phone', () => {
  it('sits down beside the first, on a seat of their own, and has the screen', async () => {
    const { shared, opened } = page();
    await shared.addSomeone();
    expect(opened.map(({ number, fresh }) => [number, fresh])).toEqual([[2, true]]);
    expect([numbers(shared), shared.shown.value.number]).toEqual([[1, 2], 2]);
    shared.switchTo(1);
    expect(shared.shown.value.number).toBe(1);
  });

  it('goes on with joining instead of taking one more seat', async () => {
    const { shared, opened } = page();
    await shared.addSomeone();
    shared.switchTo(1);
    await shared.addSomeone();
    expect([opened.length, shared.shown.value.number]).toEqual([1, 2]);
  });

  it('is remembered once they are in, and not before', async () => {
    const { shared, opened, change, keptNow } = page();
    await shared.addSomeone();
    expect(keptNow()).toEqual([]);
    change(opened[0]!.client, { role: 'participant', me: me() });
    expect(keptNow()).toEqual([2]);
  });

  it('comes back with the page, while the first has the screen', async () => {
    const { shared, opened, settled, keptNow } = page([2, 3]);
    await settled();
    expect(opened.map(({ number, fresh }) => [number, fresh])).toEqual([[2, false], [3, false]]);
    expect([numbers(shared), shared.shown.value.number, keptNow()]).toEqual([[1, 2, 3], 1, [2, 3]]);
  });

  it('is not remembered any more once they were removed', async () => {
    const { opened, change, settled, keptNow } = page([2, 3]);
    await settled();
    change(opened[0]!.client, { link: 'stopped', stop: 'removed' });
    expect(keptNow()).toEqual([3]);
  });

  it('finds no seat when four people answer here', async () => {
    const { shared, settled } = page([2, 3, 4]);
    await settled();
    expect(shared.canAdd.value).toBe(false);
    await shared.addSomeone();
    expect(numbers(shared)).toEqual([1, 2, 3, 4]);
  });
});

describe('using this tab', () => {
  it('brings over everybody who was taken away by another tab', async () => {
    const { shared, first, opened, change, settled } = page([2]);
    await settled();
    change(first, { link: 'stopped', stop: 'other_tab' });
    change(opened[0]!.client, { link: 'stopped', stop: 'other_tab' });
    shared.useThisTab();
    expect([first.taken, opened[0]!.client.taken]).toEqual([1, 1]);
  });
});
