import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { MinutesDetailFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { plain, textNode } from './content';
import { difference } from './difference';
import { DifferenceView } from './difference-view';
import { ReadView, useLines } from './read-view';

type Version = MinutesDetailFragment['versions'][number];

/** The signed versions with their files; each can be read, and compared with the one before. */
export function Versions({ minutes }: { minutes: MinutesDetailFragment }) {
  const { t } = useTranslation('minutes');
  const [shown, setShown] = useState<Version | null>(null);
  const { versions, documentNumber } = minutes;
  if (versions.length === 0) return null;
  const close = () => setShown(null);
  const before = shown && versions.find(({ no }) => no === shown.no - 1);
  return (
    <Panel title={t('version.title')} note={documentNumber}>
      <ul className="minutes-versions">
        {versions.map((version) => (
          <li key={version.id}>
            <p>
              <strong>{t('version.no', { no: version.no })}</strong>
              <span className="quiet">{t('version.lockedAt', { at: moment(version.chairSignedAt) })}</span>
            </p>
            {version.reason ? <p>{t('version.reason', { reason: version.reason })}</p> : null}
            <p className="minutes-links">
              <a href={version.pdfUrl} download>
                {t('version.pdf')}
              </a>
              <a href={version.wordUrl} download>
                {t('version.word')}
              </a>
              <Button type="link" onClick={() => setShown(version)}>
                {t(version.no > 1 ? 'version.compare' : 'version.read')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <Drawer
        open={shown !== null}
        size={640}
        title={shown ? t('version.no', { no: shown.no }) : ''}
        onClose={close}
        closable={{ 'aria-label': t('close'), placement: 'end' }}
      >
        {shown && before ? <Compared before={before} after={shown} /> : null}
        {shown ? <ReadView content={shown.content} /> : null}
      </Drawer>
    </Panel>
  );
}

function Compared({ before, after }: { before: Version; after: Version }) {
  const { t } = useTranslation('minutes');
  const linesOf = useLines();
  const text = (words: string) => plain(textNode(words));
  return (
    <section className="minutes-compared">
      <h3>{t('version.against', { no: before.no })}</h3>
      <DifferenceView
        lines={difference(linesOf(before.content, text), linesOf(after.content, text))}
        gone={t('version.gone')}
        added={t('version.new')}
      />
    </section>
  );
}
