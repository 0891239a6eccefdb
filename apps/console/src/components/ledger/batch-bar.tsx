import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from './use-ledger';

/** At the bottom while rows are chosen: how many, and the verbs for them. */
export function BatchBar(props: { selection: Selection; total: number; children: ReactNode }) {
  const { t } = useTranslation('ledger');
  const { selection, total } = props;
  const count = selection.all ? total : selection.ids.length;
  return (
    <section className="batch-bar" aria-label={t('batch.label')}>
      <p role="status">{t(selection.all ? 'batch.all' : 'batch.count', { count })}</p>
      {!selection.all && count < total ? (
        <button type="button" className="link-button" onClick={selection.chooseAll}>
          {t('batch.chooseAll', { count: total })}
        </button>
      ) : null}
      <div className="batch-verbs">{props.children}</div>
      <Button type="text" onClick={selection.clear}>
        {t('batch.clear')}
      </Button>
    </section>
  );
}
