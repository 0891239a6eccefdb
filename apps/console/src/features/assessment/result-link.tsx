import { useTranslation } from 'react-i18next';
import { paths } from '../../app/routes';
import { ScopedLink } from '../../components/scoped-link';
import type { CycleStage } from '../../generated/graphql';
import { orderOf } from './cycle-words';

/** The name of one of the assessed, leading to its result once there is one. */
export function ResultLink(props: {
  cycleId: string;
  assessment: { id: string; subjectName: string; total?: string | null };
  /** A result without a total has a page too, which says what is missing. */
  computed?: boolean;
}) {
  const { id, subjectName, total } = props.assessment;
  if (!props.computed && (total === null || total === undefined)) return <>{subjectName}</>;
  return <ScopedLink to={`${paths.assessments}/${props.cycleId}/results/${id}`}>{subjectName}</ScopedLink>;
}

/** To the comparison of one of the assessed with another of its cycle. */
export function CompareLink({ cycleId, first, second }: { cycleId: string; first: string; second?: string | null }) {
  const { t } = useTranslation('result');
  const chosen = new URLSearchParams({ first, ...(second && { second }) });
  return <ScopedLink to={`${paths.assessments}/${cycleId}/compare?${chosen}`}>{t('compare.verb')}</ScopedLink>;
}

/** To the public notice of a cycle, once there was one. */
export function NoticeLink(props: {
  cycle: { id: string; stage: CycleStage; noticeTo?: string | null; cancelledAt?: string | null };
}) {
  const { t } = useTranslation('result');
  const { id, stage, noticeTo, cancelledAt } = props.cycle;
  if (!noticeTo || cancelledAt || orderOf(stage) < orderOf('NOTICE')) return null;
  return <ScopedLink to={`${paths.assessments}/${id}/notice`}>{t('notice.open')}</ScopedLink>;
}
