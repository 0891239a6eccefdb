import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { App, Button, DatePicker, Drawer, Form, Input, Spin } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchDoneFragment, BatchFoundFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { errorText, refusalOf } from '../../lib/errors';
import { useRested } from '../../lib/rested';
import { StateGlyph } from '../state-glyph';
import { BatchFound } from './batch-found';
import { BatchProgress } from './batch-progress';

/** Which rows, in the words of the API. */
export type ChosenRows = { ids: string[] } | { filter: object; within: string | null };

interface Entry {
  effectiveOn: string;
  basis: string;
}

/**
 * One verb for the chosen rows: what they are to become, then what that would do, counted by the server, then a button
 * that carries the count. `children` are the verb's own form items.
 */
export function BatchDrawer<Fields extends object, Wanted extends object>(props: {
  title: string;
  rows: ChosenRows;
  initial?: Partial<Fields>;
  /** What is asked for; null while the form does not say it yet. */
  wanted(fields: Partial<Fields>): Wanted | null;
  consequences: TypedDocumentNode<{ found: BatchFoundFragment }, { input: ChosenRows & Wanted & Entry }>;
  carryOut: TypedDocumentNode<
    { done: BatchDoneFragment },
    { input: ChosenRows & Wanted & Entry & { expected: string } }
  >;
  verb(count: number): string;
  danger?: boolean;
  /** Whether a day to come can be chosen. */
  ahead?: boolean;
  done(): void;
  close(): void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields & { effectiveOn: Dayjs; basis: string }>();
  const values = Form.useWatch([], form) as (Partial<Fields> & { effectiveOn?: Dayjs }) | undefined;
  const [jobId, setJobId] = useState<string | null>(null);
  const wanted = values ? props.wanted(values) : null;
  const effectiveOn = values?.effectiveOn?.format('YYYY-MM-DD') ?? today();
  const asked = useRested(wanted && JSON.stringify({ ...props.rows, ...wanted, effectiveOn, basis: '—' }));
  // parsed from what was written above
  const input = asked ? (JSON.parse(asked) as ChosenRows & Wanted & Entry) : null;
  const { data, error, loading, refetch } = useQuery(
    props.consequences,
    input ? { variables: { input }, fetchPolicy: 'network-only', notifyOnNetworkStatusChange: true } : skipToken,
  );
  const found = input && !loading ? data?.found : undefined;
  const [carryOut, carrying] = useMutation(props.carryOut);
  const finish = (changed: number, skipped: number) => {
    void message.success(skipped > 0 ? t('batch.doneSkipped', { changed, skipped }) : t('batch.done', { changed }));
    props.done();
  };
  const send = async (basis: string) => {
    if (!input || !found) return;
    try {
      const { data: written } = await carryOut({
        variables: { input: { ...input, basis: basis.trim(), expected: found.expected } },
      });
      const done = written?.done;
      if (done?.job) setJobId(done.job.id);
      else if (done) finish(done.changed, done.skipped);
    } catch (refused) {
      // the refusal stands above the button; what it was judged by is told anew
      if (refusalOf(refused)?.reason === 'BATCH_STALE') await refetch();
    }
  };
  return (
    <Drawer
      title={props.title}
      aria-label={props.title}
      size={480}
      open
      rootClassName="batch-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('batch.close'), placement: 'end' }}
    >
      {jobId ? (
        <BatchProgress id={jobId} done={props.done} />
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ effectiveOn: dayjs(today()), ...props.initial }}
          onFinish={({ basis }) => void send(basis)}
        >
          {props.children}
          <Form.Item name="effectiveOn" label={t('batch.effectiveOn')} extra={t('batch.effectiveOnHelp')}>
            <DatePicker
              allowClear={false}
              disabledDate={(day: Dayjs) => !props.ahead && day.format('YYYY-MM-DD') > today()}
            />
          </Form.Item>
          <Form.Item
            name="basis"
            label={t('batch.basis')}
            extra={t('batch.basisHelp')}
            rules={[{ required: true, whitespace: true, message: t('batch.missing') }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          {loading ? <Spin size="small" /> : null}
          {found ? <BatchFound found={found} /> : null}
          {carrying.error || error ? (
            <p role="alert" className="batch-refusal">
              <StateGlyph state="late" /> {errorText(carrying.error ?? error)}
            </p>
          ) : null}
          <div className="batch-buttons">
            <Button onClick={props.close}>{t('batch.cancel')}</Button>
            <Button
              type="primary"
              htmlType="submit"
              danger={props.danger}
              loading={carrying.loading}
              disabled={!found || found.changes === 0}
            >
              {props.verb(found?.changes ?? 0)}
            </Button>
          </div>
        </Form>
      )}
    </Drawer>
  );
}
