import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  RemoveSealImageDocument,
  SetSealImageDocument,
  type SealImagesQuery,
  type SessionBody,
} from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { UploadRefused } from '../import/upload';
import { uploadWithProgress } from '../minutes/upload-with-progress';

/** The pictures of seals of the bodies that sit: pictures, which the page says, and no signatures. */
export function SealImages(props: {
  organizationId: string;
  images: SealImagesQuery['sealImages'];
  joint: boolean;
  reload(): void;
}) {
  const { t } = useTranslation('decision');
  const { message } = App.useApp();
  const { organizationId, images, joint, reload } = props;
  const input = useRef<HTMLInputElement>(null);
  const [body, setBody] = useState<SessionBody>('PARTY');
  const [set, setting] = useMutation(SetSealImageDocument);
  const [remove] = useMutation(RemoveSealImageDocument);
  const bodies: readonly SessionBody[] = joint ? ['PARTY', 'COUNCIL'] : ['PARTY'];
  const tell = (refused: unknown) =>
    void message.error(refused instanceof UploadRefused ? refused.message : errorText(refused), 8);
  const send = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { id: fileId } = await uploadWithProgress(file, () => undefined);
      await set({ variables: { input: { organizationId, body, fileId } } });
      void message.success(t('seal.done'));
    } catch (refused) {
      tell(refused);
    } finally {
      if (input.current) input.current.value = '';
    }
    reload();
  };
  return (
    <section className="paper-seals" aria-label={t('seal.title')}>
      <h3>{t('seal.title')}</h3>
      <p className="quiet">{t('seal.note')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".png,.jpg,.jpeg"
        aria-label={t('seal.file')}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      {bodies.map((each) => {
        const image = images.find((found) => found.body === each);
        const name = t(`seal.of.${each}`);
        return (
          <p key={each} className="paper-seal-row">
            <span>
              {name}
              <span className="quiet">
                {image ? t('seal.added', { who: image.addedBy, day: dayOf(image.addedAt) }) : t('seal.none')}
              </span>
            </span>
            <Button
              size="small"
              loading={setting.loading}
              aria-label={t(image ? 'seal.againOf' : 'seal.addOf', { name })}
              onClick={() => {
                setBody(each);
                input.current?.click();
              }}
            >
              {t(image ? 'seal.again' : 'seal.add')}
            </Button>
            {image ? (
              <Button
                size="small"
                type="text"
                danger
                aria-label={t('seal.removeOf', { name })}
                onClick={() =>
                  void remove({ variables: { input: { id: image.id } } })
                    .catch(tell)
                    .then(reload)
                }
              >
                {t('seal.remove')}
              </Button>
            ) : null}
          </p>
        );
      })}
    </section>
  );
}
