import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConcludeSessionItemDocument, type OpinionKind } from '../../../generated/graphql';
import { bodiesOf, isRunning } from '../room-view';
import { Tap } from '../tap';
import type { Desk } from './conduct-view';

const OPINIONS: readonly OpinionKind[] = ['AGREE', 'AMEND_AND_RESUBMIT', 'DEFER', 'DO_NOT_SUBMIT'];

/** What came of the item: the opinion on a matter, or a note of what was only heard. */
export function ConcludeForm({ current, act, busy }: Desk) {
  const { t } = useTranslation('room');
  const { itemId, version, rule } = current;
  const bodies = bodiesOf(current);
  const [opinion, setOpinion] = useState<OpinionKind | null>(null);
  const [opinionText, setText] = useState('');
  const running = bodies.some(({ vote }) => isRunning(vote));
  const passed = bodies.length > 0 && bodies.every(({ vote }) => vote?.passed);
  // nothing is concluded while people vote
  if (running) return null;
  return (
    <section className="room-conclude" aria-labelledby="room-conclude">
      <h3 id="room-conclude">{t(rule ? 'conclude.title' : 'conclude.heard')}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void act(ConcludeSessionItemDocument, { itemId, version, opinion, opinionText: opinionText.trim() });
        }}
      >
        {rule ? (
          <Tap<OpinionKind>
            label={t('conclude.opinion')}
            choices={OPINIONS.map((key) => ({ key, word: t(`opinion.${key}`) }))}
            value={opinion}
            onChoose={setOpinion}
          />
        ) : null}
        {opinion === 'AGREE' && !passed ? <p className="quiet">{t('conclude.needsVote')}</p> : null}
        <label>
          {t('conclude.text')}
          <Input.TextArea
            rows={3}
            value={opinionText}
            maxLength={4000}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button
          type={passed ? 'primary' : 'default'}
          htmlType="submit"
          loading={busy}
          disabled={Boolean(rule) && !opinion}
        >
          {t(rule ? 'conclude.verb' : 'conclude.heardVerb')}
        </Button>
      </form>
    </section>
  );
}
