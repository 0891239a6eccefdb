import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../components/sheet';
import { merge, plain, textNode, type Content, type ReadableMinutes } from './content';
import { difference } from './difference';
import { DifferenceView } from './difference-view';
import { useLines } from './read-view';

/** Two have written at the same time: both texts stand here, and nothing is decided without a word. */
export function Conflict(props: { mine: Content; theirs: ReadableMinutes; settle(content: Content): void }) {
  const { t } = useTranslation('minutes');
  const linesOf = useLines();
  const { mine, theirs, settle } = props;
  const text = (words: string) => plain(textNode(words));
  const lines = difference(linesOf(theirs.content, text), linesOf(mine, text));
  const { savedBy: who } = theirs;
  return (
    <Sheet label={t('conflict.title')} className="minutes-conflict" close={() => undefined}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.text', { who })}</p>
      <DifferenceView lines={lines} gone={t('conflict.theirs', { who })} added={t('conflict.mine')} />
      <div className="minutes-conflict-foot">
        <Button onClick={() => settle(theirs.content)}>{t('conflict.takeTheirs', { who })}</Button>
        <Button onClick={() => settle(mine)}>{t('conflict.takeMine')}</Button>
        <Button type="primary" onClick={() => settle(merge(mine, theirs.content, t('conflict.sign', { who })))}>
          {t('conflict.merge')}
        </Button>
      </div>
    </Sheet>
  );
}
