import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import {
  MinutesToSignDocument,
  OwnAdviceDocument,
  OwnTasksDocument,
  type MinutesToSignQuery,
  type OwnTaskFragment,
} from '../../generated/graphql';
import { daysUntil, moment } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useMay } from '../../lib/session';
import { Reviews } from '../decision/own-reviews-page';
import { ItemVerbs } from './item-verbs';
import { isLate, signOf } from './words';
import './supervision.css';

/** 我的任务: what awaits one's signature, what one carries out, what one confirms, and what became of it. */
export function OwnTasksPage() {
  const { t } = useTranslation('supervision');
  const tasks = useQuery(OwnTasksDocument, { fetchPolicy: 'cache-and-network' });
  const signing = useQuery(MinutesToSignDocument, { fetchPolicy: 'cache-and-network' });
  const reload = () => {
    void tasks.refetch();
    void signing.refetch();
  };
  const reviews = useQuery(OwnAdviceDocument, { fetchPolicy: 'cache-and-network' });
  useLiveEvent('activity', reload);
  useLiveEvent('matter', () => {
    void reviews.refetch();
    reload();
  });
  const { data, error } = tasks;
  if (error && !data) return <ErrorView error={error} retry={reload} />;
  const all = data?.ownSupervisionItems ?? [];
  const toSign = signing.data?.minutesToSign ?? [];
  const toReview = (reviews.data?.ownAdvice ?? []).filter(({ canAnswer }) => canAnswer);
  const groups = [
    ['confirm', all.filter(({ canClose }) => canClose)],
    ['reported', all.filter(({ state, canClose }) => state === 'REPORTED' && !canClose)],
    ['closed', all.filter(({ state }) => state === 'CLOSED')],
  ] as const;
  const open = all.filter(({ state }) => state === 'OPEN');
  const list = (items: readonly OwnTaskFragment[]) => (
    <ul className="own-tasks">
      {items.map((item) => (
        <OwnTask key={item.id} item={item} done={reload} />
      ))}
    </ul>
  );
  const nothing = data && all.length === 0 && toSign.length === 0 && toReview.length === 0;
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <div className="page-body tasks-page" aria-busy={!data}>
        {nothing ? <Empty good>{t('empty')}</Empty> : null}
        {toSign.length > 0 ? <ToSign found={toSign} /> : null}
        {toReview.length > 0 ? (
          <Panel title={t('review')} note={t('count', { count: toReview.length })} flush>
            <Reviews found={toReview} />
          </Panel>
        ) : null}
        {data && !nothing ? (
          <Panel title={t('open')} note={t('count', { count: open.length })} flush>
            {open.length > 0 ? list(open) : <Empty good>{t('nothing')}</Empty>}
          </Panel>
        ) : null}
        {groups.map(([key, items]) =>
          items.length > 0 ? (
            <Panel key={key} title={t(`group.${key}`)} note={t('count', { count: items.length })} flush>
              {list(items)}
            </Panel>
          ) : null,
        )}
      </div>
    </>
  );
}

function ToSign({ found }: { found: MinutesToSignQuery['minutesToSign'] }) {
  const { t } = useTranslation('supervision');
  return (
    <Panel title={t('sign')} note={t('count', { count: found.length })} flush>
      <ul className="own-tasks">
        {found.map(({ id, activityId, title, organizationName, recorderName, recorderSignedAt }) => (
          <li key={id}>
            <span className="own-task-words">
              <strong>{title}</strong>
              <span className="quiet">
                {t('signNote', {
                  organization: organizationName,
                  recorder: recorderName,
                  at: moment(recorderSignedAt),
                })}
              </span>
            </span>
            <ScopedLink
              className="own-task-link"
              to={`/activities/${activityId}/minutes`}
              aria-label={t('verbFor', { verb: t('signVerb'), text: title })}
            >
              {t('signVerb')}
            </ScopedLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OwnTask({ item, done }: { item: OwnTaskFragment; done(): void }) {
  const { t } = useTranslation('supervision');
  const reads = useMay('activity.read');
  const [search] = useSearchParams();
  const { text, owner, organizationName, sourceTitle, activityId, matterId, state } = item;
  const readsMatters = useMay('matter.read');
  const source = matterId ? `/matters/${matterId}` : `/activities/${activityId ?? ''}`;
  const from = t('from', { organization: organizationName, title: sourceTitle });
  return (
    <li data-asked={search.get('item') === item.id || undefined}>
      <div className="own-task-words">
        <strong>{text}</strong>
        <span className="quiet">
          {(matterId ? readsMatters : reads) ? (
            <ScopedLink className="own-task-link" to={source}>
              {from}
            </ScopedLink>
          ) : (
            from
          )}
        </span>
        <ItemStory item={item} />
        {owner ? <span className="quiet">{t('owner', { owner })}</span> : null}
      </div>
      <div className="own-task-state">
        <StateWord state={signOf(item)}>{isLate(item) ? t('late') : t(`state.${state}`)}</StateWord>
        {state === 'OPEN' ? <Due on={item.dueOn ?? null} /> : null}
      </div>
      <ItemVerbs item={item} canReport={item.canReport} canClose={item.canClose} done={done} />
    </li>
  );
}

/** What was reported, given back and closed. */
export function ItemStory({
  item,
}: {
  item: Pick<
    OwnTaskFragment,
    'state' | 'evidence' | 'files' | 'reportedBy' | 'reportedAt' | 'returnedReason' | 'closedBy' | 'closedAt'
  >;
}) {
  const { t } = useTranslation('supervision');
  const { evidence, files, reportedBy, reportedAt, returnedReason, closedBy, closedAt, state } = item;
  return (
    <>
      {evidence ? <span>{t('evidence', { evidence })}</span> : null}
      {files.length > 0 ? (
        <span className="task-files">
          {files.map(({ id, name, url }) => (
            <a key={id} href={url} download aria-label={t('fileOf', { name })}>
              {name}
            </a>
          ))}
        </span>
      ) : null}
      {reportedAt ? <span className="quiet">{t('reportedBy', { by: reportedBy, at: moment(reportedAt) })}</span> : null}
      {returnedReason && state === 'OPEN' ? <span>{t('returned', { reason: returnedReason })}</span> : null}
      {closedAt ? <span className="quiet">{t('closedBy', { by: closedBy, at: moment(closedAt) })}</span> : null}
    </>
  );
}

function Due({ on }: { on: string | null }) {
  const { t } = useTranslation('supervision');
  if (!on) return <span className="quiet">{t('due.none')}</span>;
  const days = daysUntil(on);
  return (
    <time dateTime={on} title={on} className={days < 0 ? 'due-late' : undefined}>
      {days < 0 ? t('due.late', { count: -days }) : days === 0 ? t('due.today') : t('due.in', { count: days })}
    </time>
  );
}
