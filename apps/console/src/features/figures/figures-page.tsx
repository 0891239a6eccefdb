import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { useMay } from '../../lib/session';
import { oneOf, useUrlState } from '../../lib/url-state';
import { FiguresView } from './figures-view';
import { StudyView } from './study-view';
import './figures.css';

const fields = { tab: oneOf(['figures', 'study'], 'figures') };

/** What is counted: figures of organizations, and attendance and study of members for who may read these. */
export function FiguresPage() {
  const { t } = useTranslation('figures');
  const [{ tab }, setState] = useUrlState(fields);
  const readsMembers = useMay('member.read');
  const study = tab === 'study' && readsMembers;
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      {readsMembers ? (
        <Tabs
          className="figure-tabs"
          activeKey={tab}
          items={[
            { key: 'figures', label: t('tab.figures') },
            { key: 'study', label: t('tab.study') },
          ]}
          onChange={(key) => setState({ tab: key === 'study' ? 'study' : 'figures' })}
        />
      ) : null}
      <div className="page-body">{study ? <StudyView /> : <FiguresView />}</div>
    </>
  );
}
