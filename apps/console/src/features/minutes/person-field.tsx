import { useQuery } from '@apollo/client/react';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NamesToChooseDocument } from '../../generated/graphql';
import { useRested } from '../../lib/rested';

/** Who is named: chosen, with an id; or a name alone, of somebody whom the system does not know. */
export interface Named {
  name: string;
  id: string | null;
}

/** A field for a person, and for organizations where those may be meant: what is typed stays unless one is chosen. */
export function PersonField(props: {
  organizationId: string;
  value: Named;
  onChange(named: Named): void;
  label: string;
  placeholder?: string;
  organizations?: boolean;
  maxLength: number;
}) {
  const { t } = useTranslation('minutes');
  const [search, setSearch] = useState('');
  const asked = useRested(search.trim());
  const { data, previousData } = useQuery(NamesToChooseDocument, {
    variables: {
      organizationId: props.organizationId,
      search: asked ?? '',
      organizations: props.organizations ?? false,
    },
    skip: !asked || !props.organizationId,
  });
  const found = asked ? (data ?? previousData) : undefined;
  const choices = [
    ...(found?.namedPeople ?? []).map(({ id, name, note, hasAccount }) => ({
      id,
      name,
      note: [note, hasAccount ? null : t('choose.noAccount')].filter(Boolean).join(' · '),
    })),
    ...(found?.organizations?.nodes ?? []).map(({ id, name }) => ({ id, name, note: t('choose.organization') })),
  ];
  return (
    <AutoComplete
      className="minutes-person"
      aria-label={props.label}
      value={props.value.name}
      placeholder={props.placeholder ?? t('choose.help')}
      options={choices.map(({ id, name, note }) => ({
        value: id,
        label: note ? t('choose.option', { name, note }) : name,
      }))}
      showSearch={{
        filterOption: false,
        onSearch: (text) => {
          setSearch(text);
          props.onChange({ name: text.slice(0, props.maxLength), id: null });
        },
      }}
      onSelect={(id: string) => {
        const chosen = choices.find((one) => one.id === id);
        if (chosen) props.onChange({ name: chosen.name, id });
      }}
    />
  );
}
