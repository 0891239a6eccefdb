import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import '../../components/figures.css';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import { MatterAdoptionDocument, type MatterAdoptionQuery } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { rowsOf, useFigureWords } from '../figures/words';
import './adoption.css';

const KEYS = ['matter.reviewed', 'matter.adoptionRate', 'matter.reviewedInTime', 'matter.executionOverdue'];
const NOT_FOLLOWED = '/matters?outcomes=ADOPTED_WITH_CHANGES.NOT_ADOPTED';

/** What became of the opinions of this year, and for which reasons some were not followed. */
export function Adoption() {
  const { t } = useTranslation('decision');
  const words = useFigureWords();
  const { within } = useScope();
  const year = today().slice(0, 4);
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const { data, previousData, refetch } = useQuery(MatterAdoptionDocument, {
    variables: { ...days, within, keys: KEYS },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('matter', () => void refetch());
  const found = data ?? previousData;
  if (!found?.figures.length) return null;
  return (
    <section className="matter-adoption panel" aria-label={t('adoption.label', { year })}>
      <ul className="figures">
        {found.figures.map(({ figure: { key, name, unit }, value, part, whole }) => {
          const late = key === 'matter.executionOverdue';
          return (
            <li key={key}>
              <ScopedLink to={rowsOf(key, days, null) ?? '/matters'}>
                <span className="figure-name">
                  {late ? <StateGlyph state={part > 0 ? 'late' : 'done'} /> : null}
                  {local(name)}
                </span>
                <span className={late && part > 0 ? 'figure figure-late' : 'figure'}>{words(unit, value)}</span>
                <span className="figure-note">{whole ? t('adoption.ratio', { part, whole }) : t('adoption.year')}</span>
              </ScopedLink>
            </li>
          );
        })}
      </ul>
      <NotFollowed found={found.notFollowed} />
    </section>
  );
}

function NotFollowed({ found }: { found: MatterAdoptionQuery['notFollowed'] }) {
  const { t } = useTranslation('decision');
  if (!found.nodes.length) return null;
  return (
    <details className="matter-not-followed">
      <summary>{t('adoption.notFollowed', { count: found.totalCount })}</summary>
      <ul>
        {found.nodes.map(({ id, title, councilItem: item }) => (
          <li key={id}>
            <ScopedLink className="matter-title" to={`/matters/${id}`}>
              {title}
            </ScopedLink>
            <span className="quiet">
              {item?.outcome
                ? t('adoption.decided', { outcome: t(`outcome.${item.outcome}`), day: item.decidedOn })
                : null}
            </span>
            <p>{item?.reason}</p>
          </li>
        ))}
      </ul>
      {found.totalCount > found.nodes.length ? (
        <ScopedLink to={NOT_FOLLOWED}>{t('adoption.all', { count: found.totalCount })}</ScopedLink>
      ) : null}
    </details>
  );
}
