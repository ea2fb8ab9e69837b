// Fills in a message: a subset of ICU MessageFormat, the same as in format.cpp (one vector file,
// tests/vectors/messages.json, proves both). README.md describes the subset. Any pattern gives a
// text: a malformed one gives the pattern itself, a missing argument its own {name}. Kept small: it
// is in the first load of a phone.

export type Value = string | number;
export type Arguments = Readonly<Record<string, Value>>;
/** From a plural category to its rule in CLDR notation: { one: 'n = 1' }. */
export type Plurals = Readonly<Record<string, string>>;

const deepestNesting = 8; // messages inside branches of messages
const malformed = {};

function holds(rule: string, n: number): boolean {
  return rule.split(' or ').some((all) => all.split(' and ').every((condition) => {
    const match = /^n(?: % ([1-9]\d*))? (!?)= (\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)$/.exec(condition);
    if (!match) return false;
    const value = match[1] ? n % +match[1] : n;
    const found = match[3]!.split(',').some((range) => {
      const [low, high = low] = range.split('..');
      return value >= +low! && value <= +high!;
    });
    return found === !match[2];
  }));
}

function category(plurals: Plurals, number: number): string {
  return Object.keys(plurals).find((name) => holds(plurals[name]!, Math.abs(number))) ?? 'other';
}

class Filler {
  private at = 0;

  constructor(
    private readonly pattern: string,
    private readonly values: Arguments,
    private readonly plurals: Plurals,
  ) {}

  fill(): string {
    const text = this.message(undefined, 0);
    if (this.at < this.pattern.length) throw malformed; // a closing brace too many
    return text;
  }

  // Up to the closing brace of the branch or the end. `number` is what # stands for in a plural.
  private message(number: string | undefined, depth: number): string {
    let out = '';
    for (;;) {
      const plain = this.take(number === undefined ? /[^'{}]*/y : /[^'{}#]*/y)!;
      out += plain[0];
      const c = this.pattern[this.at];
      if (c === undefined || c === '}') return out;
      if (c === '#') {
        this.at += 1;
        out += number;
      } else if (c === '{') {
        this.at += 1;
        out += this.argument(number, depth);
      } else {
        // An apostrophe quotes only before a brace (before # too, inside a plural).
        const quoted = this.take(number === undefined ? /'([{}](?:[^']|'')*)'?/y : /'([{}#](?:[^']|'')*)'?/y);
        out += quoted ? quoted[1]!.replace(/''/g, "'") : this.take(/''?/y)![0][0];
      }
    }
  }

  private argument(number: string | undefined, depth: number): string {
    const [, written, then] = this.must(/[ \n\t\r]*([A-Za-z]\w*)[ \n\t\r]*([},])/y) as unknown as [string, string, string];
    const name = written[0]!.toLowerCase() + written.slice(1);
    const given: unknown = this.values[name];
    const value = typeof given === 'string' || typeof given === 'number' ? given : undefined;
    const printed = value === undefined ? `{${written}}` : String(value);
    if (then === '}') return name === written ? printed : capitalised(printed);
    const kind = this.must(/[ \n\t\r]*(plural|select)[ \n\t\r]*,[ \n\t\r]*/y)[1];
    if (name !== written || depth === deepestNesting) throw malformed;
    const plural = kind === 'plural';
    const branches = new Map<string, string>();
    while (!this.take(/\}/y)) {
      const selector = this.must(plural ? /(=\d{1,9}|zero|one|two|few|many|other)[ \n\t\r]*\{/y : /(\w+)[ \n\t\r]*\{/y)[1]!;
      if (branches.has(selector)) throw malformed;
      branches.set(selector, this.message(plural ? printed : number, depth + 1));
      this.must(/\}[ \n\t\r]*/y);
    }
    const other = branches.get('other');
    if (other === undefined) throw malformed;
    if (!plural) return branches.get(printed) ?? other;
    if (typeof value !== 'number') return other;
    return branches.get(`=${value}`) ?? branches.get(category(this.plurals, value)) ?? other;
  }

  private take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const match = expression.exec(this.pattern);
    if (match) this.at = expression.lastIndex;
    return match;
  }

  private must(expression: RegExp): RegExpExecArray {
    const match = this.take(expression);
    if (!match) throw malformed;
    return match;
  }
}

// Latin letters up to U+0177, as in format.cpp; others stay as they are.
function capitalised(text: string): string {
  return text.replace(/^[a-zà-öø-þā-įĳ-ķŋ-ŷ]/, (letter) => letter.toUpperCase());
}

export function format(pattern: string, values: Arguments, plurals: Plurals): string {
  if (!/['{]/.test(pattern)) return pattern;
  try {
    return new Filler(pattern, values, plurals).fill();
  } catch (fault) {
    if (fault !== malformed) throw fault;
    return pattern;
  }
}
