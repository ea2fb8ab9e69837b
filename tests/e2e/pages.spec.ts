import { expect, test } from './server.ts';
import { Watch } from './watch.ts';

test('the server says that it is well', async ({ server, request }) => {
  const answer = await request.get(`${server.address}/healthz`);
  expect(answer.status()).toBe(200);
});

test('the built pages load without a complaint of the browser or a request elsewhere', async ({
  server,
  page,
}) => {
  const watch = await Watch.over(page, 'the page', server.address);
  for (const path of ['/', '/new', '/recover']) {
    const answer = await page.goto(server.address + path, { waitUntil: 'networkidle' });
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'none'");
  }
  watch.expectQuiet();
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
