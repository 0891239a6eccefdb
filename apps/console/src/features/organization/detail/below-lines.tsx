import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { ScopedLink } from '../../../components/scoped-link';
import type { OrganizationBelowQuery } from '../../../generated/graphql';
import { FlagGlyphs } from '../flags';

/** A line per organization: how it is held, its name, its type, its members, its flags. */
export function BelowLines({ rows }: { rows: OrganizationBelowQuery['organizations']['nodes'] }) {
  const { t } = useTranslation(['organization', 'domain']);
  return (
    <table className="below-lines">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.type')}</th>
          <th scope="col">{t('column.flags')}</th>
          <th scope="col">{t('column.members')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {row.relation ? <EdgeGlyph relation={row.relation} /> : null}{' '}
              <ScopedLink to={`/organizations/${row.id}`}>{row.name}</ScopedLink>
            </td>
            <td className="quiet">{t(`domain:type.${row.type}`)}</td>
            <td>{row.details ? <FlagGlyphs flags={row.details.flags} /> : null}</td>
            <td className="below-count">
              {row.details?.reportedMemberCount == null
                ? null
                : t('facts.reportedCount', { count: row.details.reportedMemberCount })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
