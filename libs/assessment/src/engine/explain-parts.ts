import { type Language, type Phrases, phrases } from './explain-words';
import type { FormulaHow, LinearHow, ResultNode, ScoresHow, SteppedHow, VotesHow } from './result';
import type { Shown } from './ratio';

/** A share with two places at least: 0.90. */
export function padded(share: string): string {
  const [whole, places = ''] = share.split('.');
  return `${whole}.${places.padEnd(2, '0')}`;
}

function near({ text, exact }: Shown): string {
  return exact ? text : `≈ ${text}`;
}

/** The figure, how it was mapped, and where it is from. */
export function explainFigure(
  node: ResultNode,
  how: LinearHow | SteppedHow | FormulaHow,
  language: Language,
): string[] {
  const say = phrases[language];
  const { source, unit, value } = how;
  const inUnit = (number: string) =>
    unit === 'PERCENT' ? `${number}%` : unit === 'HOURS' ? say.hours(number) : number;
  const counts = source.words
    ? source.words[language].replaceAll('{part}', source.part).replaceAll('{whole}', source.whole ?? '')
    : source.whole === null
      ? say.counted(inUnit(near(value)))
      : `${source.part} / ${source.whole}`;
  // of a rate that is the share itself nothing more is to be said
  const plain = how.by === 'LINEAR' && unit === 'PERCENT' && how.from === '0' && how.to === '100';
  const comma = language === 'zh' ? '，' : ', ';
  const facts = [counts];
  if (!plain && source.whole !== null) facts.push(inUnit(near(value)));
  const from = [
    source.rule && say.rule(source.rule),
    source.asOf && say.asOf(source.asOf),
    source.rows !== undefined && say.rows(source.rows),
  ].filter((one) => typeof one === 'string' && one !== '');
  if (plain) return [[...facts, ...from].join(comma)];
  return [facts.join(comma), mapped(node, how, say, inUnit), from.join(comma)].filter(Boolean);
}

function mapped(
  { declaredWeight }: ResultNode,
  how: LinearHow | SteppedHow | FormulaHow,
  say: Phrases,
  inUnit: (number: string) => string,
): string {
  if (how.by === 'LINEAR') return say.linear(inUnit(how.from), inUnit(how.to));
  if (how.by === 'FORMULA') {
    const gave = say.formula(how.formula, near(how.gave));
    return how.held ? `${gave}${say.brackets(say.heldBetween(declaredWeight!))}` : gave;
  }
  const { from, to } = how.band;
  const share = percent(how.share);
  if (from === null) return to === null ? say.everywhere(share) : say.bandBelow(inUnit(to), share);
  return to === null ? say.bandFrom(inUnit(from), share) : say.band(inUnit(from), inUnit(to), share);
}

/** Of a share that is shown with four places or fewer: what it is of a hundred, by its digits. */
export function percent({ text, exact }: Shown): string {
  const [whole, places = ''] = text.split('.');
  const digits = places.padEnd(2, '0');
  const number = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${exact ? '' : '≈ '}${number}${rest && `.${rest}`}%`;
}

export function explainScores({ scores, aggregation }: ScoresHow, language: Language): string[] {
  const say = phrases[language];
  const text = scores
    .map(({ level, points, share, counted }) => {
      const given = level?.[language] ?? points ?? padded(share.text);
      return counted ? given : say.aside(given);
    })
    .join(say.list);
  const counted = scores.filter((score) => score.counted).length;
  const parts = [text];
  if (aggregation.by === 'ROLES')
    parts.push(
      say.byRoles(
        aggregation.roles
          .filter(({ role }) => scores.some((score) => score.role === role))
          .map(({ name, weight }) => `${name[language]} ${weight}`)
          .join(say.list),
      ),
    );
  else if (aggregation.by === 'TRIMMED')
    parts.push(counted < scores.length ? say.trimmed(aggregation.drop, counted) : say.tooFewToTrim(counted));
  else parts.push(say.average(counted));
  const comments = scores.flatMap(({ comment }) => (comment ? [comment] : []));
  if (comments.length) parts.push(say.reasons(comments.join(say.list)));
  return parts;
}

export function explainVotes({ groups }: VotesHow, language: Language): string[] {
  const say = phrases[language];
  const parts = groups.map((group) => {
    if (!group.counted) return say.noVotes(group.name[language]);
    const options = group.votes.map(({ name, papers, counts }) => {
      const text = `${name[language]} ${papers}`;
      return counts ? text : say.aside(text);
    });
    return say.votes(group.name[language], group.counted, options.join(say.list));
  });
  const voted = groups.filter(({ counted }) => counted);
  if (voted.length > 1)
    parts.push(say.groupWeights(voted.map(({ name, weight }) => `${name[language]} ${weight}`).join(say.list)));
  return parts;
}
