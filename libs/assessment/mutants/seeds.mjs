// Errors that are put into the engine and into the figures, one at a time. A specification has to find each of them.

const engine = 'libs/assessment/src/engine';
const figures = 'libs/figures/src';
const seed = (file, what, from, to) => ({ file, what, from, to });
const inEngine = (file, list) => list.map(([what, from, to]) => seed(`${engine}/${file}.ts`, what, from, to));
const inFigures = (file, list) => list.map(([what, from, to]) => seed(`${figures}/${file}.ts`, what, from, to));

/** `from` stands in its file exactly once. */
export const seeds = [
  ...inEngine('ratio', [
    ['a tie is rounded down under HALF_UP', `mode === 'HALF_UP' || !whole.mod(2)`, `mode === 'NEVER' || !whole.mod(2)`],
    ['HALF_EVEN is rounded as HALF_UP', `mode === 'HALF_UP' || !whole.mod(2).isZero()`, `true`],
    ['HALF_EVEN goes to the odd place', `!whole.mod(2).isZero() : half > 0`, `whole.mod(2).isZero() : half > 0`],
    ['DOWN is rounded to the nearest', `mode === 'DOWN' ? false : half`, `half`],
    ['what is above the half is cut', `.isZero() : half > 0;`, `.isZero() : false;`],
    ['numbers below 0 lose their sign when rounded', `this.top.isNegative() ? rounded.negated() : rounded`, `rounded`],
    [
      'fractions are compared by what is above the line',
      `return product(this.top, other.bottom).comparedTo(product(other.top, this.bottom));`,
      `return this.top.comparedTo(other.top);`,
    ],
    [
      'the sign of what divides is lost',
      `return positive === other ? quotient : quotient.negated();`,
      `return quotient;`,
    ],
    [
      'the less of two is the more',
      `return this.compare(other) > 0 ? other : this;`,
      `return this.compare(other) < 0 ? other : this;`,
    ],
    [
      'shares are read without fractions',
      `(typeof text === 'string' && fraction.exec(text)) || []`,
      `(typeof text === 'number' && fraction.exec(text)) || []`,
    ],
  ]),
  ...inEngine('weights', [
    [
      'what does not apply keeps its weight',
      `const applying = node.children.filter((child) => !why.has(child.key));`,
      `const applying = node.children;`,
    ],
    [
      'siblings are not re-weighted',
      `bearing.forEach((child, index) => give(child, shares[index]!));`,
      `bearing.forEach((child) => give(child, declared(child)));`,
    ],
    ['last places are not given out', `if (left.compare(unit) < 0) break;`, `break;`],
    [
      'last places go to the later of equals',
      `b.by.compare(a.by) || a.index - b.index`,
      `b.by.compare(a.by) || b.index - a.index`,
    ],
    ['last places go to those that lost least', `b.by.compare(a.by) ||`, `a.by.compare(b.by) ||`],
  ]),
  ...inEngine('applicability', [
    [
      'a group applies though nothing in it has weight',
      `applying.some(bearsWeight) : applying.length > 0`,
      `true : applying.length > 0`,
    ],
    [
      'a duty among several is not seen',
      `return !condition.list.some((duty) => subject.duties.includes(duty));`,
      `return !condition.list.every((duty) => subject.duties.includes(duty));`,
    ],
    [
      'without a type it is among the types',
      `return subject.type !== null && condition.list.includes(subject.type);`,
      `return subject.type === null || condition.list.includes(subject.type);`,
    ],
    [
      'without a tier it is in every tier',
      `return subject.tier === null || !condition.list.includes(subject.tier);`,
      `return subject.tier !== null && !condition.list.includes(subject.tier);`,
    ],
    [
      'a sum without a whole counts as nothing',
      `return of != null && (Ratio.read(of)?.isZero() ?? false);`,
      `return of == null || (Ratio.read(of)?.isZero() ?? false);`,
    ],
  ]),
  ...inEngine('metric', [
    [
      'a band begins behind its lower end',
      `value.compare(Ratio.read(from)!) >= 0;`,
      `value.compare(Ratio.read(from)!) > 0;`,
    ],
    ['a band holds its upper end', `value.compare(Ratio.read(to)!) < 0);`, `value.compare(Ratio.read(to)!) <= 0);`],
    [
      'a rate of hours is told in percent',
      `value: unit === 'PERCENT' ? quotient.times(hundred) : quotient`,
      `value: quotient.times(hundred)`,
    ],
    [
      'a linear mapping begins at 0',
      `read.value.minus(nothing).over(all.minus(nothing))`,
      `read.value.over(all.minus(nothing))`,
    ],
    [
      'a linear mapping is not held',
      `const share = between(read.value.minus(nothing).over(all.minus(nothing)), zero, whole);`,
      `const share = read.value.minus(nothing).over(all.minus(nothing));`,
    ],
    [
      'a formula may give more than the weight',
      `const within = between(gave, zero, weight);`,
      `const within = gave.max(zero);`,
    ],
    ['a figure may be below 0', `if (part.isNegative() || of?.isNegative())`, `if (of?.isNegative())`],
  ]),
  ...inEngine('rubric', [
    [
      'only the highest is left out',
      `ordered.slice(aggregation.drop, given.length - aggregation.drop)`,
      `ordered.slice(0, given.length - aggregation.drop)`,
    ],
    [
      'too few scores are trimmed',
      `given.length <= 2 * aggregation.drop) return`,
      `given.length < 2 * aggregation.drop) return`,
    ],
    [
      'a role without scores keeps its weight',
      `const weights = sum(roles.map(({ weight }) => weight));`,
      `const weights = sum(aggregation.roles.map(({ weight }) => Ratio.read(weight)!));`,
    ],
    ['roles are not weighted', `weight.times(average(of))`, `average(of)`],
    ['a scorer is counted twice', `if (seen.has(score.scorer))`, `if (false)`],
    [
      'more points than the weight are taken',
      `if (read.isNegative() || read.compare(most) > 0)`,
      `if (read.isNegative())`,
    ],
    ['points finer than the scheme are taken', `.compare(read) !== 0)`, `.compare(read) > 0)`],
    [
      'a cut needs no word',
      `share.compare(whole) < 0 && !score.comment?.trim()`,
      `share.compare(whole) < 0 && score.comment === 'x'`,
    ],
  ]),
  ...inEngine('ballot', [
    [
      'who does not know counts as against',
      `const counting = votes.filter(({ option }) => option.share !== null);`,
      `const counting = votes.map((one) => ({ ...one, option: { ...one.option, share: one.option.share ?? '0' } }));`,
    ],
    ['voters who cast nothing keep their weight', `.over(sum(voted.map(weight)))`, `.over(sum(groups.map(weight)))`],
    [
      'papers of strangers are counted',
      `if (named && Number.isSafeInteger(number) && number >= 0) continue;`,
      `if (Number.isSafeInteger(number) && number >= 0) continue;`,
    ],
  ]),
  ...inEngine('occurrences', [
    ['deductions are not capped', `const points = all.min(most);`, `const points = veto ? zero : all;`],
    ['a deduction adds', `points: node.kind === 'DEDUCTION' ? points.negated() : points`, `points`],
    ['an occurrence counts once, however often', `} else times += one.times;`, `} else times += 1;`],
    ['an occurrence needs no reason', `} else if (!one.reason.trim()) {`, `} else if (one.reason === '-') {`],
  ]),
  ...inEngine('compute', [
    [
      'a group may be below 0',
      `return between(all, zero, effective.plus(room ?? zero));`,
      `return all.min(effective.plus(room ?? zero));`,
    ],
    ['bonuses have no room', `effective.plus(room ?? zero)`, `effective`],
    ['a group has room without a bonus', `effective.plus(room ?? zero)`, `effective.plus(room ?? effective)`],
    [
      'a group that only deducts is held at 0',
      `return room ? all.min(room) : all;`,
      `return (room ? all.min(room) : all).max(zero);`,
    ],
    ['moderation needs no reason', `const after = reason ? given : null;`, `const after = given;`],
    ['what is missing counts as 0', `if (counts.length < applying.length)`, `if (counts.length < 0)`],
    ['moderation of the unknown is lost', `if (!moderable) fault(`, `if (!node) fault(`],
    ['a veto that did not occur holds', `if (node.kind === 'VETO' && scored.occurred)`, `if (node.kind === 'VETO')`],
  ]),
  ...inEngine('grades', [
    [
      'a grade begins behind its bound',
      `total.compare(Ratio.read(from)!) >= 0`,
      `total.compare(Ratio.read(from)!) > 0`,
    ],
    ['a veto raises a grade', `grades[Math.max(place(grade)`, `grades[Math.min(place(grade)`],
  ]),
  ...inEngine('rank', [
    [
      'the limit is rounded to the nearest',
      `share.round({ scale: 0, mode: 'DOWN' })`,
      `share.round({ scale: 0, mode: 'HALF_UP' })`,
    ],
    [
      'the limit is one too many',
      `const left = limit === null ? Infinity : limit - top.size;`,
      `const left = limit === null ? Infinity : limit + 1 - top.size;`,
    ],
    ['a small group has none', `? Math.max(1, down) : down`, `? down : down`],
    [
      'equals across the limit all get it',
      `(across && scheme.equalAtLimit === 'NEITHER')`,
      `(across && scheme.equalAtLimit === 'NOBODY')`,
    ],
    ['equals take one place', `before += equals.length;`, `before += 1;`],
    ['low comes last', `breaker.first === 'LOW' ? 1 : -1`, `breaker.first === 'LOW' ? -1 : -1`],
    [
      'who has no such value is passed over alone',
      `if (looked.some(({ value }) => !value)) {`,
      `if (looked.every(({ value }) => !value)) {`,
    ],
    [
      'the rest of the tie-breakers is not looked at',
      `return classes.flatMap((one) => refine(one, rest, steps));`,
      `return classes;`,
    ],
    [
      'the limit is of those with a total, whatever the base',
      `const base = group.base ?? entries.length;`,
      `const base = entries.length;`,
    ],
    ['who is beyond the limit falls two grades', `grades[1]!.key`, `grades.at(-1)!.key`],
  ]),
  ...inEngine('formula', [
    ['less is less or equal', `return difference < 0;`, `return difference <= 0;`],
    ['more or equal is more', `return difference >= 0;`, `return difference > 0;`],
    [
      'a choice is the other way round',
      `? of(formula.then) : of(formula.otherwise)`,
      `? of(formula.otherwise) : of(formula.then)`,
    ],
    ['clamp forgets its upper end', `return first.max(second).min(third);`, `return first.max(second);`],
    ['formulas round half up', `: 0, mode });`, `: 0, mode: 'HALF_UP' });`],
  ]),
  ...inFigures('months', [
    [
      'a span of one month more is taken',
      `if (to >= plusMonths(from, mostMonths))`,
      `if (to > plusMonths(from, mostMonths + 1))`,
    ],
    ['months in the wrong order are taken', ` || from > to)`, `)`],
    ['the last month is left out', `first <= to; first`, `first < plusMonths(to.slice(0, 8) + '01', 0); first`],
    ['a month ends a day early', `plusDays(plusMonths(first, 1), -1)`, `plusDays(plusMonths(first, 1), -2)`],
  ]),
  ...inFigures('decimals', [
    ['a rate of nothing is 0', `whole.isZero() ? null`, `whole.isZero() ? new Exact(0)`],
    ['percent is told as a share', `share.times(100) : share`, `share : share`],
    ['values are cut, not rounded', `rounding: Decimal.ROUND_HALF_UP`, `rounding: Decimal.ROUND_DOWN`],
    ['wholes are not added up', `(this.whole ?? new Exact(0)).plus(whole)`, `new Exact(0).plus(whole)`],
    ['rows are not counted', `this.rows += rows;`, `this.rows += 0;`],
  ]),
  ...inFigures('remembered', [
    ['somebody else was faster, as of an earlier horizon', `if (this.at !== since) return false;`, ``],
    ['the horizon stays where it was', `    this.at = horizon;\n`, ``],
    ['another version of places counts as the same', `kept?.version === found.version &&`, ``],
    ['changes of all are taken for changes of none', `!found.changed.includes(null)`, `true`],
    [
      'changes are not counted again',
      `} else if (found.changed.length === 0) {`,
      `} else if (found.changed.length >= 0) {`,
    ],
    [
      'who is not confirmed is told',
      `  if (!found.confirmed) throw notConfirmed();\n  return found;`,
      `  return found;`,
    ],
    ['what changed is kept beside what was found', `for (const id of changed) this.rows.delete(id);`, ``],
    [
      'what was asked for last goes first',
      `    if (kept) {\n      this.kept.delete(key);`,
      `    if (!kept) {\n      this.kept.delete(key);`,
    ],
  ]),
  ...inFigures('remembered-shares', [
    [
      'sums stay what they were',
      `    super.put(changed, found);\n    this.sums = null;`,
      `    super.put(changed, found);`,
    ],
    ['wholes of nothing count', `if (whole !== null) sum.whole`, `if (whole === null) sum.whole`],
    ['what fractions leave behind is told', `sum.part = exact(sum.part);`, ``],
  ]),
  ...inFigures('places-in', [
    ['a part of the tree is looked for everywhere', `path.split('/').length <= 4`, `path.split('/').length <= 5`],
    ['the end of a range belongs to it', `< $\${at + 2 * i + 1}`, `<= $\${at + 2 * i + 1}`],
    [
      'what is led is looked for among what is below',
      `by === 'path' ? 'o.path' : 'o.leads_path'`,
      `by === 'path' ? 'o.path' : 'o.path'`,
    ],
    ['nothing in sight is everything', `|| 'false'}`, `|| 'true'}`],
  ]),
];
