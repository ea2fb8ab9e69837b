import { describe, expect, it } from 'vitest';

import { keepPage, responseTo, type Surroundings } from '../../src/offline/kept_site.ts';

const ORIGIN = 'https://quorate.test';
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const SCRIPT = { 'content-type': 'text/javascript' };
const PAGE = '<script type="module" src="/assets/home-1.js"></script><link href="/assets/first-1.js">';

type Reply = () => Response | Promise<Response>;

/** A server, a browser's cache, and a clock that is at its end at once or never. */
function world(replies: { [path: string]: Reply }) {
  const kept = new Map<string, Response>();
  const asked: string[] = [];
  let isLate = false;
  const match = (path: string) => Promise.resolve(kept.get(path)?.clone());
  const around: Surroundings = {
    async fetch(request) {
      const path = typeof request === 'string' ? request : new URL(request.url).pathname;
      asked.push(path);
      const reply = replies[path];
      if (!reply) throw new TypeError('no network');
      return reply();
    },
    shelf: () => Promise.resolve({ put: async (path, response) => void kept.set(path, response) }),
    match,
    after: () => (isLate ? Promise.resolve() : new Promise(() => undefined)),
  };
  return { around, kept, asked, replies, beLate: () => (isLate = true) };
}

const html = (text = PAGE, init: ResponseInit = {}): Reply => () => new Response(text, { headers: HTML, ...init });
const script = (text: string): Reply => () => new Response(text, { headers: SCRIPT });

function navigation(path: string, cache: RequestCache = 'default'): Request {
  const request = new Request(ORIGIN + path);
  return new Proxy(request, {
    get: (target, name) => (name === 'mode' ? 'navigate' : name === 'cache' ? cache : Reflect.get(target, name, target)),
  });
}

async function textOf(response: Promise<Response> | undefined): Promise<string | undefined> {
  return response && (await response).text();
}

describe('pages', () => {
  it('come from the server while it can be reached, whatever is kept', async () => {
    const { around, kept } = world({ '/': html('new') });
    kept.set('/', new Response('old'));
    expect(await textOf(responseTo(navigation('/'), ORIGIN, around))).toBe('new');
  });

  it('are the kept ones without a network, or while a proxy says that the server is away', async () => {
    const { around, kept, replies } = world({});
    kept.set('/', new Response('old'));
    expect(await textOf(responseTo(navigation('/'), ORIGIN, around))).toBe('old');
    replies['/'] = html('bad gateway', { status: 502 });
    expect(await textOf(responseTo(navigation('/'), ORIGIN, around))).toBe('old');
  });

  it('fail as they would without a worker when none is kept', async () => {
    const { around, replies } = world({});
    await expect(responseTo(navigation('/desk'), ORIGIN, around)).rejects.toThrow('no network');
    replies['/desk'] = html('bad gateway', { status: 502 });
    expect((await responseTo(navigation('/desk'), ORIGIN, around))?.status).toBe(502);
  });

  it('are the kept ones on a line that is too slow, but not for a reload, which asks for what is new', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const slow: Reply = () => new Promise((resolve) => (arrive = resolve));
    const { around, kept, beLate } = world({ '/': slow });
    kept.set('/', new Response('old'));
    beLate();
    expect(await textOf(responseTo(navigation('/'), ORIGIN, around))).toBe('old');
    const reloaded = responseTo(navigation('/', 'no-cache'), ORIGIN, around);
    arrive(new Response('new'));
    expect(await textOf(reloaded)).toBe('new');
  });

  it('that are slow and were never kept are waited for', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const { around, beLate } = world({ '/': () => new Promise((resolve) => (arrive = resolve)) });
    beLate();
    const response = responseTo(navigation('/'), ORIGIN, around);
    await Promise.resolve();
    arrive(new Response('new'));
    expect(await textOf(response)).toBe('new');
  });
});

describe('files named by their content', () => {
  it('are asked for once', async () => {
    const { around, asked } = world({ '/assets/a-1.js': script('a') });
    const request = new Request(`${ORIGIN}/assets/a-1.js`);
    expect(await textOf(responseTo(request, ORIGIN, around))).toBe('a');
    expect(await textOf(responseTo(request, ORIGIN, around))).toBe('a');
    expect(asked).toEqual(['/assets/a-1.js']);
  });

  it('are not kept when they are none: a network puts its own page in their place', async () => {
    const { around, kept } = world({ '/assets/a-1.js': html('sign in') });
    await responseTo(new Request(`${ORIGIN}/assets/a-1.js`), ORIGIN, around);
    expect(kept.size).toBe(0);
  });
});

describe('what the worker leaves to the browser', () => {
  it.each([
    new Request(`${ORIGIN}/api/join`, { method: 'POST', body: '{}' }),
    new Request(`${ORIGIN}/api/workshops/x/invite`),
    new Request(`${ORIGIN}/poll/x`),
    new Request(`${ORIGIN}/icon.svg`),
    new Request('https://elsewhere.test/assets/a-1.js'),
    navigation('/api/workshops/x/transcript'),
  ])('$method $url', (request) => {
    expect(responseTo(request, ORIGIN, world({}).around)).toBeUndefined();
  });
});

describe('keeping a page', () => {
  const files = ['/assets/home-1.js', '/assets/first-1.js', '/assets/en.home-1.js'];
  const site = () => ({ '/': html(), ...Object.fromEntries(files.map((name) => [name, script(name)])) });

  it('keeps it with all that it has fetched', async () => {
    const { around, kept } = world(site());
    await keepPage('/', files, around);
    expect([...kept.keys()].sort()).toEqual(['/', ...files].sort());
  });

  it('keeps no page of another version than the one on screen', async () => {
    const { around, kept } = world({ ...site(), '/': html(PAGE.replace('home-1', 'home-2')) });
    await keepPage('/', files, around);
    expect(kept.has('/')).toBe(false);
  });

  it('keeps no page that is none of ours', async () => {
    const { around, kept } = world({ ...site(), '/': html('<p>sign in</p>') });
    await keepPage('/', files, around);
    expect(kept.has('/')).toBe(false);
  });

  it('keeps no page of which a file is missing', async () => {
    const { around, kept } = world({ ...site(), '/assets/en.home-1.js': html('gone', { status: 404 }) });
    await keepPage('/', files, around);
    expect(kept.has('/')).toBe(false);
  });
});
