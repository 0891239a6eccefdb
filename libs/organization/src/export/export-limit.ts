import { reaches, type Permission, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { Rules, type RuleInForce } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { organizationErrors } from '../organization.errors';
import { AccountViewers } from './account-viewers';
import type { Asked, ExportedList } from './exported-list';
import { ListRows } from './list-rows';

/** A rule whose value is words says no number: then everybody is too many. */
const numberOf = ({ parsed }: RuleInForce): number => parsed?.numerator ?? 0;

/** How many people an export may tell of before another person has to approve it. */
@Injectable()
export class ExportLimit {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly rows: ListRows,
    private readonly viewers: AccountViewers,
  ) {}

  /** @throws EXPORT_NEEDS_APPROVAL before anything is written into a file */
  async check<Row, Input extends Asked>(viewer: Viewer, list: ExportedList<Row, Input>, asked: Input): Promise<void> {
    if (!list.people) return;
    const people = await this.rows.people(list, this.viewers.exportingAs(viewer), asked);
    await this.hold(viewer, list.permission, asked, people);
  }

  /** @throws EXPORT_NEEDS_APPROVAL */
  async hold(viewer: Viewer, permission: Permission, asked: Asked, people: number): Promise<void> {
    const { limit, rule } = await this.inForce(viewer, permission, asked);
    if (people <= limit) return;
    const { basis } = rule;
    throw organizationErrors.EXPORT_NEEDS_APPROVAL({ people, limit, basisZh: basis.zh, basisEn: basis.en });
  }

  /**
   * The rule of the place that the list is of; of a list of no place the strictest among those at which the viewer may
   * export.
   */
  async inForce(
    viewer: Viewer,
    permission: Permission,
    { within }: Asked,
  ): Promise<{ limit: number; rule: RuleInForce }> {
    const { association, grants } = viewer;
    const exporting = grants.filter(({ role }) => reaches(role, permission).length > 0);
    const places = within ? [localId('PartyOrganization', within)] : exporting.map((grant) => grant.organizationId);
    const scope = { association: association.id, places: 'everywhere', account: viewer.account.id } as const;
    const rules = await this.database.transaction(scope, async (tx) => {
      const found: RuleInForce[] = [];
      for (const organizationId of new Set([null, ...places]))
        found.push(
          await this.rules.inForce(tx, {
            associationId: association.id,
            key: 'personal.export.approval',
            organizationId,
          }),
        );
      return found;
    });
    const rule = rules.reduce((least, one) => (numberOf(one) < numberOf(least) ? one : least));
    return { limit: numberOf(rule), rule };
  }
}
