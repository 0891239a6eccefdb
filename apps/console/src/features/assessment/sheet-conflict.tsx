import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { local } from '../../lib/i18n';
import type { Draft, Line, Said } from './sheet-draft';
import { short } from './sheet-draft';
import { saidText } from './sheet-known';
import { timeOf } from './sheet-times';
import type { Conflict } from './use-sheet';

/** Somebody else was faster: both values stand beside each other, and one is chosen. */
export function SheetConflict(props: {
  conflict: Conflict;
  line: Line;
  draft: Draft;
  settle(nodeKey: string, mine: boolean, theirs: Said): void;
}) {
  const { t } = useTranslation('sheet');
  const { conflict, line, draft } = props;
  const { nodeKey, theirs } = conflict;
  const times = t('entry.timesUnit');
  const settle = (mine: boolean) => props.settle(nodeKey, mine, theirs);
  return (
    <Modal
      open
      title={t('conflict.title', { name: local(conflict.name) })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={[
        <Button key="theirs" onClick={() => settle(false)}>
          {t('conflict.theirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => settle(true)}>
          {t('conflict.mine')}
        </Button>,
      ]}
    >
      <p>{t('conflict.text', { by: theirs.byName ?? t('conflict.otherWindow'), at: timeOf(theirs.at) })}</p>
      <dl className="sheet-conflict">
        <div>
          <dt>{t('conflict.yours')}</dt>
          <dd>
            <strong>{draftText(draft, line, times)}</strong>
            <p>{draft.comment}</p>
          </dd>
        </div>
        <div>
          <dt>{t('conflict.there')}</dt>
          <dd>
            <strong>{saidText(theirs, line, times) || '—'}</strong>
            <p>{theirs.comment}</p>
          </dd>
        </div>
      </dl>
    </Modal>
  );
}

function draftText({ level, points, occurrences }: Draft, { levels }: Line, times: string): string {
  if (points) return short(points);
  if (occurrences) return `${occurrences} ${times}`;
  const found = levels.find(({ key }) => key === level);
  return found ? local(found.name) : '—';
}
