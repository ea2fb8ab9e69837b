import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { Client } from '../client/runner.ts';
import type { Answer, View } from './model.ts';
import { placeOf, tabsOf, type Choice, type Place } from './place.ts';
import { isDone, nextToAnswer, ownQuestions, type OwnQuestion } from './progress.ts';

/** What the person at a phone has on screen and does, over the client's model. */
export interface Phone {
  readonly client: Client;
  readonly view: ReadonlySignal<View | undefined>;
  readonly questions: ReadonlySignal<readonly OwnQuestion[]>;
  readonly place: ReadonlySignal<Place>;
  readonly tabs: ReadonlySignal<readonly NonNullable<Choice['tab']>[]>;
  readonly tab: ReadonlySignal<Choice['tab']>;
  /** The question on screen, when the place is `question`. */
  readonly current: ReadonlySignal<OwnQuestion | undefined>;
  /** The question answered last, while its state is still worth telling on the next screen. */
  readonly justSent: ReadonlySignal<OwnQuestion | undefined>;
  /** What is selected for this question's round: chosen now, else answered before. */
  chosen(question: OwnQuestion): Answer | undefined;
  choose(question: OwnQuestion, answer: Answer): void;
  /** Sends the choice; false when there is none. */
  submit(question: OwnQuestion): boolean;
  show(question: string): void;
  showList(): void;
  showTab(tab: NonNullable<Choice['tab']>): void;
  /** The person has read that the question closed: goes on to wherever the workshop is. */
  goOn(): void;
  join(group: string | undefined): void;
  dispose(): void;
}

/** An unsent choice belongs to one round of one question. */
function draftKey({ id, round }: OwnQuestion): string {
  return `${id}/${round}`;
}

export function createPhone(client: Client): Phone {
  const choice = signal<Choice>({});
  const drafts = signal<{ readonly [key: string]: Answer }>({});
  const sent = signal<{ readonly id: string; readonly round: number; readonly value: Answer } | undefined>(undefined);

  const view = computed(() => client.model.value.view);
  const answers = computed(() => client.model.value.answers);
  const me = computed(() => client.model.value.me);
  const questions = computed<readonly OwnQuestion[]>(() =>
    view.value ? ownQuestions(view.value, answers.value, me.value) : [],
  );
  const place = computed(() => placeOf(client.model.value, questions.value, choice.value));
  const current = computed(() => {
    if (place.value !== 'question') return undefined;
    const { question } = choice.value;
    return question === undefined
      ? nextToAnswer(questions.value)
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

  const chosen = (question: OwnQuestion) => drafts.value[draftKey(question)] ?? question.value;
  const hasUnsent = (question: OwnQuestion) => {
    const draft = drafts.value[draftKey(question)];
    return draft !== undefined && draft !== question.value;
  };

  // The question on screen stays on screen, whatever its answer or the others come to.
  const pin = effect(() => {
    const shown = current.value;
    if (shown && choice.value.question !== shown.id) choice.value = { ...choice.peek(), question: shown.id };
  });

  // Once the answer is as safe as it can be made, the next question comes.
  const advance = effect(() => {
    const last = justSent.value;
    if (!last || sent.value?.value !== last.value || last.own === 'sending' || !isDone(last)) return;
    if (choice.peek().question !== last.id) return;
    const next = nextToAnswer(questions.peek(), last.id);
    choice.value = next ? { question: next.id } : { list: true };
  });

  // A question that closed takes nobody with it, unless a choice was lost.
  const release = effect(() => {
    const shown = current.value;
    if (!shown || shown.state === 'open') return;
    const lost = hasUnsent(shown) || shown.own === 'refused' || shown.own === 'kept';
    if (!lost) choice.value = {};
  });

  // A question that has just opened is where everybody goes who is not answering another.
  let opened = new Set<string>();
  const follow = effect(() => {
    const now = new Set(questions.value.filter(({ state }) => state === 'open').map(({ id, round }) => `${id}/${round}`));
    const fresh = [...now].some((key) => !opened.has(key));
    opened = now;
    if (fresh && choice.peek().question === undefined) choice.value = {};
  });

  return {
    client,
    view,
    questions,
    place,
    tabs,
    tab,
    current,
    justSent,
    chosen,
    choose(question, answer) {
      drafts.value = { ...drafts.peek(), [draftKey(question)]: answer };
    },
    submit(question) {
      const value = chosen(question);
      if (value === undefined) return false;
      batch(() => {
        sent.value = { id: question.id, round: question.round, value };
        if (value === question.value && question.own === 'saved') {
          const next = nextToAnswer(questions.peek(), question.id);
          choice.value = next ? { question: next.id } : { list: true };
        } else {
          client.command({ kind: 'answer', factor: question.id, round: question.round, value });
        }
      });
      return true;
    },
    show(question) {
      batch(() => {
        sent.value = undefined;
        choice.value = { question };
      });
    },
    showList() {
      batch(() => {
        sent.value = undefined;
        choice.value = { list: true };
      });
    },
    showTab(next) {
      batch(() => {
        sent.value = undefined;
        choice.value = next === 'questions' ? {} : { tab: next };
      });
    },
    goOn() {
      choice.value = {};
    },
    join(group) {
      client.command(group === undefined ? { kind: 'join' } : { kind: 'join', group });
    },
    dispose() {
      for (const stop of [pin, advance, release, follow]) stop();
    },
  };
}
