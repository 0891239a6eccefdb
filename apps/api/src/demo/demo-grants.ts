import { GrantEntity, type SubjectKey } from '@dangwu/access';
import type { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import type { DemoTree } from './demo-tree';

const day = 86_400_000;

/** Why the demo accounts hold what they hold, a role that is about to end, and what a member unit publishes. */
export async function addGrants(
  tx: EntityManager,
  clock: Clock,
  associationId: string,
  people: readonly DemoAccount[],
  tree: DemoTree,
): Promise<void> {
  const now = clock.now();
  const by = (username: string): DemoAccount => people.find((one) => one.username === username)!;
  const guardian = by('wuanlan');
  const given = people.filter(({ at, role }) => at !== null || role === 'PARTY_STAFF');
  for (const [i, { id }] of given.entries())
    await tx.update(
      GrantEntity,
      { accountId: id },
      {
        since: new Date(now.getTime() - (540 - 20 * i) * day),
        basis: `授权〔2025〕${i + 11} 号`,
        grantedBy: guardian.id,
        grantedByName: guardian.name,
      },
    );
  await tx.insert(GrantEntity, {
    id: newId(),
    associationId,
    accountId: by('qianyi').id,
    role: 'EXPERT',
    organizationId: tree.id('DZ0002'),
    since: new Date(now.getTime() - 80 * day),
    until: new Date(now.getTime() + 12 * day),
    basis: '2026 年度考核，支部组',
    grantedBy: guardian.id,
    grantedByName: guardian.name,
  });
  const secretary = by('luohaiyun');
  await publish(tx, associationId, secretary, tree.id('DZ0063'), 'ORGANIZATION', new Date(now.getTime() - 30 * day));
}

async function publish(
  tx: EntityManager,
  associationId: string,
  { id, name }: DemoAccount,
  organizationId: string,
  subject: SubjectKey,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into publication (id, association_id, organization_id, to_id, subject, basis, published_at, published_by,
       published_by_name)
     select $1, $2, o.id, o.parent_id, $4, '党委会纪要〔2026〕8 号', $5, $6, $7 from party_organization o where o.id = $3`,
    [newId(), associationId, organizationId, subject, at, id, name],
  );
}
