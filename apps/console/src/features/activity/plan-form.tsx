import { useMutation } from '@apollo/client/react';
import { Checkbox, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { ChangeActivityDocument, PlanActivityDocument, type TermKind } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local, type LocalText } from '../../lib/i18n';
import { useScope } from '../../lib/scope';
import { Conflicts } from './conflicts';
import type { ActivityDetail, ActivityFormProps, Planned } from './activity-drawer';
import { TimeFormItems, useCatalogue, VenueFormItem } from './form-parts';
import { momentsOf, timesOf, type TimeFields } from './times';

interface Fields extends TimeFields {
  organizationId: string;
  activityTypeId: string;
  title: string;
  venueId?: string | null;
  place?: string | null;
  lineId?: string | null;
  formId?: string | null;
  topicIds?: string[];
  agenda?: string;
  draft?: boolean;
}

interface Named {
  readonly id: string;
  readonly name: LocalText;
}

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** 安排 without an activity, 修改 with one: who holds what stays then, but of a draft. */
export function PlanForm(props: ActivityFormProps<ActivityDetail | null> & { day?: string; planned?: Planned }) {
  const { t } = useTranslation(['activity', 'console']);
  const { within } = useScope();
  const { activity } = props;
  const { types, terms } = useCatalogue();
  const [form] = Form.useForm<Fields>();
  const [plan, planning] = useMutation(PlanActivityDocument);
  const [change, changing] = useMutation(ChangeActivityDocument);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  // what an activity has keeps its name, though it was retired since
  const named = (rows: readonly Named[], present: readonly (Named | null | undefined)[]) =>
    [...rows, ...present.filter((one) => one != null && rows.every(({ id }) => id !== one.id))].map((one) => ({
      value: one!.id,
      label: local(one!.name),
    }));
  const options = (kind: TermKind, ...present: (Named | null | undefined)[]) =>
    named(
      terms.filter((term) => term.kind === kind),
      present,
    );
  const placed = !activity || activity.state === 'DRAFT';
  const save = async (fields: Fields) => {
    const details = {
      ...momentsOf(fields),
      title: fields.title.trim(),
      venueId: fields.venueId ?? null,
      place: fields.place?.trim() || null,
      lineId: fields.lineId ?? null,
      formId: fields.formId ?? null,
      topicIds: fields.topicIds ?? [],
      agenda: lines(fields.agenda).map((title) => {
        // who brings a point and how long it takes stays with it while its words do
        const known = activity?.agenda.find((item) => item.title === title);
        return { title, minutes: known?.minutes ?? null, owner: known?.owner ?? null };
      }),
    };
    // a refusal is shown above the buttons; the fields stay as they are
    if (activity) {
      const { organizationId, activityTypeId } = fields;
      const place = placed ? { organizationId, activityTypeId } : {};
      const input = { id: activity.id, version: activity.version, ...place, ...details };
      const changed = await change({ variables: { input } }).catch(() => null);
      if (changed?.data) props.done(t('change.done', { title: details.title }), activity.id);
      return;
    }
    const { organizationId, activityTypeId, draft = false } = fields;
    const input = { organizationId, activityTypeId, draft, makeUpOfId: props.planned?.makeUpOfId, ...details };
    const planned = await plan({ variables: { input } }).catch(() => null);
    const id = planned?.data?.planActivity.id;
    if (id) props.done(t('plan.done', { title: details.title }), id);
  };
  const nine = dayjs(`${today()}T09:00`);
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t(activity ? 'change.verb' : 'plan.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={
        activity
          ? {
              ...timesOf(activity),
              organizationId: activity.organization?.id,
              activityTypeId: activity.type?.id,
              title: activity.title,
              venueId: activity.venue?.id,
              place: activity.place,
              lineId: activity.line?.id,
              formId: activity.form?.id,
              topicIds: activity.topics.map(({ id }) => id),
              agenda: activity.agenda.map(({ title }) => title).join('\n'),
            }
          : {
              on: dayjs(props.day ?? today()),
              hours: [nine, nine.add(1, 'hour')],
              organizationId: props.planned?.organizationId ?? within ?? undefined,
              activityTypeId: props.planned?.activityTypeId,
              title: props.planned?.title,
            }
      }
      onFinish={(fields) => void save(fields)}
    >
      {props.planned ? <p>{props.planned.help}</p> : null}
      {placed ? (
        <>
          <Form.Item name="organizationId" label={t('column.organization')} rules={needed}>
            <OrganizationPicker />
          </Form.Item>
          <Form.Item name="activityTypeId" label={t('column.type')} rules={needed}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={named(types, [activity?.type])}
              onChange={(id: string) => {
                // the usual title is the name of the type: nobody types it twice
                const type = types.find((each) => each.id === id);
                if (type && !form.isFieldTouched('title')) form.setFieldValue('title', local(type.name));
              }}
            />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="title" label={t('column.title')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <TimeFormItems />
      <VenueFormItem />
      <PlanConflicts activity={activity} />
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="topicIds" label={t('field.topics')}>
        <Select mode="multiple" options={options('TOPIC', ...(activity?.topics ?? []))} />
      </Form.Item>
      <Form.Item name="formId" label={t('field.form')}>
        <Select allowClear options={options('FORM', activity?.form)} />
      </Form.Item>
      <Form.Item name="lineId" label={t('column.line')}>
        <Select allowClear options={options('LINE', activity?.line)} />
      </Form.Item>
      <Form.Item name="agenda" label={t('field.agenda')} extra={t('field.agendaHelp')}>
        <Input.TextArea rows={4} />
      </Form.Item>
      {activity ? null : (
        <Form.Item name="draft" valuePropName="checked">
          <Checkbox>{t('field.draft')}</Checkbox>
        </Form.Item>
      )}
      <FormFoot
        error={planning.error ?? changing.error}
        loading={planning.loading || changing.loading}
        verb={t(activity ? 'change.verb' : 'plan.verb')}
        cancel={props.cancel}
      />
    </Form>
  );
}

/** What is at the same time as what is being planned, while it is. */
function PlanConflicts({ activity }: { activity: ActivityDetail | null }) {
  const form = Form.useFormInstance<Fields>();
  const fields = Form.useWatch((values: Partial<Fields>) => values, form);
  const { on, hours, venueId } = fields ?? {};
  const organizationId = activity?.organization?.id ?? fields?.organizationId;
  if (!organizationId || !on || !hours) return null;
  const asked = { organizationId, ...momentsOf({ on, hours }), venueId: venueId ?? null };
  return <Conflicts of={{ ...asked, exceptId: activity?.id ?? null }} />;
}
