import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Popconfirm, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnViewFragment } from '../../generated/graphql';
import { useMay } from '../../lib/session';
import { OrganizationPicker } from '../organization-picker';
import type { Views } from './use-views';

/** One's own views of a ledger: names, order, the one it opens with, who may use them, and their end. */
export function ViewsDrawer({ views, close }: { views: Views; close(): void }) {
  const { t } = useTranslation('ledger');
  const { own } = views;
  const opening = own.find(({ isDefault }) => isDefault)?.id ?? '';
  const move = (at: number, by: -1 | 1) => {
    const ids = own.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved) ids.splice(at + by, 0, moved);
    void views.arrange(ids);
  };
  return (
    <Drawer
      title={t('view.manage')}
      aria-label={t('view.manage')}
      size={480}
      open
      onClose={close}
      closable={{ 'aria-label': t('view.close'), placement: 'end' }}
    >
      <Radio.Group
        className="view-default"
        aria-label={t('view.opensWith')}
        value={opening}
        onChange={(event) => void views.chooseDefault(String(event.target.value) || null)}
      >
        <p className="quiet">{t('view.opensWith')}</p>
        <Radio value="">{t('view.all')}</Radio>
        <ul className="view-rows">
          {own.map((view, at) => (
            <li key={view.id}>
              <div className="view-row">
                <Radio value={view.id} aria-label={t('view.default', { name: view.name })} />
                <Name key={view.name} view={view} rename={(name) => void views.rename(view, name)} />
                <Button
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={t('view.forward', { name: view.name })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={t('view.back', { name: view.name })}
                  disabled={at === own.length - 1}
                  onClick={() => move(at, 1)}
                />
                <Popconfirm
                  title={t(view.audience === 'OWNER' ? 'view.deleteText' : 'view.deleteShared', { name: view.name })}
                  okText={t('view.delete')}
                  okButtonProps={{ danger: true }}
                  cancelText={t('view.cancel')}
                  onConfirm={() => views.remove(view)}
                >
                  <Button type="text" danger aria-label={t('view.deleteName', { name: view.name })}>
                    {t('view.delete')}
                  </Button>
                </Popconfirm>
              </div>
              <Sharing view={view} views={views} />
            </li>
          ))}
        </ul>
      </Radio.Group>
    </Drawer>
  );
}

/** The name, changed on leaving the field or on Enter. */
function Name({ view, rename }: { view: OwnViewFragment; rename(name: string): void }) {
  const { t } = useTranslation('ledger');
  const [name, setName] = useState(view.name);
  const done = () => {
    if (!name.trim()) setName(view.name);
    else if (name.trim() !== view.name) rename(name.trim());
  };
  return (
    <Input
      maxLength={40}
      value={name}
      aria-label={t('view.nameOf', { name: view.name })}
      onChange={(event) => setName(event.target.value)}
      onBlur={done}
      onPressEnter={(event) => event.currentTarget.blur()}
    />
  );
}

function Sharing({ view, views }: { view: OwnViewFragment; views: Views }) {
  const { t } = useTranslation('ledger');
  const shares = useMay('view.share');
  const [choosing, setChoosing] = useState(false);
  if (!shares) return null;
  const audience = choosing ? 'ORGANIZATION' : view.audience;
  return (
    <div className="view-sharing">
      <Select
        aria-label={t('view.audienceOf', { name: view.name })}
        value={audience}
        options={(['OWNER', 'ORGANIZATION', 'ASSOCIATION'] as const).map((value) => ({
          value,
          label: t(`view.audience.${value}`),
        }))}
        onChange={(value) => {
          setChoosing(value === 'ORGANIZATION' && view.audience !== 'ORGANIZATION');
          if (value !== 'ORGANIZATION') void views.share(view, value, null);
        }}
      />
      {audience === 'ORGANIZATION' ? (
        <OrganizationPicker
          value={view.organizationId}
          onChange={(id) => {
            setChoosing(false);
            if (id) void views.share(view, 'ORGANIZATION', id);
          }}
        />
      ) : null}
    </div>
  );
}
