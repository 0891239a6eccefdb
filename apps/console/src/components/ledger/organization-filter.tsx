import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationName } from '../organization-name';
import { OrganizationPicker } from '../organization-picker';

/** A list that was opened for one organization itself: says which, and leads back to all of them. */
export function OrganizationFilter(props: {
  value: string;
  onChange(value: string): void;
  /** Words for all organizations, where one can be chosen here. */
  all?: string;
}) {
  const { t } = useTranslation('ledger');
  const { value, onChange, all } = props;
  if (all)
    return (
      <div className="ledger-organization">
        <OrganizationPicker value={value} none={all} onChange={(id) => onChange(id ?? '')} />
      </div>
    );
  if (!value) return null;
  return (
    <Button icon={<CloseOutlined aria-hidden />} iconPlacement="end" onClick={() => onChange('')}>
      {t('onlyAt')}
      <OrganizationName id={value} />
    </Button>
  );
}
