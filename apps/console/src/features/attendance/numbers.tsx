import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { StateGlyph } from '../../components/state-glyph';
import type { AttendanceNumbersFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';

/** How many are there of how many, and whether that is enough; read out as it changes. */
export function AttendanceNumbers({ numbers }: { numbers: AttendanceNumbersFragment }) {
  const { t } = useTranslation('attendance');
  const { entitled, present, onLeave, absent, unmarked, guests, guestsPresent, late, remote, madeUp, quorum } = numbers;
  const figures = [
    [t('figure.entitled'), entitled],
    [t('figure.present'), present],
    [t('figure.onLeave'), onLeave],
    [t('figure.absent'), absent],
    [t('figure.unmarked'), unmarked],
  ] as const;
  const more = [
    late ? t('more.late', { count: late }) : null,
    remote ? t('more.remote', { count: remote }) : null,
    madeUp ? t('more.madeUp', { count: madeUp }) : null,
    guests ? t('more.guests', { count: guests, present: guestsPresent }) : null,
  ].filter(Boolean);
  return (
    <div className="attendance-numbers" role="status" aria-live="polite">
      <dl>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {more.length > 0 ? <p className="attendance-more quiet">{more.join(' · ')}</p> : null}
      {quorum ? (
        <p className={quorum.met ? 'attendance-quorum attendance-enough' : 'attendance-quorum'}>
          <StateGlyph state={quorum.met ? 'done' : 'risk'} />
          <span>
            <strong>{t(quorum.met ? 'enough' : 'notEnough')}</strong> {local(quorum.text)}{' '}
            <BasisChip>{local(quorum.basis)}</BasisChip>
          </span>
        </p>
      ) : null}
    </div>
  );
}
