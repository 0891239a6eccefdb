import { useTranslation } from 'react-i18next';
import { OrganizationName } from '../../components/organization-name';
import type { AuditRowFragment } from '../../generated/graphql';
import { local, type LocalText } from '../../lib/i18n';

/** A value in words; organizations by their name. */
export function ChangedValue(props: { text?: LocalText | null; organizationId?: string | null }) {
  if (props.organizationId) return <OrganizationName id={props.organizationId} />;
  return <>{props.text ? local(props.text) : '—'}</>;
}

/** What became of each field: what was is struck out, what is stands under it. */
export function EventChanges({ changes }: { changes: AuditRowFragment['changes'] }) {
  const { t } = useTranslation('audit');
  if (changes.length === 0) return <p className="quiet">{t('noChanges')}</p>;
  return (
    <table className="audit-changes">
      <thead>
        <tr>
          <th scope="col">{t('change.field')}</th>
          <th scope="col">{t('change.before')}</th>
          <th scope="col">{t('change.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{local(change.fieldName)}</th>
            <td>
              {change.before ? (
                <del>
                  <ChangedValue text={change.before} organizationId={change.beforeOrganizationId} />
                </del>
              ) : (
                '—'
              )}
            </td>
            <td>
              {change.after ? (
                <ins>
                  <ChangedValue text={change.after} organizationId={change.afterOrganizationId} />
                </ins>
              ) : (
                '—'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
