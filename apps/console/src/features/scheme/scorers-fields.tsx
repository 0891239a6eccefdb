import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from './fields';
import { NamedRows } from './named-rows';
import starting from './starting-lists.json';
import type { Aggregation } from './scheme-tree';

const BY = ['AVERAGE', 'TRIMMED', 'ROLES'] as const;
const begin: Record<Aggregation['by'], Aggregation> = {
  AVERAGE: { by: 'AVERAGE' },
  TRIMMED: { by: 'TRIMMED', drop: 1 },
  ROLES: { by: 'ROLES', roles: starting.roles },
};

/** How the scores of several scorers become one. */
export function ScorersFields({ scorers, set }: { scorers: Aggregation; set(scorers: Aggregation): void }) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <ChoiceField
        label={t('field.scorers')}
        value={scorers.by}
        options={BY.map((value) => ({ value, label: t(`scorers.${value}`) }))}
        wide
        onChange={(by) => set(begin[by])}
      />
      {scorers.by === 'TRIMMED' ? (
        <TextField
          label={t('field.drop')}
          number
          value={String(scorers.drop)}
          onChange={(drop) => set({ by: 'TRIMMED', drop: Number.parseInt(drop, 10) || 0 })}
        />
      ) : null}
      {scorers.by === 'ROLES' ? (
        <NamedRows
          label={t('field.roles')}
          valueLabel={t('field.part')}
          rows={scorers.roles.map(({ role, name, weight }) => ({ key: role, name, value: weight }))}
          onChange={(rows) =>
            set({ by: 'ROLES', roles: rows.map(({ key, name, value }) => ({ role: key, name, weight: value ?? '0' })) })
          }
        />
      ) : null}
    </>
  );
}
