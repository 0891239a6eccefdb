import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Words } from './scheme-tree';

export interface NamedRow {
  key: string;
  name: Words;
  value: string | null;
}

/** A short list of named things with a number each: levels, options, voters, roles, grades. */
export function NamedRows(props: {
  label: string;
  valueLabel: string;
  /** What it says where there is no number, for lists in which that may be. */
  none?: string;
  /** Only the last has no number, and always. */
  lastOpen?: boolean;
  rows: readonly NamedRow[];
  onChange(rows: NamedRow[]): void;
}) {
  const { t } = useTranslation('scheme');
  const { label, rows, lastOpen } = props;
  const onChange = (next: NamedRow[]) =>
    props.onChange(
      lastOpen ? next.map((row, i) => ({ ...row, value: i === next.length - 1 ? null : (row.value ?? '0') })) : next,
    );
  const set = (i: number, change: Partial<NamedRow>) =>
    onChange(rows.map((row, at) => (at === i ? { ...row, ...change } : row)));
  const add = () => onChange([...rows, { key: freshKey(rows), name: { zh: '', en: '' }, value: '0' }]);
  return (
    <fieldset className="scheme-rows-field">
      <legend>{label}</legend>
      <ul>
        {rows.map((row, i) => {
          const of = row.name.zh || t('list.no', { no: i + 1 });
          return (
            <li key={i} data-none={props.none && !lastOpen ? '' : undefined}>
              <Input
                aria-label={t('list.zh', { of })}
                value={row.name.zh}
                maxLength={40}
                onChange={(event) => set(i, { name: { ...row.name, zh: event.target.value } })}
              />
              <Input
                aria-label={t('list.en', { of })}
                value={row.name.en}
                maxLength={60}
                onChange={(event) => set(i, { name: { ...row.name, en: event.target.value } })}
              />
              {row.value === null ? (
                <span className="quiet scheme-none">{lastOpen ? props.none : null}</span>
              ) : (
                <Input
                  className="scheme-number"
                  inputMode="decimal"
                  aria-label={t('list.value', { of, what: props.valueLabel })}
                  value={row.value}
                  maxLength={20}
                  onChange={(event) => set(i, { value: event.target.value })}
                />
              )}
              {props.none && !lastOpen ? (
                <Checkbox
                  className="scheme-none-box"
                  checked={row.value === null}
                  aria-label={t('list.none', { of, what: props.none })}
                  onChange={(event) => set(i, { value: event.target.checked ? null : '0' })}
                >
                  {props.none}
                </Checkbox>
              ) : null}
              <Button
                type="text"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('list.remove', { of })}
                onClick={() => onChange(rows.filter((_, at) => at !== i))}
              />
            </li>
          );
        })}
      </ul>
      <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('list.add', { what: label })}
      </Button>
    </fieldset>
  );
}

function freshKey(rows: readonly NamedRow[]): string {
  const used = new Set(rows.map(({ key }) => key));
  for (let i = rows.length + 1; ; i++) if (!used.has(`K${i}`)) return `K${i}`;
}
