import { MemberEntity, MemberModel } from '@dangwu/membership';
import { readModel, sql, type Row, type Rows, type Sql } from '@dangwu/read-model';

/** Whoever stands in rows of an activity: the name alone, for whoever sees those rows, which have a place of their own. */
export class RosterPerson {}

export const RosterPersonModel = readModel<RosterPerson, MemberEntity>({
  type: RosterPerson,
  internal: true,
  entity: MemberEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'attendance.own',
  deleted: 'deletedAt',
  history: MemberModel.declaration.history,
});

/** The name of a row's member. */
export const nameOf = <E extends { readonly memberId: string | null }>(row: Row<E>, _: unknown, rows: Rows): Sql =>
  rows.value<MemberEntity>(
    () => RosterPerson,
    (member) => sql`${member.name}`,
    (member) => sql`${member.id} = ${row['memberId' as keyof Row<E>]}`,
  );
