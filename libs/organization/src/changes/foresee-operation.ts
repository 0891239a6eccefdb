import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { DomainError, type Messages } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { differencesOf, type Differences } from './differences';
import { fallingWith } from './falling-operations';
import { standingOf, type Standing } from './standing';
import { stayingWith } from './staying';

/** What an operation would bring about. */
export interface ForeseenOperation extends Differences {
  readonly organizationIds: readonly string[];
  readonly refusals: readonly Messages[];
  readonly warnings: readonly Messages[];
  /** waiting operations that will not be carried out any more */
  readonly falling: readonly Messages[];
  readonly stays: readonly Messages[];
}

interface Trial {
  /** whose operation it is, by UUID, when something of it is to be told that stays */
  readonly keeps?: string;
  /** its day; null for one that has a day already */
  readonly effectiveOn: string | null;
  /** the operation, inside the transaction that is taken back, as of a day */
  work(tx: EntityManager, effectiveOn: string): Promise<unknown>;
}

interface Found {
  readonly ids: readonly string[];
  readonly after: Standing;
  readonly falling: readonly Messages[];
}

/** Never leaves this file: takes everything back that was tried. */
class Tried extends Error {
  constructor(readonly found: Found) {
    super('tried');
  }
}

const nothing = {
  organizationIds: [],
  refusals: [],
  warnings: [],
  changes: [],
  flagsRaised: [],
  flagsCleared: [],
  falling: [],
  stays: [],
};

/** Does an operation whole and takes it back, so that what is foreseen is what will happen. */
@Injectable()
export class ForeseeOperation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async foresee(viewer: Viewer, { keeps, effectiveOn, work }: Trial): Promise<ForeseenOperation> {
    const today = this.clock.today();
    const on = effectiveOn ?? today;
    const tried = await this.try(viewer, (tx) => work(tx, on));
    if (tried instanceof DomainError) return { ...nothing, refusals: [tried.messages] };
    // a change for later writes nothing yet: what it will do is told as if its day were today
    const shown = on > today ? await this.try(viewer, (tx) => work(tx, today)) : tried;
    const warnings = on > today ? [laterText(on, shown)] : [];
    const found = shown instanceof DomainError ? { ids: [], after: none, falling: tried.falling } : shown;
    const before = await this.reading(viewer, (tx) => standingOf(tx, found.ids));
    const stays = keeps ? await this.reading(viewer, (tx) => stayingWith(tx, keeps, today)) : [];
    return {
      organizationIds: found.ids,
      refusals: [],
      warnings,
      ...differencesOf(before, found.after),
      falling: found.falling,
      stays,
    };
  }

  /** What it found, or why it was refused. */
  private async try(viewer: Viewer, work: (tx: EntityManager) => Promise<unknown>): Promise<Found | DomainError> {
    try {
      return await this.reading(viewer, async (tx) => {
        await work(tx);
        // every write sets updated_at to the beginning of its transaction
        const rows = await tx.query<{ id: string }[]>(
          `select id from party_organization where updated_at = transaction_timestamp() order by path`,
        );
        const ids = rows.map(({ id }) => id);
        throw new Tried({ ids, after: await standingOf(tx, ids), falling: await fallingWith(tx, ids) });
      });
    } catch (error) {
      if (error instanceof Tried) return error.found;
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  private reading<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('organization.maintain'), work);
  }
}

const none: Standing = { organizations: [], flags: [] };

function laterText(on: string, shown: Found | DomainError): Messages {
  if (shown instanceof DomainError)
    return {
      zh: `到 ${on} 零时才执行。按今天的情况还不能执行：${shown.messages.zh}`,
      en: `It is carried out on ${on} at 00:00. As things are today it could not be: ${shown.messages.en}`,
    };
  return {
    zh: `到 ${on} 零时才执行，下面按今天的情况推算；那时如不再符合条件，不会执行，并通知您。`,
    en: `It is carried out on ${on} at 00:00; what follows is told as of today. If it is no longer possible then, it is not, and you are told.`,
  };
}
