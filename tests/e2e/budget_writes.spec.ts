// Somebody's vote touches only what it changes, on everybody else's page: a count, and nothing else is
// written, replaced or made anew.
import { Bots } from './bots.ts';
import { rounds } from './desk_socket.ts';
import { watchWrites, writesOf, type Write } from './dom_writes.ts';
import type { Facilitator, Links } from './facilitator.ts';
import { expect, test as base } from './people.ts';
import type { Phone } from './phone.ts';
import { tell } from './requests.ts';
import type { Wall } from './wall.ts';
import { factors, numberOf, question, say, type Factor } from './words.ts';

/** Who have answered the first question before it begins, and nothing else. */
const twelve = 12;
const joined = twelve + 2;
const first = factors[0];
const second = factors[1];

interface Hall {
  readonly links: Links;
  readonly desk: Facilitator;
  readonly wall: Wall;
  readonly voter: Phone;
  /** Stands before the same question as the voter. */
  readonly other: Phone;
  open(...questions: readonly Factor[]): Promise<void>;
}

const test = base.extend<{ hall: Hall }>({
  hall: async ({ people, server }, use) => {
    const links = await people.workshop({ title: 'Crisis sanctuary' });
    const bots = await Bots.join(server.address, links.code, twelve, { [first]: 7 });
    try {
      const socket = await people.deskSocket(links);
      const desk = await people.facilitator();
      await desk.open(links.desk);
      const wall = await people.wall(links);
      const [voter, other] = await people.crowd(2, links.code);
      if (voter === undefined || other === undefined) throw new Error('nobody came');
      const open = async (...questions: readonly Factor[]) => {
        await socket.command('open', { questions: rounds(1, ...questions) });
        await voter.expectQuestion(first);
        await other.expectQuestion(first);
        await desk.expectAnswered(first, twelve, joined);
        // Everybody has been said to be connected: what is written from here on is the vote's.
        const all = questions.length === 1 ? twelve : 0;
        await desk.expectCounts({ joined, connected: joined, answered: say('ui.of', { n: all, all: joined }) });
        await expect(wall.text(new RegExp(`^${twelve} of ${joined}`))).toBeVisible();
        // A button that has just changed its meaning takes no press for a second.
        await expect(desk.page.locator('main [aria-disabled="true"]:visible')).toHaveCount(0);
        for (const { page } of [desk, wall, other]) await watchWrites(page);
      };
      await use({ links, desk, wall, voter, other, open });
    } finally {
      await bots.leave();
    }
  },
});

const listed = (writes: readonly Write[]) => writes.map(({ kind, place, now }) => `${kind} of ${place}: ${now}`);

/** Exactly these writes, by where they are and what they say, in any order. */
function expectWrites(who: string, writes: readonly Write[], expected: readonly (readonly [string, RegExp, string])[]): void {
  tell(`what one vote writes on ${who}`, [...listed(writes), `${writes.length} in all`]);
  const sorted = [...writes].sort((a, b) => a.now.localeCompare(b.now));
  const wanted = [...expected].sort(([, , a], [, , b]) => a.localeCompare(b));
  expect(sorted, who).toEqual(wanted.map(([kind, place, now]) => ({ kind, place: expect.stringMatching(place), now })));
}

/** What the server has told this phone of the workshop so far. */
const toldTo = ({ watch }: Phone) => watch.received.filter((text) => text.includes('"t":"delta"'));

const row = (factor: Factor, element: string) => new RegExp(`^li "${numberOf(factor)} .*${question(factor).slice(0, 20)}.*" ${element}$`);
const answeredOf = (answered: number) => say('count.answered_of', { answered, joined });

test('with all questions open, one vote writes one question’s counts and nothing on another phone', async ({ hall }) => {
  const { desk, wall, voter, other, open } = hall;
  await open(...factors);
  const told = toldTo(other);
  await voter.answer(first, 7);
  const now = twelve + 1;
  await desk.expectAnswered(first, now, joined);
  await expect(wall.text(`${now} of ${joined}`)).toBeVisible();

  expectWrites('the desk', await writesOf(desk.page), [
    ['text', row(first, 'span'), answeredOf(now)],
    ['attribute', row(first, 'button'), `aria-label=${say('desk.reveal_row', { n: 1, answered: now, joined })}`],
    ['attribute', row(first, 'button'), `aria-label=${say('desk.close_one', { n: 1, answered: now, joined })}`],
  ]);
  expectWrites('the wall', await writesOf(wall.page), [['text', /^li ".*" span$/, `${now} of ${joined}`]]);
  expectWrites('another phone before the question', await writesOf(other.page), []);
  expect(toldTo(other), 'told another phone').toEqual(told);

  await test.step('with the people shown, the voter’s own row', async () => {
    await desk.show('desk.part.people');
    await writesOf(desk.page);
    await voter.answer(second, 7);
    const answers = say('ui.of', { n: 2, all: factors.length });
    await expect(desk.page.getByRole('cell', { name: answers, exact: true })).toBeVisible();
    expectWrites('the desk with the people shown', await writesOf(desk.page), [
      ['text', new RegExp(`^tr "${await voter.alias()}" td$`), answers],
    ]);
  });

  await test.step('and a phone that is watched so is seen to write when it has to', async () => {
    await writesOf(other.page);
    await other.choose(first, 3);
    expect(await writesOf(other.page)).not.toEqual([]);
  });
});

test('with one question open, one vote writes its counts, the total and the next step’s, and a seat on the wall', async ({ hall }) => {
  const { desk, wall, voter, other, open } = hall;
  await open(first);
  const told = toldTo(other);
  await voter.answer(first, 7);
  const now = twelve + 1;
  await desk.expectAnswered(first, now, joined);
  await expect(wall.text(answeredOf(now))).toBeVisible();

  expectWrites('the desk with one question open', await writesOf(desk.page), [
    ['text', row(first, 'span'), answeredOf(now)],
    ['attribute', row(first, 'button'), `aria-label=${say('desk.reveal_row', { n: 1, answered: now, joined })}`],
    ['attribute', row(first, 'button'), `aria-label=${say('desk.close_one', { n: 1, answered: now, joined })}`],
    ['text', new RegExp(`^div "${say('count.label.answered')}" dd$`), say('ui.of', { n: now, all: joined })],
    ['text', new RegExp(`^section "${say('desk.next')}" button$`), say('desk.reveal_one', { answered: now, joined })],
    ['text', /^main "Crisis sanctuary" span$/, say('desk.help.left', { n: joined - now })],
  ]);
  expectWrites('the wall before one question', await writesOf(wall.page), [
    ['text', new RegExp(`^main "${question(first).slice(0, 20)}.*" p$`), answeredOf(now)],
    ['attribute', /^li "" li$/, 'class=seat seat-filled'],
  ]);
  expectWrites('another phone before the question', await writesOf(other.page), []);
  expect(toldTo(other), 'told another phone').toEqual(told);
});
