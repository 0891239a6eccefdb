import { useQuery } from '@apollo/client/react';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RosterCandidatesDocument, type RosterCandidatesQuery } from '../../generated/graphql';
import { useRested } from '../../lib/rested';

export type Candidate = RosterCandidatesQuery['rosterCandidates'][number];

/** Somebody of the association, found by name or pinyin; what is typed stays unless one is chosen. */
export function PersonField(props: {
  label: string;
  value: string;
  type(name: string): void;
  choose(one: Candidate): void;
}) {
  const { t } = useTranslation('reviewSession');
  const [search, setSearch] = useState('');
  // what was looked up may come when somebody types elsewhere already: a list then would lie over the form
  const [open, setOpen] = useState(false);
  const asked = useRested(search.trim());
  const { data, previousData } = useQuery(RosterCandidatesDocument, {
    variables: { search: asked ?? '' },
    skip: !asked,
  });
  const found = asked ? ((data ?? previousData)?.rosterCandidates ?? []) : [];
  return (
    <AutoComplete
      aria-label={props.label}
      placeholder={t('roster.search')}
      value={props.value}
      popupMatchSelectWidth={320}
      open={open && found.length > 0}
      onBlur={() => setOpen(false)}
      options={found.map(({ id, name, note, post, username }) => ({
        value: id,
        label: (
          <span className="review-person">
            <span>{name}</span>
            <span className="quiet">{[post, note, username ?? t('roster.noAccount')].filter(Boolean).join(' · ')}</span>
          </span>
        ),
      }))}
      showSearch={{
        filterOption: false,
        onSearch: (text) => {
          const name = text.slice(0, 60);
          setSearch(name);
          setOpen(true);
          props.type(name);
        },
      }}
      onSelect={(id: string) => {
        setOpen(false);
        const chosen = found.find((one) => one.id === id);
        if (chosen) props.choose(chosen);
      }}
    />
  );
}
