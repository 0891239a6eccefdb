import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { AttendanceFrame } from '../attendance/attendance-frame';
import { expectedPeople } from '../attendance/expected-people';
import type { CalledPeople } from './called-people.type';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly organizationName: string;
}

/** Of one name there are some; of more somebody else is meant, and the search is there. */
const mostOfOneName = 20;

/** Who is meant by names, as they are pasted from a list: of people one may invite, and nothing is sent. */
@Injectable()
export class Called {
  constructor(
    private readonly database: Database,
    private readonly frame: AttendanceFrame,
  ) {}

  /** In the order of the names, each once. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async find(viewer: Viewer, activityId: string, names: readonly string[]): Promise<CalledPeople[]> {
    await this.frame.require(viewer, localId('Activity', activityId), 'attendance.record');
    const asked = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
    const found = await this.database.transaction(viewer.scope('attendance.record'), (tx) =>
      tx.query<Found[]>(
        `select m.id, m.name, o.name as "organizationName"
         from member m join party_organization o on o.id = m.organization_id
         where m.name = any($1) and m.association_id = $2 and m.deleted_at is null and m.left_on is null
         order by o.code, m.id`,
        [asked.flatMap(spellingsOf), viewer.association.id],
      ),
    );
    const expected = await this.expected(
      viewer,
      activityId,
      found.map(({ id }) => id),
    );
    return asked.map((name) => {
      const spellings = spellingsOf(name);
      const people = found.filter((person) => spellings.includes(person.name)).slice(0, mostOfOneName);
      return {
        name,
        people: people.map((person) => ({
          ...person,
          id: globalId('Member', person.id),
          expected: expected.has(person.id),
        })),
      };
    });
  }

  /** Of some members those whom the activity expects already. */
  private expected(viewer: Viewer, activityId: string, members: readonly string[]): Promise<ReadonlySet<string>> {
    return this.frame.look(viewer, activityId, 'attendance.record', async (tx, { id }) => {
      const rows = await tx.query<{ member_id: string }[]>(
        `select a.member_id from attendance a where a.activity_id = $1 and a.member_id = any($2)
         union all
         select e.member_id from (${expectedPeople('a.id = $1')}) e
         where e.member_id = any($2) and not exists (select from roster r where r.activity_id = $1)`,
        [id, members],
      );
      return new Set(rows.map((row) => row.member_id));
    });
  }
}

/** Lists set names of two characters apart: 王 伟. */
const spellingsOf = (name: string): string[] => [...new Set([name, name.replace(/\s/g, '')])];
