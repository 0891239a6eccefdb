import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './ballot.css';

/** The number by which a voter finds the own paper in the published list. */
export function Receipt({ id }: { id: string }) {
  const { t } = useTranslation('ballot');
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    void navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="ballot-receipt">
      <p>
        {t('receipt.title')}
        <code data-receipt={id}>{id.match(/.{1,8}/g)?.join(' ')}</code>
      </p>
      <Button onClick={copy}>{t('receipt.copy')}</Button>
      <span role="status">{copied === null ? null : t(copied ? 'receipt.copied' : 'receipt.notCopied')}</span>
      <p className="quiet">{t('receipt.text')}</p>
    </div>
  );
}
