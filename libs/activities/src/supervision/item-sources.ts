import type { Permission, Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Addressee } from '../reminder/answerable-accounts';
import type { SupervisionItemEntity } from './supervision-item.entity';
import { SupervisionSource } from './supervision-item.enums';
import type { SupervisionAct } from './supervision-words';

/** What was said with a change: why, and the hash of the file that came with it. */
export interface ItemSaid {
  readonly reason?: string;
  readonly fileHash?: string;
}

/** What items come from, as far as it decides who does what with them. */
export interface ItemSource {
  /** closes and gives back at the place of the item */
  readonly keep: Permission;
  /** reports there for others, as does whoever keeps */
  readonly report: Permission;
  /** knows at that place that there is such an item */
  readonly read: Permission;
  /** prefix of the id of what it comes from, and its live event */
  readonly of: { readonly type: string; readonly live: 'activity' | 'matter' };
  /** who confirms, when that is not whoever answers for the place */
  keepers?(tx: EntityManager, associationId: string): Promise<readonly Addressee[]>;
  /** what a change leaves where the item comes from, in the same transaction */
  changed?(
    tx: EntityManager,
    viewer: Viewer,
    item: SupervisionItemEntity,
    act: SupervisionAct,
    said: ItemSaid,
  ): Promise<void>;
}

const resolution: ItemSource = {
  keep: 'activity.maintain',
  report: 'activity.maintain',
  read: 'activity.read',
  of: { type: 'Activity', live: 'activity' },
};

/** The kinds of sources there are. Libraries above add theirs in `onModuleInit`. */
@Injectable()
export class ItemSources {
  private readonly sources = new Map<SupervisionSource, ItemSource>([[SupervisionSource.RESOLUTION, resolution]]);

  add(source: SupervisionSource, said: ItemSource): void {
    this.sources.set(source, said);
  }

  /** @throws Error for a source that no library has added: a fault of the code */
  of({ source }: { readonly source: SupervisionSource }): ItemSource {
    const found = this.sources.get(source);
    if (!found) throw new Error(`No library keeps supervision items of ${source}`);
    return found;
  }
}
