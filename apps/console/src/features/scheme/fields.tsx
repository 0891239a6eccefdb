import { Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from './scheme-tree';

/** A labelled field; what is entered counts at once. */
export function Field(props: { label: string; help?: ReactNode; wide?: boolean; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="scheme-field" data-wide={props.wide || undefined}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      {props.help ? <p className="quiet">{props.help}</p> : null}
    </div>
  );
}

/** Text, or a number as text: it is the API that says what is wrong with it. */
export function TextField(props: {
  label: string;
  value: string;
  help?: ReactNode;
  wide?: boolean;
  number?: boolean;
  onChange(value: string): void;
}) {
  return (
    <Field label={props.label} help={props.help} wide={props.wide}>
      {(id) => (
        <Input
          id={id}
          className={props.number ? 'scheme-number' : undefined}
          inputMode={props.number ? 'decimal' : undefined}
          maxLength={props.number ? 20 : 120}
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** One of some words. */
export function ChoiceField<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  help?: ReactNode;
  wide?: boolean;
  search?: boolean;
  onChange(value: T): void;
}) {
  return (
    <Field label={props.label} help={props.help} wide={props.wide}>
      {(id) => (
        <Select<T>
          id={id}
          value={props.value}
          options={[...props.options]}
          showSearch={props.search ? { optionFilterProp: 'label' } : undefined}
          onChange={props.onChange}
        />
      )}
    </Field>
  );
}

/** Some of some words. */
export function SeveralField(props: {
  label: string;
  value: readonly string[];
  options: readonly { value: string; label: string }[];
  onChange(value: string[]): void;
}) {
  return (
    <Field label={props.label} wide>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          value={[...props.value]}
          options={[...props.options]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={props.onChange}
        />
      )}
    </Field>
  );
}

/** The name in both languages. */
export function NameFields({ name, onChange }: { name: Words; onChange(name: Words): void }) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <TextField label={t('field.nameZh')} wide value={name.zh} onChange={(zh) => onChange({ ...name, zh })} />
      <TextField label={t('field.nameEn')} wide value={name.en} onChange={(en) => onChange({ ...name, en })} />
    </>
  );
}
