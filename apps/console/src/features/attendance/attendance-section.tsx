import { useMutation, useQuery } from '@apollo/client/react';
import { QrcodeOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import {
  AttendanceSummaryDocument,
  StartAttendanceDocument,
  type ActivityState,
  type AttendanceNumbersFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useMay } from '../../lib/session';
import { Invitations } from './invitations';
import { InviteDrawer } from './invite-drawer';
import { LeaveRequests } from './leave-requests';
import { AttendanceNumbers } from './numbers';
import { Roster } from './roster';
import { SheetDrawer } from './sheet-drawer';
import { useAttendanceEvents } from './use-attendance-events';
import './attendance.css';

interface Of {
  id: string;
  title: string;
  state: ActivityState;
}

/** 参会: who is expected, on leave and there, as it stands now. Nothing for whoever may not see it. */
export function AttendanceSection({ activity, recorded }: { activity: Of; recorded(): void }) {
  const may = useMay('attendance.read');
  const held = !['POSTPONED', 'CANCELLED'].includes(activity.state);
  return may && held ? <Section activity={activity} recorded={recorded} /> : null;
}

function Section({ activity, recorded }: { activity: Of; recorded(): void }) {
  const { t } = useTranslation('attendance');
  const { id } = activity;
  const [open, setOpen] = useState<'invite' | 'sheet' | null>(null);
  const [turn, setTurn] = useState(0);
  const { data, error, refetch } = useQuery(AttendanceSummaryDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const follow = () => {
    void refetch();
    setTurn((last) => last + 1);
    // the counts of a record follow from the names
    if (activity.state === 'RECORDED') recorded();
  };
  useAttendanceEvents(id, follow);
  const numbers = data?.attendanceSummary;
  // published across a GUIDES edge: the activity is seen, nobody's name
  if (error && !numbers) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!numbers) return null;
  const may = numbers.viewerCanRecord;
  // recorded by numbers alone: those of the record stand, and none that look like nobody came
  const byNumbers = activity.state === 'RECORDED' && !numbers.frozenAt;
  return (
    <>
      <Panel
        title={t('title')}
        note={
          numbers.frozenAt ? t('frozen', { at: moment(numbers.frozenAt) }) : t(byNumbers ? 'byNumbers' : 'notFrozen')
        }
        extra={may ? <Acts activity={activity} numbers={numbers} open={setOpen} done={follow} /> : null}
        flush
      >
        {byNumbers ? null : <AttendanceNumbers numbers={numbers} />}
        {numbers.frozenAt ? (
          <Roster activity={activity} turn={turn} record={may && numbers.recordable} done={follow} />
        ) : (
          <p className="attendance-hint quiet">
            {numbers.recordable
              ? t(byNumbers ? 'startLater' : 'startHint')
              : t('opensAt', { at: moment(numbers.opensAt) })}
          </p>
        )}
      </Panel>
      <LeaveRequests activityId={id} turn={turn} decide={may && activity.state === 'SCHEDULED'} done={follow} />
      <Invitations activityId={id} turn={turn} withdraw={may && !numbers.frozenAt} done={follow} />
      {open === 'invite' ? <InviteDrawer activity={activity} close={() => setOpen(null)} done={follow} /> : null}
      {open === 'sheet' ? <SheetDrawer activity={activity} close={() => setOpen(null)} done={follow} /> : null}
    </>
  );
}

function Acts(props: {
  activity: Of;
  numbers: AttendanceNumbersFragment;
  open(drawer: 'invite' | 'sheet'): void;
  done(): void;
}) {
  const { t } = useTranslation('attendance');
  const { message } = App.useApp();
  const { id } = props.activity;
  const { frozenAt, recordable, signInOpen } = props.numbers;
  const [start, { loading }] = useMutation(StartAttendanceDocument);
  const onStart = async () => {
    const answer = await start({ variables: { input: { activityId: id } } }).catch(
      (error: unknown) => void message.error(errorText(error)),
    );
    if (answer?.data) props.done();
  };
  return (
    <span className="attendance-acts">
      <Button size="small" type="link" onClick={() => props.open('invite')}>
        {t('invite.verb')}
      </Button>
      {recordable && frozenAt ? (
        <Button size="small" type="link" onClick={() => props.open('sheet')}>
          {t('sheet.verb')}
        </Button>
      ) : null}
      {signInOpen ? (
        <a href={`/activities/${id}/screen`} target="_blank" rel="noreferrer">
          <QrcodeOutlined aria-hidden /> {t('screen.open')}
        </a>
      ) : null}
      {recordable && !frozenAt ? (
        <Button size="small" loading={loading} onClick={() => void onStart()}>
          {t('start')}
        </Button>
      ) : null}
    </span>
  );
}
