import { useMutation, useQuery } from '@apollo/client/react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import {
  MovePlanItemDocument,
  PlanWeeksDocument,
  type PlanItemEntryFragment,
  type PlanItemFilter,
  type PlanRowFragment,
  type YearPlanHeadFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useNarrow } from '../../lib/narrow';
import { plusDays } from '../../lib/plus-days';
import { useDayMarks } from '../activity/day-marks';
import { weeksOf } from '../activity/month';
import { onDay } from './item-times';
import { PlanDays } from './plan-days';
import { PlanGrid } from './plan-grid';
import { PlanSide } from './plan-side';

/** A month of a plan: items are dragged to other days; what has no time lies beside it and is dragged in. */
export function PlanMonth(props: {
  plan: YearPlanHeadFragment;
  /** 01 to 12 */
  month: string;
  organization: string;
  organizations: readonly PlanRowFragment[];
  setMonth(month: string): void;
  setOrganization(id: string): void;
  open(item: PlanItemEntryFragment): void;
  changed(): void;
}) {
  const { t } = useTranslation(['plan', 'activity']);
  const { message } = App.useApp();
  const narrow = useNarrow();
  const { plan, organization } = props;
  const month = `${plan.year}-${props.month}`;
  const weeks = weeksOf(month);
  const marks = useDayMarks(weeks[0]![0]!, weeks.at(-1)!.at(-1)!);
  const of = { planId: plan.id, ...(organization && { organizationId: organization }) };
  const week = (i: number): PlanItemFilter => {
    const first = weeks[i]?.[0] ?? '1000-01-01';
    return { ...of, states: ['PLACED', 'PUBLISHED'], from: first, to: weeks[i] ? plusDays(first, 7) : first };
  };
  const { data, previousData, error, refetch } = useQuery(PlanWeeksDocument, {
    variables: { week1: week(0), week2: week(1), week3: week(2), week4: week(3), week5: week(4), week6: week(5) },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('yearPlan', () => void refetch());
  const [move] = useMutation(MovePlanItemDocument);
  const drop = async (item: PlanItemEntryFragment, day: string) => {
    const input = { id: item.id, version: item.version, startsAt: onDay(item, day) };
    const answer = await move({ variables: { input } }).catch((failure: unknown) => {
      void message.error(errorText(failure));
      return null;
    });
    if (!answer?.data) return;
    void message.success(t('moved', { name: item.activityType ? local(item.activityType.name) : '', day }));
    void refetch();
    props.changed();
  };
  const found = data ?? previousData;
  const pages = found ? [found.week1, found.week2, found.week3, found.week4, found.week5, found.week6] : [];
  const items = pages.flatMap(({ nodes }) => nodes);
  const more = pages.reduce((sum, { totalCount }) => sum + totalCount, 0) - items.length;
  const days = new Map<string, PlanItemEntryFragment[]>();
  for (const item of items) days.set(item.heldOn ?? '', [...(days.get(item.heldOn ?? '') ?? []), item]);
  const go = (by: number) => {
    const next = Number(props.month) + by;
    if (next >= 1 && next <= 12) props.setMonth(String(next).padStart(2, '0'));
  };
  return (
    <>
      <div className="filter-row calendar-head">
        <Button
          icon={<LeftOutlined />}
          aria-label={t('activity:monthBefore')}
          disabled={props.month === '01'}
          onClick={() => go(-1)}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={t('activity:monthAfter')}
          disabled={props.month === '12'}
          onClick={() => go(1)}
        />
        <h2 aria-live="polite">{t('activity:month', { year: plan.year, month: Number(props.month) })}</h2>
        <Select
          aria-label={t('organization')}
          className="plan-organization"
          value={organization}
          options={[
            { value: '', label: t('allOrganizations') },
            ...props.organizations.map(({ organizationId, name }) => ({ value: organizationId, label: name })),
          ]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id: string) => props.setOrganization(id)}
        />
      </div>
      {more > 0 ? <p className="quiet">{t('monthMore', { count: more })}</p> : null}
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      <div className="plan-split">
        {narrow ? (
          <PlanDays days={days} shown={weeks.flat().filter((day) => day.startsWith(month))} open={props.open} />
        ) : (
          <PlanGrid weeks={weeks} month={month} days={days} marks={marks} open={props.open} drop={drop} />
        )}
        <PlanSide of={of} open={props.open} />
      </div>
    </>
  );
}
