import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../disclosure';
import type { LedgerParts } from './use-ledger';

/** Which columns stand in the table, and in which order; those left out follow below. */
export function ColumnChoice(props: {
  columns: LedgerParts['columns'];
  named: readonly { key: string; title: ReactNode }[];
}) {
  const { t } = useTranslation('ledger');
  const { value: shown, all, set } = props.columns;
  const title = (key: string) => props.named.find((column) => column.key === key)?.title ?? key;
  const move = (key: string, by: -1 | 1) => {
    const at = shown.indexOf(key);
    const next = shown.filter((column) => column !== key);
    next.splice(at + by, 0, key);
    set(next);
  };
  return (
    <Disclosure button={t('columns.verb')} align="right" className="disclosure-button column-button">
      {() => (
        <ul className="column-choice" aria-label={t('columns.verb')}>
          {[...shown, ...all.filter((key) => !shown.includes(key))].map((key) => {
            const at = shown.indexOf(key);
            return (
              <li key={key}>
                <Checkbox
                  checked={at >= 0}
                  onChange={({ target }) => set(target.checked ? [...shown, key] : shown.filter((one) => one !== key))}
                >
                  {title(key)}
                </Checkbox>
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={t('columns.left', { column: title(key) })}
                  disabled={at <= 0}
                  onClick={() => move(key, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={t('columns.right', { column: title(key) })}
                  disabled={at < 0 || at === shown.length - 1}
                  onClick={() => move(key, 1)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Disclosure>
  );
}
