import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph } from '../../components/state-glyph';
import type { MatterDetail } from './matter-drawer';
import { moment } from '../../lib/dates';
import { useAmount } from './use-amount';

type Entry = MatterDetail['records'][number];
type Change = Entry['changes'][number];

/** What happened to it, the latest first; of a later version what differs from the one before. */
export function Timeline({ matter }: { matter: MatterDetail }) {
  const { t } = useTranslation('decision');
  return (
    <Panel
      title={t('timeline.title')}
      note={t('timeline.note')}
      extra={
        <span className="quiet">
          <LockOutlined aria-hidden /> {t('timeline.entries', { count: matter.records.length })}
        </span>
      }
    >
      <ol className="matter-timeline">
        {matter.records.map((entry) => (
          <li key={entry.id} data-kind={entry.kind}>
            <span className="matter-when">{moment(entry.at)}</span>
            <span className="matter-dot" aria-hidden>
              {entry.kind === 'GATE_REFUSED' ? <StateGlyph state="risk" /> : null}
            </span>
            <div>
              <p>
                <strong>
                  {t(`record.${entry.kind}`, {
                    no: entry.versionNo ?? '',
                    material: entry.material ?? '',
                    subject: entry.subject ?? '',
                    advice: entry.advice ? t(`advice.kind.${entry.advice}`) : '',
                    session: entry.session ?? '',
                    context: entry.session ? 'session' : undefined,
                    opinion: entry.opinion ? t(`opinion.${entry.opinion}`) : '',
                    outcome: entry.outcome ? t(`outcome.${entry.outcome}`) : '',
                  })}
                </strong>
                <span className="quiet">{entry.actorName ?? t('system')}</span>
              </p>
              {entry.opinionText ? <p className="matter-said">{entry.opinionText}</p> : null}
              {entry.votes.map(({ body, ...vote }) => (
                <p key={body} className="matter-said">
                  {t('vote.counts', { body: t(`vote.body.${body}`), ...vote })}
                  <strong>{t(vote.passed ? 'vote.passed' : 'vote.failed')}</strong>
                </p>
              ))}
              {entry.reason ? <p className="matter-said">{entry.reason}</p> : null}
              {entry.changes.length ? <Changes changes={entry.changes} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What was, struck out, and what is, put in: with the words for whoever does not see the colours. */
function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('decision');
  const amount = useAmount();
  const shown = ({ field }: Change, value: string): string => {
    if (field === 'amountFen') return amount(value);
    return field === 'category' ? t(`category.${value}`) : value;
  };
  return (
    <ul className="matter-changes" aria-label={t('timeline.changes')}>
      {changes.map((change) => (
        <li key={`${change.field} ${change.kind ?? ''}`}>
          <span className="matter-changed">{change.kind ?? t(`changed.${change.field}`)}</span>
          {change.before === null ? null : (
            <del>
              <span className="sr-only">{t('timeline.was')}</span>
              {shown(change, change.before)}
            </del>
          )}
          {change.after === null ? null : (
            <ins>
              <span className="sr-only">{t('timeline.is')}</span>
              {shown(change, change.after)}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
