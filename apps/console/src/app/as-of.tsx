import { ApolloProvider } from '@apollo/client/react';
import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { Fragment, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clientAsOf } from '../lib/apollo';
import { useAsOf } from '../lib/as-of';
import { today } from '../lib/dates';

/** 截至: the day everything is read as of. */
export function AsOfPicker() {
  const { t } = useTranslation('console');
  const { asOf, dated, setAsOf } = useAsOf();
  return (
    <span className="top-asof">
      <ClockCircleOutlined aria-hidden />
      {dated ? (
        <>
          {t('shell.until')}
          <DatePicker
            aria-label={t('shell.until')}
            size="small"
            allowClear={false}
            maxDate={dayjs(today())}
            value={dayjs(asOf ?? today())}
            onChange={(date) => date && setAsOf(dayjs(date).format('YYYY-MM-DD'))}
          />
        </>
      ) : (
        `${t('shell.asOf')} ${today()}`
      )}
    </span>
  );
}

/**
 * A page as of a past day: a strip that says so, and a cache of its own, since the same organization has other names
 * and places on other days.
 */
export function AsOfFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('console');
  const { asOf, setAsOf } = useAsOf();
  const client = useMemo(() => clientAsOf(asOf), [asOf]);
  return (
    <ApolloProvider client={client}>
      {asOf ? (
        <div className="asof-strip" role="status">
          <ClockCircleOutlined aria-hidden />
          <span>{t('shell.shownAsOf', { day: asOf })}</span>
          <Button size="small" onClick={() => setAsOf(null)}>
            {t('shell.backToToday')}
          </Button>
        </div>
      ) : null}
      <Fragment key={asOf}>{children}</Fragment>
    </ApolloProvider>
  );
}
