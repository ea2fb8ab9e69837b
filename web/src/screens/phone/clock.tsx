import type { Phone } from '../../state/phone/phone.ts';
import { part, usePart } from './lazy.ts';

const clock = part(() => import('../../components/time_left.tsx'));

/** How much time is left. Fetched once there is a timer or a closing time: few rounds have one. */
export function Clock({ phone }: { readonly phone: Phone }) {
  const model = phone.client.model.value;
  const timed = (model.view?.timer ?? model.view?.setup.closing_ms) !== undefined;
  const fetched = usePart(clock, timed && model.link === 'online');
  return fetched ? <fetched.TimeLeft model={model} /> : null;
}
