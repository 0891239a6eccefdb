import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import { ChangeUnitDocument, RegisterUnitDocument, type Tier, type UnitKind } from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { TIERS } from '../organization/words';
import { CoverageFields, coverageOf, type CoverageValues } from './coverage-fields';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import type { UnitDetail } from './unit-drawer';
import { KINDS } from './words';

interface Fields extends EntryFields, CoverageValues {
  name: string;
  organizationId: string;
  kind: UnitKind;
  tier?: Tier | null;
  code?: string | null;
  uscc?: string | null;
  partyMemberCount?: number | null;
  employeeCount?: number | null;
  joinedOn?: Dayjs | null;
}

/** 登记 without a unit, 变更 with one: coverage has a form of its own then. */
export function FactsForm(props: { unit: UnitDetail | null; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['unit', 'domain', 'console']);
  const { within } = useScope();
  const { unit } = props;
  const [register, registering] = useMutation(RegisterUnitDocument);
  const [change, changing] = useMutation(ChangeUnitDocument);
  const required = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const facts = {
      name: fields.name.trim(),
      organizationId: fields.organizationId,
      kind: fields.kind,
      tier: fields.tier ?? null,
      code: fields.code?.trim() || null,
      uscc: fields.uscc?.trim() || null,
      partyMemberCount: fields.partyMemberCount ?? null,
      employeeCount: fields.employeeCount ?? null,
      joinedOn: fields.joinedOn?.format('YYYY-MM-DD') ?? null,
      ...entryOf(fields),
    };
    const written = unit
      ? change({ variables: { input: { id: unit.id, version: unit.version, ...facts } } })
      : register({ variables: { input: { ...facts, ...coverageOf(fields) } } });
    // a refusal is shown above the buttons; the fields stay as they are
    if (await written.catch(() => null)) props.done(t(unit ? 'change.done' : 'register.done', { name: facts.name }));
  };
  return (
    <EntryForm<Fields>
      initial={
        unit
          ? { ...unit, organizationId: unit.organization?.id, joinedOn: unit.joinedOn ? dayjs(unit.joinedOn) : null }
          : { coverage: 'UNCOVERED', organizationId: within ?? undefined, kind: 'MEMBER_COMPANY', tier: 'MEMBER_UNIT' }
      }
      save={save}
    >
      <Form.Item name="name" label={t('column.name')} rules={[{ ...required[0], whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="organizationId" label={t('column.organization')} rules={required}>
        <OrganizationPicker />
      </Form.Item>
      <Form.Item name="kind" label={t('column.kind')} rules={required}>
        <Select options={KINDS.map((value) => ({ value, label: t(`domain:unitKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="tier" label={t('column.tier')}>
        <Select allowClear options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))} />
      </Form.Item>
      {unit ? null : <CoverageFields />}
      <Form.Item name="uscc" label={t('field.uscc')} extra={t('field.usccHelp')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="code" label={t('field.code')}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="partyMemberCount" label={t('column.members')}>
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="employeeCount" label={t('field.employeeCount')}>
        <InputNumber min={0} max={10_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="joinedOn" label={t('field.joinedOn')}>
        <DatePicker />
      </Form.Item>
      <EntryAndFoot
        help={t('effectiveOnHelp')}
        error={registering.error ?? changing.error}
        loading={registering.loading || changing.loading}
        verb={t(unit ? 'change.verb' : 'register.verb')}
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
