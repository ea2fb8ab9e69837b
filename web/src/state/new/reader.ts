// Typed reading of what came from outside: a template's file, or another page. The first thing wrong
// ends it, with the path of its member: "groups[2].label".

export class WrongMember extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

type Members = { readonly [key: string]: unknown };

export class Reader {
  private constructor(
    private readonly members: Members,
    private readonly path: string,
  ) {}

  static over(value: unknown, path = ''): Reader {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongMember(path);
    return new Reader(value as Members, path);
  }

  /** Nothing where it is not there, or null. */
  member(key: string): unknown {
    return Object.prototype.hasOwnProperty.call(this.members, key) ? (this.members[key] ?? undefined) : undefined;
  }

  at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  wrong(key: string): never {
    throw new WrongMember(this.at(key));
  }

  string(key: string): string | undefined {
    const value = this.member(key);
    if (value !== undefined && typeof value !== 'string') this.wrong(key);
    return value;
  }

  boolean(key: string): boolean {
    const value = this.member(key) ?? false;
    if (typeof value !== 'boolean') this.wrong(key);
    return value;
  }

  integer(key: string, least: number, most: number): number | undefined {
    const value = this.member(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) this.wrong(key);
    return value;
  }

  oneOf<T extends string>(key: string, known: readonly T[]): T | undefined {
    const value = this.string(key);
    const found = known.find((each) => each === value);
    if (value !== undefined && found === undefined) this.wrong(key);
    return found;
  }

  child(key: string): Reader {
    return Reader.over(this.member(key), this.at(key));
  }

  list(key: string, most: number): readonly unknown[] {
    const value = this.member(key) ?? [];
    if (!Array.isArray(value) || value.length > most) this.wrong(key);
    return value as readonly unknown[];
  }

  children(key: string, most: number): readonly Reader[] {
    return this.list(key, most).map((value, index) => Reader.over(value, `${this.at(key)}[${index}]`));
  }
}
