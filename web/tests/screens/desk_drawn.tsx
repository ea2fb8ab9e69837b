// A desk that is drawn, pressed and told what changed.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { signal, type Signal } from '@preact/signals';
import { afterEach, beforeEach, expect, vi } from 'vitest';

import { invite } from '../../src/fixtures/drawn.ts';
import { clientShowing } from '../../src/fixtures/workshop.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { DeskApp } from '../../src/screens/desk/app.tsx';
import type { Part } from '../../src/screens/desk/parts.tsx';
import type { Model, Result, Role, View } from '../../src/state/model/types.ts';
import { startWords } from '../../src/words/say.ts';

interface Drawn {
  readonly result?: Result;
  readonly part?: Part;
  readonly workshop?: string;
  readonly role?: Role;
  /** What this desk does not have: the server has not said it, or its own link did not bring it. */
  readonly without?: 'invite' | 'wall';
  readonly engine?: Engine;
}

/** The desk's sentences, and a clock that stands until a test moves it; what was drawn is taken down. */
export function withDeskClock(): void {
  beforeEach(async () => {
    await startWords('desk', 'results', 'names', 'factors');
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    for (const root of document.body.children) render(null, root);
    document.body.replaceChildren();
  });
}

export function deskOf(first: View, { result, role = 'facilitator', without, engine, ...more }: Drawn = {}) {
  const model: Partial<Model> = { role, here: 'fffff', clock: { wall_ms: 0, at_ms: 0 } };
  const client = clientShowing({ ...model, view: first });
  const root = document.createElement('main');
  document.body.append(root);
  const office = {
    invite: signal(without === 'invite' ? undefined : invite),
    handedOver: signal(undefined),
    wall: signal(without === 'wall' ? undefined : '/wall#link'),
    changeCode: () => Promise.resolve(undefined),
    newLink: () => Promise.resolve({ ok: true as const, value: { token: '' } }),
    linkFor: () => '',
  };
  const saved = vi.fn();
  void act(() =>
    render(
      <DeskApp client={client} result={signal(result)} engine={signal(engine)} office={office} saving={signal(undefined)} onSave={saved} {...more} />,
      root,
    ),
  );
  const button = (name: string) =>
    [...root.querySelectorAll<HTMLButtonElement>('button')].find((each) => each.textContent === name);
  return {
    root,
    client,
    button,
    primary: () => root.querySelector<HTMLButtonElement>('.next-step .button-wide'),
    async press(it: HTMLElement | null | undefined) {
      expect(it).toBeTruthy();
      await act(() => it?.click());
    },
    async see(next: View) {
      await act(() => {
        (client.model as Signal<Model>).value = { ...client.model.value, view: next };
      });
    },
    async pass(ms: number) {
      await act(() => {
        vi.advanceTimersByTime(ms);
      });
    },
    kinds: () => client.commands.map(({ kind }) => kind),
  };
}
