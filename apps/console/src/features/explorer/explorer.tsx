import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { drawnMode, usePreferences } from '../../lib/preferences';

const firstDocument = `{
  session {
    account {
      name
    }
    association {
      name
    }
  }
}
`;

/** GraphiQL from our own files. The cookie stays at home: what the token may do is all this page can do. */
export default function Explorer({ token }: { token: string }) {
  const preferences = usePreferences();
  const send = async (parameters: { query: string; variables?: unknown; operationName?: string | null }) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        'accept-language': preferences.language === 'zh' ? 'zh-CN' : 'en',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(parameters),
    });
    return (await answer.json()) as object;
  };
  return (
    <div className="explorer">
      <GraphiQL
        key={token}
        fetcher={send}
        defaultQuery={firstDocument}
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
        forcedTheme={drawnMode(preferences)}
      />
    </div>
  );
}
