import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { ScheduleMatterDocument, type SessionPreparationQuery } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useAmount } from '../decision/use-amount';
import { GapLines } from './gaps';

type Waiting = SessionPreparationQuery['sessionPreparation']['waiting'];

/** Accepted matters that wait for a session, each with what keeps it off this one. */
export function WaitingMatters(props: { sessionId: string; waiting: Waiting; done(words: string): void }) {
  const { t } = useTranslation(['reviewSession', 'decision']);
  const { message } = App.useApp();
  const amount = useAmount();
  const [schedule, { loading }] = useMutation(ScheduleMatterDocument);
  const { waiting } = props;
  const put = async ({ id: matterId, version: matterVersion, title }: Waiting[number]) => {
    const input = { id: props.sessionId, matterId, matterVersion };
    const answer = await schedule({ variables: { input } }).catch((refused: unknown) => {
      void message.error(errorText(refused), 8);
    });
    if (answer?.data) props.done(t('schedule.done', { title }));
  };
  return (
    <Panel title={t('waiting.title')} note={t('waiting.count', { count: waiting.length })} flush>
      {waiting.length === 0 ? <Empty good>{t('waiting.empty')}</Empty> : null}
      <ul className="review-waiting">
        {waiting.map((matter) => {
          const kept = matter.gaps.some(({ blocks }) => blocks);
          return (
            <li key={matter.id}>
              <div>
                <ScopedLink to={`/matters/${matter.id}`}>{matter.title}</ScopedLink>
                <span className="cell-note">
                  {[
                    t(`decision:category.${matter.category}`),
                    matter.amountFen === null ? null : amount(matter.amountFen),
                    matter.organizationName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {kept ? null : (
                <Button
                  disabled={loading}
                  aria-label={t('schedule.of', { title: matter.title })}
                  onClick={() => void put(matter)}
                >
                  {t('schedule.verb')}
                </Button>
              )}
              <GapLines gaps={matter.gaps} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
