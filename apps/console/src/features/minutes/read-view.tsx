import { useTranslation } from 'react-i18next';
import { moment } from '../../lib/dates';
import { span } from '../activity/times';
import { missing, type Content } from './content';
import { TextView } from './text-view';
import { VoteLine } from './vote-line';

/** 一, 二, 三: how points are counted, from the first at 0. */
export function useOrdinal(): (i: number) => string {
  const { t } = useTranslation('minutes');
  return (i) => t('numerals').split(' ')[i] ?? String(i + 1);
}

/** Minutes as they are read: facts, who was there, every point with what was resolved. */
export function ReadView({ content }: { content: Content }) {
  const { t } = useTranslation('minutes');
  const ordinal = useOrdinal();
  const { chair, recorder, place, attendance, items } = content;
  const facts = [
    [t('field.time'), span(content)],
    [t('field.place'), place],
    [t('field.chair'), chair],
    [t('field.recorder'), recorder],
  ] as const;
  return (
    <div className="minutes-main">
      <dl className="panel minutes-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || t('none')}</dd>
          </div>
        ))}
      </dl>
      <ol className="panel minutes-items">
        {items.map((item, i) => (
          // points have no id, and two may have the same words
          <li key={i}>
            <header>
              <h2>{t('itemTitle', { no: ordinal(i), title: item.title })}</h2>
              <span className="quiet">
                {[item.owner, item.minutes ? t('minutesLong', { count: item.minutes }) : null]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </header>
            <TextView text={item.text} />
            {item.resolutions.map((resolution, j) => (
              <div className="minutes-resolution" key={j}>
                <p>
                  <strong>{t('resolution', { no: j + 1 })}</strong> {resolution.text}
                </p>
                {resolution.owner || resolution.dueOn ? (
                  <p className="quiet">
                    {[
                      resolution.owner && t('ownerIs', { owner: resolution.owner }),
                      resolution.dueOn && t('dueIs', { on: resolution.dueOn }),
                      resolution.ownerId && t('becomesTask'),
                    ]
                      .filter(Boolean)
                      .join('　')}
                  </p>
                ) : null}
                {resolution.vote ? <VoteLine vote={resolution.vote} /> : null}
              </div>
            ))}
          </li>
        ))}
      </ol>
      <AttendanceNames attendance={attendance} />
    </div>
  );
}

/** Who was missing, by name. */
function AttendanceNames({ attendance }: { attendance: Content['attendance'] }) {
  const { t } = useTranslation('minutes');
  const lists = [
    [t('names.onLeave'), attendance.onLeave],
    [t('names.absent'), attendance.absent],
    [t('names.guests'), attendance.guests],
  ] as const;
  if (lists.every(([, names]) => names.length === 0)) return null;
  return (
    <dl className="panel minutes-names">
      {lists
        .filter(([, names]) => names.length > 0)
        .map(([label, names]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{names.join(t('listComma'))}</dd>
          </div>
        ))}
    </dl>
  );
}

/** 应到, 实到, 请假, 缺席 and the share that came; beside fields of the counts only what follows from them (`derived`). */
export function AttendanceFigures({ attendance, derived }: { attendance: Content['attendance']; derived?: boolean }) {
  const { t } = useTranslation('minutes');
  const { entitled, present, leave } = attendance;
  const share = entitled ? `${Math.round(((present ?? 0) * 100) / entitled)}%` : null;
  const counts = [
    [t('field.entitled'), entitled],
    [t('field.present'), present],
    [t('field.leave'), leave],
  ] as const;
  const figures = [
    ...(derived ? [] : counts),
    [t('field.absent'), entitled === null || present === null ? null : missing(attendance)],
    [t('field.share'), share],
  ] as const;
  return (
    <dl className="minutes-figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? t('none')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines of minutes, to be compared with those of another version. */
export function useLines() {
  const { t } = useTranslation('minutes');
  const ordinal = useOrdinal();
  return (content: Content, plainOf: (text: string) => string[]): string[] => {
    const { attendance: there } = content;
    return [
      t('line.time', { from: moment(content.startsAt), to: moment(content.endsAt) }),
      t('line.place', { place: content.place ?? '' }),
      t('line.people', { chair: content.chair, recorder: content.recorder }),
      t('line.counts', {
        entitled: there.entitled ?? 0,
        present: there.present ?? 0,
        remote: there.remote,
        leave: there.leave,
      }),
      t('line.names', { what: t('names.onLeave'), names: there.onLeave.join(t('listComma')) }),
      t('line.names', { what: t('names.absent'), names: there.absent.join(t('listComma')) }),
      t('line.names', { what: t('names.guests'), names: there.guests.join(t('listComma')) }),
      ...content.items.flatMap((item, i) => [
        t('itemTitle', { no: ordinal(i), title: item.title }),
        ...plainOf(item.text).filter(Boolean),
        ...item.resolutions.map(({ text, owner, dueOn, vote }, j) =>
          [
            `${t('resolution', { no: j + 1 })} ${text}`,
            owner && t('ownerIs', { owner }),
            dueOn && t('dueIs', { on: dueOn }),
            vote && t('vote.counts', vote),
          ]
            .filter(Boolean)
            .join(' '),
        ),
      ]),
    ];
  };
}
