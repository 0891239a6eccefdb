import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, TimePicker } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentsOf, timesOf } from '../activity/times';
import { EMPTY, type Content, type Item } from './content';
import { useOrdinal } from './read-view';
import { PersonField } from './person-field';
import { ResolutionFields } from './resolution-fields';
import { TextEditor } from './text-editor';

interface Edited {
  /** the organization whose meeting it was */
  organizationId: string;
  content: Content;
  onChange(content: Content): void;
}

/** The body of minutes while they are written. */
export function MinutesEditor(props: Edited) {
  const { t } = useTranslation('minutes');
  const { content, onChange } = props;
  // an editor belongs to its point, also when one above is taken out
  const keys = useKeys(content.items.length);
  const setItem = (i: number, item: Item) =>
    onChange({ ...content, items: content.items.map((each, at) => (at === i ? item : each)) });
  const add = () => {
    keys.add();
    onChange({
      ...content,
      items: [...content.items, { title: '', owner: null, minutes: null, text: EMPTY, resolutions: [] }],
    });
  };
  return (
    <div className="minutes-main">
      <FactFields {...props} />
      <ol className="panel minutes-items">
        {content.items.map((item, i) => (
          <li key={keys.list[i]}>
            <ItemFields
              organizationId={props.organizationId}
              no={i + 1}
              item={item}
              onChange={(changed) => setItem(i, changed)}
              remove={() => {
                keys.remove(i);
                onChange({ ...content, items: content.items.filter((_, at) => at !== i) });
              }}
            />
          </li>
        ))}
        <li>
          <Button icon={<PlusOutlined />} onClick={add}>
            {t('addItem')}
          </Button>
        </li>
      </ol>
    </div>
  );
}

/** Keys of rows that have no id of their own. */
function useKeys(length: number) {
  const [{ list, next }, setKeys] = useState(() => ({ list: Array.from({ length }, (_, i) => i), next: length }));
  return {
    list,
    add: () => setKeys({ list: [...list, next], next: next + 1 }),
    remove: (i: number) => setKeys({ list: list.filter((_, at) => at !== i), next }),
  };
}

const SIGNERS = [
  ['chair', 'chairId'],
  ['recorder', 'recorderId'],
] as const;

/** When it really was, where, who chaired and who writes. */
function FactFields({ organizationId, content, onChange }: Edited) {
  const { t } = useTranslation('minutes');
  const times = timesOf(content);
  return (
    <div className="panel minutes-facts">
      <div className="minutes-time">
        <span>{t('field.time')}</span>
        <DatePicker
          allowClear={false}
          aria-label={t('field.day')}
          value={times.on}
          onChange={(on) => on && onChange({ ...content, ...momentsOf({ ...times, on }) })}
        />
        <TimePicker.RangePicker
          format="HH:mm"
          needConfirm={false}
          order={false}
          allowClear={false}
          aria-label={t('field.hours')}
          value={times.hours}
          onChange={(hours) => {
            const [from, to] = hours ?? [];
            if (from && to) onChange({ ...content, ...momentsOf({ ...times, hours: [from, to] }) });
          }}
        />
      </div>
      <label>
        {t('field.place')}
        <Input
          value={content.place ?? ''}
          maxLength={300}
          onChange={(event) => onChange({ ...content, place: event.target.value })}
        />
      </label>
      {SIGNERS.map(([field, key]) => (
        <div key={field}>
          <span aria-hidden>{t(`field.${field}`)}</span>
          <PersonField
            organizationId={organizationId}
            label={t(`field.${field}`)}
            value={{ name: content[field], id: content[key] ?? null }}
            onChange={({ name, id }) => onChange({ ...content, [field]: name, [key]: id })}
            maxLength={50}
          />
        </div>
      ))}
    </div>
  );
}

function ItemFields(props: {
  organizationId: string;
  no: number;
  item: Item;
  onChange(item: Item): void;
  remove(): void;
}) {
  const { t } = useTranslation('minutes');
  const ordinal = useOrdinal();
  const { no, item, onChange } = props;
  const name = t('itemNo', { no });
  const { resolutions } = item;
  return (
    <>
      <header>
        <span aria-hidden>{t('itemSign', { no: ordinal(no - 1) })}</span>
        <Input
          aria-label={t('field.titleOf', { name })}
          variant="borderless"
          value={item.title}
          maxLength={200}
          placeholder={t('field.title')}
          onChange={(event) => onChange({ ...item, title: event.target.value })}
        />
        <span className="quiet">
          {[item.owner, item.minutes ? t('minutesLong', { count: item.minutes }) : null].filter(Boolean).join(' · ')}
        </span>
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('removeOf', { name })} onClick={props.remove} />
      </header>
      <TextEditor
        label={t('field.textOf', { name })}
        text={item.text}
        onChange={(text) => onChange({ ...item, text })}
      />
      {resolutions.map((resolution, i) => (
        <ResolutionFields
          // they have no id; nothing but their fields is kept of them
          key={i}
          organizationId={props.organizationId}
          no={i + 1}
          resolution={resolution}
          onChange={(changed) =>
            onChange({ ...item, resolutions: resolutions.map((each, at) => (at === i ? changed : each)) })
          }
          remove={() => onChange({ ...item, resolutions: resolutions.filter((_, at) => at !== i) })}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() =>
          onChange({
            ...item,
            resolutions: [...resolutions, { text: '', owner: null, ownerId: null, dueOn: null, vote: null }],
          })
        }
      >
        {t('addResolution')}
      </Button>
    </>
  );
}
