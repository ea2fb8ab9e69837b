// The module `client` gives the bytes of the native client, through a whole workshop with losses and
// nonsense.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice, load, nativeAnswers } from './modules.mjs';

const workshop = '00112233445566778899aabbccddeeff';
const random = '07'.repeat(32);
const factors = ['time', 'power', 'legal'];

// A phone in the module, a server and a network in JavaScript; every call is written down.
class Session {
  calls = [];
  answers = [];
  now = 0;
  sent = [];
  timers = new Map();
  kept = {};
  saved = {};
  hasSocket = false;
  offset = 3;

  static async begin() {
    const session = new Session();
    session.module = await load('client', 'quorate_');
    session.input({ in: 'start', workshop, role: 'participant', kept: {}, random });
    return session;
  }

  call(name, text) {
    const answer = this.module(name, text, this.now);
    this.calls.push({ call: name, text, now: this.now });
    this.answers.push(answer);
    for (const action of JSON.parse(answer)) this.perform(action);
  }

  input(value) {
    this.call('input', JSON.stringify(value));
  }

  receive(value) {
    this.call('receive', typeof value === 'string' ? value : JSON.stringify(value));
  }

  perform(action) {
    if (action.do === 'open') this.hasSocket = true;
    if (action.do === 'close') this.hasSocket = false;
    if (action.do === 'open') this.sent = [];
    if (action.do === 'send') this.sent.push(JSON.parse(action.text));
    if (action.do === 'timer') this.timers.set(action.id, this.now + action.ms);
    if (action.do === 'cancel') this.timers.delete(action.id);
    if (action.do === 'keep') this.kept[action.key] = action.value;
    if (action.do === 'forget') delete this.kept[action.key];
  }

  me() {
    const answers = Object.fromEntries(Object.entries(this.saved).map(([id, value]) => [id, { 1: value }]));
    return { alias: [3, 4], group: 'staff', answers };
  }

  welcome() {
    const questions = Object.fromEntries(factors.map((id) => [id, { state: 'open', round: 1, answered: 0 }]));
    const view = { phase: 'live', setup: { title: { en: 'Ü', cy: 'ŵ' } }, joined: 1, questions };
    const message = { t: 'welcome', v: 1, now_ms: 1700000000000, role: 'participant', epoch: 1, offset: this.offset, view };
    this.receive({ ...message, me: this.me(), connected: 2 });
  }

  connect() {
    this.input({ in: 'opened' });
    this.welcome();
  }

  serve() {
    while (this.hasSocket && this.sent.length > 0) {
      const { t, id, factor, value } = this.sent.shift();
      if (t !== 'command') continue;
      this.saved[factor] = value;
      this.receive({ t: 'outcome', id, ok: true, at: ++this.offset, me: this.me() });
    }
  }

  pass(ms) {
    this.now += ms;
    for (const [id, at] of [...this.timers]) {
      if (at > this.now || !this.timers.delete(id)) continue;
      this.input({ in: 'timer', id });
    }
  }

  compare() {
    const expected = nativeAnswers(this.calls);
    assert.equal(this.answers.length, expected.length);
    this.answers.forEach((answer, i) => assert.equal(answer, expected[i], JSON.stringify(this.calls[i])));
  }
}

test('one session, written out', async () => {
  const session = await Session.begin();
  session.connect();
  session.input({ in: 'command', kind: 'answer', factor: 'time', round: 1, value: 7 });
  session.input({ in: 'closed', code: 1006 });
  session.pass(3000);
  session.input({ in: 'command', kind: 'answer', factor: 'power', round: 1, value: 'dk' });
  session.connect();
  session.serve();
  session.receive({ t: 'delta', from: 3, to: 5, patch: { joined: 2 } });
  session.input({ in: 'closed', code: 4006 });
  session.input({ in: 'take_over', kept: session.kept });
  session.compare();
  assert.deepEqual(session.saved, { time: 7, power: 'dk' });
  assert.deepEqual(Object.keys(session.kept), ['secret']);
  assert.match(session.answers[0], /^\[\{"do":"keep","key":"secret","value":"[0-9a-f]{32}"\}/);
});

test('a thousand steps of chance, with nonsense from page and server', async () => {
  const session = await Session.begin();
  const draw = dice(1);
  const nonsense = ['', '{', 'null', '[[[[', '{"t":7}', '{"t":"delta","from":1.5}', '{"in":{}}', '\u0000é'];
  for (let i = 0; i < 1000; i++) {
    const step = draw(12);
    if (step < 3) session.input({ in: 'command', kind: 'answer', factor: factors[draw(3)], round: 1, value: 1 + draw(9) });
    else if (step === 3) session.pass(draw(20000));
    else if (step === 4 && session.hasSocket) {
      session.hasSocket = false;
      session.input({ in: 'closed', code: [1006, 4000, 4002][draw(3)] });
    } else if (step === 5) session.input({ in: 'wake' });
    else if (step === 6) session.input({ in: 'network', online: draw(2) === 0 });
    else if (step === 7) session.receive(nonsense[draw(nonsense.length)]);
    else if (step === 8) session.call('input', nonsense[draw(nonsense.length)]);
    else if (step === 9) session.serve();
    else if (session.hasSocket) session.connect();
  }
  session.compare();
  assert.ok(Object.keys(session.saved).length === 3, 'the session came to something');
});

test('a view of 20,000 people and its deltas', async () => {
  const session = await Session.begin();
  session.input({ in: 'opened' });
  const people = Object.fromEntries(
    Array.from({ length: 20000 }, (_, i) => [i.toString(16).padStart(32, '0'), { alias: [1, 2], group: 'staff', answered: 0 }]),
  );
  const view = { phase: 'live', setup: {}, joined: 20000, questions: {}, people };
  session.receive({ t: 'welcome', v: 1, now_ms: 1700000000000, role: 'facilitator', epoch: 1, offset: 9, view, connected: 1, code: 'FHK247' });
  const patch = { people: { [Object.keys(people)[7]]: { answered: 1 } } };
  session.receive({ t: 'delta', from: 9, to: 10, patch });
  session.compare();
  assert.deepEqual(JSON.parse(session.answers.at(-1)), [{ do: 'show', patch: { view: patch } }]);
});
