import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import i18next from 'i18next';
import { local, type LocalText } from './i18n';

/** A refusal of the API: what happened, which rule, what to do, in both languages. */
export interface Refusal {
  code: string;
  reason: string;
  params: Record<string, unknown>;
  messages: LocalText | null;
  message: string;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function messagesOf(value: unknown): LocalText | null {
  const { zh, en } = asRecord(value);
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** All refusals of an answer; none when the request did not reach the API. */
export function refusalsOf(error: unknown): Refusal[] {
  if (!CombinedGraphQLErrors.is(error)) return [];
  return error.errors.map((one) => ({
    code: String(one.extensions?.['code'] ?? 'INTERNAL'),
    reason: String(one.extensions?.['reason'] ?? ''),
    params: asRecord(one.extensions?.['params']),
    messages: messagesOf(one.extensions?.['messages']),
    message: one.message,
  }));
}

/** The first refusal, which is the one to show. */
export const refusalOf = (error: unknown): Refusal | undefined => refusalsOf(error)[0];

/** True when the request met no server: the network, or nobody listening. */
export const isOffline = (error: unknown): boolean =>
  error instanceof TypeError || (ServerError.is(error) && error.statusCode >= 502 && error.statusCode <= 504);

/** One sentence for people, in the language shown now. */
export function errorText(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal) return refusal.messages ? local(refusal.messages) : refusal.message;
  return isOffline(error) ? i18next.t('console:error.offline') : i18next.t('console:error.unknown');
}
