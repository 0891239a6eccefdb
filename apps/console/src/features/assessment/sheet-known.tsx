import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import { local } from '../../lib/i18n';
import { short, type Line, type Said } from './sheet-draft';

type Figure = NonNullable<Line['figure']>;

/** A figure with its base, as the cycle read it or as it stands now, and the way to its rows. */
export function KnownFigure({ figure, open }: { figure: Figure; open: boolean }) {
  const { t } = useTranslation('sheet');
  const { part, whole, takenAt, rows, address, unit } = figure;
  if (part === null) return <p className="quiet">{t('figure.unknown')}</p>;
  return (
    <p className="sheet-figure">
      <span className="sheet-figure-value">{figureText(part, whole, unit)}</span>
      <span className="quiet">{t(takenAt ? 'figure.taken' : 'figure.now', { count: rows })}</span>
      {open ? (
        <ScopedLink to={address} aria-label={t('figure.rowsOf', { name: local(figure.name) })}>
          {t('figure.rows')}
        </ScopedLink>
      ) : null}
    </p>
  );
}

function figureText(part: string, whole: string | null, unit: Figure['unit']): string {
  if (whole === null) return short(part);
  const base = `${short(part)} / ${short(whole)}`;
  if (Number(whole) === 0) return base;
  const share = Number(part) / Number(whole);
  return unit === 'PERCENT' ? `${base} · ${round(share * 100)}%` : `${base} · ${round(share)}`;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** What the assessed, or whoever verified, said. */
export function SaidByOther({ who, said, line }: { who: 'self' | 'verified'; said: Said; line: Line }) {
  const { t } = useTranslation('sheet');
  const value = saidText(said, line, t('entry.timesUnit'));
  return (
    <p className="sheet-said">
      <span className="quiet">{t(`said.${who}`)}</span> {value ? <strong>{value}</strong> : null}
      {said.comment ? <span className="sheet-said-words">{said.comment}</span> : null}
    </p>
  );
}

/** The value of what was said, in words; empty: there is only a comment. */
export function saidText(
  { level, points, occurrences }: Said,
  { levels }: Pick<Line, 'levels'>,
  times: string,
): string {
  if (points !== null) return short(points);
  if (occurrences !== null) return `${occurrences} ${times}`;
  const found = levels.find(({ key }) => key === level);
  return found ? local(found.name) : '';
}
