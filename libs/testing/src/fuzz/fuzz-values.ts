import {
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import {
  deep,
  hostileCursor,
  hostileDates,
  hostileNumbers,
  hostileTexts,
  hostileTimes,
  hugeNumbers,
  withPrototypeKeys,
} from './hostile-values';
import type { Random } from '../made/random';

/** valid: by type, and often by sense; wrong: one value of another type; hostile: right types, evil values. */
export type Mode = 'valid' | 'wrong' | 'hostile';

/** Ids seen in answers, by the type they begin with; valid values are drawn from them. */
export class Ids {
  private readonly known = new Map<string, string[]>();

  /** Learns every id that stands in a text. */
  learn(text: string): void {
    for (const [id, type] of text.matchAll(/\b([A-Z][A-Za-z]+)_[\w-]{16,60}\b/g)) {
      const list = this.known.get(type!) ?? [];
      this.known.set(type!, list);
      // the oldest stay: they belong to what every test finds
      if (list.length < 60 && !list.includes(id)) list.push(id);
    }
  }

  /** One that suits a name such as `organizationId`, mostly; otherwise any. */
  pick(random: Random, hint: string): string {
    const types = [...this.known.keys()];
    const fitting = types.filter((type) => hint.toLowerCase().includes(type.replace(/^Party/, '').toLowerCase()));
    const choice = fitting.length > 0 && random.chance(0.8) ? fitting : types;
    return random.of(this.known.get(random.of(choice.length ? choice : [''])) ?? ['PartyOrganization_x']);
  }
}

/** A place in a tree of variables that can be made wrong. */
interface Spot {
  readonly type: GraphQLInputType;
  readonly hint: string;
  set(value: unknown): void;
}

export class FuzzValues {
  constructor(
    private readonly random: Random,
    private readonly ids: Ids,
  ) {}

  variables(field: string, args: readonly GraphQLArgument[], mode: Mode): Record<string, unknown> {
    const spots: Spot[] = [];
    const variables: Record<string, unknown> = {};
    for (const { name, type } of args) this.fill(variables, name, type, `${field}.${name}`, spots);
    if (mode === 'valid' || spots.length === 0) return variables;
    const times = this.random.chance(0.8) ? 1 : 1 + this.random.below(3);
    for (let time = 0; time < times; time += 1) {
      const spot = this.random.of(spots);
      spot.set(mode === 'wrong' ? this.wrong(spot) : this.hostile(spot));
    }
    return variables;
  }

  private fill(
    target: Record<string, unknown>,
    key: string,
    type: GraphQLInputType,
    hint: string,
    spots: Spot[],
  ): void {
    const set = (value: unknown): void => {
      Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    };
    spots.push({ type, hint, set });
    if (!isNonNullType(type) && this.random.chance(key === 'first' ? 0.1 : 0.45)) {
      if (this.random.chance(0.3)) set(null);
      return;
    }
    set(this.valid(isNonNullType(type) ? type.ofType : type, hint, spots));
  }

  private valid(type: GraphQLInputType, hint: string, spots: Spot[]): unknown {
    if (isNonNullType(type)) return this.valid(type.ofType, hint, spots);
    if (isListType(type))
      return Array.from({ length: this.random.below(3) + 1 }, () => this.valid(type.ofType, hint, spots));
    if (isEnumType(type)) return this.random.of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const value: Record<string, unknown> = {};
      for (const field of Object.values(type.getFields()))
        this.fill(value, field.name, field.type, `${hint}.${field.name}`, spots);
      return value;
    }
    return this.leaf(type.name, hint);
  }

  private leaf(scalar: string, hint: string): unknown {
    const { random } = this;
    switch (scalar) {
      case 'ID':
        return this.ids.pick(random, hint);
      case 'Int':
      case 'Float':
        return /first|last/i.test(hint) ? 1 + random.below(20) : random.below(5);
      case 'Boolean':
        return random.chance(0.5);
      case 'Date':
        return random.of(['2020-01-01', '2025-07-01', '2026-03-15', '2026-09-17', '2026-09-18', '2026-12-31']);
      case 'DateTime':
        return random.of(['2026-01-01T00:00:00Z', '2026-09-18T02:20:00.000Z']);
      case 'SchemeTree':
        return schemeTree(random.of(['10', '7.50', '0', 'x']));
      default:
        return random.of(['第一党支部', '关于成立党组织的批复', 'W0001', 'a', '2026〕1 号', 'Correct-horse-1']);
    }
  }

  private wrong({ type }: Spot): unknown {
    const { random } = this;
    const name = nameOf(type);
    const all = [1, 1.5, true, null, 'text', '', [], [[]], {}, { a: 1 }, deep(50), deep(3_000), withPrototypeKeys()];
    const choice = random.of<unknown>([...all, random.of(hugeNumbers)]);
    if (name === 'String' && typeof choice === 'string') return 7;
    return choice;
  }

  private hostile({ type, hint }: Spot): unknown {
    const { random } = this;
    const bare = type instanceof GraphQLNonNull ? type.ofType : type;
    if (isListType(bare)) {
      const many = random.of([0, 1, 500, 1_500]);
      return Array.from({ length: many }, () => this.valid(bare.ofType, hint, []));
    }
    if (isInputObjectType(bare)) {
      const value = this.valid(bare, hint, []) as Record<string, unknown>;
      return random.chance(0.5) ? Object.assign(withPrototypeKeys(), value) : { ...value, notAField: 1 };
    }
    switch (nameOf(type)) {
      case 'Int':
      case 'Float':
        return random.of(hostileNumbers);
      case 'Date':
        return random.chance(0.7) ? random.of(hostileDates) : random.of(hostileTexts)();
      case 'DateTime':
        return random.chance(0.7) ? random.of(hostileTimes) : random.of(hostileTexts)();
      case 'ID':
        return this.hostileId(hint);
      case 'Boolean':
        return random.chance(0.5);
      default:
        if (/after|before|cursor/i.test(hint) && random.chance(0.6)) return hostileCursor(random);
        return random.of(hostileTexts)();
    }
  }

  private hostileId(hint: string): string {
    const { random } = this;
    const real = this.ids.pick(random, hint);
    const [type = 'X', rest = ''] = real.split('_', 2);
    return random.of([
      () => random.of(hostileTexts)(),
      () => `${type}_`,
      () => `${type}_${'A'.repeat(22)}`,
      () => `${type}_${rest}${rest}`,
      () => `Nothing_${rest}`,
      () => `__proto___${rest}`,
      () => rest,
      () => this.ids.pick(random, ''),
      () => `${real}\0`,
      () => '00000000-0000-0000-0000-000000000000',
    ])();
  }
}

const nameOf = (type: GraphQLInputType): string =>
  isNonNullType(type) ? nameOf(type.ofType) : isListType(type) ? 'list' : type.name;

/** A tree of one indicator, whose weight may be the one of its group. */
function schemeTree(weight: string): object {
  const name = { zh: '考核', en: 'assessment' };
  const work = { kind: 'RUBRIC', key: 'work', name, weight: '10', entry: 'POINTS', levels: [], commentWhenCut: false };
  return {
    rounding: { scale: 2, mode: 'HALF_UP' },
    scorers: { by: 'AVERAGE' },
    root: { kind: 'GROUP', key: 'root', name, weight, children: [work] },
    grades: [],
    topShare: null,
    tieBreakers: [],
    equalAtLimit: 'BOTH',
  };
}
