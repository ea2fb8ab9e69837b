// The arguments of a well-formed pattern (the formatters' tests prove that ours are), for the types
// of the generated TypeScript: a map from name to 'plural', 'select' or 'value'.
export function argumentsOf(pattern) {
  const found = new Map();
  let at = 0;
  const note = (name, kind) => {
    const known = found.get(name);
    if (known === undefined || known === 'value') found.set(name, kind);
  };
  const quoted = /'(?:'|[{}#](?:[^']|'')*'?)/y;
  const opening = /\{\s*([A-Za-z]\w*)\s*(?:\}|,\s*(plural|select)\s*,)/y;
  const branch = /\s*=?\w+\s*\{/y;
  const take = (expression) => {
    expression.lastIndex = at;
    const match = expression.exec(pattern);
    if (match) at = expression.lastIndex;
    return match;
  };
  const message = () => {
    while (at < pattern.length && pattern[at] !== '}') {
      if (pattern[at] === '{') argument();
      else if (!take(quoted)) at += 1;
    }
    at += 1;
  };
  const argument = () => {
    const match = take(opening);
    if (!match) throw new Error(`malformed pattern: ${pattern}`);
    const [, written, kind] = match;
    note(written[0].toLowerCase() + written.slice(1), kind ?? 'value');
    if (kind === undefined) return;
    while (take(branch)) message();
    at = pattern.indexOf('}', at) + 1;
  };
  message();
  return found;
}
