// Somebody who has joined over a line that the test may break.
import type { Facilitator } from './facilitator.ts';
import type { Gate } from './gate.ts';
import type { People } from './people.ts';
import type { Phone } from './phone.ts';
import { serverAway } from './watch.ts';

export interface BadLine {
  readonly desk: Facilitator;
  readonly code: string;
  readonly gate: Gate;
  readonly phone: Phone;
}

export async function onBadLine(people: People, title: string): Promise<BadLine> {
  const desk = await people.facilitator();
  const { code } = await desk.begin(title);
  const gate = await people.gate();
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(serverAway);
  await phone.scan(code);
  await phone.join();
  return { desk, code, gate, phone };
}
