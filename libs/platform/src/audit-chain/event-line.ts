import { createHash } from 'node:crypto';

/** An event as text, exactly as it is sealed and archived. `before` and `after` are PostgreSQL's own text of jsonb. */
export interface EventRow {
  readonly id: string;
  readonly change: string;
  readonly at: string;
  readonly association: string | null;
  readonly kind: string;
  readonly action: string;
  readonly operation: string | null;
  readonly client: string | null;
  readonly account: string | null;
  readonly session: string | null;
  readonly address: string | null;
  readonly request: string | null;
  readonly subject_type: string;
  readonly subject: string | null;
  readonly subject_name: string | null;
  readonly organization: string | null;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns of a row, every value as text, times to the microsecond in UTC whatever the session's zone is. */
export const eventColumns = `id::text as id, change_number::text as change,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, association_id::text as association,
  kind, action, operation, client, account_id::text as account, session_id::text as session, address,
  request_id as request, subject_type, subject_id::text as subject, subject_name,
  organization_id::text as organization, reason, before::text as before, after::text as after`;

const texts = [
  'id',
  'change',
  'at',
  'association',
  'kind',
  'action',
  'operation',
  'client',
  'account',
  'session',
  'address',
  'request',
  'subject_type',
  'subject',
  'subject_name',
  'organization',
  'reason',
] as const;

/**
 * The event as one line of JSON, byte for byte the same wherever it is made: fields in this order, none left out, and the
 * jsonb taken over as it is, since parsing it would lose digits. The line is what is hashed, and what an archive holds.
 */
export function eventLine(row: EventRow): string {
  const parts = texts.map((name) => `"${name}":${row[name] === null ? 'null' : JSON.stringify(row[name])}`);
  return `{${parts.join(',')},"before":${row.before ?? 'null'},"after":${row.after ?? 'null'}}`;
}

export const lineHash = (line: string): Buffer => createHash('sha256').update(line).digest();

/** What a block keeps of an event: id and hash. */
export interface SealedEvent {
  readonly id: string;
  readonly hash: Buffer;
}

const width = 40;

export function packEvents(events: readonly SealedEvent[]): Buffer {
  const packed = Buffer.alloc(events.length * width);
  events.forEach(({ id, hash }, i) => {
    packed.writeBigInt64BE(BigInt(id), i * width);
    hash.copy(packed, i * width + 8);
  });
  return packed;
}

/** @throws RangeError when the bytes are no whole number of events */
export function unpackEvents(packed: Buffer): SealedEvent[] {
  if (packed.length % width !== 0) throw new RangeError('Not a list of sealed events');
  return Array.from({ length: packed.length / width }, (_, i) => ({
    id: packed.readBigInt64BE(i * width).toString(),
    hash: packed.subarray(i * width + 8, (i + 1) * width),
  }));
}
