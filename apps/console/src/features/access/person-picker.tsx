import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GranteeNameDocument, GranteesDocument } from '../../generated/graphql';

/** A field for one person; inside a Form.Item it gets `value`, `onChange` and `id`. */
export function PersonPicker(props: {
  value?: string | null;
  onChange?(id: string): void;
  id?: string;
  className?: string;
  label?: string;
  /** nobody grants to themselves */
  without?: string;
}) {
  const { t } = useTranslation('access');
  const [search, setSearch] = useState('');
  const { data, loading } = useQuery(GranteesDocument, { variables: { search: search || null } });
  const chosen = useQuery(GranteeNameDocument, { variables: { id: props.value ?? '' }, skip: !props.value });
  const people = new Map(
    [...(chosen.data?.grantee ? [chosen.data.grantee] : []), ...(data?.grantees.nodes ?? [])].map((one) => [
      one.id,
      one,
    ]),
  );
  return (
    <Select
      id={props.id}
      className={props.className}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      aria-label={props.label}
      placeholder={t('person.choose')}
      loading={loading}
      value={props.value || undefined}
      onChange={(id: string) => props.onChange?.(id)}
      options={[...people.values()]
        .filter(({ id }) => id !== props.without)
        .map(({ id, name, username }) => ({ value: id, label: t('person.named', { name, username }) }))}
    />
  );
}
