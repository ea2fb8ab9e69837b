import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import type { Client } from '../../client/runner.ts';
import type { Answer, Link, Setup, View } from '../model/types.ts';
import { arrivalOf } from './arrival.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { placeOf, tabsOf, type Arrival, type Choice, type Place } from './place.ts';
import { asBefore, isDone, nextToAnswer, ownQuestions, type OwnQuestion } from './progress.ts';

/** The group of those who would rather not choose; always there, always last. */
export const UNSAID = 'unsaid';

/** What the person at a phone has on screen and does, over the client's model. */
export interface Phone {
  readonly client: Client;
  readonly view: ReadonlySignal<View | undefined>;
  /** The same objects for as long as nothing in them changes: what is drawn from them is then not drawn again. */
  readonly questions: ReadonlySignal<readonly OwnQuestion[]>;
  readonly link: ReadonlySignal<Link>;
  readonly paused: ReadonlySignal<boolean>;
  readonly setup: ReadonlySignal<Setup | undefined>;
  readonly arrival: ReadonlySignal<Arrival>;
  readonly place: ReadonlySignal<Place>;
  readonly tabs: ReadonlySignal<readonly NonNullable<Choice['tab']>[]>;
  readonly tab: ReadonlySignal<Choice['tab']>;
  /** The question on screen, when the place is `question`. */
  readonly current: ReadonlySignal<OwnQuestion | undefined>;
  /** The question answered last, while its state is still worth telling on the next screen. */
  readonly justSent: ReadonlySignal<OwnQuestion | undefined>;
  readonly drafts: Drafts;
  /** Sends what is chosen and written; false when nothing is chosen. */
  submit(question: OwnQuestion): boolean;
  moreTime(wanted: boolean): void;
  show(question: string): void;
  showList(): void;
  showTab(tab: NonNullable<Choice['tab']>): void;
  /** The person has read that the question closed: goes on to wherever the workshop is. */
  goOn(): void;
  /** The group chosen before joining. */
  readonly group: Signal<string | undefined>;
  /** As one of the chosen group, or of none; an invitation sets the group itself. */
  join(): void;
}

/** `invitation` is the page's, for whoever joins next on this phone. */
export function createPhone(client: Client, invitation: Signal<string | undefined> = signal(undefined)): Phone {
  const choice = signal<Choice>({});
  const sent = signal<{ readonly id: string; readonly round: number; readonly value: Answer } | undefined>(undefined);
  const group = signal<string | undefined>(undefined);
  const drafts = createDrafts();

  const view = computed(() => client.model.value.view);
  const answers = computed(() => client.model.value.answers);
  const me = computed(() => client.model.value.me);
  const focus = computed(() => view.value?.focus);
  let known: readonly OwnQuestion[] = [];
  const questions = computed<readonly OwnQuestion[]>(() => {
    const now = view.value ? ownQuestions(view.value, answers.value, me.value) : [];
    return (known = asBefore(known, now));
  });
  const arrival = arrivalOf(client, invitation);
  const place = computed(() => placeOf(client.model.value, questions.value, choice.value, arrival.value));
  const current = computed(() => {
    if (place.value !== 'question') return undefined;
    const { question } = choice.value;
    return question === undefined
      ? nextToAnswer(questions.value, undefined, focus.value)
      : questions.value.find(({ id }) => id === question);
  });
  const justSent = computed(() => {
    const last = sent.value;
    return last && questions.value.find(({ id, round }) => id === last.id && round === last.round);
  });
  const tabs = computed(() => tabsOf(questions.value));
  const tab = computed<Choice['tab']>(() => {
    if (place.value === 'results' || place.value === 'advice') return place.value;
    return place.value === 'question' || place.value === 'list' ? 'questions' : undefined;
  });

  const goOnFrom = (question: OwnQuestion) => {
    const next = nextToAnswer(questions.peek(), question.id, focus.peek());
    choice.value = next ? { question: next.id } : { list: true };
  };
  const choose = (next: Choice) =>
    batch(() => {
      sent.value = undefined;
      choice.value = next;
    });

  // The question on screen stays on screen, whatever its answer or the others come to.
  effect(() => {
    const shown = current.value;
    if (shown && choice.value.question !== shown.id) choice.value = { ...choice.peek(), question: shown.id };
  });

  // Once the answer is as safe as it can be made, the next question comes.
  effect(() => {
    const last = justSent.value;
    if (!last || sent.value?.value !== last.value || last.own === 'sending' || !isDone(last)) return;
    if (choice.peek().question === last.id) goOnFrom(last);
  });

  // A question that closed takes nobody with it, unless something was lost.
  effect(() => {
    const shown = current.value;
    if (!shown || shown.state === 'open') return;
    const lost = drafts.isUnsent(shown) || shown.own === 'refused' || shown.own === 'kept';
    if (!lost) choice.value = {};
  });

  // What has just opened, and what everybody now looks at, is where everybody goes who is not answering.
  let opened = new Set<string>();
  let looking: string | true | undefined;
  effect(() => {
    const at = view.value?.deciding ?? focus.value;
    const now = new Set(questions.value.filter(({ state }) => state === 'open').map(({ id, round }) => `${id}/${round}`));
    const moved = [...now].some((key) => !opened.has(key)) || at !== looking;
    opened = now;
    looking = at;
    if (moved && choice.peek().question === undefined) choice.value = {};
  });

  return {
    client,
    view,
    questions,
    link: computed(() => client.model.value.link),
    paused: computed(() => view.value?.paused === true),
    setup: computed(() => view.value?.setup),
    arrival,
    place,
    tabs,
    tab,
    current,
    justSent,
    drafts,
    submit(question) {
      const unsent = drafts.isUnsent(question);
      const answer = drafts.send(question);
      if (!answer) return false;
      const { value, reason } = answer;
      batch(() => {
        sent.value = { id: question.id, round: question.round, value };
        if (!unsent && question.own === 'saved') return goOnFrom(question);
        const { id: factor, round } = question;
        client.command({ kind: 'answer', factor, round, value, ...(reason === '' ? {} : { reason }) });
      });
      return true;
    },
    moreTime: (wanted) => client.command({ kind: 'more_time', wanted }),
    show: (question) => choose({ question }),
    showList: () => choose({ list: true, tab: 'questions' }),
    showTab: (tab) => choose({ tab }),
    goOn() {
      choice.value = {};
    },
    group,
    join() {
      const { invitation: shown } = arrival.peek();
      client.command(
        shown === undefined ? { kind: 'join', group: group.peek() ?? UNSAID } : { kind: 'join', invitation: shown },
      );
    },
  };
}
