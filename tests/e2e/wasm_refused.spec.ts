// A browser that cannot run the client says so on the start page, and goes on once it can.
import { expect, test, type People } from './people.ts';
import type { Phone } from './phone.ts';
import { expectStates } from './said.ts';
import { say } from './words.ts';

const client = /\/assets\/client-\S+\.wasm/;
/** The page writes down what stopped it; the browser says what it was answered. */
const refused = /WebAssembly|client-\S+\.wasm|status of 404|refused by the test/;

const missing = (): void => {
  const kept = window.WebAssembly;
  Reflect.deleteProperty(window, 'WebAssembly');
  Object.assign(window, { allow: () => Object.assign(window, { WebAssembly: kept }) });
};

const rejecting = (): void => {
  const { compile, compileStreaming, instantiate, instantiateStreaming } = WebAssembly;
  const kept = { compile, compileStreaming, instantiate, instantiateStreaming };
  const refuse = () => Promise.reject(new WebAssembly.CompileError('refused by the test'));
  Object.assign(WebAssembly, { compile: refuse, compileStreaming: refuse, instantiate: refuse, instantiateStreaming: refuse });
  Object.assign(window, { allow: () => Object.assign(WebAssembly, kept) });
};

async function stranger(people: People): Promise<{ phone: Phone; code: string }> {
  const { code } = await people.workshop({ title: 'No module' });
  const phone = await people.phone();
  phone.watch.expectComplaint(refused);
  return { phone, code };
}

/** It says that it did not start, with the code still there, and starts when it is asked again. */
async function expectRefusedThenStarted(phone: Phone, code: string, allow: () => Promise<unknown>): Promise<void> {
  const field = phone.page.getByLabel(say('join.code.label'));
  const summary = phone.alert(say('phone.state.not_started'));
  await expect(summary).toBeFocused();
  await expectStates(phone.page, ['not_started'], ['not_started']);
  await expect(field).toHaveValue(code);
  await expect(field).toHaveAccessibleDescription(new RegExp(say('phone.state.not_started').replace(/[.]/g, '\\.')));
  await allow();
  await phone.button('join.submit').click();
  await phone.join();
  await expectStates(phone.page, ['waiting']);
}

for (const [what, refuse] of [
  ['has no WebAssembly', missing],
  ['refuses to compile', rejecting],
] as const) {
  test(`a browser that ${what} says that it could not start`, async ({ people }) => {
    const { phone, code } = await stranger(people);
    await phone.page.addInitScript(refuse);
    await phone.scan(code);
    await expectRefusedThenStarted(phone, code, () =>
      phone.page.evaluate(() => (window as unknown as { allow: () => void }).allow()),
    );
  });
}

for (const [what, answer] of [
  ['is not there', { status: 404, contentType: 'text/plain', body: 'not found' }],
  ['is a page', { status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }],
  ['is cut off', { status: 200, contentType: 'application/wasm', body: '\0asm' }],
] as const) {
  test(`where the client’s module ${what}, it says that it could not start`, async ({ people }) => {
    const { phone, code } = await stranger(people);
    await phone.page.route(client, (route) => route.fulfill(answer));
    await phone.scan(code);
    await expectRefusedThenStarted(phone, code, () => phone.page.unrouteAll());
  });
}

test('a phone that has started says nothing of it', async ({ people }) => {
  const { phone, code } = await stranger(people);
  await phone.scan(code);
  await phone.join();
  await expectStates(phone.page, ['waiting']);
});
