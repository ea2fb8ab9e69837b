// Whether the catalogue and its readers agree: no sentence that nobody says, none said that is not
// there, and one for every code that travels. That every language has English's keys and arguments is
// tests/unit/messages/catalogue_test.cpp's; that a page has loaded what it says, web/tests/screens'.

const CATALOGUE = 'shared/messages/en.json';
const BUNDLES = 'shared/messages/bundles.json';
const ANY = '*'; // in a pattern: one segment of a key, without a dot

// What stands for the * where the catalogue has other keys of that form: each would else pass as used.
export const values = {
  'answer.*': ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'dk', 'na'],
  'change.*': ['up', 'down'],
  'change.*.factors': ['up', 'down'],
  'condition.*': ['blocking', 'fixable', 'limiting'],
  'desk.people.*': ['here', 'away', 'no_phone'],
  'desk.question.*': ['waiting', 'open', 'closed', 'revealed', 'skipped'],
  'links.*': ['facilitator', 'cofacilitator', 'wall'],
  'reason.*': ['C0', 'C1', 'C2', 'C3', 'C4', 'B0a', 'B0b', 'B1a', 'B1b', 'B1c', 'B2a', 'B2b', 'B2c', 'B3', 'B4'],
};

const isWeb = (path) => /^web\/(src\/.*\.tsx?|[\w-]+\.html)$/.test(path) && !/^web\/src\/(fixtures|generated)\//.test(path);
const isCpp = (path) => /^(shared|server|client-wasm)\/.*\.(cpp|hpp)$/.test(path);

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/ .*$/gm, '$1');
const matches = (text, expression) => [...text.matchAll(expression)].map(([, found]) => found);
const unique = (list) => [...new Set(list)];

const dotted = String.raw`[a-z]\w*(?:\.\w+)+`;

function usedInScripts(text) {
  const code = withoutComments(text);
  const literals = matches(code, /['"`]([a-z]\w*(?:\.\w+)*)['"`]/g);
  // `${string}` and `${infer X}` stand in types, which say nothing.
  const templates = matches(code, /`((?:[\w.]|\$\{[^{}`]+\})+)`/g)
    .filter((template) => template.includes('${') && !/\$\{(string|infer .*)\}/.test(template))
    .map((template) => template.replace(/\$\{[^{}]+\}/g, ANY))
    .filter((pattern) => /^[a-z]\w*\.[\w.*]+$/.test(pattern));
  return { literals, patterns: templates, named: [] };
}

function usedInPages(text) {
  const named = [...matches(text, /\{\{([\w.]+)\}\}/g), ...matches(text, /\bdata-say="([^"]*)"/g)];
  return { literals: named, patterns: [], named };
}

// "factor." + id + ".hint": every beginning with every end of the same file.
function usedInCpp(text) {
  const code = withoutComments(text).replace(/^\s*#\s*include.*$/gm, '');
  const literals = matches(code, /"([a-z]\w*(?:\.\w+)*)"/g);
  const ends = matches(code, /"((?:\.\w+)+)"/g);
  const patterns = matches(code, /"((?:[a-z]\w*\.)+)"/g).flatMap((start) => [
    start + ANY,
    ...ends.map((end) => start + ANY + end),
  ]);
  return { literals, patterns, named: literals.filter((literal) => new RegExp(`^${dotted}$`).test(literal)) };
}

// Tests use nothing, but what they look for has to be there.
const namedInTest = (text) => matches(withoutComments(text), new RegExp(`'(${dotted})'`, 'g'));

function usesOf({ path, text }) {
  if (isCpp(path)) return { path, ...usedInCpp(text) };
  if (!isWeb(path)) return undefined;
  return { path, ...(path.endsWith('.html') ? usedInPages(text) : usedInScripts(text)) };
}

const expanded = (pattern, known) => (known[pattern] ?? [undefined]).map((value) =>
  value === undefined ? pattern : pattern.replace(ANY, value));

function readerOf(uses, known) {
  const literals = new Set(uses.flatMap((use) => use.literals));
  const patterns = unique(uses.flatMap((use) => use.patterns)).flatMap((pattern) => expanded(pattern, known));
  const forms = patterns.map((pattern) =>
    new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll(ANY, String.raw`\w+`)}$`));
  return (key) => literals.has(key) || forms.some((form) => form.test(key));
}

/** Findings about keys that nothing uses, and about keys used that there are not. */
export function keys(files, known = values) {
  const english = read(files, CATALOGUE);
  const all = Object.keys(english);
  const firsts = new Set(all.filter((key) => key.includes('.')).map((key) => key.split('.')[0]));
  const uses = files.map(usesOf).filter((use) => use !== undefined);
  const isUsed = readerOf(uses, known);
  const patterns = new Set(uses.flatMap((use) => use.patterns));
  const tests = files
    .filter(({ path }) => /^tests\/e2e\/.*\.ts$/.test(path))
    .map(({ path, text }) => ({ path, named: namedInTest(text) }));
  return [
    ...all.filter((key) => !isUsed(key)).map((key) => `${CATALOGUE}: nothing uses ${key}`),
    ...[...uses, ...tests].flatMap(({ path, named }) =>
      unique(named)
        .filter((key) => !(key in english) && (path.endsWith('.html') || firsts.has(key.split('.')[0])))
        .map((key) => `${path} names ${key}, which is not in ${CATALOGUE}`)),
    ...Object.keys(known)
      .filter((pattern) => !patterns.has(pattern))
      .map((pattern) => `tests/structure/words.mjs: nothing composes ${pattern}`),
  ];
}

/** Findings about bundles: a page loads each, each beginning begins something, and every sentence of the
 *  web is in one. */
export function bundles(files, known = values) {
  const all = Object.keys(read(files, CATALOGUE));
  const beginnings = read(files, BUNDLES);
  const inBundle = (key) => Object.values(beginnings).flat().some((beginning) => key.startsWith(beginning));
  const server = readerOf(files.filter(({ path }) => isCpp(path)).map(usesOf), known);
  const scripts = new Set(files.filter(({ path }) => isWeb(path)).flatMap((file) => usesOf(file).literals));
  return [
    ...Object.keys(beginnings)
      .filter((bundle) => !scripts.has(bundle))
      .map((bundle) => `${BUNDLES}: no page loads ${bundle}`),
    ...Object.entries(beginnings).flatMap(([bundle, list]) =>
      list
        .filter((beginning) => !all.some((key) => key.startsWith(beginning)))
        .map((beginning) => `${BUNDLES}: no key begins with ${beginning} (${bundle})`)),
    ...all
      .filter((key) => !inBundle(key) && !server(key))
      .map((key) => `${BUNDLES}: ${key} is in no bundle, and the server does not say it`),
  ];
}

// --- Codes

const LISTS = [
  ['shared/session/refusal.hpp', /enum class Refusal\b[^{]*\{([^}]*)\}/],
  ['shared/protocol/close_code.hpp', /enum class CloseCode\b[^{]*\{([^}]*)\}/],
];
const RESPONSES = /\b(?:error_response|unauthorised)\([^;]*?"([a-z_]+)"\)/g;
// Responses to programs and to the page's own requests, which no person is told of.
const UNSAID = ['other_site', 'unknown_address', 'unknown_channel'];
const BESIDES = ['other']; // for a code that this version does not know

const namesOf = (list) => matches(withoutComments(list), /([a-z]\w*)\s*(?:=\s*\d+\s*)?(?:,|$)/g);

/** Findings about the codes of refusals: each has its sentence, and no sentence is for none. */
export function codes(files) {
  const text = (path) => files.find((file) => file.path === path)?.text ?? '';
  const said = unique(Object.keys(read(files, CATALOGUE))
    .filter((key) => key.startsWith('refusal.'))
    .map((key) => key.split('.')[1]));
  const travel = unique([
    ...LISTS.flatMap(([path, list]) => namesOf(list.exec(text(path))?.[1] ?? '')),
    ...files.filter(({ path }) => /^server\/(api|net)\/.*\.cpp$/.test(path)).flatMap((file) => matches(file.text, RESPONSES)),
  ]).filter((code) => !UNSAID.includes(code));
  return [
    ...travel.filter((code) => !said.includes(code)).map((code) => `${CATALOGUE} has no refusal.${code}`),
    ...said
      .filter((code) => !travel.includes(code) && !BESIDES.includes(code))
      .map((code) => `${CATALOGUE}: no refusal has the code ${code}`),
  ];
}

function read(files, path) {
  const { '@meta': _, ...content } = JSON.parse(files.find((file) => file.path === path).text);
  return content;
}

/** All of these. */
export const words = (files) => [...keys(files), ...bundles(files), ...codes(files)];
