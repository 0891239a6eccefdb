import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseMemberDocument } from '../../generated/graphql';
import { useRested } from '../../lib/rested';

/** Somebody who was chosen, with the name they are shown by. */
export interface Chosen {
  readonly id: string;
  readonly label: string;
}

/** A field for several members of the register, found by name or pinyin; what is chosen stays while one searches on. */
export function PeoplePicker(props: { value?: readonly Chosen[]; onChange?(people: Chosen[]): void; id?: string }) {
  const { t } = useTranslation('staff');
  const { value: chosen = [] } = props;
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const asked = useRested(search.trim());
  const { data, previousData, loading } = useQuery(ChooseMemberDocument, {
    variables: { search: asked ?? '' },
    skip: !asked,
  });
  const found = asked ? ((data ?? previousData)?.members.nodes ?? []) : [];
  const people = found.map(({ id, name, organization }) => ({
    id,
    label: organization ? t('ofOrganization', { name, at: organization.name }) : name,
  }));
  const all = [...chosen, ...people.filter(({ id }) => chosen.every((one) => one.id !== id))];
  return (
    <Select
      id={props.id}
      mode="multiple"
      open={open}
      onOpenChange={setOpen}
      value={chosen.map(({ id }) => id)}
      onChange={(ids: string[]) => {
        setSearch('');
        // left open, Tab would take back who was just chosen
        setOpen(false);
        props.onChange?.(ids.flatMap((id) => all.find((one) => one.id === id) ?? []));
      }}
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      placeholder={t('assign.searchMember')}
      loading={loading}
      notFoundContent={asked && !loading ? t('assign.noMember') : t('assign.typeMember')}
      options={(asked ? people : chosen).map(({ id, label }) => ({ value: id, label }))}
      // what is chosen keeps its name also while the list shows others
      labelRender={({ value, label }) => chosen.find(({ id }) => id === value)?.label ?? label}
    />
  );
}
