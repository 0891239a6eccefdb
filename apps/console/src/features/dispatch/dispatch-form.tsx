import { useMutation, useQuery } from '@apollo/client/react';
import { AutoComplete, DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  ChangeDispatchDocument,
  DispatchMattersDocument,
  DispatchSuperiorsDocument,
  DraftDispatchDocument,
  type DispatchKind,
  type DispatchPageQuery,
  type DispatchSuperiorsQuery,
} from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { DispatchChecks } from './checks';
import { KINDS } from './words';

export type DispatchDetail = NonNullable<DispatchPageQuery['dispatch']>;

interface Fields {
  kind: DispatchKind;
  organizationId?: string;
  title?: string;
  superior?: string;
  levelReason?: string | null;
  body?: string;
  copies?: string[];
  matterId?: string | null;
  actOn?: Dayjs | null;
  urgentReason?: string | null;
  dueOn?: Dayjs | null;
}
type Superiors = DispatchSuperiorsQuery['dispatchSuperiors'];

const dayOf = (day: Dayjs | null | undefined): string | null => day?.format('YYYY-MM-DD') ?? null;

/** What the API is told of the fields. A name that is known up the tree stands for its organization. */
function factsOf(fields: Fields, superiors: Superiors) {
  const name = fields.superior?.trim() ?? '';
  const known = superiors.find((superior) => superior.name === name);
  const asks = fields.kind === 'REQUEST';
  return {
    kind: fields.kind,
    title: fields.title?.trim() ?? '',
    body: fields.body ?? '',
    superiorOrganizationId: known?.organizationId ?? null,
    superiorName: name || null,
    levelReason: fields.levelReason || null,
    copies: fields.copies ?? null,
    matterId: fields.matterId ?? null,
    actOn: asks ? dayOf(fields.actOn) : null,
    urgentReason: asks ? fields.urgentReason || null : null,
    dueOn: dayOf(fields.dueOn),
  };
}

/** 起草 without a dispatch, 修改 with a draft; what stands in the way of issuing it is shown while it is written. */
export function DispatchForm(props: {
  dispatch: DispatchDetail | null;
  done(words: string, id: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['dispatch', 'console']);
  const { within } = useScope();
  const { dispatch } = props;
  const [form] = Form.useForm<Fields>();
  const fields = Form.useWatch((values: Fields) => values, form);
  const organizationId = dispatch?.organization?.id ?? fields?.organizationId;
  const superiors = useSuperiors(organizationId);
  const [draft, drafting] = useMutation(DraftDispatchDocument);
  const [change, changing] = useMutation(ChangeDispatchDocument);
  const verb = t(dispatch ? 'change.save' : 'draft.save');
  const needed = [{ required: true, message: t('console:entry.missing') }];
  useEffect(() => {
    // the next level up, until somebody else was named
    if (superiors[0] && !form.getFieldValue('superior')) form.setFieldValue('superior', superiors[0].name);
  }, [superiors, form]);
  const save = async (values: Fields) => {
    const facts = factsOf(values, superiors);
    const words = { title: facts.title };
    if (dispatch) {
      const input = { id: dispatch.id, version: dispatch.version, ...facts };
      const changed = await change({ variables: { input } }).catch(() => null);
      if (changed?.data) props.done(t('change.done', words), dispatch.id);
      return;
    }
    const input = { organizationId: values.organizationId!, ...facts };
    const drafted = await draft({ variables: { input } }).catch(() => null);
    const id = drafted?.data?.draftDispatch.id;
    if (id) props.done(t('draft.done', words), id);
  };
  const asks = fields?.kind !== 'REPORT';
  const passesOver = superiors.find(({ name }) => name === fields?.superior?.trim());
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t(dispatch ? 'change.verb' : 'draft.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={dispatch ? fieldsOf(dispatch) : { kind: 'REQUEST', organizationId: within ?? undefined }}
      onValuesChange={(changed: Partial<Fields>) => {
        // another sender has other superiors
        if (changed.organizationId) form.setFieldsValue({ superior: undefined, matterId: undefined });
      }}
      onFinish={(values) => void save(values)}
    >
      <Form.Item name="kind" label={t('column.kind')}>
        <Radio.Group options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      {dispatch ? null : (
        <Form.Item name="organizationId" label={t('column.organization')} rules={needed}>
          <OrganizationPicker />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={t('column.title')}
        extra={t('field.titleHelp')}
        rules={[{ ...needed[0], whitespace: true }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="superior" label={t('column.superior')} extra={t('field.superiorHelp')}>
        <AutoComplete options={superiors.map(({ name }) => ({ value: name }))} maxLength={120} />
      </Form.Item>
      {superiors.length > 0 && fields?.superior && passesOver?.level !== 1 ? (
        <Form.Item name="levelReason" label={t('field.levelReason')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      ) : null}
      <Form.Item name="body" label={t('field.body')}>
        <Input.TextArea rows={8} maxLength={20_000} />
      </Form.Item>
      {asks ? (
        <>
          <EnterStays>
            <Form.Item name="actOn" label={t('field.actOn')} extra={t('field.actOnHelp')}>
              <DatePicker />
            </Form.Item>
          </EnterStays>
          <Form.Item name="urgentReason" label={t('field.urgentReason')} extra={t('field.urgentHelp')}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="copies" label={t('field.copies')} extra={t('field.copiesHelp')}>
        <Select
          mode="tags"
          tokenSeparators={['\u3001', '\uff1b']}
          options={superiors.map(({ name }) => ({ value: name }))}
        />
      </Form.Item>
      <MatterFormItem within={organizationId} matter={dispatch?.matter ?? null} />
      <EnterStays>
        <Form.Item name="dueOn" label={t('field.dueOn')} extra={t('field.dueOnHelp')}>
          <DatePicker />
        </Form.Item>
      </EnterStays>
      {organizationId && fields?.title?.trim() ? (
        <DispatchChecks input={{ organizationId, ...factsOf(fields, superiors) }} />
      ) : null}
      <FormFoot
        error={drafting.error ?? changing.error}
        loading={drafting.loading || changing.loading}
        verb={verb}
        cancel={props.cancel}
      />
    </Form>
  );
}

const nobody: Superiors = [];

/** To whom an organization may write, the next level up first. */
function useSuperiors(organizationId: string | undefined): Superiors {
  const { data } = useQuery(DispatchSuperiorsDocument, {
    variables: { organizationId: organizationId ?? '' },
    skip: !organizationId,
  });
  return data?.dispatchSuperiors ?? nobody;
}

/** The matter of the register it is about, for those who see matters. */
function MatterFormItem({ within, matter }: { within: string | undefined; matter: DispatchDetail['matter'] }) {
  const { t } = useTranslation('dispatch');
  const reads = useMay('matter.read');
  const { data } = useQuery(DispatchMattersDocument, { variables: { within }, skip: !reads || !within });
  if (!reads) return null;
  const found = data?.matters.nodes ?? [];
  const options = matter && found.every(({ id }) => id !== matter.id) ? [matter, ...found] : found;
  return (
    <Form.Item name="matterId" label={t('field.matter')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={options.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Form.Item>
  );
}

function fieldsOf(dispatch: DispatchDetail): Fields {
  const { kind, title, body, superiorName, levelReason, copies, matter, actOn, urgentReason, dueOn } = dispatch;
  return {
    kind,
    title,
    body,
    superior: superiorName,
    levelReason,
    copies,
    matterId: matter?.id,
    actOn: actOn ? dayjs(actOn) : null,
    urgentReason,
    dueOn: dueOn ? dayjs(dueOn) : null,
  };
}
