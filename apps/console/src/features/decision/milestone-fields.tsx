import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import type { MilestoneInput } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { plusDays } from '../../lib/plus-days';
import { OwnerField, type Owner } from './owner-field';

export interface MilestoneValues {
  text: string;
  owner: Owner;
  dueOn: Dayjs;
}

export const newMilestone = (): Partial<MilestoneValues> => ({ dueOn: dayjs(plusDays(today(), 30)) });
export const milestoneOf = ({ text, owner, dueOn }: MilestoneValues): MilestoneInput => ({
  text: text.trim(),
  owner: owner.name.trim(),
  ownerId: owner.id,
  dueOn: dueOn.format('YYYY-MM-DD'),
});

/** What is to be done, by whom, until when. `path`: where the values stand in the form. */
export function MilestoneFields({ matterId, path }: { matterId: string; path: readonly (string | number)[] }) {
  const { t } = useTranslation(['decision', 'console']);
  const needed = { required: true, message: t('console:entry.missing') };
  return (
    <>
      <Form.Item name={[...path, 'text']} label={t('milestone.text')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name={[...path, 'owner']}
        label={t('milestone.owner')}
        extra={t('milestone.ownerHelp')}
        rules={[
          {
            validator: (_, owner: Owner | undefined) =>
              owner?.name.trim() ? Promise.resolve() : Promise.reject(new Error(needed.message)),
          },
        ]}
      >
        <OwnerField matterId={matterId} />
      </Form.Item>
      <EnterStays>
        <Form.Item name={[...path, 'dueOn']} label={t('milestone.dueOn')} rules={[needed]}>
          <DatePicker allowClear={false} disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') < today()} />
        </Form.Item>
      </EnterStays>
    </>
  );
}
