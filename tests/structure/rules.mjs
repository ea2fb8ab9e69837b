// What may include what, and what no file may hold. A file is {path, text}; a finding is a sentence.

const shared = [
  'shared/engine',
  'shared/json',
  'shared/messages',
  'shared/protocol',
  'shared/session',
  'shared/templates',
  'shared/transcript',
];

// Each folder's own headers, and those of these folders (or these headers). Dependencies run one way.
const mayInclude = {
  'shared/json': [],
  'shared/messages': ['shared/json'],
  'shared/templates': ['shared/engine/role.hpp'],
  'shared/engine': ['shared/json', 'shared/templates'],
  'shared/session': ['shared/engine', 'shared/json', 'shared/templates'],
  'shared/protocol': ['shared/engine', 'shared/json', 'shared/session'],
  'shared/transcript': ['shared/engine', 'shared/json', 'shared/messages', 'shared/session'],
  'client-wasm': shared,
  'server/budgets': [],
  'server/log': ['shared/json'],
  'server/ops': ['server/budgets', 'shared/json'],
  'server/room': [...shared, 'server/budgets', 'server/log', 'server/ops'],
  'server/export': shared,
  'server/net': ['server/budgets'],
  'server/net/http': ['server/budgets', 'server/net', 'shared/json', 'shared/protocol'],
  'server/net/channel': [
    'server/budgets',
    'server/net',
    'server/net/http',
    'server/room',
    'shared/protocol',
    'shared/session/hex.hpp',
  ],
  'server/net/listener': [
    'server/budgets',
    'server/net',
    'server/net/channel',
    'server/net/http',
    'shared/messages',
  ],
  'server/net/client': ['shared/protocol', 'server/net', 'server/net/http'],
  'server/api': [
    ...shared,
    'server/budgets',
    'server/export',
    'server/log',
    'server/net',
    'server/net/http',
    'server/ops',
    'server/room',
  ],
  'server/bots': [...shared, 'client-wasm', 'server/net', 'server/net/client'],
  'server/cli': [
    ...shared,
    'client-wasm',
    'server/bots',
    'server/export',
    'server/log',
    'server/net',
    'server/net/client',
    'server/ops',
    'server/room',
  ],
  'server/app': [
    ...shared,
    'client-wasm',
    'server/api',
    'server/budgets',
    'server/bots',
    'server/cli',
    'server/export',
    'server/log',
    'server/net',
    'server/net/channel',
    'server/net/http',
    'server/net/listener',
    'server/ops',
    'server/room',
  ],
};

// The concrete logs are named by those who put the program together, and by the logs themselves.
const adapters = /^server\/log\/(memory|sqlite|jetstream)/;
const adapterUsers = /^server\/(log|app)\//;

// Libraries, and the files that may see them.
const libraries = [
  { header: /^boost\//, only: /^server\/net\//, name: 'Boost' },
  { header: /^nlohmann\//, only: /^shared\/json\//, name: 'nlohmann/json' },
  { header: /^(SQLiteCpp\/|sqlite3)/, only: /^server\/log\//, name: 'SQLite' },
  { header: /^emscripten/, only: /^client-wasm\/\w*_api\.cpp$/, name: 'Emscripten' },
  { header: /^sodium/, only: /^server\//, name: 'libsodium' },
  { header: /^(spdlog|fmt)\//, only: /^server\//, name: 'spdlog and fmt' },
  { header: /^CLI\//, only: /^server\/(app|cli)\//, name: 'CLI11' },
  { header: /^toml\+\+\//, only: /^server\/(app|cli)\//, name: 'toml++' },
];

// No input or output, clock, chance or thread, and nothing that Emscripten's library lacks.
const notInCore =
  /^(chrono|coroutine|cstdio|ctime|filesystem|format|fstream|future|iostream|mutex|random|ranges|thread)$/;
const core = /^(shared|client-wasm)\//;

const mostLines = 400;
const counted = /\.(cpp|hpp|cmake|css|html|mjs|ts|tsx)$|(^|\/)(CMakeLists\.txt|run|build|prepare)$/;

// Put together here, so that this file does not hold them.
const hosts = [
  ['registry.', 'npm', 'js'],
  ['registry.', 'yarnpkg'],
  ['deb.', 'debian', '.org'],
  ['deb.', 'nodesource'],
].map((parts) => parts.join(''));
const outside = new RegExp(['/work', '/(main|shared)\\b'].join(''));

const folderOf = (path) => path.slice(0, path.lastIndexOf('/'));

function includesOf(text) {
  const found = text.matchAll(/^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)/gm);
  return [...found].map(([, own, library]) => ({ own, library }));
}

function ownFinding(path, header) {
  const folder = folderOf(path);
  const target = folderOf(header);
  const allowed = mayInclude[folder];
  if (allowed === undefined) return `${folder}/ has no place in tests/structure/rules.mjs`;
  if (adapters.test(header) && !adapterUsers.test(path)) {
    return `${path} includes ${header}: only server/app names a concrete log`;
  }
  if (target === folder || allowed.includes(target) || allowed.includes(header)) return undefined;
  return `${path} includes ${header}: ${folder} may not depend on ${target}`;
}

function libraryFinding(path, header) {
  const library = libraries.find((entry) => entry.header.test(header));
  if (library !== undefined && !library.only.test(path)) {
    return `${path} includes <${header}>: it is no place for ${library.name}`;
  }
  if (core.test(path) && notInCore.test(header)) {
    return `${path} includes <${header}>: code that browsers run has no such thing`;
  }
  return undefined;
}

/** Findings about the includes of the program's sources; tests may include what they like. */
export function layering(files) {
  return files
    .filter(({ path }) => /^(shared|client-wasm|server)\/.*\.(cpp|hpp)$/.test(path))
    .flatMap(({ path, text }) =>
      includesOf(text).map(({ own, library }) =>
        own === undefined ? libraryFinding(path, library) : ownFinding(path, own),
      ),
    )
    .filter((finding) => finding !== undefined);
}

/** Findings about files that are too long. */
export function lengths(files) {
  return files
    .filter(({ path }) => counted.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${mostLines}`);
}

/** Findings about what makes the project lean on a certain place or day. */
export function places(files) {
  return files.flatMap(({ path, text }) => [
    ...hosts.filter((host) => text.includes(host)).map((host) => `${path} names the host ${host}`),
    ...(outside.test(text) ? [`${path} names a folder outside of the project`] : []),
    ...(/(^|\/)package-lock\.json$/.test(path) && text.includes('"resolved"')
      ? [`${path} records where packages were downloaded from`]
      : []),
    // Debian's npm (9.2) then cannot read the file where there are overrides, and any other asks what is the latest.
    ...(/(^|\/)package-lock\.json$/.test(path) && text.includes('": "latest"')
      ? [`${path} has a package that depends on the latest of another; take a version of it that does not`]
      : []),
  ]);
}
