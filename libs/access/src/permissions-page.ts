import type { Operation } from './operations';
import { vocabulary } from './vocabulary';
import { everyone, everyoneHolds, reaches, roleKeys, roles } from './roles';

const reachWords = {
  LEADS: 'what the organization leads (领导), up to the next GUIDES edge',
  TREE: 'the whole subtree, across GUIDES (指导) edges',
  ASSOCIATION: 'the association; only a grant at its root or for all of it carries it',
  OWN: 'as LEADS, but not by a grant for the whole association: an act of the organization itself',
} as const;

/** `docs/permissions.md`: vocabulary, roles × permissions, one row for every operation. Ends with a line break. */
export function permissionsPage(operations: readonly Operation[]): string {
  const keys = [...vocabulary.values()];
  return [
    '# Permissions',
    '',
    'Printed from `libs/access` and from the operations of the API; the check fails when it differs from them.',
    '',
    '## Vocabulary',
    '',
    ...table(
      ['permission', '中文', 'what it allows', 'reach', 'includes'],
      keys.map((p) => [
        `\`${p.key}\``,
        p.zh,
        `${p.en}. ${p.description}`,
        p.reach,
        (p.includes ?? []).map(code).join(', '),
      ]),
    ),
    '',
    'Reach, from the organization at which a role was granted:',
    '',
    ...Object.entries(reachWords).map(([reach, words]) => `- ${reach}: ${words}.`),
    '',
    'An included permission reaches as far as the one that includes it.',
    '',
    '## Roles',
    '',
    `Everyone signed in holds, in the whole association: ${everyone.map(code).join(', ')}.`,
    'Of SYSTEM_ADMIN, SECURITY_ADMIN and AUDITOR an account holds at most one at a time.',
    '',
    ...table(
      ['permission', ...roleKeys.map((role) => `${role} ${roles[role].zh}`)],
      keys
        .filter(({ key }) => !everyoneHolds.has(key))
        .map(({ key }) => [code(key), ...roleKeys.map((role) => reaches(role, key).join(', '))]),
    ),
    '',
    'Granted at: ' + roleKeys.map((role) => `${role} ${grantedAt[roles[role].at]}`).join('; ') + '.',
    '',
    '## Operations',
    '',
    ...table(
      ['operation', 'asks'],
      operations.map(({ kind, name, requirement }) => [
        `${kind} ${code(name)}`,
        requirement === 'PUBLIC'
          ? 'nothing (public)'
          : requirement
            ? code(requirement.permission)
            : '**nobody decided**',
      ]),
    ),
    '',
  ].join('\n');
}

const grantedAt = {
  ASSOCIATION: 'for the whole association',
  ORGANIZATION: 'at an organization',
  EITHER: 'at an organization or for the whole association',
} as const;

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
