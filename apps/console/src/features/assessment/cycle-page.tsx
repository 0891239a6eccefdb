import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';

/** One cycle. */
export function CyclePage() {
  const { t } = useTranslation('cycle');
  return <PageHead title={t('title')} />;
}
