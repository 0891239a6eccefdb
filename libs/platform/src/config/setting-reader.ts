export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting that is wrong, in one error, each with what is expected. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The settings are not right:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads settings one by one and collects what is wrong with them; an empty value counts as not set. */
export class SettingReader {
  readonly names: string[] = [];
  private readonly problems: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string, fallback: string): string {
    return this.raw(name) ?? fallback;
  }

  optional(name: string): string | null {
    return this.raw(name) ?? null;
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.raw(name) ?? fallback;
    const found = allowed.find((one) => one === value);
    return found ?? this.wrong(name, `must be one of ${allowed.join(', ')}, but is "${value}"`, fallback);
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    if (['true', 'on', 'yes', '1'].includes(value)) return true;
    if (['false', 'off', 'no', '0'].includes(value)) return false;
    return this.wrong(name, `must be true or false, but is "${value}"`, fallback);
  }

  integer(name: string, fallback: number, { min, max }: { min: number; max: number }): number {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    return this.wrong(name, `must be a whole number from ${min} to ${max}, but is "${value}"`, fallback);
  }

  /** A length of time: `500ms`, `10s`, `30m`, `12h`, `7d`; given in milliseconds. */
  duration(name: string, fallback: string): number {
    const value = this.raw(name) ?? fallback;
    const match = /^(\d+)(ms|s|m|h|d)$/.exec(value);
    const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[match?.[2] ?? ''];
    if (match && unit) return Number(match[1]) * unit;
    return this.wrong(name, `must be a length of time such as 500ms, 10s, 30m or 12h, but is "${value}"`, 0);
  }

  /** @param value never repeated in the error, since addresses carry passwords */
  url(name: string, protocols: readonly string[], fallback?: string): string {
    const value = this.raw(name) ?? fallback;
    const expected = `an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`;
    if (value === undefined) return this.wrong(name, `is not set; it must be ${expected}`, '');
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    return this.wrong(name, `must be ${expected}`, '');
  }

  optionalUrl(name: string, protocols: readonly string[]): string | null {
    return this.raw(name) === undefined ? null : this.url(name, protocols);
  }

  /** Mail addresses, separated by commas; none when not set. */
  addresses(name: string): readonly string[] {
    const given = (this.raw(name) ?? '').split(',').map((one) => one.trim());
    const found = given.filter(Boolean);
    if (found.every((one) => /^[^\s@,]+@[^\s@,]+$/.test(one))) return found;
    return this.wrong(name, 'must be mail addresses separated by commas', []);
  }

  /** 32 bytes as 64 hexadecimal digits or as base64. */
  optionalKey(name: string): Buffer | null {
    const value = this.raw(name);
    if (value === undefined) return null;
    const key = Buffer.from(value, /^[0-9a-fA-F]{64}$/.test(value) ? 'hex' : 'base64');
    if (key.length === 32) return key;
    return this.wrong(name, 'must be 32 random bytes in base64 or hexadecimal: openssl rand -base64 32', null);
  }

  /** @throws ConfigError naming every setting that is wrong */
  finish(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems);
  }

  private raw(name: string): string | undefined {
    if (!this.names.includes(name)) this.names.push(name);
    return this.environment[name]?.trim() || undefined;
  }

  wrong<T>(name: string, what: string, instead: T): T {
    this.problems.push(`${name} ${what}`);
    return instead;
  }
}
