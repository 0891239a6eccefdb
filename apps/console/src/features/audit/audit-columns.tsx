import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import type { AuditRowFragment } from '../../generated/graphql';
import { toTheSecond } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { ChangedValue } from './event-changes';

/** The columns of the log, what was done first. */
export function useAuditColumns(
  name: (event: AuditRowFragment) => React.ReactNode,
): readonly LedgerColumn<AuditRowFragment>[] {
  const { t } = useTranslation('audit');
  return [
    { key: 'action', title: t('column.action'), rowScope: 'row', render: (_, event) => name(event) },
    { key: 'at', title: t('column.at'), className: 'nowrap', render: (_, event) => toTheSecond(event.at) },
    {
      key: 'actor',
      title: t('column.actor'),
      className: 'nowrap',
      render: (_, event) => event.actor?.name ?? <span className="quiet">{t('system')}</span>,
    },
    { key: 'organization', title: t('column.organization'), render: (_, event) => event.organization?.name },
    { key: 'kind', title: t('column.kind'), className: 'nowrap', render: (_, event) => t(`kind.${event.kind}`) },
    { key: 'changes', title: t('column.changes'), render: (_, event) => <FirstChange event={event} /> },
    { key: 'reason', title: t('column.reason'), render: (_, event) => event.reason },
    {
      key: 'client',
      title: t('column.client'),
      className: 'nowrap',
      render: (_, event) => (event.client ? t(`client.${event.client}`) : null),
    },
    { key: 'operation', title: t('column.operation'), className: 'nowrap', render: (_, event) => event.operation },
    { key: 'address', title: t('column.address'), className: 'nowrap', render: (_, event) => event.address },
  ];
}

/** The first field that changed, and how many more did. */
function FirstChange({ event: { changes } }: { event: AuditRowFragment }) {
  const { t } = useTranslation('audit');
  const [first] = changes;
  if (!first) return null;
  return (
    <span className="audit-first">
      <span className="quiet">{local(first.fieldName)}</span>{' '}
      {first.before ? (
        <>
          <ChangedValue text={first.before} organizationId={first.beforeOrganizationId} />
          {' → '}
        </>
      ) : null}
      <ChangedValue text={first.after} organizationId={first.afterOrganizationId} />
      {changes.length > 1 ? <span className="quiet"> {t('moreChanges', { count: changes.length - 1 })}</span> : null}
    </span>
  );
}
