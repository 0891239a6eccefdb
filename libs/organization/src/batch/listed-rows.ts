import type { Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse, type DocumentNode } from 'graphql';
import { batchErrors } from './batch.errors';

/** More than any association has; a slip of the filter stops here. */
export const most = 20_000;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The lists that batches choose from, with their filters. */
const lists = {
  units: documentOf('units', 'UnitFilter'),
  partyOrganizations: documentOf('partyOrganizations', 'PartyOrganizationFilter'),
} as const;

/** Rows of a list exactly as people see it: a batch can never reach other rows than the list shows. */
@Injectable()
export class ListedRows {
  constructor(
    private readonly reader: Reader,
    private readonly schema: GraphQLSchemaHost,
  ) {}

  /** @returns global ids @throws BATCH_EMPTY_FILTER, BATCH_TOO_MANY */
  async find(
    viewer: Viewer,
    list: keyof typeof lists,
    { filter, within }: { filter: object; within: string | null },
  ): Promise<string[]> {
    if (isEmpty(filter)) throw batchErrors.BATCH_EMPTY_FILTER();
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await this.page(viewer, list, { filter, within, after });
      ids.push(...page.nodes.map(({ id }) => id));
      if (ids.length > most) throw batchErrors.BATCH_TOO_MANY({ most, count: page.totalCount });
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return ids;
  }

  private async page(viewer: Viewer, list: keyof typeof lists, variableValues: Record<string, unknown>): Promise<Page> {
    const result = await execute({
      schema: this.schema.schema,
      document: lists[list],
      variableValues,
      contextValue: { viewer, req: {}, res: {} },
      fieldResolver: this.reader.fieldResolver,
    });
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return (result.data as unknown as { readonly list: Page }).list;
  }
}

/** Conditions that widen a list, or that a list has unless told otherwise, choose nothing. */
const choosesNothing: ReadonlySet<string> = new Set(['includeClosed', 'statuses']);

const isEmpty = (filter: object): boolean =>
  Object.entries(filter).every(
    ([name, value]) =>
      choosesNothing.has(name) ||
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0) ||
      // a flag that is not set narrows nothing, but for `flagged`, which then asks for those without
      (value === false && name !== 'flagged'),
  );

function documentOf(list: string, filter: string): DocumentNode {
  return parse(`
    query ($after: String, $filter: ${filter}, $within: ID) {
      list: ${list}(first: 100, after: $after, filter: $filter, within: $within) {
        totalCount
        nodes { id }
        pageInfo { hasNextPage endCursor }
      }
    }`);
}
