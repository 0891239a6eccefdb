import { local } from '../../lib/i18n';

/** A file the server keeps now. */
export interface Uploaded {
  id: string;
  name: string;
}

/** The server's refusal of a file, in its own words. */
export class UploadRefused extends Error {}

/** The largest roster the server takes, in bytes. */
export const LARGEST = 20 * 1024 * 1024;

/**
 * Sends a file. The header shows that this page and no foreign form sends it.
 * @throws UploadRefused with a sentence for people; TypeError when the network is down
 */
export async function upload(file: File): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch('/files', {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'x-dangwu-csrf': '1' },
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isUploaded(answer)) return answer;
  throw new UploadRefused(reasonIn(answer) ?? String(response.status));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const isUploaded = (value: unknown): value is Uploaded =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';

/** Refusals of REST endpoints carry the same two sentences as those of GraphQL. */
export function reasonIn(answer: unknown): string | null {
  const [first]: unknown[] = isRecord(answer) && Array.isArray(answer['errors']) ? answer['errors'] : [];
  if (!isRecord(first)) return null;
  const messages = isRecord(first['extensions']) ? first['extensions']['messages'] : null;
  if (isRecord(messages) && typeof messages['zh'] === 'string' && typeof messages['en'] === 'string') {
    return local({ zh: messages['zh'], en: messages['en'] });
  }
  return typeof first['message'] === 'string' ? first['message'] : null;
}
