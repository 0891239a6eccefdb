import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { YEARS } from './words';

/** One year, or all of them. */
export function YearFilter({ value, onChange }: { value: string; onChange(this: void, value: string): void }) {
  const { t } = useTranslation('documentNumber');
  return (
    <Select
      aria-label={t('year')}
      value={value}
      onChange={onChange}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: t('everyYear') },
        ...YEARS.map((year) => ({ value: year, label: t('ofYear', { year }) })),
      ]}
    />
  );
}
