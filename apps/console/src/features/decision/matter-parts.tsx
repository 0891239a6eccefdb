import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import type { MatterPageQuery } from '../../generated/graphql';
import type { MatterDetail } from './matter-drawer';
import { MatterState } from './matter-state';
import { useAmount } from './use-amount';
import { stepsOf, WAY } from './words';

interface Part {
  matter: MatterDetail;
}

/** The steps of its way, with where it stands. */
export function Way({ matter }: Part) {
  const { t } = useTranslation('decision');
  if (matter.state === 'WITHDRAWN') return null;
  const behind = stepsOf(matter.state);
  return (
    <section className="panel matter-way" aria-label={t('way.label')}>
      <ol>
        {WAY.map((step, i) => {
          const place = i < behind ? 'behind' : i === behind ? 'now' : 'ahead';
          return (
            <li key={step} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
              <span className="matter-way-name">{t(`way.${step}`)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What is to be noticed: it was returned, it is urgent, it may be part of another. */
export function Warnings({ matter, splitting }: Part & { splitting: MatterPageQuery['matterSplitting'] }) {
  const { t } = useTranslation('decision');
  const amount = useAmount();
  return (
    <>
      {matter.reason ? (
        <p className="matter-warning" role="note">
          <StateGlyph state="risk" />
          <span>
            <strong>{t(matter.state === 'WITHDRAWN' ? 'withdrawnBecause' : 'returnedBecause')}</strong>
            {matter.reason}
          </span>
        </p>
      ) : null}
      {matter.urgent ? (
        <p className="matter-warning" role="note">
          <StateGlyph state={matter.reviewDueOn ? 'late' : 'risk'} />
          <span>
            <strong>{t('urgentBecause')}</strong>
            {matter.urgentReason}
          </span>
        </p>
      ) : null}
      {splitting.map(({ sign, days, sumFen, thresholdFen, rows }) => (
        <section key={sign} className="matter-warning" aria-label={t('splitting.label')}>
          <StateGlyph state="risk" />
          <div>
            <strong>
              {sign === 'SUM' && sumFen && thresholdFen
                ? t('splitting.sum', { days, count: rows.length, sum: amount(sumFen), threshold: amount(thresholdFen) })
                : t('splitting.title', { days, count: rows.length })}
            </strong>
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <ScopedLink to={`/matters/${row.id}`}>{row.title}</ScopedLink>
                  <span className="quiet">
                    {[row.organizationName, row.amountFen === null ? null : amount(row.amountFen), row.on]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <MatterState state={row.state} />
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
    </>
  );
}

/** What it is about, in the words of whoever proposes it. */
export function Content({ matter }: Part) {
  const { t } = useTranslation('decision');
  const texts = [
    ['background', matter.background],
    ['options', matter.options],
    ['socialEffect', matter.socialEffect],
  ] as const;
  const written = texts.filter(([, text]) => text);
  return (
    <Panel title={t('content')} note={t('draftedBy', { name: matter.proposerName })}>
      {written.length === 0 ? <p className="quiet">{t('nothingWritten')}</p> : null}
      {written.map(([field, text]) => (
        <section key={field}>
          <h3 className="matter-heading">{t(`field.${field}`)}</h3>
          <p className="matter-text">{text}</p>
        </section>
      ))}
    </Panel>
  );
}
