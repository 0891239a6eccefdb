import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BeginCastingDocument,
  CountVoteDocument,
  OpenVoteDocument,
  RecordNamedVotesDocument,
  VoidVoteDocument,
} from '../../../generated/graphql';
import { Banner, Figures, Tiles } from '../body-parts';
import { NamedVotes } from '../named-votes';
import { isRunning, type BodyFacts, type Current, type Vote } from '../room-view';
import { PublishedList } from '../../ballot/published-list';
import { recordOf, useCountsInWords } from '../counted';
import type { Desk } from './conduct-view';
import { ShowOfHands } from './show-of-hands';

/** The vote of one body, from its opening to its count. */
export function BodyDesk(props: Desk & { facts: BodyFacts; rule: NonNullable<Current['rule']>; alone: boolean }) {
  const { t } = useTranslation('room');
  const say = useCountsInWords();
  const { room, current, act, busy, facts, rule, alone } = props;
  const { body, vote, blocked } = facts;
  const { itemId, version } = current;
  return (
    <section className="room-body" aria-label={t(`body.${body}`)} data-body={body}>
      <div className="room-body-head">
        {alone ? null : <h3>{t(`body.${body}`)}</h3>}
        <Banner facts={facts} />
        <Figures facts={facts} />
        {vote ? null : (
          <div className="room-buttons">
            <Button
              type={blocked ? 'default' : 'primary'}
              loading={busy}
              onClick={() => void act(OpenVoteDocument, { itemId, version, body })}
            >
              {t(`vote.open.${body === 'COUNCIL' ? rule.councilBallot : rule.ballot}`)}
            </Button>
          </div>
        )}
        {vote && isRunning(vote) ? <Running {...props} vote={vote} /> : null}
      </div>
      <Tiles facts={facts} />
      {vote?.phase === 'CASTING' && vote.secrecy === 'OPEN' ? (
        <ShowOfHands
          room={room}
          vote={vote}
          record={(votes) => act(RecordNamedVotesDocument, { voteId: vote.id, votes })}
        />
      ) : null}
      {vote?.phase === 'CLOSED' ? <NamedVotes room={room} vote={vote} /> : null}
      {vote?.phase === 'CLOSED' && vote.publishedUrl ? (
        <PublishedList url={vote.publishedUrl} record={recordOf(vote)} receipt={null} say={say} />
      ) : null}
    </section>
  );
}

/** The next step of a vote, or its end without a count. */
function Running({ act, busy, facts, vote }: Desk & { facts: BodyFacts; vote: Vote }) {
  const { t } = useTranslation('room');
  const [giving, setGiving] = useState(false);
  const { id: voteId, phase } = vote;
  const count = facts.missing > 0 ? t('vote.countMissing', { count: facts.missing }) : t('vote.count');
  return (
    <>
      <div className="room-buttons">
        {phase === 'ISSUING' ? (
          <Button type="primary" loading={busy} onClick={() => void act(BeginCastingDocument, { voteId })}>
            {vote.issued < vote.present
              ? t('vote.beginMissing', { count: vote.present - vote.issued })
              : t('vote.begin')}
          </Button>
        ) : (
          <Button
            type={facts.missing > 0 ? 'default' : 'primary'}
            loading={busy}
            onClick={() => void act(CountVoteDocument, { voteId })}
          >
            {count}
          </Button>
        )}
        <Button danger aria-expanded={giving} onClick={() => setGiving(!giving)}>
          {t('vote.void')}
        </Button>
      </div>
      {giving ? <VoidForm done={(reason) => act(VoidVoteDocument, { voteId, reason })} /> : null}
    </>
  );
}

function VoidForm({ done }: { done(reason: string): Promise<boolean> }) {
  const { t } = useTranslation('room');
  const [reason, setReason] = useState('');
  return (
    <form
      className="room-inline"
      onSubmit={(event) => {
        event.preventDefault();
        void done(reason.trim());
      }}
    >
      <label>
        {t('vote.voidReason')}
        <Input value={reason} maxLength={500} required onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button danger htmlType="submit" disabled={!reason.trim()}>
        {t('vote.voidConfirm')}
      </Button>
    </form>
  );
}
