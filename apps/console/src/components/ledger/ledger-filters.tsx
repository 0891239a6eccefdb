import { FilterOutlined } from '@ant-design/icons';
import { Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../lib/narrow';
import { ColumnChoice } from './column-choice';
import type { LedgerParts } from './use-ledger';
import './ledger.css';

/** One row of controls; on a phone the search stays in sight, the rest opens below it. */
export function FilterRow(props: {
  ledger: LedgerParts;
  label: string;
  search?: ReactNode;
  /** Words of the orders; no choice of order without them. */
  order?(order: string): string;
  columns?: readonly { key: string; title: ReactNode }[];
  /** What stands last in the row, such as the export of a ledger that is not a page. */
  end?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation('ledger');
  const { ledger, order } = props;
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const rest = (
    <>
      {props.children}
      {order && ledger.order.all.length > 1 ? (
        <Select
          aria-label={t('order')}
          value={ledger.order.value}
          options={ledger.order.all.map((value) => ({ value, label: order(value) }))}
          onChange={ledger.order.set}
        />
      ) : null}
      {narrow || !props.columns ? null : <ColumnChoice columns={ledger.columns} named={props.columns} />}
      {props.end}
    </>
  );
  if (!narrow)
    return (
      <div className="filter-row ledger-filters" role="search" aria-label={props.label}>
        {props.search}
        {rest}
      </div>
    );
  return (
    <div className="filter-row ledger-filters" role="search" aria-label={props.label}>
      {props.search}
      <button type="button" className="ledger-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        <FilterOutlined aria-hidden />
        {ledger.filtered > 0 ? t('filtersSet', { count: ledger.filtered }) : t('filters')}
      </button>
      {open ? <div className="ledger-filters-rest">{rest}</div> : null}
    </div>
  );
}

/** Searches on Enter or the button; follows the address when a view changes it. */
export function SearchFilter(props: { label: string; value: string; onChange(value: string): void }) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState({ text: value, from: value });
  if (typed.from !== value) setTyped({ text: value, from: value });
  return (
    <Input.Search
      className="ledger-search"
      type="search"
      value={typed.text}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setTyped({ text: event.target.value, from: value })}
      onSearch={(text) => onChange(text.trim())}
    />
  );
}

/** Any of some words. Several are told by their number: cut-off words say less. */
export function ChoiceFilter<T extends string>(props: {
  label: string;
  words: readonly T[];
  word(this: void, value: T): string;
  value: T[];
  onChange(value: T[]): void;
}) {
  const { t } = useTranslation('ledger');
  return (
    <Select
      mode="multiple"
      className="ledger-choice"
      aria-label={props.label}
      placeholder={props.label}
      maxTagCount={props.value.length > 1 ? 0 : 1}
      maxTagPlaceholder={t('chosen', { label: props.label, count: props.value.length })}
      value={props.value}
      options={props.words.map((value) => ({ value, label: props.word(value) }))}
      onChange={props.onChange}
    />
  );
}

/** Yes or no. */
export function FlagFilter(props: { label: string; value: boolean; onChange(value: boolean): void }) {
  return (
    <Checkbox checked={props.value} onChange={(event) => props.onChange(event.target.checked)}>
      {props.label}
    </Checkbox>
  );
}
