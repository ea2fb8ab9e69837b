// embed_site.mjs SITE OUT: writes the C++ source that puts the files of a built site into the program
// (embedded_site.hpp). The compiler reads them itself, by #embed.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [site, out] = process.argv.slice(2);
if (out === undefined) {
  console.error('usage: embed_site.mjs SITE OUT');
  process.exit(2);
}

const { paths } = JSON.parse(readFileSync(resolve(site, 'site.json'), 'utf8'));
const listed = Object.values(paths).flatMap(({ file, br, gzip }) => [file, br, gzip]);
const names = ['site.json', ...listed.filter((name) => name !== undefined)];

// The same text is a literal of JSON and of C++ as long as it is printable ASCII.
const quoted = (text) => {
  if (!/^[ -~]+$/.test(text)) throw new Error(`embed_site: not printable ASCII: ${text}`);
  return JSON.stringify(text);
};

// As char, not unsigned char: clang 19 takes a first byte beyond 127 for a negative number there.
const array = (name, index) =>
  `constexpr char f${index}[] = {\n#embed ${quoted(resolve(site, name))}\n};\n`;
const entry = (name, index) => `      file(${quoted(name)}, f${index}),\n`;

writeFileSync(
  out,
  `// Made by server/api/embed_site.mjs.
#include "server/api/embedded_site.hpp"

#include <cstddef>

namespace quorate::api {

namespace {

${names.map(array).join('\n')}
template <std::size_t N>
EmbeddedFile file(std::string_view name, const char (&bytes)[N]) {
  return {name, {bytes, N}};
}

}  // namespace

std::span<const EmbeddedFile> embedded_site() {
  static const EmbeddedFile files[] = {
${names.map(entry).join('')}  };
  return files;
}

}  // namespace quorate::api
`,
);
