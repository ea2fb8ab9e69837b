// What Playwright's report in JSON says of one spec file. Anything but "every test of it passed, at the
// first attempt" is a failure: a test that did not run proves nothing.

const indented = (text, by = '    ') => text.trimEnd().split('\n').map((line) => by + line);

/** The tests of a suite and of those within it, each with the titles that lead to it. */
function testsOf(suite, titles = []) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ ...test, title: [...titles, spec.title].join(' › '), place: `${spec.file}:${spec.line}` })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, [...titles, inner.title]))];
}

function hasPassed({ expectedStatus, status, results }) {
  return status === 'expected' && expectedStatus === 'passed' && results.length === 1 && results[0].status === 'passed';
}

function errorLines({ message, stack, value, location }) {
  const said = message ?? stack ?? value ?? 'an error without words';
  const place = location && `${location.file}:${location.line}:${location.column}`;
  return indented(place === undefined || said.includes(place) ? said : `${said}\nat ${place}`);
}

/** What a test wrote: bytes that are no text come in base64. */
const written = (pieces) =>
  (pieces ?? []).map(({ text, buffer }) => text ?? Buffer.from(buffer, 'base64').toString('latin1')).join('');

function outputLines(name, pieces) {
  const text = written(pieces);
  return text === '' ? [] : [`  ${name}:`, ...indented(text)];
}

/** How one attempt ended; of one that passed, what it told. */
function attemptLines(result, passed) {
  const { status, duration, errors = [], attachments = [], stdout, stderr } = result;
  if (passed) return indented(written(stdout)).filter((line) => line.trim() !== '');
  return [
    `  ${status} after ${(duration / 1000).toFixed(1)} s`,
    ...errors.flatMap(errorLines),
    ...outputLines('stdout', stdout),
    ...outputLines('stderr', stderr),
    ...attachments.map(({ name, path }) => `  ${name}: ${path ?? 'within the report'}`),
  ];
}

function testLines(test) {
  const passed = hasPassed(test);
  const seconds = test.results.reduce((sum, { duration }) => sum + duration, 0) / 1000;
  const how = passed ? `passed, ${seconds.toFixed(1)} s` : `NOT PASSED (${test.status}, expected to be ${test.expectedStatus})`;
  return [
    `${test.place} › ${test.title}: ${how}`,
    ...test.results.flatMap((result) => attemptLines(result, passed)),
    ...(test.results.length === 0 ? ['  it did not run'] : []),
  ];
}

function parsed(text) {
  try {
    const report = JSON.parse(text);
    return Array.isArray(report?.suites) && Array.isArray(report.errors) ? report : undefined;
  } catch {
    return undefined;
  }
}

/** `file` as the report names it; `lines` are for people. */
export function verdict(text, file) {
  const report = parsed(text);
  if (report === undefined) return { passed: false, lines: ['this is no report of Playwright'] };
  const suites = report.suites.filter((suite) => suite.file === file);
  const tests = suites.flatMap((suite) => testsOf(suite));
  const problems = [
    ...report.errors.flatMap((error) => ['the run as a whole has an error:', ...errorLines(error)]),
    ...(suites.length === 0 ? [`${file} is not in the report`] : []),
    ...(suites.length > 0 && tests.length === 0 ? [`${file} has no test`] : []),
  ];
  return {
    passed: problems.length === 0 && tests.every(hasPassed),
    // What is wrong comes last, where it is looked for.
    lines: [...tests.filter(hasPassed), ...tests.filter((test) => !hasPassed(test))].flatMap(testLines).concat(problems),
  };
}
