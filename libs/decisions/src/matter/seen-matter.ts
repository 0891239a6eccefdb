import type { Viewer } from '@dangwu/access';
import type { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { MatterEntity } from './matter.entity';

/**
 * A matter that the viewer may see now, as the read model judges it: what was never submitted is seen by those alone who
 * propose there. @throws UNKNOWN_ID
 */
export async function seenMatter(database: Database, viewer: Viewer, id: string): Promise<MatterEntity> {
  const find = (permission: SeenBy): Promise<MatterEntity | null> =>
    database.transaction(viewer.scope(permission), (tx) => tx.findOneBy(MatterEntity, { id }));
  const read = await find('matter.read');
  // row-level security hides drafts from readers, too
  const seen = read && !read.neverSubmitted ? read : await find('matter.propose');
  if (!seen) throw platformErrors.UNKNOWN_ID();
  return seen;
}

/** The permission under which a viewer sees the matter: what is read of it afterwards is read under the same. */
export type SeenBy = 'matter.read' | 'matter.propose';
export const seenBy = ({ neverSubmitted }: Pick<MatterEntity, 'neverSubmitted'>): SeenBy =>
  neverSubmitted ? 'matter.propose' : 'matter.read';
