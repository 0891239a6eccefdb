import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';

/** The ledger of cycles. */
export function CyclesPage() {
  const { t } = useTranslation('cycle');
  return <PageHead title={t('title')} />;
}
