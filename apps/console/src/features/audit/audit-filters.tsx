import { useQuery } from '@apollo/client/react';
import { DatePicker, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerParts } from '../../components/ledger/use-ledger';
import { AuditActionsDocument, AuditActorsDocument, AuditTimelineDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useSession } from '../../lib/session';
import { KINDS, objectOf } from './words';

/** What the filters of the log are kept in. */
export interface AuditLedger extends LedgerParts {
  readonly state: {
    readonly kind: '' | (typeof KINDS)[number];
    readonly action: string;
    readonly actor: string;
    readonly from: string;
    readonly until: string;
    readonly subject: string;
    readonly request: string;
  };
  set(this: void, change: Partial<AuditLedger['state']>): void;
}

/** Kind, action, person, period. The organization is the scope of the whole console, in the bar above. */
export function AuditFilters({ ledger }: { ledger: AuditLedger }) {
  const { t } = useTranslation('audit');
  const { state, set } = ledger;
  const { data } = useQuery(AuditActionsDocument);
  const day = (name: 'from' | 'until') => (
    <DatePicker
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      value={state[name] ? dayjs(state[name]) : null}
      onChange={(value) => set({ [name]: value?.format('YYYY-MM-DD') ?? '' })}
    />
  );
  return (
    <>
      <Select
        className="ledger-choice"
        aria-label={t('column.kind')}
        placeholder={t('column.kind')}
        allowClear
        value={state.kind || undefined}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => set({ kind: kind ?? '' })}
      />
      <Select
        className="audit-choice"
        aria-label={t('column.action')}
        placeholder={t('column.action')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={state.action || undefined}
        options={(data?.auditActions ?? []).map(({ name, words }) => ({ value: name, label: local(words) }))}
        onChange={(action) => set({ action: action ?? '' })}
      />
      <ActorFilter value={state.actor} onChange={(actor) => set({ actor })} />
      {day('from')}
      {day('until')}
    </>
  );
}

/** Searched on the server: there may be thousands of accounts. */
function ActorFilter({ value, onChange }: { value: string; onChange(actor: string): void }) {
  const { t } = useTranslation('audit');
  const { account } = useSession();
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(AuditActorsDocument, { variables: { search: search || null } });
  const found = (data ?? previousData)?.auditActors.nodes ?? [];
  const all = found.some(({ id }) => id === account.id) || search ? found : [...found, account];
  return (
    <Select
      className="audit-choice"
      aria-label={t('column.actor')}
      placeholder={t('column.actor')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value || undefined}
      options={all.map(({ id, name, username }) => ({ value: id, label: `${name} ${username}` }))}
      onChange={(actor) => {
        setSearch('');
        onChange(actor ?? '');
      }}
    />
  );
}

/** What an event led to: all of one object, all of one call. Shown as words that can be taken away. */
export function NarrowedBy({ ledger }: { ledger: AuditLedger }) {
  const { t } = useTranslation('audit');
  const { subject, request } = ledger.state;
  const { data } = useQuery(AuditTimelineDocument, { variables: { subjectId: subject }, skip: !subject });
  const [first] = data?.auditEvents.nodes ?? [];
  if (!subject && !request) return null;
  return (
    <p className="audit-narrowed">
      {subject ? (
        <Tag closable={{ 'aria-label': t('widen') }} onClose={() => ledger.set({ subject: '' })}>
          {t('onlySubject', { name: first ? objectOf(first) : '…' })}
        </Tag>
      ) : null}
      {request ? (
        <Tag closable={{ 'aria-label': t('widen') }} onClose={() => ledger.set({ request: '' })}>
          {t('onlyRequest')}
        </Tag>
      ) : null}
    </p>
  );
}
