import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { OwnAdviceDocument, type OwnAdviceRowFragment } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { adviceSign } from './advice-words';
import '../supervision/supervision.css';
import './advice.css';

/** 我的审阅: matters on which one is asked for an opinion, and what one said. */
export function OwnReviewsPage() {
  const { t } = useTranslation('decision');
  const { data, error, refetch } = useQuery(OwnAdviceDocument, { fetchPolicy: 'cache-and-network' });
  useLiveEvent('matter', () => void refetch());
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  const all = data?.ownAdvice ?? [];
  const waiting = all.filter(({ canAnswer }) => canAnswer);
  const over = all.filter(({ canAnswer }) => !canAnswer);
  return (
    <>
      <PageHead title={t('reviews.title')} note={t('reviews.note')} />
      <div className="page-body reviews-page" aria-busy={!data}>
        {data ? (
          <Panel title={t('reviews.waiting')} note={t('reviews.count', { count: waiting.length })} flush>
            {waiting.length ? <Reviews found={waiting} /> : <Empty good>{t('reviews.empty')}</Empty>}
          </Panel>
        ) : null}
        {over.length ? (
          <Panel title={t('reviews.over')} note={t('reviews.count', { count: over.length })} flush>
            <Reviews found={over} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

/** Each with its matter, what is asked and until when; it leads to the page where one answers. */
export function Reviews({ found }: { found: readonly OwnAdviceRowFragment[] }) {
  const { t } = useTranslation('decision');
  return (
    <ul className="own-tasks">
      {found.map((advice) => {
        const { id, kind, matter, dueOn, state, stance, canAnswer } = advice;
        const verb = t(canAnswer ? 'reviews.answer' : 'reviews.open');
        return (
          <li key={id}>
            <span className="own-task-words">
              <strong>{matter.title}</strong>
              <span className="quiet">
                {[t(`advice.kind.${kind}`), matter.organizationName, t('reviews.due', { day: dueOn })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <StateWord state={adviceSign(advice)}>
              {state === 'GIVEN' && stance ? t(`advice.stance.${kind}.${stance}`) : t(`advice.state.${state}`)}
            </StateWord>
            <ScopedLink
              className="own-task-link"
              to={`/my-reviews/${id}`}
              aria-label={t('advice.verbFor', { verb, name: matter.title })}
            >
              {verb}
            </ScopedLink>
          </li>
        );
      })}
    </ul>
  );
}
