// "Saved" is said only when it is so: not in a second tab, and not after a reload.
import { expect, test, type People } from './people.ts';
import type { Facilitator } from './facilitator.ts';
import type { Gate } from './gate.ts';
import type { Phone } from './phone.ts';
import { factors, say } from './words.ts';

const [first] = factors;

/** A phone that has sent an answer which the server has not heard. */
async function sending(people: People): Promise<{ desk: Facilitator; gate: Gate; phone: Phone; code: string }> {
  const desk = await people.facilitator();
  const { code } = await desk.begin('Not yet');
  const gate = await people.gate();
  const phone = await people.phone(gate);
  await phone.scan(code);
  await phone.join();
  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.choose(first, 8);
  gate.deaf = true;
  await phone.submit();
  await expect(phone.status(say('phone.state.sending'))).toBeVisible();
  return { desk, gate, phone, code };
}

async function expectNotSaved(phone: Phone): Promise<void> {
  await expect(phone.row(first)).toContainText(say('phone.question.unsent'));
  await expect(phone.page.getByText(say('phone.state.saved'))).toHaveCount(0);
  await expect(phone.page.getByText(`✓ ${say('phone.question.saved')}`)).toHaveCount(0);
}

test('a reload before the receipt does not make an answer saved', async ({ people }) => {
  const { desk, gate, phone } = await sending(people);
  await phone.page.reload();
  await expectNotSaved(phone);
  await desk.expectAnswered(first, 0, 1);
  gate.release();
  await phone.expectSaved(first, 8);
  await desk.expectAnswered(first, 1, 1);
});

test('of two tabs the newer one answers, the older one says so, and neither says saved too early', async ({
  people,
}) => {
  const { desk, gate, phone, code } = await sending(people);
  const other = await people.secondTab(phone, gate);
  await other.scan(code);
  await expect(phone.alert(say('phone.state.other_tab'))).toBeVisible();
  await expectNotSaved(other);
  await desk.expectCounts({ joined: 1, connected: 1, answered: say('ui.of', { n: 0, all: 1 }) });

  await phone.button('phone.use_this_tab').click();
  await expect(other.alert(say('phone.state.other_tab'))).toBeVisible();
  await expectNotSaved(phone);
  await desk.expectAnswered(first, 0, 1);

  gate.release();
  await phone.expectSaved(first, 8);
  await desk.expectCounts({ joined: 1, connected: 1, answered: say('ui.of', { n: 1, all: 1 }) });
});
