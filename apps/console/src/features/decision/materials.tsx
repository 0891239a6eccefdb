import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPTED, SendingBar, useFileSending } from '../../components/file-sending';
import { Panel } from '../../components/panel';
import { StateGlyph } from '../../components/state-glyph';
import { AddMatterMaterialDocument, RemoveMatterMaterialDocument } from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import type { MatterDetail } from './matter-drawer';

type Material = MatterDetail['materials'][number];

/** What the rule asks for, what was handed in and what is missing; each in its versions. */
export function Materials(props: {
  matter: MatterDetail;
  kinds: readonly string[];
  maintains: boolean;
  reload(): void;
}) {
  const { t } = useTranslation('decision');
  const { message, modal } = App.useApp();
  const { matter, kinds, maintains, reload } = props;
  const [kind, setKind] = useState('');
  const [add] = useMutation(AddMatterMaterialDocument);
  const [remove] = useMutation(RemoveMatterMaterialDocument);
  const others = matter.materials.map((each) => each.kind).filter((each) => !kinds.includes(each));
  const all = [...kinds, ...new Set(others)];
  const missing = kinds.filter((each) => matter.materials.every((material) => material.kind !== each));
  const { input, sending, wrong, send } = useFileSending(
    (fileId) => add({ variables: { input: { id: matter.id, version: matter.version, kind, fileId } } }),
    reload,
  );
  const onRemove = ({ id: materialId, name }: Material) =>
    modal.confirm({
      title: t('material.remove'),
      content: t('material.removeText', { name }),
      okText: t('material.remove'),
      okButtonProps: { danger: true },
      cancelText: t('back'),
      onOk: async () => {
        await remove({ variables: { input: { id: matter.id, version: matter.version, materialId } } }).catch(
          (refused: unknown) => void message.error(errorText(refused)),
        );
        reload();
      },
    });
  return (
    <Panel
      title={t('material.title')}
      note={
        kinds.length ? t('material.count', { count: kinds.length, present: kinds.length - missing.length }) : undefined
      }
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('material.file')}
        onChange={(event) => void send(event.target.files)}
      />
      <SendingBar sending={sending} words={(name) => t('material.sending', { name })} />
      {wrong ? (
        <p role="alert" className="entry-refusal">
          {wrong}
        </p>
      ) : null}
      {all.length === 0 ? <p className="quiet">{t('material.none')}</p> : null}
      <ul className="matter-materials">
        {all.map((each) => {
          const versions = matter.materials.filter((material) => material.kind === each);
          return (
            <li key={each}>
              <p>
                <StateGlyph
                  state={versions.length ? 'done' : 'risk'}
                  label={t(versions.length ? 'material.present' : 'material.missing')}
                />
                <strong>{each}</strong>
                {maintains ? (
                  <Button
                    size="small"
                    aria-label={t(versions.length ? 'material.againOf' : 'material.addOf', { kind: each })}
                    disabled={sending !== null}
                    onClick={() => {
                      setKind(each);
                      input.current?.click();
                    }}
                  >
                    {t(versions.length ? 'material.again' : 'material.add')}
                  </Button>
                ) : null}
              </p>
              {versions.map((material) => (
                <p key={material.id} className="matter-file">
                  <a href={material.url} download>
                    {material.name}
                  </a>
                  <span className="quiet">
                    {t('material.version', { no: material.no, who: material.addedBy, day: dayOf(material.addedAt) })}
                  </span>
                  {maintains && !material.submitted ? (
                    <Button
                      size="small"
                      type="text"
                      aria-label={t('material.removeOf', { name: material.name })}
                      onClick={() => onRemove(material)}
                    >
                      {t('material.removeShort')}
                    </Button>
                  ) : null}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
