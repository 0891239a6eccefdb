import type { OfficialDocument } from '@dangwu/documents';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import type { OpinionKind } from '../matter/matter.enums';
import type { ReviewSessionEntity } from '../session/session.entity';
import { SessionBody, SessionItemState, SessionState } from '../session/session.enums';
import { documentKindWords } from './document-words';
import { sessionMinutesDocument } from './minutes-document';
import { noticeDocument } from './notice-document';
import { opinionDocument } from './opinion-document';
import { papersErrors } from './papers.errors';
import type { IssueSessionDocumentInput } from './papers.inputs';
import { SessionDocumentKind } from './session-document.enums';
import type { ItemFacts, MatterFacts, SessionFacts } from './session-facts';

/** Which document of which session, by UUIDs. */
export interface WhichDocument {
  readonly sessionId: string;
  readonly kind: SessionDocumentKind;
  /** the party body, but for the council's minutes */
  readonly body: SessionBody;
  /** of an opinion, on what */
  readonly itemId: string | null;
}

/** What is to be issued, as far as it is known before its number. */
export interface ReadyDocument {
  /** @param number null: a draft, which says so */
  write(number: string | null, on: string): OfficialDocument;
}

type Concluded = ItemFacts & { readonly matter: MatterFacts; readonly opinion: OpinionKind };

export function whichDocument(input: Omit<IssueSessionDocumentInput, 'sealed'>): WhichDocument {
  const { kind } = input;
  return {
    sessionId: localId('ReviewSession', input.sessionId),
    kind,
    body: (kind === SessionDocumentKind.MINUTES && input.body) || SessionBody.PARTY,
    itemId: input.itemId ? localId('SessionItem', input.itemId) : null,
  };
}

/** What a document says, as far as it can be written already. @throws SESSION_DOCUMENT_EARLY, UNKNOWN_ID */
export function readyDocument(
  { kind, body, itemId }: Omit<WhichDocument, 'sessionId'>,
  session: ReviewSessionEntity,
  facts: SessionFacts,
): ReadyDocument {
  const { title, state, joint } = session;
  const early = (whyZh: string, whyEn: string): Error => {
    const { zh: kindZh, en: kindEn } = documentKindWords[kind];
    return papersErrors.SESSION_DOCUMENT_EARLY({ title, kindZh, kindEn, whyZh, whyEn });
  };
  if (kind === SessionDocumentKind.NOTICE) {
    const coming = state === SessionState.PLANNED || state === SessionState.NOTIFIED;
    if (!coming) throw early('会议已经开始、结束或取消', 'it has begun, is over, or was cancelled');
    if (!facts.items.length || !facts.seats.length)
      throw early('还没有议题或参会人员', 'it has no agenda or no roster yet');
    return { write: (number, on) => noticeDocument(facts, number, on) };
  }
  if (kind === SessionDocumentKind.MINUTES) {
    if (state !== SessionState.CLOSED) throw early('会议还没有结束', 'it is not over');
    if (body === SessionBody.COUNCIL && !joint)
      throw early('会议没有与常务理事会一并召开', 'it was not held together with the standing council');
    return { write: (number, on) => sessionMinutesDocument(facts, body, number, on) };
  }
  const item = facts.items.find(({ id }) => id === itemId);
  if (!item) throw platformErrors.UNKNOWN_ID();
  if (!isConcluded(item)) throw early('这个议题还没有形成意见', 'there is no opinion on this item');
  return { write: (number, on) => opinionDocument(facts, item, number, on) };
}

const isConcluded = (item: ItemFacts): item is Concluded =>
  item.state === SessionItemState.CONCLUDED && item.matter !== null && item.opinion !== null;
