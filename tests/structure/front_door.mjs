// front_door.mjs SOURCE: the product's build configures where nothing is installed that only the tests
// need, and has nothing of the tests in it. A machine that lacks those packages is played by forbidding to
// find them; tests/bare is such a machine.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What find_package calls the packages of tests/packages.txt; of the others there only programs are used.
const packages = { 'libgtest-dev': 'GTest', 'librapidcheck-dev': 'rapidcheck', 'libbenchmark-dev': 'benchmark' };
const noLibrary = /^(libgmock-dev|libclang-rt-19-dev)$/; // part of GTest's, and the compiler's own

const [source] = process.argv.slice(2);
const names = (list) =>
  readFileSync(join(source, list), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((name) => name !== '');

const unknown = names('tests/packages.txt').filter((name) => /^lib.*-dev$/.test(name) && !(name in packages) && !noLibrary.test(name));
if (unknown.length > 0) throw new Error(`front_door.mjs does not know what CMake calls ${unknown.join(', ')}`);

const build = mkdtempSync(join(tmpdir(), 'quorate-front-door-'));
try {
  execFileSync(
    'cmake',
    ['--preset', 'release', '-B', build, ...Object.values(packages).map((name) => `-DCMAKE_DISABLE_FIND_PACKAGE_${name}=ON`)],
    { cwd: source, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const rules = readFileSync(join(build, 'build.ninja'), 'utf8');
  const found = rules.split('\n').filter((line) => line.startsWith('build ') && line.includes(`${source}/tests/`));
  if (found.length > 0) throw new Error(`the product's build has something of the tests:\n${found.slice(0, 3).join('\n')}`);
  if (!rules.includes('server/app')) throw new Error("the product's build lacks the product");
  console.log('the product configures without what only the tests need');
} finally {
  rmSync(build, { recursive: true });
}
