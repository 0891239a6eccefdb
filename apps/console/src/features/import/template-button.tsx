import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../generated/graphql';

/** The empty roster with its drop-downs. */
export function TemplateButton({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('import');
  return (
    <Button href={`/templates/${kind.toLowerCase()}.xlsx`} download icon={<DownloadOutlined />}>
      {t(`templateOf.${kind}`)}
    </Button>
  );
}
