import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationName } from '../organization-name';

/** A list that was opened for one organization itself: says which, and leads back to all of them. */
export function OrganizationFilter(props: { value: string; onChange(value: string): void }) {
  const { t } = useTranslation('ledger');
  if (!props.value) return null;
  return (
    <Button icon={<CloseOutlined aria-hidden />} iconPlacement="end" onClick={() => props.onChange('')}>
      {t('onlyAt')}
      <OrganizationName id={props.value} />
    </Button>
  );
}
