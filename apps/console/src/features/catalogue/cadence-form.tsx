import { useMutation, useQuery } from '@apollo/client/react';
import { App, Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  CadencesDocument,
  CatalogueTypesDocument,
  ChangeCadenceDocument,
  SetCadenceDocument,
  type OrganizationType,
  type Period,
  type Tier,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useScope } from '../../lib/scope';
import { TIERS } from '../organization/words';
import { Preview, usePreview } from './cadence-preview';
import type { CadenceLine } from './cadence-words';
import { CatalogueDrawer } from './drawer';
import { ORGANIZATION_TYPES, PERIODS } from './words';

interface Fields {
  activityTypeId?: string;
  organizationId?: string | null;
  organizationTypes?: OrganizationType[];
  tiers?: Tier[];
  period?: Period;
  times?: number | null;
  needsCommittee?: boolean;
  from?: Dayjs | null;
  to?: Dayjs | null;
  basis?: string;
}

const day = (value: Dayjs | null | undefined): string | null => value?.format('YYYY-MM-DD') ?? null;

/** What the fields say, once they say enough to be looked at. */
function said(fields: Fields) {
  const { times, from, basis, organizationTypes } = fields;
  if (!times || !from || !organizationTypes?.length || (basis?.trim().length ?? 0) < 2) return null;
  return {
    times,
    organizationTypes,
    tiers: fields.tiers?.length ? fields.tiers : null,
    needsCommittee: fields.needsCommittee ?? false,
    effectiveFrom: from.format('YYYY-MM-DD'),
    effectiveTo: day(fields.to),
    basis: basis!.trim(),
  };
}

/** A house rule on how often: a new one, or another number or scope from a day on. What it would do stands below. */
export function CadenceForm({ line, close }: { line: CadenceLine | null; close(): void }) {
  const { t } = useTranslation(['catalogue', 'console', 'domain']);
  const { message } = App.useApp();
  const { within } = useScope();
  const [form] = Form.useForm<Fields>();
  // all of them, also those without a field of their own
  const fields = Form.useWatch([], form) as Fields | undefined;
  const { data } = useQuery(CatalogueTypesDocument, { variables: { includeRetired: false } });
  const types = data?.activityTypes ?? [];
  const type = types.find(({ id }) => id === fields?.activityTypeId);
  const holders = line ? ORGANIZATION_TYPES : (type?.organizationTypes ?? []);
  const details = fields ? said(fields) : null;
  const variables = asked(details, fields, line);
  const preview = usePreview(variables);
  const options = { refetchQueries: [CadencesDocument] };
  const [set, setting] = useMutation(SetCadenceDocument, options);
  const [change, changing] = useMutation(ChangeCadenceDocument, options);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async () => {
    if (!variables) return;
    const answer = variables.set
      ? await set({ variables: { input: variables.set } }).catch(() => null)
      : await change({ variables: { input: variables.change! } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t(line ? 'cadence.changed' : 'cadence.set'));
    close();
  };
  return (
    <CatalogueDrawer title={t(line ? 'cadence.changeTitle' : 'add.cadences')} close={close}>
      <Form<Fields>
        form={form}
        className="entry-form"
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={
          line
            ? {
                // a rule says "2" or ">= 2"
                times: Number(/\d+/.exec(line.rule.value)?.[0]),
                organizationTypes: line.cadence.organizationTypes,
                tiers: line.cadence.tiers ?? [],
                needsCommittee: line.cadence.needsCommittee,
                from: dayjs(line.rule.effectiveFrom > today() ? line.rule.effectiveFrom : today()),
                to: line.rule.effectiveTo ? dayjs(line.rule.effectiveTo) : null,
              }
            : { period: 'MONTH', times: 1, organizationId: within ?? null, from: dayjs(today()), tiers: [] }
        }
        onFinish={() => void save()}
      >
        {line ? (
          <p>
            <b>{line.cadence.activityType ? local(line.cadence.activityType.name) : null}</b>{' '}
            {line.cadence.organization?.name ?? t('cadence.association')}
          </p>
        ) : (
          <>
            <Form.Item name="activityTypeId" label={t('column.type')} rules={[needed]}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={types.map(({ id, name }) => ({ value: id, label: local(name) }))}
                onChange={(id: string) =>
                  // whoever holds the type: most rules mean all of them
                  form.setFieldValue('organizationTypes', types.find((one) => one.id === id)?.organizationTypes)
                }
              />
            </Form.Item>
            <Form.Item name="organizationId" label={t('cadence.where')} extra={t('cadence.whereHelp')}>
              <OrganizationPicker none={t('cadence.association')} />
            </Form.Item>
          </>
        )}
        <Form.Item name="organizationTypes" label={t('cadence.who')} rules={[needed]}>
          <Select mode="multiple" options={holders.map((value) => ({ value, label: t(`domain:type.${value}`) }))} />
        </Form.Item>
        <Form.Item name="tiers" label={t('cadence.tiers')} extra={t('cadence.tiersHelp')}>
          <Select mode="multiple" options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))} />
        </Form.Item>
        {line ? null : (
          <Form.Item name="period" label={t('cadence.period')}>
            <Radio.Group options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))} />
          </Form.Item>
        )}
        <Form.Item name="times" label={t('cadence.times')} extra={t('cadence.timesHelp')} rules={[needed]}>
          <InputNumber
            min={1}
            max={60}
            precision={0}
            suffix={t(`per.${line?.cadence.period ?? fields?.period ?? 'MONTH'}`)}
          />
        </Form.Item>
        <Form.Item name="needsCommittee" valuePropName="checked">
          <Checkbox>{t('cadence.needsCommittee')}</Checkbox>
        </Form.Item>
        <Form.Item name="from" label={t('cadence.from')} extra={t('cadence.fromHelp')} rules={[needed]}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="to" label={t('cadence.to')} extra={t('cadence.toHelp')}>
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('cadence.basis')}
          extra={t('cadence.basisHelp')}
          rules={[{ ...needed, whitespace: true, min: 2 }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Preview {...preview} />
        <FormFoot
          error={setting.error ?? changing.error}
          loading={setting.loading || changing.loading}
          verb={t(line ? 'cadence.change' : 'save')}
          disabled={!preview.preview}
          cancel={close}
        />
      </Form>
    </CatalogueDrawer>
  );
}

function asked(details: ReturnType<typeof said>, fields: Fields | undefined, line: CadenceLine | null) {
  if (!details) return null;
  if (line) return { change: { id: line.cadence.id, version: line.cadence.version, ...details } };
  const { activityTypeId, period, organizationId = null } = fields ?? {};
  return activityTypeId && period ? { set: { activityTypeId, period, organizationId, ...details } } : null;
}
