import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../components/disclosure';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { CalendarFeedsDocument, CreateCalendarFeedDocument, RevokeCalendarFeedDocument } from '../../generated/graphql';
import { moment, near } from '../../lib/dates';
import { errorText } from '../../lib/errors';

/** 日历订阅: secret addresses for calendar programs; each is shown once, and ends when one says so. */
export function FeedsPanel() {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const { data, error, refetch } = useQuery(CalendarFeedsDocument, { fetchPolicy: 'cache-and-network' });
  const [made, setMade] = useState<{ name: string; url: string } | null>(null);
  const [revoke, revoking] = useMutation(RevokeCalendarFeedDocument);
  const feeds = data?.calendarFeeds ?? [];
  const failed = (thrown: unknown) => void message.error(errorText(thrown));
  return (
    <Panel
      flush
      title={t('feed.title')}
      note={t('feed.note')}
      extra={
        <Disclosure button={t('feed.create')} align="right" className="disclosure-button">
          {(close) => (
            <FeedForm
              done={(name, url) => {
                setMade({ name, url });
                close();
                void refetch();
              }}
            />
          )}
        </Disclosure>
      }
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {made ? <NewFeed {...made} close={() => setMade(null)} /> : null}
      {data && feeds.length === 0 ? <Empty>{t('feed.empty')}</Empty> : null}
      <ul className="account-sessions" aria-label={t('feed.title')}>
        {feeds.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="account-row">
            <p>
              {name}
              <span className="quiet">
                {t('feed.since', { day: moment(createdAt) })}
                {lastUsedAt ? t('feed.used', { when: near(lastUsedAt) }) : t('feed.unused')}
              </span>
            </p>
            <Button
              size="small"
              loading={revoking.loading}
              aria-label={t('feed.revokeOf', { name })}
              onClick={() => {
                revoke({ variables: { input: { id } } }).then(() => {
                  void message.success(t('feed.revoked', { name }));
                  setMade(null);
                  void refetch();
                }, failed);
              }}
            >
              {t('feed.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FeedForm({ done }: { done(name: string, url: string): void }) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [create, { loading, error }] = useMutation(CreateCalendarFeedDocument);
  const save = async () => {
    // a refusal is shown below the field
    const answer = await create({ variables: { input: { name: name.trim() } } }).catch(() => null);
    if (answer?.data) done(name.trim(), answer.data.createCalendarFeed.url);
  };
  return (
    <form
      className="feed-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void save();
      }}
    >
      <Input
        autoFocus
        maxLength={60}
        value={name}
        placeholder={t('feed.name')}
        aria-label={t('feed.name')}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={loading} disabled={!name.trim()}>
        {t('feed.make')}
      </Button>
      {error ? <ErrorView error={error} /> : null}
    </form>
  );
}

/** The address, this once. */
function NewFeed({ name, url, close }: { name: string; url: string; close(): void }) {
  const { t } = useTranslation('account');
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      // a browser may refuse; the address can still be selected
      () => setCopied(false),
    );
  return (
    <section className="feed-new" aria-label={t('feed.newOf', { name })}>
      <p>{t('feed.once', { name })}</p>
      <code>{url}</code>
      <p className="account-acts">
        <Button size="small" onClick={() => void copy()}>
          {t('feed.copy')}
        </Button>
        <Button size="small" type="text" onClick={close}>
          {t('feed.hide')}
        </Button>
        <span role="status">{copied ? t('feed.copied') : ''}</span>
      </p>
    </section>
  );
}
