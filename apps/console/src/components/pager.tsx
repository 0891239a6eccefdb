import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePage } from '../lib/url-state';
import './pager.css';

/** Where a page lies in its connection. */
export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

/** Ways to the neighbouring pages of a connection; the place stands in the address. */
export function Pager(props: {
  info: PageInfo;
  total: number;
  shown: number;
  size: number;
  /** Numbers of rows to choose from. */
  sizes?: { readonly all: readonly number[]; set(size: number): void };
}) {
  const { t } = useTranslation('console');
  const { info, total, shown, sizes } = props;
  const { toNext, toPrevious } = usePage(props.size);
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <span>{t('pager.count', { shown, total })}</span>
      {sizes && total > (sizes.all[0] ?? 0) ? (
        <Select
          size="small"
          aria-label={t('pager.size')}
          value={props.size}
          options={sizes.all.map((value) => ({ value, label: t('pager.rows', { count: value }) }))}
          onChange={sizes.set}
        />
      ) : null}
      <Button
        size="small"
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('pager.previous')}
        title={t('pager.previous')}
        disabled={!info.hasPreviousPage || !info.startCursor}
        onClick={() => info.startCursor && toPrevious(info.startCursor)}
      />
      <Button
        size="small"
        icon={<RightOutlined aria-hidden />}
        aria-label={t('pager.next')}
        title={t('pager.next')}
        disabled={!info.hasNextPage || !info.endCursor}
        onClick={() => info.endCursor && toNext(info.endCursor)}
      />
    </nav>
  );
}
