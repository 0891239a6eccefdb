import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../app/routes';
import { useScope } from '../../lib/scope';
import { ActDrawer, type CycleAct } from './act-drawer';
import type { CycleDetail } from './cycle-page';
import { orderOf } from './cycle-words';

/** What can be done to the cycle where it stands; the first is what it waits for. */
export function actsOf({ stage, cancelledAt, reading }: CycleDetail): CycleAct['kind'][] {
  if (cancelledAt || reading) return [];
  const at = orderOf(stage);
  const advances = ['PREPARING', 'SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'NOTICE'].includes(stage);
  return [
    ...(advances ? (['advance'] as const) : []),
    ...(stage === 'FINAL' ? [] : (['deadlines'] as const)),
    ...(at >= 1 && at <= 4 ? (['snapshot'] as const) : []),
    ...(at >= 2 ? (['reopen'] as const) : []),
    ...(stage === 'FINAL' ? [] : (['cancel'] as const)),
  ];
}

/** The next stage as a button, the rest under one. Where results go on is the page of results. */
export function CycleActs({ cycle, done }: { cycle: CycleDetail; done(): void }) {
  const { t } = useTranslation('cycle');
  const navigate = useNavigate();
  const { scoped } = useScope();
  const [act, setAct] = useState<CycleAct['kind'] | null>(null);
  const acts = actsOf(cycle);
  const first = acts.find((each) => each === 'advance');
  const rest = acts.filter((each) => each !== 'advance');
  const moderates = !cycle.cancelledAt && ['MODERATION', 'OBJECTION'].includes(cycle.stage);
  return (
    <>
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((each) => ({
              key: each,
              label: t(`${each}.verb`),
              danger: each === 'cancel',
              onClick: () => setAct(each),
            })),
          }}
        >
          <Button>{t('more')}</Button>
        </Dropdown>
      ) : null}
      {moderates ? (
        <Button type="primary" onClick={() => void navigate(scoped(`${paths.assessments}/${cycle.id}/moderation`))}>
          {t(cycle.stage === 'MODERATION' ? 'toModeration' : 'toObjections')}
        </Button>
      ) : null}
      {first ? (
        <Button type="primary" onClick={() => setAct(first)}>
          {t(`advance.to.${cycle.stage}`)}
        </Button>
      ) : null}
      {act ? (
        <ActDrawer
          act={{ kind: act } as CycleAct}
          cycle={cycle}
          close={(taken) => {
            setAct(null);
            if (taken) done();
          }}
        />
      ) : null}
    </>
  );
}
