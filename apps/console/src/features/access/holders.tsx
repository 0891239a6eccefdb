import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { EdgeGlyph } from '../../components/edge-glyph';
import { Panel } from '../../components/panel';
import type { RightsRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { lastDay } from './period';

/** Who can do something at one organization: by which grant, inherited from where. */
export function Holders(props: {
  organization: string;
  rows: readonly RightsRowFragment[];
  permission: string;
  onChoose(accountId: string): void;
}) {
  const { t } = useTranslation(['access', 'domain']);
  const rows = props.rows.filter(
    (row) => !props.permission || [...row.permissions, ...row.published].some(({ key }) => key === props.permission),
  );
  return (
    <Panel
      title={t('holders.title', { name: props.organization })}
      note={t('holders.count', { count: rows.length })}
      flush
    >
      {rows.length === 0 ? <Empty>{t('holders.none')}</Empty> : null}
      {rows.length > 0 ? (
        <table className="access-table">
          <thead>
            <tr>
              <th scope="col">{t('holders.who')}</th>
              <th scope="col">{t('holders.from')}</th>
              <th scope="col" className="access-wide">
                {t('holders.until')}
              </th>
              <th scope="col" className="access-number">
                {t('holders.permissions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const last = row.steps.at(-1);
              const inherited = row.steps.length > 1 && last?.relation;
              return (
                <tr key={row.grantId}>
                  <th scope="row">
                    <button type="button" className="link-button" onClick={() => props.onChoose(row.accountId)}>
                      {row.accountName}
                    </button>
                    <span className="quiet">{local(row.roleName)}</span>
                  </th>
                  <td>
                    {inherited ? <EdgeGlyph relation={last.relation === 'GUIDES' ? 'GUIDES' : 'LEADS'} /> : null}
                    {row.steps[0]?.name ?? t('way.association')}
                    {row.published.length > 0 ? <span className="quiet">{t('holders.published')}</span> : null}
                  </td>
                  <td className="nowrap access-wide">{row.until ? lastDay(row.until) : t('period.always')}</td>
                  <td className="access-number">{row.permissions.length + row.published.length}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </Panel>
  );
}
