import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/** Twice as deep as any tree that is kept; whoever copies or checks what is deeper would run out of stack. */
const deepest = 64;

function shallow(value: unknown, levels = deepest): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) throw new TypeError(`Expected JSON of at most ${deepest} levels`);
  for (const inner of Object.values(value)) shallow(inner, levels - 1);
  return value;
}

/**
 * The tree of a scheme. JSON, since it is read, checked, compared and frozen as a whole; what is wrong in it is told as data by
 * `schemeCheck`, not by the parser.
 */
export const SchemeTreeScalar = new GraphQLScalarType<unknown>({
  name: 'SchemeTree',
  description: `The tree of a scheme as JSON. Numbers are decimals as text ("12.50"), shares may be fractions ("1/3"), names are {zh, en}.
\`{ rounding: {scale 0–6, mode HALF_UP | HALF_EVEN | DOWN}, scorers, root, grades: [{key, name, from}], topShare: {share, atLeastOne} | null, tieBreakers, equalAtLimit: BOTH | NEITHER }\`
A node has \`key\`, \`name\`, \`kind\`, and may have \`notApplicable\` and \`tags\` (terms of the lists WORK_STYLE, MEETING_STYLE, CULTURE as \`LIST.KEY\`). By kind:
GROUP \`weight, children, bonusRoom?\`; METRIC \`weight, figure, unit, mapping\`; RUBRIC \`weight, entry LEVEL | POINTS, levels: [{key, name, share}], commentWhenCut, scorers?\`; BALLOT \`weight, groups: [{key, name, weight}], options: [{key, name, share | null}]\`; DEDUCTION and BONUS \`figure | null, each, cap\`; VETO \`figure | null, capsAt\`. The root is a GROUP.
A mapping is \`{by: LINEAR, from, to}\`, \`{by: STEPPED, bands: [{from, to, share}]}\` or \`{by: FORMULA, formula}\`; scorers \`{by: AVERAGE}\`, \`{by: TRIMMED, drop}\` or \`{by: ROLES, roles: [{role, name, weight}]}\`; a condition \`{on: WHOLE_ZERO, figure}\` or \`{on: TYPE_IN | TYPE_NOT_IN | TIER_IN | TIER_NOT_IN | DUTY_NONE_OF, list}\`; a tie-breaker \`{by: NODE, key}\` or \`{by: FIGURE, figure, name, first: HIGH | LOW}\`.`,
  serialize: (value) => value,
  parseValue: (value) => shallow(value),
  parseLiteral: (node, variables) => shallow(valueFromASTUntyped(node, variables)),
});
