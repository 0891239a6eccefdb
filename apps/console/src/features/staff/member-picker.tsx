import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseMemberDocument } from '../../generated/graphql';
import { useRested } from '../../lib/rested';

/** A field for one member of the register, found by name or pinyin; a Form.Item gives it `value`, `onChange`, `id`. */
export function MemberPicker(props: { value?: string; onChange?(id: string): void; id?: string }) {
  const { t } = useTranslation('staff');
  const [search, setSearch] = useState('');
  const asked = useRested(search.trim());
  const { data, previousData, loading } = useQuery(ChooseMemberDocument, {
    variables: { search: asked ?? '' },
    skip: !asked,
  });
  const found = (data ?? previousData)?.members.nodes ?? [];
  return (
    <Select
      id={props.id}
      value={props.value}
      onChange={props.onChange}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder={t('assign.searchMember')}
      loading={loading}
      notFoundContent={asked && !loading ? t('assign.noMember') : t('assign.typeMember')}
      options={found.map((member) => ({
        value: member.id,
        label: member.organization
          ? t('ofOrganization', { name: member.name, at: member.organization.name })
          : member.name,
      }))}
    />
  );
}
