import type { Addressee } from '@dangwu/activities';
import { everywhere, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AdviceKind } from './advice.enums';
import type { AdviceCandidate } from './advice.type';

/** So many are answered at once. */
const most = 20;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
}

/**
 * Experts are accounts with the role EXPERT, accounts with any role at an expert group, and members of one. A legal check is
 * also asked of whoever works for an organization.
 */
const people = `
  with held as (
    select g.account_id as id, g.role, o.type, o.name as note from access_grant g
    left join party_organization o on o.id = g.organization_id
    where g.association_id = $1 and g.deleted_at is null and g.since <= $2 and (g.until is null or g.until > $2)
    union all
    select a.id, 'MEMBER', o.type, o.name from affiliation f join account a on a.member_id = f.member_id
    join party_organization o on o.id = f.organization_id and o.type = 'EXPERT_GROUP'
    where f.association_id = $1 and f.deleted_at is null and f.since <= $3 and (f.until is null or f.until > $3)
  ), fit as (
    select *, (role = 'EXPERT' or type = 'EXPERT_GROUP') as expert from held where role = 'EXPERT' or type = 'EXPERT_GROUP'
      or ($4 = 'LEGAL' and role in ('PARTY_STAFF', 'COMMITTEE_MEMBER', 'DISCIPLINE_OFFICER', 'LEADER'))
  )
  select distinct on (a.id) a.id, a.name, fit.note from fit
  join account a on a.id = fit.id and a.disabled_at is null and a.deleted_at is null`;

/** Who may be asked for opinions, and who conducts matters. */
@Injectable()
export class AskedPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name; at most 20. */
  async find(viewer: Viewer, kind: AdviceKind, search: string | null | undefined): Promise<AdviceCandidate[]> {
    const words = `%${(search ?? '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.query<Row[]>(
        `select id, name, note from (${people} where lower(a.name || ' ' || a.username) like $5
           order by a.id, fit.expert desc, fit.note) each order by name, id limit ${most}`,
        [...this.values(viewer.association.id, kind), words],
      ),
    );
    return rows.map(({ id, ...row }) => ({ id: globalId('Account', id), ...row }));
  }

  /** One of them, if it may be asked. */
  async one(tx: EntityManager, associationId: string, kind: AdviceKind, id: string): Promise<Row | null> {
    const [row] = await everywhere(tx, () =>
      tx.query<Row[]>(`${people} where a.id = $5 order by a.id, fit.expert desc, fit.note`, [
        ...this.values(associationId, kind),
        id,
      ]),
    );
    return row ?? null;
  }

  /** Accounts that may sign in, to be told something. */
  accounts(tx: EntityManager, associationId: string, ids: readonly string[]): Promise<Addressee[]> {
    return everywhere(tx, () =>
      tx.query<Addressee[]>(
        `select id, name, mail, language, letters_off as "lettersOff" from account
         where association_id = $1 and id = any($2) and disabled_at is null and deleted_at is null order by id`,
        [associationId, ids],
      ),
    );
  }

  /** Who conducts matters: the association's own staff. */
  conductors(tx: EntityManager, associationId: string): Promise<Addressee[]> {
    return everywhere(tx, () =>
      tx.query<Addressee[]>(
        `select distinct a.id, a.name, a.mail, a.language, a.letters_off as "lettersOff"
         from access_grant g join account a on a.id = g.account_id
         left join party_organization o on o.id = g.organization_id
         where g.association_id = $1 and g.role = 'PARTY_STAFF' and g.deleted_at is null and g.since <= $2
           and (g.until is null or g.until > $2) and (g.organization_id is null or o.parent_id is null)
           and a.disabled_at is null and a.deleted_at is null order by a.id`,
        [associationId, this.clock.now()],
      ),
    );
  }

  private values(associationId: string, kind: AdviceKind): readonly unknown[] {
    return [associationId, this.clock.now(), this.clock.today(), kind];
  }
}
