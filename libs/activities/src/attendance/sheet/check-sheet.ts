import type { Mark } from '../attendance-rows';
import { attendanceWords } from '../attendance-words';
import { AttendanceState } from '../attendance.enums';
import type { SheetRowRead } from './sheet-fields';

/** A row of the roster as it stands. */
export interface RosterRow {
  /** global id of the row */
  readonly id: string;
  readonly memberId: string;
  /** null: not on record any more */
  readonly name: string | null;
  readonly state: AttendanceState;
  readonly reason: string | null;
}

const { ENTITLED, PRESENT, LATE, REMOTE } = AttendanceState;
const withoutReason: readonly AttendanceState[] = [ENTITLED, PRESENT, LATE, REMOTE];

/**
 * What a workbook changes of a roster. A row says something only where it differs from what stood in it when it was
 * downloaded: whoever signed in since stays signed in. Faults are found in the rows, all of them at once.
 */
export function marksIn(rows: readonly SheetRowRead[], roster: readonly RosterRow[]): Mark[] {
  const known = new Map(roster.map((row) => [row.id, row]));
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const person = find(row, known, seen);
    const mark = person && markOf(row, person);
    return mark && !row.held ? [mark] : [];
  });
}

function find(row: SheetRowRead, known: ReadonlyMap<string, RosterRow>, seen: Map<string, number>): RosterRow | null {
  const { id, name } = row.values;
  if (id === undefined) {
    row.find('id', 'ID_MISSING');
    return null;
  }
  const person = known.get(id);
  const first = seen.get(id);
  if (!person) row.find('id', 'NOT_ON_THIS_ROSTER');
  else if (first !== undefined) row.find('id', 'PERSON_TWICE', { first });
  seen.set(id, first ?? row.row);
  if (person?.name && name !== undefined && name !== person.name)
    row.find('name', 'NAME_DIFFERS', { name: person.name });
  return person ?? null;
}

function markOf(row: SheetRowRead, { memberId, state: now, reason: reasonNow }: RosterRow): Mark | null {
  if (!row.sound('state') || !row.sound('before') || !row.sound('reason')) return null;
  const { before = ENTITLED, state = before } = row.values;
  const reason = row.values.reason ?? null;
  const said = state !== before;
  if (said && now !== before && now !== state)
    row.find('state', 'CHANGED_SINCE', { now: attendanceWords[now].zh, nowEn: attendanceWords[now].en });
  const after = said ? state : now;
  // a blank remark erases none, and that of before does not stay with somebody who is there after all
  const kept =
    after === now ? (reason ?? reasonNow) : withoutReason.includes(after) && reason === reasonNow ? null : reason;
  return after === now && kept === reasonNow ? null : { memberId, state: after, reason: kept };
}
