// "Copy as a new workshop": the desk leaves its workshop's setup in the tab's own storage, and the form
// begins from it.
import { COPY_KEY } from '../desk/copy.ts';
import { Reader, WrongMember } from './reader.ts';
import type { Standard } from './standard.ts';
import { loadedSetup, type Loaded } from './template.ts';

/** The view has factors and groups by their names, with their order beside them; a setup has lists. */
function asLists(view: Reader): unknown {
  const listed = (order: string, items: string) =>
    view.list(order, Number.MAX_SAFE_INTEGER).map((id) => {
      if (typeof id !== 'string') return view.wrong(order);
      // A built-in question without a hint has lost it on purpose: left out, it would come back.
      return { hint: {}, ...(view.child(items).member(id) as object | undefined), id };
    });
  return {
    ...Object.fromEntries(
      ['title', 'question', 'context', 'organisation', 'contact', 'languages', 'pace', 'min_group', 'open'].map(
        (key) => [key, view.member(key)],
      ),
    ),
    factors: listed('order', 'factors'),
    groups: listed('group_order', 'groups'),
  };
}

export function loadedCopy(text: string, standard: Standard): Loaded {
  try {
    return loadedSetup(asLists(Reader.over(JSON.parse(text) as unknown, 'setup')), standard);
  } catch (error) {
    const field = error instanceof WrongMember ? error.path : 'setup';
    return { ok: false, problem: { key: 'new.template.error.field', field } };
  }
}

/** Taken once: a reload of the form, or the next new workshop, begins afresh. */
export function takeCopy(storage: Pick<Storage, 'getItem' | 'removeItem'>, standard: Standard): Loaded | undefined {
  const text = storage.getItem(COPY_KEY);
  storage.removeItem(COPY_KEY);
  return text === null ? undefined : loadedCopy(text, standard);
}
