import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { useMay } from '../../lib/session';
import { oneOf, useUrlState } from '../../lib/url-state';
import { CadencesView } from './cadences-view';
import { TypesView } from './types-view';
import { VenuesView } from './venues-view';
import '../../components/panel.css';
import './catalogue.css';

const TABS = ['types', 'venues', 'cadences'] as const;
const fields = { tab: oneOf<(typeof TABS)[number]>(TABS, 'types') };

/** What activities there are, where they are held, and how often which is to be held. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const [{ tab }, set] = useUrlState(fields);
  const [adding, setAdding] = useState(false);
  const may = {
    types: useMay('catalogue.maintain'),
    venues: useMay('venue.maintain'),
    cadences: useMay('rule.override'),
  };
  const form = { adding, begin: () => setAdding(true), end: () => setAdding(false) };
  return (
    <>
      <PageHead
        title={t('title')}
        note={t(`note.${tab}`)}
        actions={
          may[tab] ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t(`add.${tab}`)}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        className="catalogue-tabs"
        activeKey={tab}
        items={TABS.map((key) => ({ key, label: t(`tab.${key}`) }))}
        onChange={(key) => {
          setAdding(false);
          set({ tab: TABS.find((one) => one === key) ?? 'types' });
        }}
      />
      <div className="page-body catalogue">
        {tab === 'types' ? <TypesView {...form} maintains={may.types} /> : null}
        {tab === 'venues' ? <VenuesView {...form} /> : null}
        {tab === 'cadences' ? <CadencesView {...form} maintains={may.cadences} /> : null}
      </div>
    </>
  );
}

/** What is being added by the page's button. */
export interface Adding {
  adding: boolean;
  begin(): void;
  end(): void;
}
