// The program is one file: what it needs of a machine is the C library, and what it serves is inside it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const program = process.env.QUORATE_PROGRAM;
const mostBytes = 8 * 1024 * 1024;
const needed = /^(libc\.so\.6|libm\.so\.6|ld-linux-x86-64\.so\.2)$/;

const run = (command, ...given) => execFileSync(command, given, { encoding: 'utf8' });

test('it needs the C library and nothing else', () => {
  const listed = [...run('readelf', '--dynamic', program).matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, name]) => name);
  assert.ok(listed.length > 0);
  assert.deepEqual(listed.filter((name) => !needed.test(name)), []);
});

test('it is small, and what debuggers want lies beside it', () => {
  assert.ok(statSync(program).size <= mostBytes, `${statSync(program).size} bytes`);
  assert.doesNotMatch(run('readelf', '--sections', program), /\.symtab|\.debug_info/);
  assert.match(run('readelf', '--sections', `${program}.debug`), /\.debug_info/);
});

test('it names no folder of the machine that built it', () => {
  const folder = process.cwd().split('/tests/')[0].replace(/\/build\/.*/, '');
  const text = readFileSync(program, 'latin1');
  assert.equal(text.includes(`${folder}/`), false, folder);
});

test('it says which program it is', () => {
  assert.match(run(program, '--version'), /^quorate \d+\.\d+\.\d+\ncommit ([0-9a-f]{12}\+?|unknown)\noptions site\n$/);
});

/** What is served at a path: status, headers, bytes. */
function get(port, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, async (response) => {
      const pieces = [];
      for await (const piece of response) pieces.push(piece);
      resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(pieces) });
    });
    asked.on('error', reject).end();
  });
}

/** Runs `use` with the port of a copy of the program, started in an empty folder with nothing beside it. */
async function served(use) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-alone-'));
  const copy = join(folder, 'quorate');
  copyFileSync(program, copy);
  const child = spawn(copy, ['serve', '--port', '0', '--listen', '127.0.0.1'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    let port;
    for await (const line of createInterface({ input: child.stdout })) {
      port = /^listening on .*:(\d+)$/.exec(line)?.[1];
      if (port !== undefined) break;
    }
    assert.ok(port, 'it says where it listens');
    await use(Number(port));
  } finally {
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    rmSync(folder, { recursive: true });
  }
}

test('a copy of it anywhere serves every page and file, in each form and by its tag', async () => {
  const site = join(dirname(program), 'site');
  assert.ok(existsSync(site));
  const { paths } = JSON.parse(readFileSync(join(site, 'site.json'), 'utf8'));
  await served(async (port) => {
    for (const [path, { file, br, gzip, headers }] of Object.entries(paths)) {
      for (const [coding, name] of [['identity', file], ['br', br], ['gzip', gzip]]) {
        if (name === undefined) continue;
        const got = await get(port, path, { 'accept-encoding': coding });
        assert.equal(got.status, 200, path);
        assert.ok(got.bytes.equals(readFileSync(join(site, name))), `${path} as ${coding}`);
        assert.equal(got.headers['content-encoding'], coding === 'identity' ? undefined : coding);
        assert.equal(got.headers.etag, headers.etag);
      }
      assert.equal((await get(port, path, { 'if-none-match': headers.etag })).status, 304, path);
    }
  });
});
