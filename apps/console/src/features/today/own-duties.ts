import { useQuery } from '@apollo/client/react';
import type { TFunction } from 'i18next';
import { paths } from '../../app/routes';
import {
  MinutesToSignDocument,
  MinutesToSignOnPaperDocument,
  OwnAdviceDocument,
  OwnTasksDocument,
  TodayAssessmentsDocument,
  TodayLateMattersDocument,
  TodayDispatchesDocument,
  type MinutesToSignOnPaperQuery,
  type MinutesToSignQuery,
  type OwnAdviceRowFragment,
  type OwnTasksQuery,
  type TodayAssessmentsQuery,
  type TodayLateMattersQuery,
  type TodayDispatchesQuery,
} from '../../generated/graphql';
import { near } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { adviceSign } from '../decision/advice-words';
import { isLate, signOf } from '../supervision/words';
import type { TaskGroup } from './tasks';

/** What one signs and carries out, oneself or for an organization of one's own. */
export interface OwnDuties {
  toSign: MinutesToSignQuery['minutesToSign'];
  /** whose chair has no account: a page that the chair signed is awaited */
  onPaper: MinutesToSignOnPaperQuery['minutesToSignOnPaper'];
  tasks: OwnTasksQuery['ownSupervisionItems'];
  reviews: readonly OwnAdviceRowFragment[];
  /** for whoever conducts matters: urgent ones not reviewed in time, and those with overdue milestones */
  lateMatters: TodayLateMattersQuery['matters'] | null;
  /** requests and reports whose next step is up to an organization of one's own */
  dispatches: TodayDispatchesQuery['dispatches'] | null;
  /** self-assessments, and answers to invitations, of organizations of one's own */
  assessments: TodayAssessmentsQuery['assessments'] | null;
}

/** Read anew when something happens to an activity or a matter. */
export function useOwnDuties(): OwnDuties {
  const signing = useQuery(MinutesToSignDocument, { fetchPolicy: 'cache-and-network' });
  const { within } = useScope();
  const keeps = useMay('activity.maintain');
  const paper = useQuery(MinutesToSignOnPaperDocument, {
    variables: { within },
    skip: !keeps,
    fetchPolicy: 'cache-and-network',
  });
  const tasks = useQuery(OwnTasksDocument, { fetchPolicy: 'cache-and-network' });
  const reviews = useQuery(OwnAdviceDocument, { fetchPolicy: 'cache-and-network' });
  const readsDispatches = useMay('dispatch.read');
  const dispatches = useQuery(TodayDispatchesDocument, {
    variables: { within },
    skip: !readsDispatches,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('dispatch', () => {
    if (readsDispatches) void dispatches.refetch();
  });
  const readsAssessments = useMay('assessment.self');
  const assessments = useQuery(TodayAssessmentsDocument, {
    variables: { within },
    skip: !readsAssessments,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', () => {
    if (readsAssessments) void assessments.refetch();
  });
  useLiveEvent('activity', () => {
    void signing.refetch();
    if (keeps) void paper.refetch();
    void tasks.refetch();
  });
  const conducts = useMay('matter.conduct');
  const late = useQuery(TodayLateMattersDocument, {
    variables: { within },
    skip: !conducts,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('matter', () => {
    void reviews.refetch();
    if (conducts) void late.refetch();
    void tasks.refetch();
  });
  return {
    toSign: signing.data?.minutesToSign ?? [],
    onPaper: paper.data?.minutesToSignOnPaper ?? [],
    tasks: tasks.data?.ownSupervisionItems ?? [],
    reviews: (reviews.data?.ownAdvice ?? []).filter(({ canAnswer }) => canAnswer),
    lateMatters: late.data?.matters ?? null,
    dispatches: dispatches.data?.dispatches ?? null,
    assessments: assessments.data?.assessments ?? null,
  };
}

/** As groups of what waits: signatures first. */
export function ownGroups(
  { toSign, onPaper, tasks, reviews, lateMatters, dispatches, assessments }: OwnDuties,
  t: TFunction<'today'>,
): TaskGroup[] {
  return [
    {
      key: 'signing',
      more: paths.tasks,
      tasks: toSign.map((one) => ({
        key: one.id,
        state: 'pending',
        title: t('today:task.sign', { title: one.title }),
        note: t('today:task.signNote', { organization: one.organizationName, recorder: one.recorderName }),
        due: near(one.recorderSignedAt),
        to: `/activities/${one.activityId}/minutes`,
        verb: t('today:task.signVerb'),
      })),
    },
    {
      key: 'reviewing',
      more: paths.reviews,
      tasks: reviews.map((one) => ({
        key: one.id,
        state: adviceSign(one),
        title: t('today:task.review', { title: one.matter.title }),
        note: t('today:task.reviewNote', { organization: one.matter.organizationName ?? '', question: one.question }),
        due: one.dueOn,
        to: `${paths.reviews}/${one.id}`,
        verb: t('today:task.reviewVerb'),
      })),
    },
    {
      key: 'matters',
      total: lateMatters?.totalCount,
      more: `${paths.matters}?late=1`,
      tasks: (lateMatters?.nodes ?? []).map((one) => ({
        key: one.id,
        state: 'late',
        title: t(one.reviewLate ? 'today:task.reviewLate' : 'today:task.executionLate', {
          title: one.title,
          count: one.overdueMilestones,
        }),
        note: one.organization?.name ?? '',
        due: one.reviewDueOn,
        to: `${paths.matters}/${one.id}`,
        verb: t('today:task.open'),
      })),
    },
    {
      key: 'paper',
      tasks: onPaper.map((one) => ({
        key: one.id,
        state: 'pending',
        title: t('today:task.paper', { title: one.title, chair: one.chair }),
        note: t('today:task.paperNote', { organization: one.organizationName }),
        due: near(one.recorderSignedAt),
        to: `/activities/${one.activityId}/minutes`,
        verb: t('today:task.paperVerb'),
      })),
    },
    {
      key: 'dispatches',
      more: paths.dispatches,
      total: dispatches?.totalCount,
      tasks: (dispatches?.nodes ?? []).map((one) => ({
        key: one.id,
        state: one.overdue ? 'late' : 'pending',
        title: t(`today:task.dispatch.${stepOf(one)}`, { title: one.title }),
        note: t('today:task.dispatchNote', { from: one.organization?.name ?? '', to: one.superiorName }),
        due: one.deadline ?? null,
        to: `/dispatches/${one.id}`,
        verb: t('today:task.dispatchVerb'),
      })),
    },
    {
      key: 'assessments',
      more: paths.assessments,
      total: assessments?.totalCount,
      tasks: (assessments?.nodes ?? []).map((one) => ({
        key: one.id,
        state: one.cycle?.late ? 'late' : 'pending',
        title: t(one.participation === 'INVITED' ? 'today:task.invited' : 'today:task.assess', {
          title: one.cycle?.title ?? '',
        }),
        note: one.subjectName,
        due: one.cycle?.dueOn ?? null,
        to: `${paths.assessments}/${one.cycle?.id ?? ''}`,
        verb: t('today:task.assessVerb'),
      })),
    },
    {
      key: 'own',
      more: paths.tasks,
      tasks: tasks
        .filter(({ canClose, state, mine }) => canClose || (state === 'OPEN' && mine))
        .map((one) => ({
          key: one.id,
          state: signOf(one),
          title: one.canClose
            ? t('today:task.confirm', { text: one.text })
            : isLate(one)
              ? t('today:task.ownLate', { text: one.text })
              : one.text,
          note: t('today:task.ownNote', { organization: one.organizationName, title: one.sourceTitle }),
          due: one.dueOn ?? null,
          to: `${paths.tasks}?item=${one.id}`,
          verb: one.canClose ? t('today:task.confirmVerb') : t('today:task.ownVerb'),
        })),
    },
  ];
}

/** What is to be done next with a dispatch that waits. */
function stepOf({
  state,
  kind,
  followUpAsked,
  followedUpOn,
}: TodayDispatchesQuery['dispatches']['nodes'][number]): 'issue' | 'receive' | 'reply' | 'followUp' | 'close' {
  if (state === 'DRAFT') return 'issue';
  if (state === 'ISSUED') return 'receive';
  if (state === 'RECEIVED') return kind === 'REQUEST' ? 'reply' : 'close';
  return followUpAsked && !followedUpOn ? 'followUp' : 'close';
}
