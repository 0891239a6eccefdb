import { useQuery } from '@apollo/client/react';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { StateGlyph } from '../../components/state-glyph';
import {
  CellActivitiesDocument,
  CellObligationsDocument,
  type BoardCellFragment,
  type BoardRowFragment,
  type BoardTypesQuery,
} from '../../generated/graphql';
import { longDay } from '../../lib/dates';
import { useNarrow } from '../../lib/narrow';
import { plusDays } from '../../lib/plus-days';
import { ObligationEntry } from './obligation-entry';
import { PlanMissing } from './plan-missing';
import { activitySign } from './words';

/** A cell in full: what is owed by which rule, what was held for it, and what may be done. */
export function CellDrawer(props: {
  row: BoardRowFragment;
  cell: BoardCellFragment;
  type: BoardTypesQuery['activityTypes'][number] | undefined;
  close(): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('obligation');
  const narrow = useNarrow();
  const [open, setOpen] = useState(true);
  const { row, cell, type } = props;
  const { organizationId } = row;
  const obligations = useQuery(CellObligationsDocument, {
    variables: { organizationId, from: cell.startsOn, to: cell.endsOn, types: type ? [type.id] : null },
    fetchPolicy: 'cache-and-network',
  });
  const owed = obligations.data?.obligations.nodes ?? [];
  // what a longer period counts may have been held long before its last month
  const since = owed.reduce((first, { dueFrom }) => (dueFrom < first ? dueFrom : first), cell.startsOn);
  const activities = useQuery(CellActivitiesDocument, {
    variables: { organizationId, from: since, to: plusDays(cell.endsOn, 1), types: type ? [type.key] : null },
    skip: owed.length === 0,
    fetchPolicy: 'cache-and-network',
  });
  const held = activities.data?.activities.nodes ?? [];
  return (
    <Drawer
      title={t('cell', { name: row.name, from: cell.startsOn, to: cell.endsOn })}
      size={440}
      open={open}
      // beside the board the next cell can be opened; on a phone it covers the board
      mask={narrow}
      onClose={() => setOpen(false)}
      afterOpenChange={(now) => {
        if (!now) props.close();
      }}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      {obligations.error ? <ErrorView error={obligations.error} retry={() => void obligations.refetch()} /> : null}
      <section className="cell-part" aria-label={t('owed')}>
        <h2>{t('owed')}</h2>
        {owed.map((obligation) => (
          <ObligationEntry
            key={obligation.id}
            obligation={obligation}
            plan={
              <PlanMissing
                obligation={obligation}
                activities={held}
                done={(words) => {
                  void obligations.refetch();
                  void activities.refetch();
                  props.done(words);
                }}
              />
            }
            done={props.done}
          />
        ))}
      </section>
      <section className="cell-part" aria-label={t('held')}>
        <h2>{t('held')}</h2>
        {held.length === 0 && !activities.loading ? <p className="quiet">{t('heldNone')}</p> : null}
        <ul className="cell-activities">
          {held.map((activity) => (
            <li key={activity.id}>
              <StateGlyph state={activitySign[activity.state]} label={t(`activity.${activity.state}`)} />
              <span className="nowrap">{longDay(activity.heldOn)}</span>
              <span className="cell-title">{activity.title}</span>
              {activity.presentCount !== null && activity.entitledCount !== null ? (
                <span className="nowrap">{`${activity.presentCount}/${activity.entitledCount}`}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </Drawer>
  );
}
