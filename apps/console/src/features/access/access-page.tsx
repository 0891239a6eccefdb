import { useQuery } from '@apollo/client/react';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { AccessGrantsDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useMay } from '../../lib/session';
import { oneOf, useUrlState } from '../../lib/url-state';
import { CheckView } from './check-view';
import { EmergencyForm } from './emergency-form';
import { EmergencyView } from './emergency-view';
import { ExportRequestsView } from './export-requests-view';
import { GrantForm } from './grant-form';
import { GrantsView } from './grants-view';
import { RolesView } from './roles-view';
import '../../components/panel.css';
import './access.css';

const TABS = ['check', 'grants', 'roles', 'emergency', 'exports'] as const;
const fields = { tab: oneOf<(typeof TABS)[number] | ''>([...TABS, ''], '') };

/** Who may do what, where, and why; giving and taking; and the way in for an emergency. */
export function AccessPage() {
  const { t } = useTranslation('access');
  const [state, set] = useUrlState(fields);
  const reads = useMay('access.read');
  const grants = useMay('access.grant');
  const asks = useMay('access.request');
  const [exportsMany, overseesExports] = [useMay('export.request'), useMay('export.oversee')];
  const exports = exportsMany || overseesExports;
  const [form, setForm] = useState<'grant' | 'emergency' | null>(null);
  const { data, refetch } = useQuery(AccessGrantsDocument, {
    variables: { first: 1, filter: { inForceAt: useNow() } },
  });
  useLiveEvent('access', () => void refetch());
  // Whoever looks after rights begins by asking; everybody else sees their own grants.
  const tab = state.tab || (reads ? 'check' : 'grants');
  const count = data?.accessGrants.totalCount;
  const tabs = [
    ...(reads ? [{ key: 'check', label: t('tab.check') }] : []),
    { key: 'grants', label: t(reads ? 'tab.grants' : 'tab.own') },
    { key: 'roles', label: t('tab.roles') },
    { key: 'emergency', label: t('tab.emergency') },
    ...(exports ? [{ key: 'exports', label: t('tab.exports') }] : []),
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        note={count === undefined ? undefined : t(reads ? 'count' : 'countOwn', { count })}
        actions={
          <>
            {asks ? <Button onClick={() => setForm('emergency')}>{t('emergency.ask')}</Button> : null}
            {grants ? (
              <Button type="primary" onClick={() => setForm('grant')}>
                {t('grant.verb')}
              </Button>
            ) : null}
          </>
        }
      />
      <Tabs
        className="access-tabs"
        activeKey={tab}
        items={tabs}
        onChange={(key) => set({ tab: TABS.find((one) => one === key) ?? '' })}
      />
      <div className="page-body">
        {tab === 'check' ? <CheckView /> : null}
        {tab === 'grants' ? <GrantsView /> : null}
        {tab === 'roles' ? <RolesView /> : null}
        {tab === 'emergency' ? <EmergencyView /> : null}
        {tab === 'exports' ? <ExportRequestsView /> : null}
      </div>
      {form === 'grant' ? <GrantForm close={() => setForm(null)} /> : null}
      {form === 'emergency' ? <EmergencyForm close={() => setForm(null)} /> : null}
    </>
  );
}

/** An instant that stays the same while the page is shown, so that a query asks once. */
export function useNow(): string {
  return useState(() => new Date().toISOString())[0];
}
