import { PlaceTree } from '@dangwu/access';
import { Clock, FixedClock } from '@dangwu/platform/clock';
import { Audit } from '@dangwu/platform/audit';
import { LiveEvents } from '@dangwu/platform/events';
import { newId } from '@dangwu/platform/ids';
import { Outbox } from '@dangwu/platform/outbox';
import { Rules } from '@dangwu/rules';
import {
  ChangeOrganization,
  ChangeOrganizationType,
  DissolutionChecks,
  DissolveOrganization,
  FoundOrganizations,
  MoveOrganization,
  OrganizationAnnouncements,
  OrganizationFlags,
  OrganizationHistory,
  RenameOrganization,
  type Actor,
  type OrganizationFacts,
} from '@dangwu/organization';
import { Access } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type Entry = { readonly id: string; readonly effectiveOn: string; readonly basis: string };

/** The real services as they would have worked on another day: what the demo holds was made by them. */
export class Past {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly present: Clock,
  ) {}

  /** The services on a day, at 10:20 in the morning; those of the present for today. */
  at(day: string): Services {
    const clock = day === this.present.today() ? this.present : new FixedClock(new Date(`${day}T10:20:00+08:00`));
    return new Services(this.app, clock);
  }
}

class Services {
  private readonly rules: Rules;
  private readonly history: OrganizationHistory;
  private readonly founding: FoundOrganizations;
  private readonly changing: ChangeOrganization;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: Clock,
  ) {
    this.rules = new Rules(clock, app.get(Audit));
    this.history = app.get(OrganizationHistory);
    const flags = new OrganizationFlags(this.rules, clock, this.history);
    const announcements = new OrganizationAnnouncements(app.get(Audit), app.get(Outbox), app.get(LiveEvents));
    const tree = app.get(PlaceTree);
    this.founding = new FoundOrganizations(tree, this.rules, clock, this.history, flags, announcements);
    this.changing = new ChangeOrganization(
      app.get(Database),
      app.get(Access),
      clock,
      this.history,
      flags,
      announcements,
    );
  }

  async found(tx: EntityManager, actor: Actor, facts: readonly OrganizationFacts[]): Promise<void> {
    await this.founding.foundAll(
      tx,
      actor,
      facts.map((fact) => ({ id: newId(this.clock.now().getTime()), ...fact })),
    );
  }

  rename(tx: EntityManager, actor: Actor, entry: Entry, name: string): Promise<void> {
    return this.changing.apply(tx, actor, this.app.get(RenameOrganization), entry, { name });
  }

  retype(tx: EntityManager, actor: Actor, entry: Entry, type: OrganizationFacts['type']): Promise<void> {
    const change = new ChangeOrganizationType(this.history, this.rules, this.clock);
    return this.changing.apply(tx, actor, change, entry, { type });
  }

  move(
    tx: EntityManager,
    actor: Actor,
    entry: Entry,
    place: { parentId: string; relation: NonNullable<OrganizationFacts['relation']> },
  ): Promise<void> {
    return this.changing.apply(tx, actor, this.app.get(MoveOrganization), entry, place);
  }

  dissolve(tx: EntityManager, actor: Actor, entry: Entry): Promise<void> {
    const change = new DissolveOrganization(this.history, this.app.get(DissolutionChecks), this.clock);
    return this.changing.apply(tx, actor, change, entry, {});
  }
}
