import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseStaffDocument, type StaffChoiceFragment } from '../../generated/graphql';
import { useRested } from '../../lib/rested';

/** A field for one of the staff, those who left among them: it is their work that goes to another. */
export function StaffPicker(props: {
  id: string;
  value: string | undefined;
  choose(staff: StaffChoiceFragment): void;
}) {
  const { t } = useTranslation('handover');
  const [search, setSearch] = useState('');
  const asked = useRested(search.trim());
  const { data, previousData, loading } = useQuery(ChooseStaffDocument, {
    variables: { search: asked || null, includeEnded: true },
  });
  const found = (data ?? previousData)?.staff.nodes ?? [];
  return (
    <Select
      id={props.id}
      value={props.value}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder={t('plan.searchStaff')}
      loading={loading}
      notFoundContent={loading ? null : t('plan.noStaff')}
      options={found.map((staff) => ({
        value: staff.id,
        label: t('plan.choice', { name: staff.name, position: staff.position, at: staff.organization?.name ?? '' }),
      }))}
      onChange={(id: string) => {
        const chosen = found.find((staff) => staff.id === id);
        if (chosen) props.choose(chosen);
      }}
    />
  );
}
