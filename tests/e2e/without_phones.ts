// People whose answers come at once, without browsers of their own: what is looked at is something else.
import { randomBytes } from 'node:crypto';

import type { DeskSocket } from './desk_socket.ts';
import type { Links } from './facilitator.ts';
import type { People } from './people.ts';
import type { Factor, Rating } from './words.ts';

/** As many as the smallest group that may be shown. */
export const five = 5;

export class WithoutPhones {
  private constructor(
    private readonly desks: readonly [DeskSocket, DeskSocket],
    private readonly ids: readonly string[],
  ) {}

  /** Two desks put the answers in by turns. */
  static async five(people: People, links: Links): Promise<WithoutPhones> {
    const desks = [await people.deskSocket(links), await people.deskSocket(links)] as const;
    const ids: string[] = [];
    for (let index = 0; index < five; index += 1) ids.push(await desks[0].proxy('staff'));
    return new WithoutPhones(desks, ids);
  }

  /** All of them answer the same. */
  async answer(factor: Factor, round: number, value: Rating): Promise<void> {
    for (const [index, participant] of this.ids.entries()) {
      const nonce = randomBytes(16).toString('hex');
      const desk = index % 2 === 0 ? this.desks[0] : this.desks[1];
      await desk.command('proxy_answer', { participant, factor, round, value, nonce });
    }
  }

  command(kind: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    return this.desks[0].command(kind, body);
  }
}
