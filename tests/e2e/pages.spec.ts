import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './server.ts';

test('the server says that it is well', async ({ server, request }) => {
  const answer = await request.get(`${server.address}/healthz`);
  expect(answer.status()).toBe(200);
});

test('the built pages load without a complaint of the browser or a request elsewhere', async ({
  server,
  page,
}) => {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== server.address) elsewhere.push(request.url());
  });
  for (const path of ['/', '/new']) {
    const answer = await page.goto(server.address + path, { waitUntil: 'networkidle' });
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'none'");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations, path).toEqual([]);
  }
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('a compressed page is the same page, and one that is known is not sent again', async ({
  server,
  request,
}) => {
  const plain = await request.get(server.address, { headers: { 'accept-encoding': 'identity' } });
  const brotli = await request.get(server.address, { headers: { 'accept-encoding': 'br' } });
  expect(plain.headers()['content-encoding']).toBeUndefined();
  expect(brotli.headers()['content-encoding']).toBe('br');
  expect(await brotli.text()).toBe(await plain.text());
  const tag = plain.headers()['etag'] ?? '';
  expect(tag).not.toBe('');
  const again = await request.get(server.address, { headers: { 'if-none-match': tag } });
  expect(again.status()).toBe(304);
});
