import type { Client } from '../../client/runner.ts';
import { useSteady } from '../../components/steady.ts';
import { pageShown, reasonPages } from '../../state/model/reason_pages.ts';
import type { Result, View } from '../../state/model/types.ts';
import { wallScene } from '../../state/wall/scene.ts';
import { useWords } from '../../words/context.tsx';
import type { Say } from '../../words/say.ts';
import { isAnyOpen, positionOf } from './next_words.ts';
import type { Go } from './parts.tsx';
import { adviceWords } from './wall_words.ts';

interface OnWallProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  readonly wall: string | undefined;
  readonly onGo: Go;
}

/** Whether the wall would show something else if no question were chosen for it. */
export function focusMatters(view: View): boolean {
  const { focus: _, ...without } = view;
  return JSON.stringify(wallScene(view)) !== JSON.stringify(wallScene(without));
}

function sceneWords(view: View, result: Result | undefined, say: Say): string {
  const scene = wallScene(view);
  switch (scene.kind) {
    case 'question':
    case 'reveal':
      return say('desk.on_wall.question', { n: positionOf(view, scene.id) });
    case 'lobby':
      return say('desk.on_wall.lobby');
    case 'questions':
      return say(isAnyOpen(view) ? 'desk.on_wall.questions' : 'desk.on_wall.closed');
    case 'ended':
      return say('desk.on_wall.ended');
    default:
      return adviceWords(view, result, say);
  }
}

/** Turns the wall's page of reasons, which it shows with the answers and while their question is asked again: the next,
 *  and after the last the first again. */
function NextReasons({ client, view }: Pick<OnWallProps, 'client' | 'view'>) {
  const { say } = useWords();
  const scene = wallScene(view);
  const focus = scene.kind === 'reveal' || scene.kind === 'question' ? scene.id : undefined;
  const pages = focus === undefined ? [] : reasonPages(view, focus);
  const page = focus === undefined ? 0 : pageShown(view, pages);
  const steady = useSteady(focus ?? '');
  if (focus === undefined || pages.length < 2) return null;
  const turn = () => {
    if (steady.takes()) client.command({ kind: 'focus', factor: focus, page: (page % pages.length) + 1 });
  };
  return (
    <button type="button" class="button button-quiet button-small" aria-disabled={steady.waits} onClick={turn}>
      {say('desk.next_reasons', { page, pages: pages.length })}
    </button>
  );
}

/** Where this desk's own link did not bring the wall's: who has it, or how to make one. */
function NoWall({ client, onGo }: Pick<OnWallProps, 'client' | 'onGo'>) {
  const { say } = useWords();
  if (client.model.value.role === 'cofacilitator') return <p class="hint">{say('desk.wall.facilitator')}</p>;
  return (
    <p class="hint">
      {say('desk.wall.none')}{' '}
      <button type="button" class="link-button" onClick={() => onGo('room')}>
        {say('desk.room')}
      </button>
    </p>
  );
}

/** What everybody sees, in one line, and the way to it. */
export function OnWall({ client, view, result, wall, onGo }: OnWallProps) {
  const { say } = useWords();
  return (
    <section class="desk-on-wall" aria-label={say('desk.wall')}>
      <p>{say('desk.on_wall', { what: sceneWords(view, result, say) })}</p>
      <NextReasons client={client} view={view} />
      {view.focus === undefined || view.phase === 'ended' || !focusMatters(view) ? null : (
        <button type="button" class="link-button" onClick={() => client.command({ kind: 'focus' })}>
          {say('desk.forward', { n: positionOf(view, view.focus) })}
        </button>
      )}
      {wall === undefined ? (
        <NoWall client={client} onGo={onGo} />
      ) : (
        <a href={wall} target="_blank" rel="noopener">
          {say('links.open_wall')}
        </a>
      )}
    </section>
  );
}
