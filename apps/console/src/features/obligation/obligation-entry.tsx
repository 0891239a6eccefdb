import { useMutation } from '@apollo/client/react';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { ErrorView } from '../../components/error-view';
import { StateWord } from '../../components/state-glyph';
import { WaiveObligationDocument, WithdrawWaiverDocument, type ObligationRowFragment } from '../../generated/graphql';
import { daysUntil } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { Actors } from './actors';
import { NudgeButton } from './nudge-button';
import { nudged, signOf } from './words';

/** One obligation: how it stands, by which rule, and its waiver. */
export function ObligationEntry({
  obligation,
  plan,
  done,
}: {
  obligation: ObligationRowFragment;
  /** What leads to the form that plans what is missing, where one may. */
  plan: React.ReactNode;
  done(words: string): void;
}) {
  const { t } = useTranslation('obligation');
  const [asking, setAsking] = useState(false);
  const { state, rule, required, recorded, held, planned } = obligation;
  const away = daysUntil(obligation.endsOn);
  return (
    <article className="obligation">
      <header>
        <StateWord state={signOf[state]} tint>
          {state === 'LATE'
            ? t('lateBy', { count: -away })
            : state === 'AT_RISK'
              ? t('riskLeft', { count: away + 1 })
              : t(`state.${state}`)}
        </StateWord>
        <span>
          {obligation.activityType ? local(obligation.activityType.name) : null}
          {' · '}
          {t('required', { count: required, done: recorded + held })}
          {planned ? t('plannedToo', { count: planned }) : null}
        </span>
      </header>
      {rule ? (
        <p>
          {local(rule.name)}
          <BasisChip>{local(rule.basis)}</BasisChip>
        </p>
      ) : null}
      {obligation.dueFrom !== obligation.startsOn ? (
        <p className="quiet">{t('appliesFrom', { day: obligation.dueFrom })}</p>
      ) : null}
      {obligation.waivedReason ? (
        <p>{t('waivedBy', { by: obligation.waivedBy, reason: obligation.waivedReason })}</p>
      ) : null}
      {nudged.includes(state) ? <Actors of={obligation} /> : null}
      {asking ? null : (
        <div className="obligation-foot">
          {plan}
          {obligation.viewerCan.maintain && nudged.includes(state) ? (
            <NudgeButton obligation={obligation} done={done} />
          ) : null}
          {obligation.viewerCan.waive ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {t(obligation.waivedAt ? 'withdraw' : 'waive')}
            </Button>
          ) : null}
        </div>
      )}
      {asking ? <ReasonForm obligation={obligation} close={() => setAsking(false)} done={done} /> : null}
    </article>
  );
}

function ReasonForm(props: { obligation: ObligationRowFragment; close(): void; done(words: string): void }) {
  const { t } = useTranslation('obligation');
  const { id, version, waivedAt } = props.obligation;
  const [waive, waiving] = useMutation(WaiveObligationDocument);
  const [withdraw, withdrawing] = useMutation(WithdrawWaiverDocument);
  const verb = waivedAt ? 'withdraw' : 'waive';
  const { error, loading } = waivedAt ? withdrawing : waiving;
  const save = async ({ reason }: { reason: string }) => {
    const variables = { input: { id, version, reason: reason.trim() } };
    // a refusal is shown above the buttons; the reason stays
    const answer = await (waivedAt ? withdraw({ variables }) : waive({ variables })).catch(() => null);
    if (!answer) return;
    props.done(t(`${verb}Done`));
    props.close();
  };
  return (
    <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(fields) => void save(fields)}>
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHelp')}
        rules={[{ required: true, whitespace: true, message: t('reasonMissing') }]}
      >
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      {error ? <ErrorView error={error} /> : null}
      <div className="obligation-foot">
        <Button htmlType="submit" type="primary" loading={loading}>
          {t(verb)}
        </Button>
        <Button onClick={props.close}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}
