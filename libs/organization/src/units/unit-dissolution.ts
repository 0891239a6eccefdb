import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DissolutionChecks } from '../changes/dissolution-checks';
import { unitErrors } from './unit.errors';

/** An organization that is responsible for open units, or covers some, is not dissolved under them. */
@Injectable()
export class UnitDissolution implements OnModuleInit {
  constructor(private readonly checks: DissolutionChecks) {}

  onModuleInit(): void {
    this.checks.add(async (tx, { organizationId, name }) => {
      const [row] = await tx.query<{ count: number; unit: string | null }[]>(
        `select count(*)::int as count, min(name) as unit from unit
         where (organization_id = $1 or covered_by_id = $1) and closed_on is null and deleted_at is null`,
        [organizationId],
      );
      if (row && row.count > 0) throw unitErrors.ORGANIZATION_HAS_UNITS({ name, count: row.count, unit: row.unit });
    });
  }
}
