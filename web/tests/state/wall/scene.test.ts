import { describe, expect, it } from 'vitest';

import { questions, revealedFirst, view } from '../../../src/fixtures/workshop.ts';
import { wallScene } from '../../../src/state/wall/scene.ts';

describe('wallScene', () => {
  it('shows how to join until something is open', () => {
    expect(wallScene(view({ phase: 'lobby', questions: questions('waiting') }))).toEqual({ kind: 'lobby' });
  });

  it('shows the question that everybody looks at, whatever else is open or shown', () => {
    expect(wallScene(view({ focus: 'time' }))).toEqual({ kind: 'question', id: 'time', state: 'open' });
    const some = revealedFirst(3);
    expect(wallScene(view({ focus: 'power', questions: some }))).toEqual({ kind: 'reveal', id: 'power' });
    expect(wallScene(view({ focus: 'legal', questions: some }))).toEqual({ kind: 'question', id: 'legal', state: 'waiting' });
    const closed = { ...questions('waiting'), time: { state: 'closed', round: 1, answered: 3 } } as const;
    expect(wallScene(view({ focus: 'time', questions: closed }))).toEqual({ kind: 'question', id: 'time', state: 'closed' });
  });

  it('shows without a focus the one question that is open or closed, or the list of them', () => {
    const one = { ...questions('waiting'), time: { state: 'open', round: 1, answered: 0 } } as const;
    expect(wallScene(view({ questions: one }))).toEqual({ kind: 'question', id: 'time', state: 'open' });
    const closed = { ...questions('waiting'), time: { state: 'closed', round: 1, answered: 3 } } as const;
    expect(wallScene(view({ questions: closed }))).toEqual({ kind: 'question', id: 'time', state: 'closed' });
    expect(wallScene(view())).toEqual({ kind: 'questions' });
    expect(wallScene(view({ questions: questions('closed') }))).toEqual({ kind: 'questions' });
  });

  it('shows the advice once nothing is open, as far as it has come', () => {
    expect(wallScene(view({ questions: questions('revealed') }))).toEqual({ kind: 'advice' });
    expect(wallScene(view({ questions: revealedFirst(4) }))).toEqual({ kind: 'advice' });
  });

  it('shows the advice while the group decides, whatever was looked at before', () => {
    expect(wallScene(view({ deciding: true, focus: 'time', questions: questions('revealed') }))).toEqual({ kind: 'advice' });
    expect(wallScene(view({ deciding: true, questions: questions('waiting') }))).toEqual({ kind: 'lobby' });
  });

  it('ends with the advice whatever was looked at last, and without one when nothing was shown', () => {
    expect(wallScene(view({ phase: 'ended', focus: 'time', questions: revealedFirst(4) }))).toEqual({ kind: 'advice' });
    expect(wallScene(view({ phase: 'ended', questions: questions('closed') }))).toEqual({ kind: 'ended' });
  });

  it('takes no notice of a focus that is no question here', () => {
    expect(wallScene(view({ focus: 'elsewhere' }))).toEqual({ kind: 'questions' });
  });
});
