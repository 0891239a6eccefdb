import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { StateWord } from '../../components/state-glyph';
import {
  AttendanceRosterDocument,
  RecordAttendanceDocument,
  type ActivityState,
  type AttendanceState,
  type RosterRowFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { StateChoice } from './state-choice';
import { CHOICES, SIGNS } from './words';

const PAGE = 100;

/** The roster: a row for each, with what can be said of them. A key from 1 on says it and goes to the next. */
export function Roster(props: {
  activity: { id: string; state: ActivityState };
  /** rises when something changed */
  turn: number;
  record: boolean;
  done(): void;
}) {
  const { t } = useTranslation('attendance');
  const { message } = App.useApp();
  const { activity, turn } = props;
  const [count, setCount] = useState(PAGE);
  const { data, error, refetch, fetchMore } = useQuery(AttendanceRosterDocument, {
    variables: { id: activity.id, first: PAGE },
    fetchPolicy: 'network-only',
  });
  useEffect(() => {
    if (turn > 0) void refetch();
  }, [turn, refetch]);
  // what was just said stands at once, until it is read back
  const [said, setSaid] = useState<ReadonlyMap<string, AttendanceState>>(new Map());
  const [record, { loading }] = useMutation(RecordAttendanceDocument);
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="attendance-hint" aria-busy="true" />;
  const { nodes, totalCount, pageInfo } = data.attendance;
  const shown = nodes.map((row) => ({ ...row, state: said.get(row.memberId) ?? row.state }));
  const unmarked = shown.filter(({ state }) => state === 'ENTITLED');
  const mark = async (memberIds: readonly string[], state: AttendanceState) => {
    setSaid((before) => new Map([...before, ...memberIds.map((id) => [id, state] as const)]));
    const rows = memberIds.map((memberId) => ({ memberId, state }));
    const answer = await record({ variables: { input: { activityId: activity.id, rows } } }).catch(
      (refusal: unknown) => void message.error(errorText(refusal)),
    );
    await refetch().catch(() => undefined);
    setSaid((before) => new Map([...before].filter(([id]) => !memberIds.includes(id))));
    if (answer?.data) props.done();
  };
  const more = async () => {
    await fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { attendance } }) => ({
        attendance: { ...attendance, nodes: [...before.attendance.nodes, ...attendance.nodes] },
      }),
    });
    setCount((last) => last + PAGE);
  };
  if (totalCount === 0) return <Empty>{t('empty')}</Empty>;
  const choices = CHOICES.filter((choice) => choice !== 'MADE_UP' || activity.state !== 'SCHEDULED');
  return (
    <div className="attendance-roster">
      {props.record ? (
        <div className="attendance-all">
          <span className="quiet attendance-keys">{t('keys', { last: choices.length })}</span>
          {unmarked.length > 0 ? (
            <Button
              size="small"
              loading={loading}
              onClick={() =>
                void mark(
                  unmarked.map(({ memberId }) => memberId),
                  'PRESENT',
                )
              }
            >
              {t('allPresent', { count: unmarked.length })}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ul aria-label={t('rosterOf', { count: totalCount })} tabIndex={props.record ? undefined : 0}>
        {shown.map((row) => (
          <Row key={row.id} row={row} choices={choices} record={props.record} mark={mark} />
        ))}
      </ul>
      {pageInfo.hasNextPage ? (
        <p className="attendance-hint">
          <Button size="small" onClick={() => void more()}>
            {t('more.rows', { count: totalCount - count })}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function Row(props: {
  row: RosterRowFragment;
  choices: readonly AttendanceState[];
  record: boolean;
  mark(memberIds: readonly string[], state: AttendanceState): Promise<void>;
}) {
  const { t } = useTranslation('attendance');
  const { row, choices, mark } = props;
  const name = row.name ?? t('gone');
  const note = [
    row.guest ? t('guest') : null,
    row.reason,
    row.method === 'QR' && row.markedAt ? t('signedIn', { at: moment(row.markedAt).slice(11) }) : null,
  ].filter(Boolean);
  const onKey = (event: KeyboardEvent<HTMLLIElement>) => {
    const choice = choices[Number(event.key) - 1];
    if (!choice || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void mark([row.memberId], choice);
    const next = event.currentTarget.nextElementSibling;
    (next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector('input'))?.focus();
  };
  return (
    <li onKeyDown={props.record ? onKey : undefined}>
      <span className="attendance-name">{name}</span>
      <span className="attendance-note quiet">{note.join(' · ')}</span>
      {props.record ? (
        <StateChoice
          label={name}
          group={row.id}
          choices={choices}
          value={row.state}
          onChoose={(state) => void mark([row.memberId], state)}
        />
      ) : (
        <StateWord state={SIGNS[row.state]}>{t(`state.${row.state}`)}</StateWord>
      )}
    </li>
  );
}
