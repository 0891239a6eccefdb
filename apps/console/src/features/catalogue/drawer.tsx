import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A form or one entry beside the page. */
export function CatalogueDrawer(props: { title: string; close(): void; children: ReactNode }) {
  const { t } = useTranslation('catalogue');
  return (
    <Drawer
      title={props.title}
      aria-label={props.title}
      size={560}
      open
      destroyOnHidden
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      {props.children}
    </Drawer>
  );
}
