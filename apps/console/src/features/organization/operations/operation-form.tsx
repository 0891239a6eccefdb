import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../../components/state-glyph';
import { moment, today } from '../../../lib/dates';
import { local } from '../../../lib/i18n';
import { Field } from './field';
import type { useSubmit } from './use-submit';

/** What every operation asks for: from when, and on what paper it rests. */
export interface OperationBasis {
  effectiveOn: string;
  basis: string;
}
export const noBasis = (): OperationBasis => ({ effectiveOn: today(), basis: '' });

/** One column: the operation's own fields, then date and paper, then what stands in the way, then the verb. */
export function OperationForm(props: {
  values: OperationBasis;
  change(part: Partial<OperationBasis>): void;
  state: ReturnType<typeof useSubmit>;
  /** Repeats the verb that opened the form. */
  verb: string;
  danger?: boolean;
  /** Without a day of its own to choose. */
  undated?: boolean;
  blocked?: boolean;
  onSubmit(): void;
  onCancel(): void;
  children?: ReactNode;
  /** Said last, right above the button: what will happen. */
  outcome?: ReactNode;
}) {
  const { values, change, state } = props;
  const { t } = useTranslation('organization');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!values.basis.trim()) {
      state.setErrors({ basis: t('operation.basisMissing') });
      return;
    }
    props.onSubmit();
  };
  return (
    <form className="operation" onSubmit={send} noValidate>
      {state.conflict ? <Conflict state={state} /> : null}
      {props.children}
      {props.undated ? null : (
        <Field
          label={t('operation.effectiveOn')}
          help={t(`operation.${effectOf(values.effectiveOn)}`)}
          error={state.errors['effectiveOn']}
        >
          {(control) => (
            <DatePicker
              {...control}
              allowClear={false}
              value={dayjs(values.effectiveOn)}
              onChange={(date) => date && change({ effectiveOn: dayjs(date).format('YYYY-MM-DD') })}
            />
          )}
        </Field>
      )}
      <Field label={t('operation.basis')} help={t('operation.basisHelp')} error={state.errors['basis']}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={values.basis}
            onChange={(event) => change({ basis: event.target.value })}
          />
        )}
      </Field>
      {props.outcome}
      {state.refused ? (
        <div className="refusal" role="alert">
          <StateGlyph state="late" size={14} />
          <p>{state.refused}</p>
        </div>
      ) : null}
      <div className="operation-buttons">
        <Button onClick={props.onCancel}>{t('operation.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          danger={props.danger}
          loading={state.busy}
          disabled={props.blocked === true || state.conflict !== null}
        >
          {props.verb}
        </Button>
      </div>
    </form>
  );
}

/** Two people at once: who changed what, and a way on that loses nothing. */
function Conflict({ state }: { state: ReturnType<typeof useSubmit> }) {
  const { t } = useTranslation('organization');
  const other = state.conflict;
  if (!other) return null;
  const last = other.operations.nodes[0];
  return (
    <div className="conflict" role="alert">
      <StateGlyph state="risk" size={14} />
      <div>
        <p className="conflict-title">{t('conflict.title')}</p>
        <p>
          {last
            ? t('conflict.by', {
                who: last.actorName ?? t('history.system'),
                when: moment(last.recordedAt),
                what: local(last.summary),
              })
            : t('conflict.somebody')}{' '}
          {t('conflict.kept')}
        </p>
        <Button size="small" onClick={state.acceptLatest}>
          {t('conflict.goOn')}
        </Button>
      </div>
    </div>
  );
}

/** What the date means: from today, some day to come, or back then. */
function effectOf(date: string): 'now' | 'future' | 'past' {
  const now = today();
  if (date > now) return 'future';
  return date < now ? 'past' : 'now';
}
