import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CastNamedVoteDocument, type VoteChoice } from '../../../generated/graphql';
import { Choices } from '../choices';
import type { Vote } from '../room-view';
import type { Act } from '../use-act';

/** One's own vote by name: choose, then confirm. */
export function OpenVote({ vote, title, act, busy }: { vote: Vote; title: string; act: Act; busy: boolean }) {
  const { t } = useTranslation('room');
  const [choice, setChoice] = useState<VoteChoice | null>(null);
  const cast = vote.mine?.choice;
  if (cast)
    return (
      <p role="status" className="room-stage">
        {t('vote.cast', { choice: t(`choice.${cast}`) })}
      </p>
    );
  return (
    <div className="room-secret">
      <Choices label={title} value={choice} onChoose={setChoice} />
      <Button
        type="primary"
        block
        disabled={choice === null}
        loading={busy}
        onClick={() => void (choice && act(CastNamedVoteDocument, { voteId: vote.id, choice }))}
      >
        {choice ? t('vote.confirmChoice', { choice: t(`choice.${choice}`) }) : t('vote.confirm')}
      </Button>
      <p className="quiet">{t('vote.openText')}</p>
    </div>
  );
}
