import type { Viewer } from '@dangwu/access';
import { PartyOrganizationEntity, SuperiorEntity } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Rules, type RuleInForce } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dispatchErrors } from './dispatch.errors';

/** Somebody a dispatch may go to. */
export interface Superior {
  /** UUID; null: outside the tree */
  readonly organizationId: string | null;
  readonly name: string;
  /** how far up, 1: directly */
  readonly level: number;
}

/** Where the sender stands, as far as it decides to whom it writes. */
export interface Surroundings {
  readonly name: string;
  /** the next level up first */
  readonly superiors: readonly Superior[];
  /** the organization that guides the sender; null: it is led, or the root */
  readonly guide: string | null;
  /** which of the copies go to organizations below */
  readonly below: readonly string[];
  rule(key: string): RuleInForce;
}

/**
 * Looks around a sender. With the sight of everybody, since names and the tree are known to everybody in the association:
 * whoever writes for a branch reaches nothing above it.
 */
@Injectable()
export class DispatchSurroundings {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID */
  of(viewer: Viewer, organizationId: string, copies: readonly string[] = []): Promise<Surroundings> {
    return this.database.transaction(viewer.scope('organization.identify'), async (tx) => {
      const sender = await tx.findOneBy(PartyOrganizationEntity, { id: organizationId });
      if (!sender) throw platformErrors.UNKNOWN_ID();
      const guide =
        sender.relation === 'GUIDES' && sender.parentId
          ? await tx.findOneByOrFail(PartyOrganizationEntity, { id: sender.parentId })
          : null;
      const leading = await leaders(tx, organizationId);
      const outside = await this.outside(tx, leading.at(-1)?.organizationId ?? organizationId);
      const rules = await this.rules.ofAssociation(tx, viewer.association.id);
      const beyond = outside.map((name) => ({ organizationId: null, name, level: leading.length + 1 }));
      const below = await tx.query<{ name: string }[]>(
        `select distinct name from party_organization
         where path > $1 and path < rtrim($1, '/') || '0' and name = any($2) and deleted_at is null order by name`,
        [sender.path, copies],
      );
      return {
        name: sender.name,
        superiors: [...leading, ...beyond],
        guide: guide?.name ?? null,
        below: below.map(({ name }) => name),
        rule: (key) => rules.get(key)!,
      };
    });
  }

  /** Bodies outside the tree that lead what stands highest, the main one first. */
  private async outside(tx: EntityManager, organizationId: string): Promise<string[]> {
    const on = this.clock.today();
    const rows = await tx.find(SuperiorEntity, { where: { organizationId }, order: { main: 'DESC', name: 'ASC' } });
    return rows
      .filter(
        ({ relation, validFrom, validTo }) => relation === 'LEADS' && validFrom <= on && (!validTo || on < validTo),
      )
      .map(({ name }) => name);
  }
}

async function leaders(tx: EntityManager, organizationId: string): Promise<Superior[]> {
  return tx.query<Superior[]>(
    `with recursive above as (
       select parent_id as id, 1 as level from party_organization where id = $1 and relation = 'LEADS'
       union all
       select o.parent_id, level + 1 from above join party_organization o on o.id = above.id where o.relation = 'LEADS')
     select o.id as "organizationId", o.name, level from above join party_organization o on o.id = above.id order by level`,
    [organizationId],
  );
}

/** What was chosen, as global ids and names; nothing: the next level up. */
export interface ChosenSuperior {
  readonly superiorOrganizationId?: string | null;
  readonly superiorName?: string | null;
}

/** To whom it goes; null: nobody is known. @throws DISPATCH_SUPERIOR */
export function superiorOf({ name, superiors }: Surroundings, chosen: ChosenSuperior): Superior | null {
  const outside = chosen.superiorName?.trim();
  if (chosen.superiorOrganizationId) {
    const organizationId = localId('PartyOrganization', chosen.superiorOrganizationId);
    const found = superiors.find((each) => each.organizationId === organizationId);
    if (found) return found;
    throw dispatchErrors.DISPATCH_SUPERIOR({
      superior: outside || globalId('PartyOrganization', organizationId),
      organization: name,
    });
  }
  if (!outside) return superiors[0] ?? null;
  // a body that nobody registered stands outside the tree, beyond all that lead from within it
  const level = superiors.filter(({ organizationId }) => organizationId !== null).length + 1;
  return superiors.find((each) => each.name === outside) ?? { organizationId: null, name: outside, level };
}
