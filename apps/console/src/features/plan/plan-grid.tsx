import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanItemEntryFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import type { DayMarks } from '../activity/day-marks';
import { DayTable } from '../activity/day-table';
import { draggable, dropTarget } from './dragged';

/** As many as a cell shows before it is opened. */
const shownInCell = 4;

/** Weeks of seven days, Monday first; a day takes what is dropped on it. */
export function PlanGrid(props: {
  weeks: readonly (readonly string[])[];
  month: string;
  days: ReadonlyMap<string, readonly PlanItemEntryFragment[]>;
  marks: DayMarks;
  open(item: PlanItemEntryFragment): void;
  drop(item: PlanItemEntryFragment, day: string): void;
}) {
  const { t } = useTranslation(['activity', 'plan']);
  const [opened, setOpened] = useState('');
  return (
    <DayTable
      className="plan-grid"
      weeks={props.weeks}
      month={props.month}
      marks={props.marks}
      drop={(day) => dropTarget(day, props.drop)}
      number={(day) => <time dateTime={day}>{Number(day.slice(8))}</time>}
    >
      {(day) => {
        const items = props.days.get(day) ?? [];
        const shown = opened === day ? items : items.slice(0, shownInCell);
        return (
          <>
            {shown.map((item) => (
              <PlanEntry key={item.id} item={item} open={() => props.open(item)} />
            ))}
            {items.length > shown.length ? (
              <button type="button" className="month-more plan-more" onClick={() => setOpened(day)}>
                {t('moreOnDay', { count: items.length - shown.length })}
              </button>
            ) : null}
          </>
        );
      }}
    </DayTable>
  );
}

/** One item: a button, so that whoever cannot drag opens it and gives it another day. */
function PlanEntry({ item, open }: { item: PlanItemEntryFragment; open(): void }) {
  const { t } = useTranslation(['activity', 'plan']);
  const { activityType, organization, startsAt, state, byHand } = item;
  const published = state === 'PUBLISHED';
  const words = [organization?.name, t(`plan:state.${state}`), byHand ? t('plan:byHand') : null].filter(Boolean);
  return (
    <button
      type="button"
      className={`month-entry plan-entry kind-${activityType?.kind ?? 'OTHER'} ${published ? '' : 'calendar-draft'}`}
      title={words.join(' · ')}
      onClick={open}
      {...(published ? {} : draggable(item))}
    >
      <span className="month-time">{startsAt ? moment(startsAt).slice(11) : ''}</span>
      <span className="month-title">
        {activityType ? local(activityType.name) : ''}
        {organization ? ` ${organization.name}` : ''}
      </span>
      <span className="sr-only">{words.slice(1).join(' · ')}</span>
    </button>
  );
}
