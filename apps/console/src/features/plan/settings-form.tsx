import { useQuery } from '@apollo/client/react';
import { Button, Form, InputNumber, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { PlanTypesDocument, type PlanSettingsInput, type YearPlanHeadFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { WEEKDAYS } from '../activity/day-table';

interface TypeFields {
  weekday: number | null;
  from: Dayjs;
  minutes: number;
  venueId: string | null;
}
interface Fields {
  hours: [Dayjs, Dayjs];
  types: TypeFields[];
}

const at = (time: string): Dayjs => dayjs(`${today()}T${time}`);
const timeOf = (time: Dayjs): string => time.format('HH:mm');

/** When the types are held: the day of the week, the time, how long, where. */
export function SettingsForm(props: {
  settings: YearPlanHeadFragment['settings'];
  loading: boolean;
  look(settings: PlanSettingsInput): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['plan', 'activity', 'console']);
  const { settings } = props;
  const { data } = useQuery(PlanTypesDocument);
  const types = new Map(
    (data?.cadences.nodes ?? []).flatMap(({ activityType }) => (activityType ? [[activityType.id, activityType]] : [])),
  );
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const onFinish = ({ hours: [opens, closes], types: chosen }: Fields) =>
    props.look({
      opensAt: timeOf(opens),
      closesAt: timeOf(closes),
      types: chosen.map(({ from, weekday, venueId, minutes }, i) => ({
        // what is no field of the form is not among its values
        activityTypeId: settings.types[i]!.activityTypeId,
        minutes,
        from: timeOf(from),
        weekday: weekday ?? null,
        venueId: venueId ?? null,
      })),
    });
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('settings')}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        hours: [at(settings.opensAt), at(settings.closesAt)],
        types: settings.types.map(({ from, weekday, minutes, venueId }) => ({
          weekday,
          minutes,
          venueId,
          from: at(from),
        })),
      }}
      onFinish={onFinish}
    >
      <Form.Item name="hours" label={t('hours')} rules={needed}>
        <TimePicker.RangePicker format="HH:mm" minuteStep={15} needConfirm={false} order={false} allowClear={false} />
      </Form.Item>
      <Form.List name="types">
        {(rows) =>
          rows.map(({ key, name }) => {
            const type = types.get(settings.types[name]?.activityTypeId ?? '');
            const words = type ? local(type.name) : '';
            return (
              <fieldset key={key} className="plan-type">
                <legend>{words}</legend>
                <Form.Item name={[name, 'weekday']} label={t('weekday')}>
                  <Select
                    allowClear
                    aria-label={`${t('weekday')} ${words}`}
                    placeholder={t('anyWeekday')}
                    options={WEEKDAYS.map((day) => ({ value: Number(day), label: t(`activity:weekday.${day}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'from']} label={t('begins')} rules={needed}>
                  <TimePicker
                    format="HH:mm"
                    minuteStep={15}
                    needConfirm={false}
                    allowClear={false}
                    aria-label={`${t('begins')} ${words}`}
                  />
                </Form.Item>
                <Form.Item name={[name, 'minutes']} label={t('minutes')} rules={needed}>
                  <InputNumber min={15} max={720} step={15} aria-label={`${t('minutes')} ${words}`} />
                </Form.Item>
                <Form.Item name={[name, 'venueId']} label={t('activity:field.venue')}>
                  <Select
                    allowClear
                    aria-label={`${t('activity:field.venue')} ${words}`}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={(data?.venues.nodes ?? []).map((venue) => ({ value: venue.id, label: venue.name }))}
                  />
                </Form.Item>
              </fieldset>
            );
          })
        }
      </Form.List>
      <div className="entry-form-foot">
        <Button onClick={props.cancel}>{t('back')}</Button>
        <Button htmlType="submit" loading={props.loading}>
          {t('replan.look')}
        </Button>
      </div>
    </Form>
  );
}
