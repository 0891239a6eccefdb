import { GrantEntity, Holders } from '@dangwu/access';
import { DerivedFromRules } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Notifications } from '@dangwu/platform/notifications';
import { Schedules } from '@dangwu/platform/queue';
import { Area } from '@dangwu/read-model';
import { Rules } from '@dangwu/rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import './re-election.notifications';

/** A flag that a term raised and nobody was told of. */
interface Raised {
  readonly flagId: string;
  readonly code: 'TERM_ENDS_SOON' | 'TERM_OVERDUE';
  readonly organizationId: string;
  readonly name: string;
  readonly path: string;
  readonly leadsPath: string;
}

const namesTold = 3;

/**
 * Tells whoever must prepare an election: the staff that maintain the organization and its secretary, once when the
 * reminder begins and once when the term has ended. What is due is told by the flags, which follow rules and elections;
 * a run tells each account everything in one notification.
 */
@Injectable()
export class ReElectionJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly holders: Holders,
    private readonly notifications: Notifications,
    private readonly derived: DerivedFromRules,
  ) {}

  onModuleInit(): void {
    this.derived.add((tx, associationId) => this.remind(tx, associationId));
    // after the flags of the day are raised
    this.schedules.on('re-elections', '20 0,6 * * *', () => this.run());
  }

  async run(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations) await this.database.transaction(systemScope(id), (tx) => this.tell(tx, id));
  }

  /** From when the next election of each team in office is to be prepared, as the rules of today say. */
  async remind(tx: EntityManager, associationId: string): Promise<void> {
    const teams = await tx.query<{ id: string; organizationId: string }[]>(
      `select id, organization_id as "organizationId" from leadership_team
       where association_id = $1 and until is null and deleted_at is null`,
      [associationId],
    );
    const months: number[] = [];
    for (const { organizationId } of teams) {
      const rule = await this.rules.inForce(tx, { associationId, organizationId, key: 'term.remind' });
      months.push(rule.parsed?.numerator ?? 0);
    }
    await tx.query(
      `update leadership_team t set remind_on = (t.ends_on - make_interval(months => r.months))::date
       from unnest($1::uuid[], $2::int[]) r (id, months)
       where t.id = r.id and t.remind_on <> (t.ends_on - make_interval(months => r.months))::date`,
      [teams.map(({ id }) => id), months],
    );
  }

  /** Tells of every flag that nobody was told of. */
  async tell(tx: EntityManager, associationId: string): Promise<void> {
    const raised = await tx.query<Raised[]>(
      `select f.id as "flagId", f.code, o.id as "organizationId", o.name, o.path, o.leads_path as "leadsPath"
       from organization_flag f join party_organization o on o.id = f.organization_id
       where f.association_id = $1 and f.code in ('TERM_ENDS_SOON', 'TERM_OVERDUE') and f.told_on is null
         and f.deleted_at is null and f.until is null
       order by f.code = 'TERM_OVERDUE' desc, o.path for update of f`,
      [associationId],
    );
    if (raised.length === 0) return;
    for (const [accountId, due] of await this.recipients(tx, associationId, raised)) {
      const overdue = due.filter(({ code }) => code === 'TERM_OVERDUE').length;
      const names = due.slice(0, namesTold).map(({ name }) => name);
      await this.notifications.add(tx, {
        accountId,
        associationId,
        kind: 'TERMS_DUE',
        params: {
          count: due.length,
          overdue,
          soon: due.length - overdue,
          names: `${names.join('、')}${due.length > namesTold ? '…' : ''}`,
        },
        // the ledger of teams shows what is due, also where no team is registered
        link: '/teams?states=OVERDUE.ENDING',
      });
    }
    await tx.query(`update organization_flag set told_on = $2 where id = any($1)`, [
      raised.map(({ flagId }) => flagId),
      this.clock.today(),
    ]);
  }

  private async recipients(
    tx: EntityManager,
    associationId: string,
    raised: readonly Raised[],
  ): Promise<Map<string, Raised[]>> {
    const due = new Map<string, Raised[]>();
    const add = (accountId: string, one: Raised): void => {
      const list = due.get(accountId) ?? [];
      if (!list.includes(one)) due.set(accountId, [...list, one]);
    };
    const staff = await this.holders.of(tx, associationId, 'member.maintain');
    for (const { accountId, area } of staff)
      for (const one of raised) if (area.covers(Area.led(one))) add(accountId, one);
    const byId = new Map(raised.map((one) => [one.organizationId, one]));
    const now = this.clock.now();
    const secretaries = await tx.findBy(GrantEntity, { role: 'SECRETARY', organizationId: In([...byId.keys()]) });
    for (const { accountId, organizationId, since, until } of secretaries)
      if (since <= now && (!until || until > now)) add(accountId, byId.get(organizationId!)!);
    return due;
  }
}
