import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import { treeOf, versionOf } from './draft-schemes';
import { presentDifference } from './present-difference';
import type { SchemeChange, SchemeDuty } from './scheme-parts.type';

/** Versions of schemes beside one another, and what their conditions may name. */
@Injectable()
export class CompareSchemes {
  constructor(private readonly database: Database) {}

  /** @throws UNKNOWN_ID, SCHEME_UNREADABLE */
  async difference(
    viewer: Viewer,
    { from, to, tree }: { readonly from: string; readonly to?: string | null; readonly tree?: unknown },
  ): Promise<SchemeChange[]> {
    const given = tree === undefined || tree === null ? null : treeOf(tree);
    // a draft is compared by those who write it
    const scope = viewer.scope(viewer.holdsEverywhere('scheme.maintain') ? 'scheme.maintain' : 'scheme.read');
    const [before, after] = await this.database.transaction(scope, async (tx) => [
      (await versionOf(tx, from)).tree,
      given ?? (await versionOf(tx, to ?? from)).tree,
    ]);
    return presentDifference(before!, after!);
  }

  /** The duties that profiles of organization types name, in their order. */
  async duties(viewer: Viewer): Promise<SchemeDuty[]> {
    const rows = await this.database.transaction(viewer.scope('scheme.read'), (tx) =>
      tx.query<{ duties: readonly { key: string; zh: string; en: string }[] }[]>(
        `select duties from duty_profile where association_id = $1 and deleted_at is null order by type`,
        [viewer.association.id],
      ),
    );
    const known = new Map<string, SchemeDuty>();
    for (const { key, zh, en } of rows.flatMap(({ duties }) => duties)) known.set(key, { key, name: { zh, en } });
    return [...known.values()];
  }
}
