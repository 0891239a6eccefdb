import { useMutation, useQuery } from '@apollo/client/react';
import { Button, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { ScopedLink } from '../../components/scoped-link';
import { ChooseStaffDocument, PlanHandoverDocument, type StaffChoiceFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { ItemsField } from './items-field';
import { USUAL_ITEMS } from './words';

interface Fields {
  toId: string;
  dueOn: Dayjs;
  items: string[];
}

/** How many days there are to hand over where no last day is known. */
const USUAL_DAYS = 14;

/** 安排交接, from one of the staff to another of the same organization. */
export function PlanForm(props: {
  from: Pick<StaffChoiceFragment, 'id' | 'name' | 'until' | 'organization'>;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['handover', 'console']);
  const { id: fromId, name, until, organization } = props.from;
  const [plan, { loading, error }] = useMutation(PlanHandoverDocument);
  const there = useQuery(ChooseStaffDocument, {
    variables: { organizationId: organization?.id, includeEnded: false },
    skip: !organization,
    fetchPolicy: 'cache-and-network',
  });
  const others = there.data?.staff.nodes.filter(({ id }) => id !== fromId);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async (fields: Fields) => {
    const items = fields.items.filter((text) => text.trim()).map((text) => ({ text: text.trim() }));
    const input = { fromId, toId: fields.toId, dueOn: fields.dueOn.format('YYYY-MM-DD'), items };
    // a refusal is shown above the buttons; the fields stay as they are
    const answer = await plan({ variables: { input } }).catch(() => null);
    const handover = answer?.data?.planHandover;
    if (handover) props.done(t('plan.done', { from: name, to: handover.to?.name ?? '' }));
  };
  if (others?.length === 0)
    return (
      <div className="entry-form">
        <p>{t('plan.alone', { at: organization?.name ?? '' })}</p>
        <div className="entry-form-foot">
          <Button onClick={props.cancel}>{t('console:entry.cancel')}</Button>
          <ScopedLink className="staff-next" to={`/staff?organization=${organization?.id ?? ''}&staff=new`}>
            {t('plan.assignFirst')}
          </ScopedLink>
        </div>
      </div>
    );
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('plan.title')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{
        dueOn: until && until > today() ? dayjs(until) : dayjs(today()).add(USUAL_DAYS, 'day'),
        items: USUAL_ITEMS.map((item) => t(`plan.item.${item}`)),
      }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('plan.text', { name, at: organization?.name ?? '' })}</p>
      <Form.Item name="toId" label={t('field.to')} rules={[needed]}>
        <Select
          loading={there.loading}
          options={others?.map((staff) => ({
            value: staff.id,
            label: t('plan.other', { name: staff.name, position: staff.position }),
          }))}
        />
      </Form.Item>
      <Form.Item name="dueOn" label={t('field.dueOn')} extra={t('plan.dueHelp')} rules={[needed]}>
        <DatePicker allowClear={false} disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') < today()} />
      </Form.Item>
      <Form.Item
        name="items"
        label={t('plan.items')}
        extra={t('plan.itemsHelp')}
        rules={[
          {
            validator: (_, items: string[]) =>
              items.some((text) => text.trim()) ? Promise.resolve() : Promise.reject(new Error(t('plan.noItems'))),
          },
        ]}
      >
        <ItemsField />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('plan.verb')} cancel={props.cancel} />
    </Form>
  );
}
