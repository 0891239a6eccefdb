import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph, type State } from '../../components/state-glyph';
import type {
  EndingGrantsQuery,
  SessionsToPrepareQuery,
  TodayHolidaysQuery,
  TodayImportsQuery,
} from '../../generated/graphql';
import { daysUntil, near } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { Period } from '../access/period';
import type { FlagLine } from './flag-lines';
import { ownGroups, type OwnDuties } from './own-duties';
import type { Duties } from './use-duties';
import { sessionGroup } from './use-sessions';

type Batch = TodayImportsQuery['importBatches']['nodes'][number];

type EndingGrant = EndingGrantsQuery['accessGrants']['nodes'][number];

export interface Task {
  key: string;
  state: State;
  title: string;
  note: string;
  due: ReactNode;
  to: string;
  verb: string;
}

/** What waits, of one kind. */
export interface TaskGroup {
  key: string;
  tasks: Task[];
  total?: number;
  more?: string;
}

const SHOWN = 5;

/** What waits for this person: overdue terms, rosters to confirm, rules to confirm, terms that end soon. */
export function Tasks(props: {
  lines: FlagLine[];
  /** activities whose record is missing, the oldest first */
  waiting: Duties['waiting'] | null;
  batches: Batch[];
  unconfirmedRules: number;
  unnoticed: TodayHolidaysQuery['unnoticedYears'];
  ending: EndingGrant[];
  ready: boolean;
  mine: OwnDuties;
  sessions: SessionsToPrepareQuery | null;
}) {
  const { t } = useTranslation('today');
  const maintains = useMay('organization.maintain');
  const elects = useMay('member.maintain');
  const records = useMay('activity.maintain');
  // A term is dealt with by those who keep the register; others see it in the table below.
  const terms = maintains ? props.lines.filter((line) => line.due) : [];
  const task = (line: FlagLine): Task => ({
    key: line.key,
    state: line.state,
    title: t(line.state === 'late' ? 'task.overdue' : 'task.soon', { name: line.organization.name }),
    note: local(line.message),
    due: <Due line={line} />,
    to: elects
      ? `/teams?states=OVERDUE.ENDING&organization=${line.organization.id}`
      : `/organizations/${line.organization.id}`,
    verb: t(elects ? 'task.elect' : 'task.open'),
  });
  const groups: TaskGroup[] = [
    { key: 'late', tasks: terms.filter((line) => line.state === 'late').map(task) },
    ...ownGroups(props.mine, t),
    sessionGroup(props.sessions, t),
    {
      key: 'records',
      total: props.waiting?.totalCount,
      more: '/activities?states=HELD&order=SOONEST',
      tasks: (records ? (props.waiting?.nodes ?? []) : []).map((one): Task => ({
        key: one.id,
        state: 'pending',
        title: t('task.record', { title: one.title }),
        note: t('task.recordNote', { organization: one.organization?.name ?? '', day: one.heldOn }),
        due: t('task.recordSince', { count: -daysUntil(one.heldOn) }),
        to: `/activities/${one.id}`,
        verb: t('task.recordVerb'),
      })),
    },
    {
      key: 'waiting',
      tasks: [
        ...props.batches.map((batch): Task => ({
          key: batch.id,
          state: batch.blocked + batch.faulty > 0 ? 'risk' : 'unplanned',
          title: t('task.import', { name: batch.fileName }),
          note: t('task.importNote', { good: batch.good, faulty: batch.faulty + batch.blocked }),
          due: near(batch.createdAt),
          to: `/import/${batch.id}`,
          verb: t('task.importVerb'),
        })),
        ...(props.unconfirmedRules > 0
          ? [
              {
                key: 'rules',
                state: 'unplanned' as const,
                title: t('task.rules', { count: props.unconfirmedRules }),
                note: t('task.rulesNote'),
                due: null,
                to: '/rules?unconfirmed=1',
                verb: t('task.rulesVerb'),
              },
            ]
          : []),
        ...props.unnoticed.map((one): Task => ({
          key: `holidays ${one.year}`,
          state: 'unplanned',
          title: t('task.holidays', { year: one.year }),
          note: local(one.message),
          due: null,
          to: `/holidays?year=${one.year}`,
          verb: t('task.holidaysVerb'),
        })),
      ],
    },
    {
      key: 'soon',
      tasks: [
        ...props.ending.map((grant): Task => ({
          key: grant.id,
          state: 'risk',
          title: t('task.grant', { name: grant.account?.name ?? t('task.you'), role: local(grant.roleName) }),
          note: grant.organization?.name ?? t('task.grantEverywhere'),
          due: <Period grant={grant} />,
          to: '/access?tab=grants&order=ENDING',
          verb: t('task.open'),
        })),
        ...terms.filter((line) => line.state === 'risk').map(task),
      ],
    },
  ].filter(({ tasks }) => tasks.length > 0);
  const sizeOf = (group: (typeof groups)[number]) => group.total ?? group.tasks.length;
  const count = groups.reduce((sum, group) => sum + sizeOf(group), 0);
  return (
    <Panel title={t('task.title')} note={props.ready ? t('task.count', { count }) : null} flush>
      {props.ready && count === 0 ? <Empty good>{t('task.empty')}</Empty> : null}
      {groups.map((group) => (
        <section key={group.key} className="task-group">
          <h3>{t(`task.group.${group.key}`)}</h3>
          <ul className="tasks">
            {group.tasks.slice(0, SHOWN).map((one) => (
              <li key={one.key} className="task">
                <StateGlyph state={one.state} size={14} />
                <ScopedLink className="task-words" to={one.to}>
                  <span>{one.title}</span>
                  <span className="task-note">{one.note}</span>
                </ScopedLink>
                <span className="task-due">{one.due}</span>
                <ScopedLink
                  className="task-verb"
                  to={one.to}
                  aria-label={t('task.verbFor', { verb: one.verb, title: one.title })}
                >
                  {one.verb}
                </ScopedLink>
              </li>
            ))}
            {sizeOf(group) > SHOWN ? (
              <li className="task-more">
                <ScopedLink to={group.more ?? (elects ? '/teams?states=OVERDUE.ENDING' : '/organizations?flagged=1')}>
                  {t('task.more', { count: sizeOf(group) - SHOWN })}
                </ScopedLink>
              </li>
            ) : null}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

/** The deadline in days, with the date on hover and for screen readers. */
export function Due({ line }: { line: FlagLine }) {
  const { t } = useTranslation('today');
  if (line.days === null || line.due === null) return <>—</>;
  return (
    <time dateTime={line.due} title={line.due} className={line.days < 0 ? 'due-late' : undefined}>
      {line.days < 0
        ? t('due.late', { count: -line.days })
        : line.days === 0
          ? t('due.today')
          : t('due.in', { count: line.days })}
    </time>
  );
}
