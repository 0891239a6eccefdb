import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { AssessmentNoticeDocument, type AssessmentNoticeQuery } from '../../generated/graphql';
import { local, localOr } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { Downloads } from './result-letters';
import { pointsText, shortText } from './result-numbers';
import './notice.css';

type Notice = AssessmentNoticeQuery['assessmentNotice'];

/** 公示: what was chosen to be shown, for everybody in the association. */
export function NoticePage() {
  const { t } = useTranslation(['result', 'cycle']);
  const { cycleId = '' } = useParams();
  const { data, error, refetch } = useQuery(AssessmentNoticeDocument, {
    variables: { id: cycleId },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycleId) void refetch();
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const notice = data.assessmentNotice;
  const { title, open, noticeFrom, noticeTo, scheme, organizationName, lines } = notice;
  const groups = [...new Set(lines.map(({ groupName }) => groupName))];
  return (
    <>
      <PageHead
        title={t('notice.title', { cycle: title })}
        crumbs={[{ name: t('cycle:title'), to: paths.assessments }]}
        state={
          <StateWord state={open ? 'planned' : 'done'} tint>
            {t(open ? 'state.notice' : 'notice.over', { on: noticeTo })}
          </StateWord>
        }
        note={t('notice.note', { by: organizationName, scheme: local(scheme) })}
        actions={<Downloads url={`/files/assessment-cycles/${cycleId}/notice`} name={t('notice.file')} />}
      />
      <div className="page-body notice-page">
        <p className="notice-words">
          {t('notice.words', { from: noticeFrom, to: noticeTo })}
          {open ? t('notice.how') : null}
        </p>
        {groups.map((group) => (
          <NoticeGroup
            key={group}
            name={group || t('cycle:everybody')}
            notice={notice}
            lines={lines.filter(({ groupName }) => groupName === group)}
          />
        ))}
      </div>
    </>
  );
}

function NoticeGroup({ name, notice, lines }: { name: string; notice: Notice; lines: Notice['lines'] }) {
  const { t } = useTranslation(['result', 'cycle']);
  const shows = (field: Notice['fields'][number]) => notice.fields.includes(field);
  const dimensions = lines[0]?.dimensions ?? [];
  return (
    <Panel title={name} note={t('group.count', { count: lines.length })} flush>
      <div className="heat-frame" role="region" aria-label={name} tabIndex={0}>
        <table className="notice-table">
          <thead>
            <tr>
              {shows('RANK') ? (
                <th scope="col" className="number">
                  {t('notice.field.RANK')}
                </th>
              ) : null}
              <th scope="col">{t('moderation.assessed')}</th>
              {dimensions.map((one) => (
                <th key={one.key} scope="col" className="number">
                  {local(one.name)}
                  {one.weight ? <span className="quiet"> / {shortText(one.weight)}</span> : null}
                </th>
              ))}
              {shows('TOTAL') ? (
                <th scope="col" className="number">
                  {t('total')}
                </th>
              ) : null}
              {shows('GRADE') ? <th scope="col">{t('moderation.grade')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.name}>
                {shows('RANK') ? <td className="number">{line.rank ?? '—'}</td> : null}
                <th scope="row">{line.name}</th>
                {dimensions.map(({ key }) => (
                  <td key={key} className="number">
                    {pointsText(line.dimensions.find((one) => one.key === key)?.points)}
                  </td>
                ))}
                {shows('TOTAL') ? <td className="number">{pointsText(line.total)}</td> : null}
                {shows('GRADE') ? <td>{localOr(line.grade, '—')}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
