import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import { shareOf, type BodyFacts, type Room } from './room-view';

/** The item that is being dealt with: what it is, and what is asked. */
export function ItemHead({ room }: { room: Room }) {
  const { t } = useTranslation(['room', 'decision']);
  const item = room.items.find(({ id }) => id === room.current?.itemId);
  if (!item || !room.current) return null;
  const { options } = room.current;
  return (
    <div className="room-item-head">
      <p className="quiet">
        {[
          item.category ? t(`decision:category.${item.category}`) : t('item.onlyHeard'),
          t('item.no', { no: item.no }),
        ].join(' · ')}
      </p>
      <h2>{item.title}</h2>
      {options ? <p className="room-question">{options}</p> : null}
    </div>
  );
}

/** Whether a body can vote, on which base and with which threshold; after the count, the result instead. */
export function Banner({ facts }: { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const { vote, blocked } = facts;
  if (vote?.phase === 'CLOSED') return <Result facts={facts} />;
  return (
    <div className={blocked ? 'room-banner room-not' : 'room-banner room-can'} role="status">
      <p className="room-verdict">
        <StateGlyph state={blocked ? 'risk' : 'done'} size={32} />
        {t(blocked ? 'banner.cannot' : 'banner.can')}
      </p>
      <p>
        <Presence facts={facts} />
        {blocked && blocked !== 'quorum' ? (
          <>
            <br />
            <strong>{t(`blocked.${blocked}`)}</strong>
          </>
        ) : null}
        <br />
        <Majority facts={facts} />
      </p>
    </div>
  );
}

function Presence({ facts }: { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const { entitled, present, presenceNeeded: needed } = facts;
  if (facts.blocked === 'quorum') return t('presence.short', { entitled, present, needed, missing: needed - present });
  const { than, of, figure } = shareOf(facts.presence);
  return t(`presence.${than}`, { entitled, present, needed, share: t(`share.${of}`, { figure }) });
}

function Majority({ facts }: { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const { than, of, figure } = shareOf(facts.majority);
  const base = t(`base.${facts.majorityBase}`, { count: facts.base });
  return (
    <>
      {t('majority.before')} <strong>{t('majority.votes', { count: facts.needed })}</strong>
      {t(`majority.${than}`, { base, share: t(`share.${of}`, { figure }) })}
    </>
  );
}

function Result({ facts }: { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const { vote, needed, entitled, present } = facts;
  if (!vote) return null;
  const { inFavour, against, abstained, passed } = vote;
  const figures = [
    ['FOR', inFavour],
    ['AGAINST', against],
    ['ABSTAIN', abstained],
  ] as const;
  return (
    <div className={passed ? 'room-banner room-can' : 'room-banner room-failed'} role="status">
      <p className="room-verdict">
        <StateGlyph state={passed ? 'done' : 'late'} size={32} />
        {t(passed ? 'result.passed' : 'result.notPassed')}
      </p>
      <div>
        <dl className="room-result">
          {figures.map(([choice, count]) => (
            <div key={choice}>
              <dt>{t(`choice.${choice}`)}</dt>
              <dd>{count ?? 0}</dd>
            </div>
          ))}
        </dl>
        <p>{t('result.base', { needed, entitled, present })}</p>
      </div>
    </div>
  );
}

/** 应到 实到 回避 已投 未投. */
export function Figures({ facts }: { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const figures = [
    ['entitled', facts.entitled],
    ['present', facts.present],
    ['recused', facts.recused],
    ['cast', facts.cast],
    ['missing', facts.missing],
  ] as const;
  return (
    <dl className="room-figures">
      {figures.map(([key, value]) => (
        <div key={key} data-figure={key}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A tile for each who may vote, filled from the left whoever votes: neither seats nor times are told. */
export function Tiles({ facts }: { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const { vote, present } = facts;
  if (!vote || (vote.phase !== 'ISSUING' && vote.phase !== 'CASTING')) return null;
  const issuing = vote.phase === 'ISSUING';
  const filled = issuing ? vote.issued : vote.cast;
  return (
    <div className="room-voting">
      <p>
        <span>{t(`voting.${vote.secrecy}.${vote.phase}`)}</span>
        <span className="quiet">{t(issuing ? 'voting.issuingNote' : 'voting.castingNote')}</span>
      </p>
      <ul
        className="room-tiles"
        aria-label={t(issuing ? 'tiles.issued' : 'tiles.cast', { count: filled, of: present })}
      >
        {Array.from({ length: present }, (_, index) => (
          <li key={index} className={index < filled ? 'room-in' : undefined}>
            {t(index < filled ? (issuing ? 'tile.issued' : 'tile.cast') : issuing ? 'tile.unissued' : 'tile.missing')}
          </li>
        ))}
      </ul>
    </div>
  );
}
