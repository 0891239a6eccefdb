import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import { batchErrors } from './batch.errors';
import { ListedRows, type RowList } from './listed-rows';

interface Choice {
  readonly ids?: readonly string[] | null;
  readonly filter?: object | null;
  readonly within?: string | null;
}

/** The rows of a batch, named one by one or by a filter. */
@Injectable()
export class ChosenRows {
  constructor(private readonly listed: ListedRows) {}

  /** @returns global ids, each once @throws BATCH_NOTHING_CHOSEN, BATCH_EMPTY_FILTER, BATCH_TOO_MANY */
  async ids(viewer: Viewer, list: RowList, { ids, filter, within }: Choice): Promise<string[]> {
    if (Boolean(ids) === Boolean(filter) || ids?.length === 0) throw batchErrors.BATCH_NOTHING_CHOSEN();
    if (ids) return [...new Set(ids)];
    return this.listed.find(viewer, list, { filter: filter ?? {}, within: within ?? null });
  }
}
