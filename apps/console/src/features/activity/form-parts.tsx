import { useQuery } from '@apollo/client/react';
import { DatePicker, Form, Select, TimePicker } from 'antd';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { ActivityCatalogueDocument } from '../../generated/graphql';

/** Types, terms and venues, for the fields that choose among them. */
export function useCatalogue() {
  const { data } = useQuery(ActivityCatalogueDocument);
  return {
    types: data?.activityTypes ?? [],
    terms: data?.catalogueTerms ?? [],
    venues: data?.venues.nodes ?? [],
  };
}

/** Day, and from when to when. */
export function TimeFormItems() {
  const { t } = useTranslation(['activity', 'console']);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  return (
    <EnterStays className="activity-times">
      <Form.Item name="on" label={t('field.on')} rules={needed}>
        <DatePicker allowClear={false} />
      </Form.Item>
      <Form.Item name="hours" label={t('field.hours')} rules={needed}>
        <TimePicker.RangePicker
          format="HH:mm"
          minuteStep={5}
          needConfirm={false}
          order={false}
          allowClear={false}
          placeholder={[t('field.begins'), t('field.ends')]}
        />
      </Form.Item>
    </EnterStays>
  );
}

/** The registered venue; one that is taken is refused when it is saved. */
export function VenueFormItem() {
  const { t } = useTranslation('activity');
  const { venues } = useCatalogue();
  return (
    <Form.Item name="venueId" label={t('field.venue')} extra={t('field.venueHelp')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={venues.map(({ id, name, organization }) => ({
          value: id,
          label: organization ? t('venueOf', { name, organization: organization.name }) : name,
        }))}
      />
    </Form.Item>
  );
}
