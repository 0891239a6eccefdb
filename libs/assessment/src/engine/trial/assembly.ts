import type { Occurrence, Score } from '../inputs';
import type { NotApplicable, SchemeNode } from '../scheme';
import { guarded, names, written } from './generate-formula';
import { name, unitsText, type Frame, type Group, type Leaf } from './generate-parts';
import type { Listed } from './fractions';

/** Lays keys, weights that add up, and inputs of those keys over what was generated. */
export class Assembly {
  readonly figures: Record<string, { part: string; whole: string | null }> = {};
  readonly scores: Record<string, Score[]> = {};
  readonly votes: Record<string, Record<string, Record<string, number>>> = {};
  readonly occurrences: Record<string, Occurrence[]> = {};
  readonly formulas = new Map<string, Listed>();
  /** leaves that moderation may set, with their weights in units */
  readonly leaves: (readonly [key: string, units: number])[] = [];
  private next = 0;

  constructor(private readonly frame: Frame) {}

  node(made: Leaf | Group): SchemeNode {
    const key = `n${this.next++}`;
    const own = made.conditions.map((one): NotApplicable =>
      one.on === 'OWN_WHOLE_ZERO' ? { on: 'WHOLE_ZERO', figure: `f.${key}` } : one,
    );
    const base = { key, name, notApplicable: own };
    switch (made.kind) {
      case 'GROUP':
        return this.group(made, base);
      case 'METRIC':
        return this.metric(made, base);
      case 'RUBRIC':
        return this.rubric(made, base);
      case 'BALLOT':
        return this.ballot(made, base);
      default:
        return this.counted(made, base);
    }
  }

  private text(units: number): string {
    return unitsText(units, this.frame.scale);
  }

  private group(made: Group, base: Base): SchemeNode {
    const children = made.children.map((child) => this.node(child));
    const units = (text: string) => Number(text.replace('.', ''));
    const weight = children.reduce((all, child) => all + ('weight' in child ? units(child.weight) : 0), 0);
    const room = made.room === undefined ? {} : { bonusRoom: this.text(made.room) };
    return { ...base, kind: 'GROUP', weight: this.text(weight), children, ...room };
  }

  private metric(made: Extract<Leaf, { kind: 'METRIC' }>, base: Base): SchemeNode {
    const { key } = base;
    this.leaves.push([key, made.units]);
    const { mapping } = made;
    const [part, whole] = made.figure;
    // a duty that is none, a percentage and a formula that names it have a whole
    const none = made.conditions.some(({ on }) => on === 'OWN_WHOLE_ZERO') && /[0-4]$/.test(part);
    const needed = made.unit === 'PERCENT' || (mapping.by === 'LISTED' && made.guarded && names(mapping.list, 'whole'));
    this.figures[`f.${key}`] = { part, whole: none ? '0' : needed || made.whole ? whole : null };
    const own = {
      ...base,
      kind: 'METRIC',
      weight: this.text(made.units),
      figure: `f.${key}`,
      unit: made.unit,
    } as const;
    if (mapping.by !== 'LISTED') return { ...own, mapping };
    const nothing: Listed = ['-', 'part', part];
    const unguarded: Listed = /[02468]$/.test(part) ? ['/', mapping.list, nothing] : mapping.list;
    const list = made.guarded ? guarded(mapping.list) : unguarded;
    const text = written(list);
    this.formulas.set(text, list);
    return { ...own, mapping: { by: 'FORMULA', formula: text } };
  }

  private rubric(made: Extract<Leaf, { kind: 'RUBRIC' }>, base: Base): SchemeNode {
    const { key } = base;
    this.leaves.push([key, made.units]);
    this.scores[key] = made.scores.map(({ role, level, of }, index) => {
      const score = { scorer: String(index), role, ...(index % 2 ? {} : { comment: 'seen' }) };
      if (made.entry === 'LEVEL') return { ...score, level: `l${level}` };
      return { ...score, points: this.text(Math.floor((made.units * of) / 1000)) };
    });
    const levels = ['1', '0.8', '2/3', '0.15'].map((of, index) => ({ key: `l${index}`, name, share: of }));
    const scorers = made.scorers ? { scorers: made.scorers } : {};
    const { entry, units, commentWhenCut } = made;
    return { ...base, kind: 'RUBRIC', weight: this.text(units), entry, levels, commentWhenCut, ...scorers };
  }

  private ballot(made: Extract<Leaf, { kind: 'BALLOT' }>, base: Base): SchemeNode {
    const { key } = base;
    this.leaves.push([key, made.units]);
    const all = made.weights.reduce((sum, weight) => sum + weight, 0);
    const groups = made.weights.map((weight, index) => ({ key: `g${index}`, name, weight: `${weight}/${all}` }));
    const options = ['1', '0.6', '0', null].map((of, index) => ({ key: `o${index}`, name, share: of }));
    const last = groups.length - 1;
    const cast = (group: number) => {
      const papers = made.papers[group]!;
      const silent = papers[0] < 0 && group < last;
      return options.map((option, index) => {
        const number = Math.abs(papers[index]!) + Number(index === 0 && group === last);
        return [option.key, silent && option.share !== null ? 0 : number];
      });
    };
    this.votes[key] = Object.fromEntries(groups.map((group, index) => [group.key, Object.fromEntries(cast(index))]));
    return { ...base, kind: 'BALLOT', weight: this.text(made.units), groups, options };
  }

  private counted(made: Extract<Leaf, { figure: string | null }>, base: Base): SchemeNode {
    const { key } = base;
    const figure = made.figure === null ? null : `f.${key}`;
    if (figure) this.figures[figure] = { part: made.figure!, whole: null };
    else this.occurrences[key] = made.notes.map((times) => ({ times, reason: 'seen' }));
    // without grades a veto would cap at nothing
    if (made.kind === 'VETO' && this.frame.grades)
      return { ...base, kind: 'VETO', figure, capsAt: `grade${made.grade % this.frame.grades}` };
    const kind = made.kind === 'VETO' ? 'DEDUCTION' : made.kind;
    return { ...base, kind, figure, each: this.text(made.each), cap: this.text(made.each + made.more) };
  }
}

interface Base {
  readonly key: string;
  readonly name: typeof name;
  readonly notApplicable: readonly NotApplicable[];
}
