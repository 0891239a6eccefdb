import { useQuery } from '@apollo/client/react';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MilestoneOwnersDocument } from '../../generated/graphql';
import { useRested } from '../../lib/rested';

/** Who carries a milestone out: chosen, with an id; or a name alone, of somebody whom the system does not know. */
export interface Owner {
  name: string;
  id: string | null;
}

/** People around the organization that proposes, and organizations: what is typed stays unless one is chosen. */
export function OwnerField(props: { matterId: string; id?: string; value?: Owner; onChange?(owner: Owner): void }) {
  const { t } = useTranslation(['decision', 'minutes']);
  const [search, setSearch] = useState('');
  const asked = useRested(search.trim());
  const { data, previousData } = useQuery(MilestoneOwnersDocument, {
    variables: { id: props.matterId, search: asked ?? '' },
    skip: !asked,
  });
  const found = asked ? (data ?? previousData) : undefined;
  const choices = [
    ...(found?.milestoneOwners ?? []).map(({ id, name, note, hasAccount }) => ({
      id,
      name,
      note: [note, hasAccount ? null : t('minutes:choose.noAccount')].filter(Boolean).join(' · '),
    })),
    ...(found?.organizations.nodes ?? []).map(({ id, name }) => ({
      id,
      name,
      note: t('minutes:choose.organization'),
    })),
  ];
  return (
    <AutoComplete
      id={props.id}
      value={props.value?.name ?? ''}
      options={choices.map(({ id, name, note }) => ({
        value: id,
        label: note ? t('minutes:choose.option', { name, note }) : name,
      }))}
      showSearch={{
        filterOption: false,
        onSearch: (text) => {
          setSearch(text);
          props.onChange?.({ name: text.slice(0, 100), id: null });
        },
      }}
      onSelect={(id: string) => {
        const chosen = choices.find((one) => one.id === id);
        if (chosen) props.onChange?.({ name: chosen.name, id });
      }}
    />
  );
}
