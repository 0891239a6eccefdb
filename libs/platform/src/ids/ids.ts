import { randomBytes } from 'node:crypto';
import { platformErrors } from '../errors';

/** A UUIDv7: ordered by time, so that indexes grow at one end. Ballots must not use it. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return dashed(bytes.toString('hex'));
}

/** The id a client sees: `PartyOrganization_0192…`, the type and the 32 hex digits of the UUID. */
export function globalId(type: string, id: string): string {
  return `${type}_${id.replaceAll('-', '')}`;
}

/** The UUID behind a client's id. @throws MALFORMED_ID when it is none, or of another type */
export function localId(type: string, id: string): string {
  const match = /^([A-Za-z]+)_([0-9a-f]{32})$/.exec(id);
  if (!match || match[1] !== type) throw platformErrors.MALFORMED_ID({ id: id.slice(0, 80), type });
  return dashed(match[2]!);
}

/** The type a client's id names. @throws MALFORMED_ID */
export function typeOfId(id: string): string {
  const match = /^([A-Za-z]+)_[0-9a-f]{32}$/.exec(id);
  if (!match) throw platformErrors.MALFORMED_ID({ id: id.slice(0, 80), type: 'Node' });
  return match[1]!;
}

const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
