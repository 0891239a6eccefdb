import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../app/routes';
import { Panel } from '../../components/panel';
import { StateWord, type State } from '../../components/state-glyph';
import { OwnAssessmentsDocument, type OwnAssessmentFragment } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { AnswerDrawer } from './answer-form';
import { CycleTitle } from './cycle-columns';
import './cycle.css';

/** What is asked of an assessed organization now. */
type Asked = 'answer' | 'self' | 'result' | null;

function askedOf({ participation, selfSubmittedAt, publishedAt, cycle, viewerCan }: OwnAssessmentFragment): Asked {
  if (!cycle || cycle.cancelledAt) return null;
  if (publishedAt) return 'result';
  if (cycle.stage !== 'SELF_ASSESSMENT' || !viewerCan.self) return null;
  if (participation === 'INVITED') return 'answer';
  return ['REQUIRED', 'OPTED_IN'].includes(participation) && !selfSubmittedAt ? 'self' : null;
}

/** Assessments of organizations at which one holds an office, as far as their cycles are not over. */
export function AskedOfYou() {
  const { t } = useTranslation('cycle');
  const { data, refetch } = useQuery(OwnAssessmentsDocument, {
    variables: { filter: { own: true } },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', () => void refetch());
  const own = (data?.assessments.nodes ?? []).filter(({ cycle }) => cycle && !cycle.cancelledAt && !cycle.sealedAt);
  if (own.length === 0) return null;
  return (
    <Panel title={t('own.title')} note={t('own.count', { count: own.length })} flush>
      <ul className="own-assessments">
        {own.map((one) => (
          <li key={one.id}>
            <OwnAssessment assessment={one} done={() => void refetch()} titled />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One's own line in a cycle: what is asked, until when, and the way to it. */
export function OwnAssessment(props: { assessment: OwnAssessmentFragment; done(): void; titled?: boolean }) {
  const { t } = useTranslation('cycle');
  const navigate = useNavigate();
  const { scoped } = useScope();
  const [answering, setAnswering] = useState(false);
  const { assessment, titled } = props;
  const { cycle, subjectName } = assessment;
  if (!cycle) return null;
  const asked = askedOf(assessment);
  const { sign, words } = standingOf(assessment, asked);
  const go = (path: string) => void navigate(scoped(`${paths.assessments}/${cycle.id}/${path}/${assessment.id}`));
  return (
    <div className="own-assessment">
      <div>
        {titled ? <CycleTitle cycle={cycle} /> : null}
        <p className={titled ? 'quiet' : 'own-name'}>{subjectName}</p>
      </div>
      <p className="own-standing">
        <StateWord state={sign}>{t(`own.${words}`)}</StateWord>
        {asked === 'self' || asked === 'answer' ? (
          <span className={cycle.late ? 'own-late' : 'quiet'}>
            {t(cycle.late ? 'own.was' : 'own.until', { on: cycle.dueOn })}
          </span>
        ) : null}
      </p>
      <div className="own-verbs">
        {asked === 'answer' ? <Button onClick={() => setAnswering(true)}>{t('answer.verb')}</Button> : null}
        {asked === 'self' ? <Button onClick={() => go('sheet')}>{t('own.fill')}</Button> : null}
        {asked === 'result' ? <Button onClick={() => go('results')}>{t('own.result')}</Button> : null}
      </div>
      {answering ? (
        <AnswerDrawer
          assessment={assessment}
          close={(answered) => {
            setAnswering(false);
            if (answered) props.done();
          }}
        />
      ) : null}
    </div>
  );
}

function standingOf(assessment: OwnAssessmentFragment, asked: Asked): { sign: State; words: string } {
  const { participation, selfSubmittedAt, selfLate, verifiedAt, cycle } = assessment;
  if (participation === 'DECLINED') return { sign: 'refused', words: 'declined' };
  if (participation === 'EXCLUDED') return { sign: 'waived', words: 'excluded' };
  if (asked === 'result') return { sign: 'planned', words: 'onNotice' };
  if (asked === 'answer') return { sign: cycle?.late ? 'late' : 'unplanned', words: 'toAnswer' };
  if (asked === 'self') return { sign: cycle?.late ? 'late' : 'pending', words: 'toFill' };
  if (participation === 'INVITED') return { sign: 'refused', words: 'unanswered' };
  if (verifiedAt) return { sign: 'done', words: 'verified' };
  if (selfSubmittedAt) return { sign: 'done', words: selfLate ? 'filledLate' : 'filled' };
  return { sign: 'late', words: 'notFilled' };
}
