import { DatePicker, Form, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import type { SeriesScope } from '../../generated/graphql';
import { today } from '../../lib/dates';
import type { ActivityDetail, ActivityFormProps } from './activity-drawer';
import { SeriesMoveWords } from './series-move-words';
import { useSeriesMove } from './use-series-move';

interface Fields {
  on: Dayjs;
  time: Dayjs;
}

/** 改期 of this and following dates, or of all: one says when this one is, the others go as far; told before. */
export function SeriesMoveForm(
  props: Omit<ActivityFormProps, 'done'> & {
    series: NonNullable<ActivityDetail['series']>;
    scope: SeriesScope;
    occursOn: string;
    done(words: string, undo?: () => Promise<unknown>): void;
  },
) {
  const { t } = useTranslation(['activity', 'console']);
  const { activity, series, scope, occursOn } = props;
  const [form] = Form.useForm<Fields>();
  const fields = Form.useWatch((values: Partial<Fields>) => values, form);
  const asked =
    fields?.on && fields.time
      ? {
          activityId: activity.id,
          version: activity.version,
          scope,
          on: fields.on.format('YYYY-MM-DD'),
          time: fields.time.format('HH:mm'),
        }
      : null;
  const same = asked?.on === occursOn && asked.time === series.time;
  const move = useSeriesMove(same ? null : asked);
  const save = async () => {
    const saved = await move.save({ occursOn, time: series.time });
    if (saved) props.done(t('series.changed', { title: series.title }), saved.undo);
  };
  const needed = [{ required: true, message: t('console:entry.missing') }];
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('seriesDates.move')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ on: dayjs(occursOn), time: dayjs(`${today()}T${series.time}`) }}
      onFinish={() => void save()}
    >
      <EnterStays className="series-times">
        <Form.Item name="on" label={t('field.on')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="time" label={t('series.time')} rules={needed}>
          <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} />
        </Form.Item>
      </EnterStays>
      <SeriesMoveWords foreseen={move.foreseen} />
      <FormFoot
        error={move.error}
        loading={move.loading}
        verb={t('seriesDates.move')}
        disabled={same || !move.foreseen}
        cancel={props.cancel}
      />
    </Form>
  );
}
