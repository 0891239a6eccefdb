import { personalFields, type PersonalFieldRow } from '@dangwu/platform/personal-data';

const levels: Readonly<Record<PersonalFieldRow['level'], string>> = {
  ORDINARY: '个人信息 · ordinary',
  SENSITIVE: '敏感 · sensitive',
};

/** `docs/personal-data.md`, printed from the declarations: which fields hold personal data, of which class, what for. */
export function personalDataPage(): string {
  return [
    '# Personal data',
    '',
    'Printed by `npm run print`; do not edit.',
    '',
    'Which fields of the API hold personal data, of which class, and what they are needed for. In',
    '`apps/api/schema.graphql` the same fields bear `@pii(level: …)`.',
    '',
    '- **Sensitive** values are sealed with a key of the person, found by a keyed mark, shown by their last four characters.',
    '  `revealMember` and `revealStaffPhone` show one of them to whoever may, with a reason that stands in the audit log.',
    '- **A person asks what is kept of them:** `exportSubject` writes all of it into a workbook, on record.',
    '- **Correction:** `changeMember`, `changeStaff`; the audit log keeps which fields were changed, not their values.',
    '- **End:** numbers of members who left are erased after the rule `personal.retention`; `eraseMember` erases a person who',
    '  left, at once and for good: the key is destroyed, so that backups cannot be read either once the master key has been',
    '  rotated twice (`npm run keys:rotate`). What stays is what statistics need: status, dates of membership, where.',
    '',
    '| field | class | purpose (zh) | purpose (en) |',
    '|---|---|---|---|',
    ...personalFields().map(
      ({ type, field, level, purpose }) =>
        `| \`${type}.${field}\` | ${levels[level]} | ${purpose.zh} | ${purpose.en} |`,
    ),
    '',
  ].join('\n');
}
