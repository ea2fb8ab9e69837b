// Imports of the pages' sources that lead back to where they began. A file is {path, text}; a finding is a sentence.
import { posix } from 'node:path';

const checked = /^web\/(src|site)\/.*\.tsx?$/;

// Types count, and what is fetched late: neither can be read or moved without the other.
const imported = /\b(?:from|import)\s*\(?\s*['"](\.[^'"?]+)/g;

function importsOf({ path, text }, known) {
  const named = [...text.matchAll(imported)].map(([, name]) => posix.join(posix.dirname(path), name));
  return [...new Set(named)].filter((name) => known.has(name));
}

/** The shortest way from a file back to itself; nothing where there is none. */
function circleFrom(start, imports) {
  const seen = new Set();
  const ways = [[start]];
  for (const way of ways) {
    for (const next of imports.get(way.at(-1))) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/** Every circle once: from its first member on. */
function circlesIn(imports) {
  return [...imports.keys()]
    .map((name) => circleFrom(name, imports))
    .filter((circle) => circle !== undefined && circle.every((name) => name >= circle[0]));
}

function foldersOf(imports) {
  const folders = new Map();
  for (const [path, names] of imports) {
    const folder = posix.dirname(path);
    const others = names.map(posix.dirname).filter((other) => other !== folder);
    folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
  }
  return folders;
}

/** Findings about files, and about folders, that import each other in a circle. */
export function circles(files) {
  const sources = files.filter(({ path }) => checked.test(path));
  const known = new Set(sources.map(({ path }) => path));
  const imports = new Map(sources.map((file) => [file.path, importsOf(file, known)]));
  const names = [...circlesIn(imports), ...circlesIn(foldersOf(imports))];
  return names.map((circle) => `${[...circle, circle[0]].join(' imports ')}: a circle`);
}
