import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import {
  IssueSessionDocumentDocument,
  SealImagesDocument,
  SessionPapersDocument,
  type IssueSessionDocumentInput,
  type ReviewSessionPageQuery,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { DocumentList } from './document-list';
import { SealImages } from './seal-images';
import { SessionPack } from './session-pack';
import './papers.css';

type Session = NonNullable<ReviewSessionPageQuery['reviewSession']>;
type Issue = Omit<IssueSessionDocumentInput, 'sessionId' | 'sealed'>;

/** Papers of a session: the pack, what was issued, what can be issued now, and the seals it may show. */
export function SessionPapers({ session }: { session: Session }) {
  const { t } = useTranslation('decision');
  const { message } = App.useApp();
  const { id, state, viewerCan } = session;
  const [sealed, setSealed] = useState(false);
  const { data, refetch } = useQuery(SessionPapersDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const organizationId = data?.reviewSession?.organization?.id ?? '';
  const seals = useQuery(SealImagesDocument, {
    variables: { id: organizationId },
    skip: !viewerCan.conduct || !organizationId,
    fetchPolicy: 'cache-and-network',
  });
  const [issue, issuing] = useMutation(IssueSessionDocumentDocument);
  useLiveEvent('session', () => void refetch());
  const documents = data?.sessionDocuments ?? [];
  const images = seals.data?.sealImages ?? [];
  const possible = viewerCan.conduct && data ? toIssue(session, documents) : [];
  const onIssue = async (what: Issue) => {
    const has = images.some(({ body }) => body === (what.body ?? 'PARTY'));
    const answer = await issue({ variables: { input: { ...what, sessionId: id, sealed: sealed && has } } }).catch(
      (refused: unknown) => void message.error(errorText(refused), 8),
    );
    if (answer?.data) void message.success(t('papers.done', { number: answer.data.issueSessionDocument.number }));
    void refetch();
  };
  return (
    <Panel title={t('papers.session')}>
      {state === 'CANCELLED' ? null : <SessionPack sessionId={id} packs={data?.sessionPacks ?? []} />}
      {documents.length > 0 ? <DocumentList documents={documents} /> : null}
      {possible.length > 0 ? (
        <div className="paper-acts">
          {images.length > 0 ? (
            <Checkbox checked={sealed} onChange={({ target }) => setSealed(target.checked)}>
              {t('papers.withSeal')}
            </Checkbox>
          ) : null}
          {possible.map(({ what, words }) => (
            <div key={`${what.kind} ${what.body} ${what.itemId}`} className="paper-act">
              <Button loading={issuing.loading} onClick={() => void onIssue(what)}>
                {t('papers.issue', { what: t(words.key), of: words.of })}
              </Button>
              <a
                href={draftOf(id, what)}
                download
                aria-label={t('papers.draftOf', { what: t(words.key), of: words.of })}
              >
                {t('papers.draft')}
              </a>
            </div>
          ))}
        </div>
      ) : null}
      {viewerCan.conduct && organizationId ? (
        <SealImages
          organizationId={organizationId}
          images={images}
          joint={session.joint}
          reload={() => void seals.refetch()}
        />
      ) : null}
    </Panel>
  );
}

/** What it would say, without a number. */
function draftOf(sessionId: string, { kind, body, itemId }: Issue): string {
  const asked = new URLSearchParams({ ...(body && { body }), ...(itemId && { item: itemId }) });
  return `/files/sessions/${sessionId}/preview/${kind}.pdf?${asked.toString()}`;
}

/** What the state of the session lets be issued, and was not yet. */
function toIssue(
  { state, joint, items }: Session,
  issued: readonly { kind: string; body: string; itemId?: string | null }[],
): { readonly what: Issue; readonly words: { readonly key: Words; readonly of: string } }[] {
  const notYet = ({ kind, body, itemId }: Issue): boolean =>
    !issued.some(
      (each) => each.kind === kind && each.body === (body ?? 'PARTY') && (each.itemId ?? null) === (itemId ?? null),
    );
  const coming = state === 'PLANNED' || state === 'NOTIFIED';
  const all: { what: Issue; words: { key: Words; of: string } }[] = [
    ...(coming && items.length > 0
      ? [{ what: { kind: 'NOTICE' } as const, words: { key: 'papers.kind.NOTICE', of: '' } as const }]
      : []),
    ...items
      .filter((item) => item.state === 'CONCLUDED' && item.matter)
      .map(({ id: itemId, title }) => ({
        what: { kind: 'OPINION', itemId } as const,
        words: { key: 'papers.kind.OPINION', of: title } as const,
      })),
    ...(state === 'CLOSED' ? (joint ? (['PARTY', 'COUNCIL'] as const) : (['PARTY'] as const)) : []).map((body) => ({
      what: { kind: 'MINUTES', body } as const,
      words: { key: `papers.minutes.${body}`, of: '' } as const,
    })),
  ];
  // a notice is issued anew when something changed
  return all.filter(({ what }) => what.kind === 'NOTICE' || notYet(what));
}

type Words = 'papers.kind.NOTICE' | 'papers.kind.OPINION' | 'papers.minutes.PARTY' | 'papers.minutes.COUNCIL';
