import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import type { ActivityDetail } from './activity-drawer';
import { span } from './times';

interface Part {
  activity: ActivityDetail;
}

/** What came of it: counts, whether enough were present by which rule, what happened; or why it was not held. */
export function Record({ activity }: Part) {
  const { t } = useTranslation('activity');
  const { state, quorum, makeUp } = activity;
  if (state === 'POSTPONED' || state === 'CANCELLED')
    return (
      <Panel title={t('putOff')}>
        <p className="activity-text">{activity.reason}</p>
        {makeUp ? (
          <p>
            {t('makeUp')}{' '}
            <ScopedLink to={`/activities/${makeUp.id}`}>{`${makeUp.title} · ${makeUp.heldOn}`}</ScopedLink>
          </p>
        ) : activity.makeUpBy ? (
          <p>{t('makeUpBy', { on: activity.makeUpBy })}</p>
        ) : null}
      </Panel>
    );
  if (state !== 'RECORDED')
    return (
      <Panel title={t('recordTitle')}>
        <p className="quiet activity-text">{t(`waiting.${state}`)}</p>
      </Panel>
    );
  const figures = [
    [t('field.entitled'), activity.entitledCount],
    [t('field.present'), activity.presentCount],
    [t('field.remote'), activity.remoteCount],
    [t('field.leave'), activity.leaveCount],
  ] as const;
  return (
    <Panel
      title={t('recordTitle')}
      note={activity.recordedAt ? t('by', { who: activity.recordedBy, when: moment(activity.recordedAt) }) : undefined}
    >
      {quorum.warning ? (
        <p className="activity-warning" role="note">
          <StateGlyph state="risk" />
          {local(quorum.warning)}
        </p>
      ) : null}
      <dl className="activity-figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? 0}</dd>
          </div>
        ))}
      </dl>
      {quorum.rule && quorum.met ? (
        <p>
          {t('quorumMet')} <BasisChip>{`${local(quorum.rule.name)} ${local(quorum.rule.basis)}`}</BasisChip>
        </p>
      ) : null}
      {activity.summary ? <p className="activity-text">{activity.summary}</p> : null}
    </Panel>
  );
}

export function Agenda({ activity }: Part) {
  const { t } = useTranslation('activity');
  if (activity.agenda.length === 0) return null;
  return (
    <Panel title={t('field.agenda')} note={t('agendaCount', { count: activity.agenda.length })}>
      <ol className="activity-agenda">
        {activity.agenda.map(({ title, minutes, owner }, i) => (
          // points have no id, and two may have the same words
          <li key={`${i} ${title}`}>
            {title}
            <span className="quiet">
              {[owner, minutes ? t('minutes', { count: minutes }) : null].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What was done to it, the latest first. */
export function Steps({ activity }: Part) {
  const { t } = useTranslation('activity');
  return (
    <Panel title={t('steps')}>
      <ol className="activity-steps">
        {activity.steps.map(({ id, kind, reason, actorName, at }) => (
          <li key={id}>
            <p>
              <strong>{t(`step.${kind}`)}</strong>
              <span className="quiet">{t('by', { who: actorName ?? t('system'), when: moment(at) })}</span>
            </p>
            {reason ? <p className="activity-text">{reason}</p> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Where, when, what kind. */
export function Facts({ activity }: Part) {
  const { t } = useTranslation('activity');
  const { organization, type, line, form, topics, venue, link, makeUpOf } = activity;
  const fact = (key: string, label: string, children: ReactNode) =>
    children === null || children === undefined || children === '' ? [] : [{ key, label, children }];
  return (
    <Panel title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 96 } }}
        items={[
          ...fact(
            'organization',
            t('column.organization'),
            organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
          ),
          ...fact('type', t('column.type'), type ? `${local(type.name)} · ${t(`kind.${type.kind}`)}` : null),
          ...fact('time', t('column.time'), span(activity)),
          ...fact('series', t('series.fact'), activity.series ? local(activity.series.words) : null),
          ...fact('venue', t('column.place'), [venue?.name, activity.place].filter(Boolean).join(' · ')),
          ...fact(
            'link',
            t('field.link'),
            link ? (
              <a href={link} target="_blank" rel="noreferrer">
                {link}
              </a>
            ) : null,
          ),
          ...fact('topics', t('field.topics'), topics.map(({ name }) => local(name)).join(t('listComma'))),
          ...fact('form', t('field.form'), form ? local(form.name) : null),
          ...fact('line', t('column.line'), line ? local(line.name) : null),
          ...fact(
            'makeUpOf',
            t('makeUpOf'),
            makeUpOf ? (
              <ScopedLink to={`/activities/${makeUpOf.id}`}>{`${makeUpOf.title} · ${makeUpOf.heldOn}`}</ScopedLink>
            ) : null,
          ),
          ...fact('countsOn', t('countsOn'), makeUpOf ? activity.countsOn : null),
        ]}
      />
    </Panel>
  );
}
