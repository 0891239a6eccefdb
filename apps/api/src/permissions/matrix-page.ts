import { principals, type Placement, type Principal } from './cast';
import { areas } from './expected';
import { measured } from './mutants';
import { sentences } from './sentences';
import type { May, Row } from './table';

const words: Readonly<Record<Placement, string>> = {
  OWN: 'own',
  CHILD: 'child',
  ANCESTOR: 'above',
  SIBLING: 'beside',
  PUBLISHED: 'guided, published',
  UNPUBLISHED: 'guided, unpublished',
  FOREIGN: 'another association',
  MINE: 'one’s own',
  ANOTHERS: 'another’s',
  ASSOCIATION: '',
};

const all = Object.keys(principals).length;
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Who with the same places: "secretary of the branch, leader: own, child". */
function who(may: May): string {
  const groups = new Map<string, string[]>();
  for (const [principal, places] of Object.entries(may)) {
    const where = places.map((place) => words[place]).join(', ');
    if (places.length) groups.set(where, [...(groups.get(where) ?? []), principals[principal as Principal].words]);
  }
  const parts = [...groups].map(([where, names]) => {
    const some = { [all]: 'anyone', [all - 1]: 'everyone signed in' }[names.length] ?? names.join(', ');
    return where ? `${some}: ${where}` : some;
  });
  return parts.join('; ') || 'nobody';
}

function elsewhere(row: Row): string {
  const parts: string[] = [row.elsewhere ?? 'NOT_FOUND'];
  if (row.known) parts.push(`FORBIDDEN to ${who(row.known)}`);
  if (row.refused) parts.push(`REFUSED (${row.refusals?.join(', ')}) to ${who(row.refused)}`);
  if (row.others) parts.push(`without the permission ${row.others}`);
  if (row.foreign) parts.push(`another association ${row.foreign}`);
  return row.of === 'whole' && !row.refused ? '' : parts.join('; ');
}

/** The second half of `docs/permissions.md`: what the matrix expects. Ends with a line break. */
export function matrixPage(): string {
  return [
    '## Who may, and why',
    '',
    'Printed from `apps/api/src/permissions/expected`, a table written by hand that the policy code does not read.',
    '`matrix.api-spec.ts` asks every row through HTTP and PostgreSQL for each principal and each place, and compares.',
    '',
    `Able to fail: \`npm run mutants\` puts faults into the policy, one at a time, and asks the table alone. On ${measured.on}, ${measured.of}, ` +
      `it killed ${measured.killed} of ${measured.mutants - measured.equivalent} mutants, ` +
      `${((100 * measured.killed) / (measured.mutants - measured.equivalent)).toFixed(1)} %; ` +
      `${measured.equivalent} more change nothing a caller can tell, each with its reason in \`mutants.ts\`.`,
    '',
    'Principals: ' +
      Object.values(principals)
        .map(({ words, role }) => (role ? `${words} (${role})` : words))
        .join('; ') +
      '.',
    '',
    'Whoever is not named is told FORBIDDEN, strangers UNAUTHENTICATED; NOT_FOUND stands for null, absent rows and counts of nothing, too.',
    '',
    ...Object.entries(sentences).map(([key, text]) => `- **${key}**: ${text}`),
    '',
    ...areas.flatMap(({ title, rows }) => [
      `### ${title}`,
      '',
      line(['asked', 'who may, where', 'elsewhere', 'because']),
      line(['---', '---', '---', '---']),
      ...rows.map((row) =>
        line([
          `\`${row.operation}\`${row.aspect ? `, ${row.aspect}` : ''}`,
          who(row.may),
          elsewhere(row),
          row.because.join(', '),
        ]),
      ),
      '',
    ]),
  ].join('\n');
}
