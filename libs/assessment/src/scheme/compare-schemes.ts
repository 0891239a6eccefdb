import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import { treeOf, versionOf } from './draft-schemes';
import { presentDifference } from './present-difference';
import type { SchemeChange } from './scheme-parts.type';

/** Versions of schemes beside one another. */
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
}
