import { useQuery } from '@apollo/client/react';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { OwnAdviceDocument, type OwnAdviceRowFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { adviceSign } from './advice-words';
import { ReviewForm } from './review-form';
import { useAmount } from './use-amount';
import './decision.css';
import './advice.css';

/** One matter on which one is asked for an opinion: what is asked, the matter with its materials, and the answer. */
export function ReviewPage() {
  const { t } = useTranslation('decision');
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const { data, error, refetch } = useQuery(OwnAdviceDocument, { fetchPolicy: 'cache-and-network' });
  useLiveEvent('matter', () => void refetch());
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const advice = data.ownAdvice.find((each) => each.id === id);
  if (!advice) return <NotFound />;
  const { kind, state, stance, matter } = advice;
  return (
    <>
      <PageHead
        title={matter.title}
        crumbs={[{ name: t('reviews.title'), to: paths.reviews }]}
        state={
          <StateWord state={adviceSign(advice)} tint>
            {state === 'GIVEN' && stance ? t(`advice.stance.${kind}.${stance}`) : t(`advice.state.${state}`)}
          </StateWord>
        }
        note={[t(`advice.kind.${kind}`), matter.number, t('reviews.due', { day: advice.dueOn })]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="page-body reviews-page">
        <Panel
          title={t('reviews.question')}
          note={t('reviews.askedBy', { by: advice.askedBy, at: moment(advice.askedAt) })}
        >
          <p className="matter-text">{advice.question}</p>
        </Panel>
        <About matter={matter} />
        {advice.canAnswer ? (
          <Panel title={t('reviews.yours')}>
            <ReviewForm
              key={advice.id}
              advice={advice}
              done={(words) => {
                void message.success(words);
                void refetch();
              }}
            />
          </Panel>
        ) : (
          <Answer advice={advice} />
        )}
      </div>
    </>
  );
}

function About({ matter }: { matter: OwnAdviceRowFragment['matter'] }) {
  const { t } = useTranslation('decision');
  const amount = useAmount();
  const texts = [
    ['background', matter.background],
    ['options', matter.options],
    ['socialEffect', matter.socialEffect],
  ] as const;
  return (
    <Panel title={t('reviews.matter')}>
      <dl className="review-facts">
        <dt>{t('field.organization')}</dt>
        <dd>{matter.organizationName}</dd>
        <dt>{t('field.category')}</dt>
        <dd>{t(`category.${matter.category}`)}</dd>
        {matter.amountFen === null ? null : (
          <>
            <dt>{t('field.amount')}</dt>
            <dd>{amount(matter.amountFen)}</dd>
          </>
        )}
      </dl>
      {texts.map(([field, text]) =>
        text ? (
          <section key={field}>
            <h3 className="matter-heading">{t(`field.${field}`)}</h3>
            <p className="matter-text">{text}</p>
          </section>
        ) : null,
      )}
      <h3 className="matter-heading">{t('material.title')}</h3>
      <ul className="review-materials">
        {matter.materials.map(({ id, kind, no, name, url }) => (
          <li key={id}>
            <span className="quiet">{t('reviews.material', { kind, no })}</span>
            <a href={url} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Answer({ advice }: { advice: OwnAdviceRowFragment }) {
  const { t } = useTranslation('decision');
  const { text, score, reason, answeredAt, fileName, fileUrl } = advice;
  return (
    <Panel title={t('reviews.yours')} note={answeredAt ? moment(answeredAt) : undefined}>
      {score === null ? null : <p>{t('advice.score', { score })}</p>}
      {text ? <p className="matter-text">{text}</p> : null}
      {reason ? <p className="matter-text">{t('advice.because', { reason })}</p> : null}
      {!answeredAt ? <p className="quiet">{t('reviews.tooLate')}</p> : null}
      {fileUrl ? (
        <p>
          <a href={fileUrl} download>
            {fileName}
          </a>
        </p>
      ) : null}
    </Panel>
  );
}
