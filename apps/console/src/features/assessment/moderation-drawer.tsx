import { useQuery } from '@apollo/client/react';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { AssessmentResultPageDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { ModerationAdjust, settable } from './moderation-adjust';
import { ModerationDecide } from './moderation-decide';
import type { Moderated } from './moderation-page';
import { ModerationWithdraw } from './moderation-withdraw';
import { ResultAdjustments } from './result-adjustments';
import { ResultLink } from './result-link';
import { pointsText } from './result-numbers';
import { ResultObjections, type Objection } from './result-objections';
import type { Result, ResultOf } from './result-parts';
import './result.css';

type Act =
  | { kind: 'adjust' }
  | { kind: 'withdraw'; adjustment: Result['adjustments'][number] }
  | { kind: 'decide'; objection: Objection };

/** What every form on a result gets. */
export interface ResultForm {
  of: ResultOf;
  result: Result;
  done(words: string): void;
  cancel(): void;
}

/** One of the assessed: what is set otherwise, what it objects to, and the forms for both. */
export function ModerationDrawer(props: { assessmentId: string; cycle: Moderated; changed(): void; close(): void }) {
  const { t } = useTranslation('result');
  const { message } = App.useApp();
  const { cycle } = props;
  const [act, setAct] = useState<Act | null>(null);
  const { data, error, refetch } = useQuery(AssessmentResultPageDocument, {
    variables: { id: props.assessmentId },
    fetchPolicy: 'network-only',
  });
  const of = data?.assessment;
  const result = data?.assessmentResult;
  const title = of?.subjectName ?? t('moderation.assessed');
  const form = (both: { of: ResultOf; result: Result }): ResultForm => ({
    ...both,
    cancel: () => setAct(null),
    done: (words) => {
      setAct(null);
      void message.success(words);
      void refetch();
      props.changed();
    },
  });
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={560}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !result ? <p className="quiet">{t('moderation.compute')}</p> : null}
      {of && result ? (
        act ? (
          <ActForm act={act} form={form({ of, result })} />
        ) : (
          <Standing of={of} result={result} cycle={cycle} begin={setAct} />
        )
      ) : null}
    </Drawer>
  );
}

function ActForm({ act, form }: { act: Act; form: ResultForm }) {
  if (act.kind === 'adjust') return <ModerationAdjust {...form} />;
  if (act.kind === 'withdraw') return <ModerationWithdraw {...form} adjustment={act.adjustment} />;
  return <ModerationDecide {...form} objection={act.objection} />;
}

function Standing(props: { of: ResultOf; result: Result; cycle: Moderated; begin(act: Act): void }) {
  const { t } = useTranslation('result');
  const { of, result, cycle, begin } = props;
  const lacking = settable(result.nodes).flatMap(({ points, name }) => (points === null ? [local(name)] : []));
  const adjusts = cycle.stage === 'MODERATION' && !cycle.cancelledAt;
  const decides = ['NOTICE', 'OBJECTION'].includes(cycle.stage) && !cycle.cancelledAt;
  return (
    <div className="moderation-one">
      <p className="moderation-sum">
        <strong>{pointsText(result.total)}</strong>
        <span>{result.grade ? local(result.grade.name) : t('notGraded')}</span>
        {result.rank !== null && result.group ? (
          <span className="quiet">{t('place', { rank: result.rank, count: result.group.base })}</span>
        ) : null}
        <span className="moderation-why">
          <ResultLink
            computed
            cycleId={cycle.id}
            assessment={{ id: of.id, subjectName: t('moderation.why'), total: result.total }}
          />
        </span>
      </p>
      {result.gradeNote ? <p className="quiet">{result.gradeNote}</p> : null}
      {lacking.length > 0 ? <p>{t('lacking.nodes', { names: lacking.join(t('listComma')) })}</p> : null}
      {adjusts ? (
        <p>
          <Button onClick={() => begin({ kind: 'adjust' })}>{t('adjust.verb')}</Button>
        </p>
      ) : null}
      <ResultObjections
        result={result}
        verb={(objection) =>
          decides ? (
            <Button size="small" onClick={() => begin({ kind: 'decide', objection })}>
              {t('decide.verb')}
            </Button>
          ) : null
        }
      />
      <ResultAdjustments
        result={result}
        verb={(adjustment) =>
          adjusts ? (
            <Button size="small" type="text" onClick={() => begin({ kind: 'withdraw', adjustment })}>
              {t('withdraw.short')}
            </Button>
          ) : null
        }
      />
      {result.adjustments.length + result.objections.length === 0 ? (
        <p className="quiet">{t('moderation.untouched')}</p>
      ) : null}
    </div>
  );
}
