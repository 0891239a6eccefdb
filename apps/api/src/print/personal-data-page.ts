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
    '- **Many at once:** an export that tells of more people than the rule `personal.export.approval` (500) is refused, by the',
    '  API and by the job that makes the file. `requestExport` asks for it with a reason; whoever holds `export.approve`, never',
    '  the one who asked, decides with a reason; `fetchApprovedExport` makes the file once, within the hours of the rule',
    '  `personal.export.hours` (24), of exactly the list that was asked for, with the rights of then, for no more people than',
    '  were approved: should there be more by then, it is asked for anew. Counted are members, those named in leadership',
    '  teams, and those to call at units. The export of the audit log is outside of it: the auditor watches over those who',
    '  approve, and must not depend on them.',
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
