import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { ScopedLink } from '../../../components/scoped-link';
import { FlagWords } from '../flags';
import type { Child } from './children-table';

/** A row of the table on a phone: a title, a grey line, the flags. */
export function ChildLine({ row }: { row: Child }) {
  const { t } = useTranslation(['organization', 'domain']);
  return (
    <>
      <ScopedLink to={`/organizations/${row.id}`}>{row.name}</ScopedLink>
      <span className="quiet">
        {row.relation ? <EdgeGlyph relation={row.relation} named /> : null} {t(`domain:type.${row.type}`)}
        {t('comma')}
        {row.reportedMemberCount == null
          ? t('notReported')
          : t('facts.reportedCount', { count: row.reportedMemberCount })}
      </span>
      {row.flags.length > 0 ? <FlagWords flags={row.flags} /> : null}
    </>
  );
}
