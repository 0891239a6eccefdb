import { useMutation } from '@apollo/client/react';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../app/routes';
import { BeginSchemeDraftDocument, type SchemeVersionPartsFragment } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useScope } from '../../lib/scope';
import { ActDrawer, type SchemeAct } from './act-drawer';
import { CreateDrawer } from './create-drawer';
import { useSchemeAddress } from './address';
import type { SchemeDetail } from './use-editor';

/** What can be done to a scheme: to write a new version of it first, the rest under one button. */
export function SchemeActs(props: {
  scheme: SchemeDetail;
  /** The published version that is shown; null: the draft is. */
  shown: SchemeVersionPartsFragment | null;
  done(): void;
}) {
  const { t } = useTranslation('scheme');
  const { message } = App.useApp();
  const { scheme, shown, done } = props;
  const { scoped } = useScope();
  const navigate = useNavigate();
  const address = useSchemeAddress();
  const [act, setAct] = useState<SchemeAct | null>(null);
  const [copying, setCopying] = useState(false);
  const [begin, { loading }] = useMutation(BeginSchemeDraftDocument);
  const { draft, versions, retired, retiredOn } = scheme;
  const source = shown ?? versions[0];
  const write = async () => {
    const input = { id: scheme.id, basedOn: shown?.id ?? null };
    const answer = await begin({ variables: { input } }).catch((refused: unknown) => {
      void message.error(errorText(refused), 8);
      return null;
    });
    if (!answer?.data) return;
    address.set({ version: '', part: 'indicators' });
    done();
  };
  const acts: SchemeAct[] = [
    'rename',
    ...(draft && versions.length > 0 ? (['discard'] as const) : []),
    retiredOn ? 'restore' : 'retire',
  ];
  const items = [
    ...(source ? [{ key: 'copy', label: t('copy.verb'), onClick: () => setCopying(true) }] : []),
    ...acts.map((one) => ({ key: one, label: t(`${one}.verb`), onClick: () => setAct(one) })),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>{t('more')}</Button>
      </Dropdown>
      {!draft && !retired ? (
        <Button type="primary" loading={loading} onClick={() => void write()}>
          {t('begin.verb')}
        </Button>
      ) : null}
      {draft && shown ? (
        <Button type="primary" onClick={() => address.set({ version: '' })}>
          {t('begin.open')}
        </Button>
      ) : null}
      {act ? (
        <ActDrawer
          {...{ act, scheme }}
          close={(taken) => {
            setAct(null);
            if (taken) done();
          }}
        />
      ) : null}
      {copying && source ? (
        <CreateDrawer
          copyOf={{ id: source.id, name: t('schemeVersion', { name: local(scheme.name), no: source.no }) }}
          close={(id) => {
            setCopying(false);
            if (id) void navigate(scoped(`${paths.schemes}/${id}`));
          }}
        />
      ) : null}
    </>
  );
}
