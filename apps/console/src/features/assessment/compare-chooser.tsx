import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { CompareCandidatesDocument } from '../../generated/graphql';
import { useRested } from '../../lib/rested';
import { pointsText } from './result-numbers';

/** One of the assessed of a cycle, found by its name. */
export function CompareChooser(props: {
  label: string;
  cycleId: string;
  chosen: string;
  /** Of the chosen one, which may not be among those found. */
  name?: string | null;
  /** The one it is compared with. */
  other: string;
  choose(id: string): void;
}) {
  const id = useId();
  const { label, cycleId, chosen, name, other, choose } = props;
  const [search, setSearch] = useState('');
  const rested = useRested(search);
  const { data, previousData, loading } = useQuery(CompareCandidatesDocument, {
    variables: { id: cycleId, search: rested || null },
  });
  const found = (data ?? previousData)?.assessments.nodes ?? [];
  const known = found.some((one) => one.id === chosen) || !chosen;
  const options = [
    ...(known ? [] : [{ value: chosen, label: name ?? '…' }]),
    ...found
      .filter((one) => one.id !== other)
      .map((one) => ({
        value: one.id,
        label: one.total ? `${one.subjectName} ${pointsText(one.total)}` : one.subjectName,
      })),
  ];
  return (
    <div className="compare-chooser">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={chosen || null}
        options={options}
        loading={loading}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        onChange={(value: string | null) => value && choose(value)}
      />
    </div>
  );
}
