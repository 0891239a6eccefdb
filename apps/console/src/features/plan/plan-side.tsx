import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph } from '../../components/state-glyph';
import {
  PlanUnplacedDocument,
  type PlanItemEntryFragment,
  type PlanItemFilter,
  type PlanUnplacedQuery,
} from '../../generated/graphql';
import { local, localOr } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { draggable } from './dragged';

/** What has no time yet, to be dragged in or opened; and what cannot be published as it stands. */
export function PlanSide({ of, open }: { of: PlanItemFilter; open(item: PlanItemEntryFragment): void }) {
  const { t } = useTranslation('plan');
  const unplaced = useQuery(PlanUnplacedDocument, {
    variables: { filter: { ...of, states: ['UNPLACED', 'LEFT_OUT'] } },
    fetchPolicy: 'cache-and-network',
  });
  const faulty = useQuery(PlanUnplacedDocument, {
    variables: { filter: { ...of, states: ['PLACED'], faulty: true } },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('yearPlan', () => {
    void unplaced.refetch();
    void faulty.refetch();
  });
  const [without, conflicts] = [unplaced, faulty].map(({ data, previousData }) => (data ?? previousData)?.planItems);
  return (
    <Panel title={t('side')} note={without ? t('itemCount', { count: without.totalCount }) : undefined}>
      <p className="quiet">{t('sideHelp')}</p>
      <ul className="plan-side">
        {conflicts?.nodes.map((item) => (
          <SideLine key={item.id} item={item} open={open} />
        ))}
        {without?.nodes.map((item) => (
          <SideLine key={item.id} item={item} open={open} />
        ))}
      </ul>
      {without?.totalCount === 0 && conflicts?.totalCount === 0 ? <p>{t('sideNone')}</p> : null}
    </Panel>
  );
}

function SideLine(props: {
  item: PlanUnplacedQuery['planItems']['nodes'][number];
  open(item: PlanItemEntryFragment): void;
}) {
  const { item, open } = props;
  const { t } = useTranslation('plan');
  const out = item.state === 'LEFT_OUT';
  return (
    <li>
      <button
        type="button"
        className="plan-open"
        onClick={() => open(item)}
        {...(item.state === 'UNPLACED' ? draggable(item) : {})}
      >
        <StateGlyph state={out ? 'waived' : 'late'} label={t(`state.${item.state}`)} />
        <span>
          {item.activityType ? local(item.activityType.name) : ''}
          <small>
            {[item.organization?.name, t('period', { from: item.periodFrom, to: item.periodTo })].join(' · ')}
          </small>
          <small>{out ? item.leftOutReason : localOr(item.fault, '')}</small>
        </span>
      </button>
    </li>
  );
}
