import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, DatePicker, Descriptions, Drawer, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { ErrorView, NotFound } from '../../components/error-view';
import {
  ConfirmRuleDocument,
  RuleDetailDocument,
  RulesDocument,
  WithdrawRuleOverrideDocument,
  type RuleRowFragment,
} from '../../generated/graphql';
import { dayOf, today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { OverrideForm } from './override-form';
import { FormFoot } from './rule-form-foot';
import { inForce, RuleState, RuleTags, RuleValue } from './rule-words';

/** One rule in full, and what may be done with it. It stands beside the list, which stays usable. */
export function RuleDrawer({ id, close }: { id: string; close(): void }) {
  const { t } = useTranslation(['rules', 'console']);
  const [open, setOpen] = useState(true);
  const { data, error, refetch } = useQuery(RuleDetailDocument, { variables: { id } });
  const rule = data?.node?.__typename === 'Rule' ? data.node : null;
  return (
    <Drawer
      title={rule ? local(rule.name) : t('rule')}
      size={440}
      open={open}
      mask={false}
      rootClassName="rule-drawer"
      onClose={() => setOpen(false)}
      afterOpenChange={(now) => {
        if (!now) close();
      }}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !rule ? <NotFound /> : null}
      {rule ? <RuleDetail rule={rule} /> : null}
    </Drawer>
  );
}

type Act = 'confirm' | 'override' | 'withdraw' | null;

function RuleDetail({ rule }: { rule: RuleRowFragment }) {
  const { t } = useTranslation('rules');
  const [act, setAct] = useState<Act>(null);
  const mayConfirm = useMay('rule.confirm') && rule.needsConfirmation && inForce(rule);
  const mayOverride = useMay('rule.override');
  const overrides = mayOverride && inForce(rule);
  const withdraws = mayOverride && rule.source === 'HOUSE' && rule.layer !== 'REGULATION' && !rule.effectiveTo;
  return (
    <>
      <p className="rule-value">
        <RuleValue rule={rule} /> <RuleState rule={rule} />
      </p>
      <p>
        <BasisChip>{local(rule.basis)}</BasisChip>
      </p>
      {rule.articleUncertain ? <p className="rule-warning">{t('articleUncertain')}</p> : null}
      {rule.note ? <p className="quiet">{local(rule.note)}</p> : null}
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 96 } }}
        items={[
          { key: 'layer', label: t('column.tags'), children: <RuleTags rule={rule} /> },
          { key: 'source', label: t('column.source'), children: t(`sourceLong.${rule.source}`) },
          {
            key: 'effective',
            label: t('column.effective'),
            children: `${rule.effectiveFrom}—${rule.effectiveTo ?? t('openEnd')}`,
          },
          // A house rule is the association's own word: there is no text to compare it with.
          ...(rule.source === 'HOUSE'
            ? []
            : [
                {
                  key: 'confirmed',
                  label: t('confirmed'),
                  children: rule.confirmedAt
                    ? t('confirmedBy', { day: dayOf(rule.confirmedAt), name: rule.confirmedBy ?? '—' })
                    : t('notConfirmed'),
                },
              ]),
          { key: 'key', label: t('column.key'), children: rule.key },
        ]}
      />
      {act === null ? (
        <div className="rule-acts">
          {withdraws ? <Button onClick={() => setAct('withdraw')}>{t('withdraw.verb')}</Button> : null}
          {overrides ? <Button onClick={() => setAct('override')}>{t('override.verb')}</Button> : null}
          {mayConfirm ? (
            <Button type="primary" onClick={() => setAct('confirm')}>
              {t('confirm.verb')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {act === 'confirm' ? <ConfirmForm rule={rule} done={() => setAct(null)} /> : null}
      {act === 'override' ? <OverrideForm rule={rule} done={() => setAct(null)} /> : null}
      {act === 'withdraw' ? <WithdrawForm rule={rule} done={() => setAct(null)} /> : null}
    </>
  );
}

function ConfirmForm({ rule, done }: { rule: RuleRowFragment; done(): void }) {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const [confirm, { loading, error }] = useMutation(ConfirmRuleDocument, { refetchQueries: [RulesDocument] });
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm({ variables: { input: { id: rule.id, version: rule.version, note: note.trim() || null } } }).then(
          () => {
            void message.success(t('confirm.done'));
            done();
          },
          () => undefined,
        );
      }}
    >
      <label htmlFor="confirm-note">{t('confirm.note')}</label>
      <Input.TextArea
        id="confirm-note"
        autoFocus
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="quiet">{t('confirm.help')}</p>
      <FormFoot error={error} loading={loading} verb={t('confirm.verb')} cancel={done} />
    </form>
  );
}

function WithdrawForm({ rule, done }: { rule: RuleRowFragment; done(): void }) {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const [last, setLast] = useState(today());
  const [withdraw, { loading, error }] = useMutation(WithdrawRuleOverrideDocument, {
    refetchQueries: [RulesDocument],
  });
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw({ variables: { input: { id: rule.id, version: rule.version, effectiveTo: last } } }).then(
          () => {
            void message.success(t('withdraw.done'));
            done();
          },
          () => undefined,
        );
      }}
    >
      <label htmlFor="withdraw-on">{t('withdraw.on')}</label>
      <DatePicker
        id="withdraw-on"
        allowClear={false}
        value={dayjs(last)}
        onChange={(value) => value && setLast(value.format('YYYY-MM-DD'))}
      />
      <p className="quiet">{t('withdraw.help')}</p>
      <FormFoot error={error} loading={loading} verb={t('withdraw.verb')} cancel={done} />
    </form>
  );
}
