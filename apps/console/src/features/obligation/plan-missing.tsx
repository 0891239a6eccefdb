import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellActivitiesQuery, ObligationRowFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { ActivityDrawer } from '../activity/activity-drawer';

type Activity = CellActivitiesQuery['activities']['nodes'][number];

/** Which states lack an activity. */
const lacking = ['LATE', 'AT_RISK', 'UNPLANNED'];

/**
 * Leads to the form that plans what an obligation lacks. Where one of its activities was cancelled, what is planned makes
 * up for it and counts for its period; of a period that is over only what was held in it can be entered.
 */
export function PlanMissing(props: {
  obligation: ObligationRowFragment;
  activities: readonly Activity[];
  done(words: string): void;
}) {
  const { t } = useTranslation('obligation');
  const [open, setOpen] = useState(false);
  const { state, viewerCan, activityType, organization, dueFrom, endsOn } = props.obligation;
  if (!viewerCan.maintain || !lacking.includes(state) || !activityType || !organization) return null;
  const original = props.activities.find(
    (one) => one.state === 'CANCELLED' && one.type?.id === activityType.id && !one.makeUp,
  );
  const now = today();
  const over = endsOn < now;
  const verb = original ? 'makeUp' : over ? 'enter' : 'plan';
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {t(`${verb}.verb`)}
      </Button>
      {open ? (
        <ActivityDrawer
          act="plan"
          activity={null}
          day={original || !over ? (dueFrom > now ? dueFrom : now) : endsOn}
          planned={{
            organizationId: organization.id,
            activityTypeId: activityType.id,
            title: local(activityType.name),
            makeUpOfId: original?.id ?? null,
            help: t(`${verb}.help`, { title: original?.title, from: dueFrom, to: endsOn }),
          }}
          close={() => setOpen(false)}
          done={props.done}
        />
      ) : null}
    </>
  );
}
