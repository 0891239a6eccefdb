import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportSummaryFragment } from '../../generated/graphql';

/** The rows that are not imported, as a workbook with a column that says what is wrong; corrected, it is imported again. */
export function FaultyRowsButton({ batch }: { batch: ImportSummaryFragment }) {
  const { t } = useTranslation('import');
  return (
    <Button href={`/imports/${batch.id}/faulty-rows.xlsx`} download>
      {t('faultyRows', { count: batch.faulty + batch.blocked })}
    </Button>
  );
}
