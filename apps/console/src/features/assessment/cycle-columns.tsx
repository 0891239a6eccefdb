import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { CycleProgressFragment, CycleRowFragment, CycleStage } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { cycleSign, orderOf } from './cycle-words';

/** The columns of the ledger of cycles, the title first. */
export function useCycleColumns(): readonly LedgerColumn<CycleRowFragment>[] {
  const { t } = useTranslation('cycle');
  return [
    { key: 'title', title: t('column.title'), rowScope: 'row', render: (_, row) => <CycleTitle cycle={row} /> },
    { key: 'scheme', title: t('column.scheme'), render: (_, { scheme }) => <SchemeName scheme={scheme} /> },
    { key: 'period', title: t('column.period'), className: 'nowrap', render: (_, row) => <Period of={row} /> },
    { key: 'organization', title: t('column.organization'), render: (_, { organization }) => organization?.name },
    { key: 'stage', title: t('column.stage'), className: 'nowrap', render: (_, row) => <CycleState cycle={row} /> },
    { key: 'dueOn', title: t('column.dueOn'), className: 'nowrap', render: (_, row) => <StageDue cycle={row} /> },
    { key: 'progress', title: t('column.progress'), render: (_, row) => <ProgressWords cycle={row} /> },
  ];
}

/** What it is called, leading to its page. */
export function CycleTitle({ cycle }: { cycle: { id: string; title: string } }) {
  return (
    <ScopedLink className="cycle-title" to={`/assessments/${cycle.id}`}>
      {cycle.title}
    </ScopedLink>
  );
}

export function SchemeName({ scheme }: { scheme: CycleRowFragment['scheme'] }) {
  const { t } = useTranslation('cycle');
  return scheme ? <>{t('schemeVersion', { name: local(scheme.name), no: scheme.no })}</> : null;
}

export function Period({ of: { periodFrom, periodTo } }: { of: { periodFrom: string; periodTo: string } }) {
  const { t } = useTranslation('cycle');
  return <>{t('period', { from: periodFrom.slice(0, 7), to: periodTo.slice(0, 7) })}</>;
}

/** Where it stands: sign and word. */
export function CycleState(props: {
  cycle: { stage: CycleStage; late: boolean; cancelledAt?: string | null };
  tint?: boolean;
}) {
  const { t } = useTranslation('cycle');
  const { cycle, tint } = props;
  return (
    <StateWord state={cycleSign(cycle)} tint={tint}>
      {cycle.cancelledAt ? t('cancelled') : t(`stage.${cycle.stage}`)}
    </StateWord>
  );
}

/** Until when its stage lasts; red once that has passed. */
export function StageDue({ cycle }: { cycle: Pick<CycleRowFragment, 'dueOn' | 'late' | 'cancelledAt' | 'stage'> }) {
  const { t } = useTranslation('cycle');
  const { dueOn, late, cancelledAt, stage } = cycle;
  if (!dueOn || cancelledAt || stage === 'FINAL') return null;
  return late ? <StateWord state="late">{t('overdue', { on: dueOn })}</StateWord> : <>{dueOn}</>;
}

/** How far it is, by what its stage is about. */
export function ProgressWords({ cycle }: { cycle: { stage: CycleStage; progress: CycleProgressFragment } }) {
  const { t } = useTranslation('cycle');
  const { stage, progress } = cycle;
  const { total, self, verified, scored, computed, invited } = progress;
  const at = orderOf(stage);
  const parts = [
    ...(at >= 1 ? [t('progress.self', { done: self, total })] : [t('progress.takes', { count: total })]),
    ...(at >= 2 ? [t('progress.verified', { done: verified, total })] : []),
    ...(at >= 3 ? [t('progress.scored', { done: scored, total })] : []),
    ...(at >= 4 ? [t('progress.computed', { done: computed, total })] : []),
    ...(at <= 1 && invited > 0 ? [t('progress.invited', { count: invited })] : []),
  ];
  const late = progress.selfLate + progress.verifiedLate;
  return (
    <span className="cycle-progress">
      {parts.join(' · ')}
      {late > 0 ? <StateWord state="late">{t('progress.late', { count: late })}</StateWord> : null}
    </span>
  );
}
