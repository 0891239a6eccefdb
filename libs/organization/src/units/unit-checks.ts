import type { EntityManager } from 'typeorm';
import { PartyOrganizationEntity } from '../organization.entity';
import { OrganizationStatus } from '../organization.enums';
import { normalizeName } from '../organization-rules';
import type { UnitFacts } from './unit-facts';
import { CoverageKind } from './unit.enums';
import { unitErrors } from './unit.errors';
import { isUscc, normalizeUscc } from './uscc';

const { OWN_ORGANIZATION, JOINT_ORGANIZATION, LIAISON } = CoverageKind;

/** The same facts as they are kept. */
export function normalizeUnit<Facts extends Partial<UnitFacts>>(facts: Facts): Facts {
  const { name, code, uscc, liaison } = facts;
  return {
    ...facts,
    ...(name && { name: normalizeName(name) }),
    ...(code && { code: code.normalize('NFKC').trim() }),
    ...(uscc !== undefined && { uscc: uscc ? normalizeUscc(uscc) || null : null }),
    ...(liaison !== undefined && { liaison: liaison?.trim() || null }),
  };
}

/**
 * Whether a unit may be as it is to be. The caller holds the association's lock.
 * @param before as it is; what makes it unique is asked about only when that changes
 * @throws refusals of `unitErrors`
 */
export async function checkUnit(
  tx: EntityManager,
  associationId: string,
  id: string | null,
  facts: UnitFacts,
  before?: UnitFacts,
): Promise<void> {
  const { uscc, coverage, coveredById, liaison } = facts;
  if (uscc && !isUscc(uscc)) throw unitErrors.USCC_FORM({ uscc: uscc.slice(0, 40) });
  const withOrganization = coverage === OWN_ORGANIZATION || coverage === JOINT_ORGANIZATION;
  if ((coveredById && !withOrganization) || (liaison && coverage !== LIAISON)) throw unitErrors.COVERAGE_MISFIT();
  for (const organization of [facts.organizationId, coveredById]) if (organization) await checkActive(tx, organization);
  const { name, code } = facts;
  if (!before || before.name !== name || before.code !== code || before.uscc !== uscc)
    await checkUnique(tx, associationId, id, facts);
}

async function checkActive(tx: EntityManager, id: string): Promise<void> {
  const [row] = await tx.query<{ name: string; status: string }[]>(
    // the version, as the covering organization may lie outside what the transaction reaches
    `select name, status from organization_version where id = $1 and valid_to is null and deleted_at is null`,
    [id],
  );
  if (row?.status !== OrganizationStatus.ACTIVE)
    throw unitErrors.ORGANIZATION_NOT_ACTIVE({ organization: row?.name ?? '—' });
}

async function checkUnique(
  tx: EntityManager,
  associationId: string,
  id: string | null,
  { name, code, uscc }: UnitFacts,
): Promise<void> {
  const [other] = await tx.query<{ name: string; code: string | null; uscc: string | null; organizationId: string }[]>(
    `select name, code, uscc, organization_id as "organizationId" from unit
     where association_id = $1 and closed_on is null and deleted_at is null and id is distinct from $2
       and (name = $3 or upper(code) = upper($4) or uscc = $5) order by name = $3 desc limit 1`,
    [associationId, id, name, code, uscc],
  );
  if (!other) return;
  if (other.name === name) {
    const organization = await tx.findOneBy(PartyOrganizationEntity, { id: other.organizationId });
    throw unitErrors.UNIT_NAME_TAKEN({ name, organization: organization?.name ?? '—' });
  }
  if (uscc && other.uscc === uscc) throw unitErrors.USCC_TAKEN({ uscc, name: other.name });
  throw unitErrors.UNIT_CODE_TAKEN({ unitCode: code, name: other.name });
}
