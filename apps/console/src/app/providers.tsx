import { ApolloProvider } from '@apollo/client/react';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, type ReactNode } from 'react';
import { apollo } from '../lib/apollo';
import { nonce } from '../lib/nonce';
import { usePreferences } from '../lib/preferences';
import { antdBehaviour, antdTheme } from '../lib/theme/antd';

const signed = nonce === undefined ? {} : { csp: { nonce } };

/** What every page inside the shell stands on. */
export function Providers({ children }: { children: ReactNode }) {
  const wanted = usePreferences();
  const theme = useMemo(() => antdTheme(wanted), [wanted]);
  useEffect(() => {
    dayjs.locale(wanted.language === 'zh' ? 'zh-cn' : 'en');
  }, [wanted.language]);
  return (
    <ApolloProvider client={apollo}>
      <ConfigProvider {...antdBehaviour} theme={theme} locale={wanted.language === 'zh' ? zh : en} {...signed}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </ApolloProvider>
  );
}
