import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';

/** A cycle that is about to be opened, with whom it would cover. */
export function CycleNewPage() {
  const { t } = useTranslation('cycle');
  return <PageHead title={t('title')} />;
}
