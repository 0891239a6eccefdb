import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { NudgeAdviceDocument, type AdviceKind, type MatterAdviceRowFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { AdviceDrawer, type AdviceAct } from './advice-drawer';
import { adviceSign, isOverdue, KINDS, summed } from './advice-words';
import type { MatterDetail } from './matter-drawer';
import './advice.css';

const ASKED_IN: readonly MatterDetail['state'][] = ['SUBMITTED', 'ACCEPTED', 'SCHEDULED'];

/** Opinions before the review: of experts and the legal check, what they come to and whose are awaited. */
export function AdvicePanel({ matter, done }: { matter: MatterDetail; done(words: string): void }) {
  const { t } = useTranslation('decision');
  const [act, setAct] = useState<AdviceAct | null>(null);
  const asks = matter.viewerCan.conduct && ASKED_IN.includes(matter.state);
  const wanted = (kind: AdviceKind) =>
    kind === 'EXPERT' ? Boolean(matter.rule?.expertOpinion) : Boolean(matter.rule?.legalCheck);
  const shown = KINDS.filter((kind) => wanted(kind) || matter.advice.some((each) => each.kind === kind));
  if (shown.length === 0 && !asks) return null;
  return (
    <Panel
      title={t('advice.title')}
      extra={
        asks ? (
          <Button size="small" onClick={() => setAct({ name: 'ask' })}>
            {t('advice.ask.verb')}
          </Button>
        ) : undefined
      }
    >
      {shown.length === 0 ? <p className="quiet">{t('advice.none')}</p> : null}
      {shown.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          advice={matter.advice.filter((each) => each.kind === kind)}
          conducts={matter.viewerCan.conduct}
          begin={setAct}
          done={done}
        />
      ))}
      {act ? <AdviceDrawer act={act} matter={matter} close={() => setAct(null)} done={done} /> : null}
    </Panel>
  );
}

function Kind(props: {
  kind: AdviceKind;
  advice: readonly MatterAdviceRowFragment[];
  conducts: boolean;
  begin(act: AdviceAct): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('decision');
  const { kind, advice } = props;
  const { given, mean, reserved, opposed } = summed(advice);
  const note = [
    mean === null ? null : t('advice.mean', { mean }),
    reserved ? t('advice.reserved', { count: reserved }) : null,
    opposed ? t(`advice.opposed.${kind}`, { count: opposed }) : null,
  ].filter(Boolean);
  return (
    <section className="advice-kind" aria-label={t(`advice.kind.${kind}`)}>
      <h3>
        {given ? t('advice.given', { kind: t(`advice.kind.${kind}`), count: given }) : t(`advice.kind.${kind}`)}
        {note.length ? <span className="quiet">{note.join(t('advice.separator'))}</span> : null}
      </h3>
      {advice.length === 0 ? <p className="quiet">{t('advice.notAsked')}</p> : null}
      <ul>
        {advice.map((each) => (
          <Opinion key={each.id} {...props} advice={each} />
        ))}
      </ul>
    </section>
  );
}

function Opinion(props: {
  advice: MatterAdviceRowFragment;
  conducts: boolean;
  begin(act: AdviceAct): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('decision');
  const { message } = App.useApp();
  const { advice, conducts } = props;
  const [nudge, nudging] = useMutation(NudgeAdviceDocument);
  const { id, kind, advisorName: name, state, stance, score, text, reason, question } = advice;
  const onNudge = async () => {
    const answer = await nudge({ variables: { input: { id } } }).catch(
      (refused: unknown) => void message.error(errorText(refused), 8),
    );
    if (answer?.data) props.done(t('advice.nudge.done', { name }));
  };
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {advice.advisorNote ? <span className="quiet">{advice.advisorNote}</span> : null}
        <StateWord state={adviceSign(advice)}>
          {state === 'GIVEN' && stance ? t(`advice.stance.${kind}.${stance}`) : t(`advice.state.${state}`)}
        </StateWord>
        {score === null ? null : <span className="quiet">{t('advice.score', { score })}</span>}
        {conducts && state === 'ASKED' ? (
          <span className="advice-verbs">
            <Button
              size="small"
              aria-label={t('advice.verbFor', { verb: t('advice.nudge.verb'), name })}
              disabled={advice.nudgedOn === today()}
              loading={nudging.loading}
              onClick={() => void onNudge()}
            >
              {t(advice.nudgedOn === today() ? 'advice.nudge.today' : 'advice.nudge.verb')}
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={t('advice.verbFor', { verb: t('advice.revoke.verb'), name })}
              onClick={() => props.begin({ name: 'revoke', advice })}
            >
              {t('advice.revoke.verb')}
            </Button>
          </span>
        ) : null}
      </p>
      {state === 'ASKED' ? (
        <p className="advice-said" data-late={isOverdue(advice) || undefined}>
          {t('advice.due', { day: advice.dueOn, question })}
        </p>
      ) : null}
      {text ? <p className="advice-said">{text}</p> : null}
      {reason ? <p className="advice-said">{t('advice.because', { reason })}</p> : null}
      {advice.fileUrl ? (
        <p className="advice-said">
          <a href={advice.fileUrl} download>
            {advice.fileName}
          </a>
        </p>
      ) : null}
    </li>
  );
}
