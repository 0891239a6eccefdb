import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** The empty roster with its drop-downs. */
export function TemplateButton() {
  const { t } = useTranslation('import');
  return (
    <Button href="/templates/organizations.xlsx" download icon={<DownloadOutlined />}>
      {t('template')}
    </Button>
  );
}
