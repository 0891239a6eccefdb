import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import type { MilestoneRowFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { ItemVerbs } from '../supervision/item-verbs';
import { ItemStory } from '../supervision/own-tasks-page';
import { signOf } from '../supervision/words';
import type { MatterDetail } from './matter-drawer';
import { StepDrawer, type MatterStep } from './step-drawer';
import './execution.css';

interface Part {
  matter: MatterDetail;
  done(words: string): void;
  reload(): void;
}

/** What became of the opinion: the decision, the milestones that carry it out, what was reported back, its end. */
export function ExecutionPanel({ matter, done, reload }: Part) {
  const { t } = useTranslation('decision');
  const [step, setStep] = useState<MatterStep | null>(null);
  const { councilItem, milestones, reports, closingNote, state, viewerCan } = matter;
  if (!councilItem && milestones.length === 0 && !closingNote) return null;
  const underway = state === 'IN_EXECUTION';
  const over = milestones.filter((each) => each.state === 'CLOSED').length;
  const counted = milestones.filter((each) => each.state !== 'DROPPED').length;
  return (
    <Panel title={t('execution.title')} note={counted ? t('execution.count', { over, count: counted }) : undefined}>
      {councilItem ? <Decision item={councilItem} /> : null}
      {milestones.length ? (
        <>
          <h3 className="matter-subheading">{t('execution.milestones')}</h3>
          <ul className="milestones">
            {milestones.map((milestone) => (
              <Milestone
                key={milestone.id}
                milestone={milestone}
                matter={matter}
                reload={reload}
                drop={() => setStep({ name: 'drop', milestone })}
              />
            ))}
          </ul>
        </>
      ) : null}
      {reports.length ? (
        <>
          <h3 className="matter-subheading">{t('execution.reports')}</h3>
          <ul className="matter-reports">
            {reports.map(({ id, text, reportedBy, reportedAt, fileName, fileUrl }) => (
              <li key={id}>
                <div className="milestone-words">
                  <p>{text}</p>
                  <span className="quiet">{t('execution.reportedBy', { by: reportedBy, at: moment(reportedAt) })}</span>
                  {fileUrl ? (
                    <a href={fileUrl} download>
                      {fileName}
                    </a>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {underway ? (
        <div className="matter-verbs">
          {viewerCan.propose || viewerCan.conduct ? (
            <Button onClick={() => setStep({ name: 'report' })}>{t('step.report.verb')}</Button>
          ) : null}
          {viewerCan.conduct ? (
            <Button onClick={() => setStep({ name: 'milestone' })}>{t('step.milestone.verb')}</Button>
          ) : null}
        </div>
      ) : null}
      {closingNote ? (
        <>
          <h3 className="matter-subheading">{t('execution.closing')}</h3>
          <p className="matter-text">{closingNote}</p>
        </>
      ) : null}
      {step ? <StepDrawer step={step} matter={matter} close={() => setStep(null)} done={done} /> : null}
    </Panel>
  );
}

function Decision({ item }: { item: NonNullable<MatterDetail['councilItem']> }) {
  const { t } = useTranslation('decision');
  const { decidingBody, meetingOn, outcome, decidedOn, reason } = item;
  return (
    <dl className="council-facts">
      <dt>{t('execution.body')}</dt>
      <dd>{t('execution.meeting', { body: t(`decidingBody.${decidingBody}`), day: meetingOn })}</dd>
      <dt>{t('execution.decision')}</dt>
      <dd>
        <StateWord state={outcome === null ? 'planned' : outcome === 'NOT_ADOPTED' ? 'late' : 'done'}>
          {outcome
            ? t('execution.outcome', { outcome: t(`outcome.${outcome}`), day: decidedOn })
            : t('execution.ahead')}
        </StateWord>
      </dd>
      {reason ? (
        <>
          <dt>{t('execution.reason')}</dt>
          <dd>{reason}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Milestone(props: { milestone: MilestoneRowFragment; matter: MatterDetail; reload(): void; drop(): void }) {
  const { t } = useTranslation(['decision', 'supervision']);
  const { milestone, matter, reload, drop } = props;
  const { state, dueOn, text, owner, overdue, droppedReason } = milestone;
  const { propose, conduct } = matter.viewerCan;
  const underway = matter.state === 'IN_EXECUTION';
  const waits = state === 'OPEN' || state === 'REPORTED';
  return (
    <li>
      <span className="milestone-day" data-late={overdue || undefined}>
        {dueOn}
      </span>
      <div className="milestone-words">
        <strong>{text}</strong>
        {owner ? <span className="quiet">{t('milestone.by', { owner })}</span> : null}
        <ItemStory item={milestone} />
        {droppedReason ? <span>{t('milestone.dropped', { reason: droppedReason })}</span> : null}
      </div>
      <StateWord state={signOf(milestone)}>
        {overdue ? t('supervision:late') : t(`supervision:state.${state}`)}
      </StateWord>
      {underway ? (
        <ItemVerbs
          item={milestone}
          canReport={state === 'OPEN' && (propose || conduct)}
          canClose={state === 'REPORTED' && conduct}
          done={reload}
        />
      ) : null}
      {underway && conduct && waits ? (
        <Button type="text" aria-label={t('milestone.dropOf', { text })} onClick={drop}>
          {t('step.drop.verb')}
        </Button>
      ) : null}
    </li>
  );
}

/** How many milestones are overdue, where a list shows it. */
export function OverdueMilestones({ count }: { count: number }) {
  const { t } = useTranslation('decision');
  if (count === 0) return null;
  return (
    <span className="matter-urgent">
      <StateGlyph state="late" size={10} /> {t('milestone.overdue', { count })}
    </span>
  );
}
