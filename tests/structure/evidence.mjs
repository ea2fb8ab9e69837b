// The tests that SECURITY.md names are there. A file is {path, text}; a finding is a sentence.

const code = /`([^`\n]+)`/g;
// What is named: Suite.Name of GoogleTest, or a file of tests.
const gtest = /^[A-Z]\w*\.\w+$/;
const testFile = /^(\w+\.spec\.ts|tests\/\S+)$/;
const declared = /^(?:TYPED_|RC_G)?TEST(?:_[A-Z]+)?\(\s*(\w+),\s*(\w+)/gm;

function testsOf(files) {
  const names = new Set();
  for (const { path, text } of files) {
    if (!path.startsWith('tests/')) continue;
    names.add(path);
    if (path.endsWith('.spec.ts')) names.add(path.split('/').at(-1));
    if (path.endsWith('.cpp')) for (const [, suite, name] of text.matchAll(declared)) names.add(`${suite}.${name}`);
  }
  return names;
}

/** Findings about tests that SECURITY.md names and that are not there. */
export function evidence(files) {
  const names = testsOf(files);
  return files
    .filter(({ path }) => path === 'SECURITY.md')
    .flatMap(({ path, text }) =>
      [...text.matchAll(code)]
        .map(([, name]) => name)
        .filter((name) => (gtest.test(name) || testFile.test(name)) && !names.has(name))
        .map((name) => `${path} names ${name}, and there is no such test`),
    );
}
