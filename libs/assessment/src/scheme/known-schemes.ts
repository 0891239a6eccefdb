import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { SchemeVersionEntity } from './scheme.entity';
import { SchemeVersionState } from './scheme.enums';

/** What somebody knows of schemes: what was published is for everybody, the rest for those who write. */
@Injectable()
export class KnownSchemes {
  constructor(private readonly database: Database) {}

  /** A scheme that was never published is told to those who write alone. */
  async scheme(viewer: Viewer, global: string): Promise<boolean> {
    const schemeId = localId('AssessmentScheme', global);
    return viewer.holdsEverywhere('scheme.maintain') || this.published(viewer, { schemeId });
  }

  /** A published version; drafts are read with their scheme. */
  version(viewer: Viewer, global: string): Promise<boolean> {
    return this.published(viewer, { id: localId('SchemeVersion', global) });
  }

  private published(viewer: Viewer, which: { id: string } | { schemeId: string }): Promise<boolean> {
    return this.database.transaction(viewer.scope('scheme.read'), (tx) =>
      tx.existsBy(SchemeVersionEntity, { ...which, state: SchemeVersionState.PUBLISHED }),
    );
  }
}
