// structure.mjs layering|lengths|places|words|circles|evidence: checks every file of the checkout that git does not ignore.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { circles } from './circles.mjs';
import { evidence } from './evidence.mjs';
import * as rules from './rules.mjs';
import { words } from './words.mjs';

const [name] = process.argv.slice(2);
const rule = { ...rules, words, circles, evidence }[name];
if (rule === undefined) {
  console.error('usage: structure.mjs layering|lengths|places|words|circles|evidence');
  process.exit(2);
}

const root = fileURLToPath(new URL('../../', import.meta.url));
// The checkout may belong to somebody else, such as who started a container.
const listed = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
const files = listed
  .split('\0')
  .filter((path) => path !== '' && existsSync(root + path))
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));

const findings = rule(files);
for (const finding of findings) console.error(finding);
console.log(`${name}: ${files.length} files, ${findings.length} findings`);
process.exit(findings.length === 0 && files.length > 0 ? 0 : 1);
