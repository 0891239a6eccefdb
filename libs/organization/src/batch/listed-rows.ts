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

/** A list that a batch chooses from. */
export interface RowList {
  /** the query, its rows one by one */
  readonly document: DocumentNode;
  /** conditions that widen the list, or that it has unless told otherwise: alone they choose nothing */
  readonly widening: readonly string[];
}

/** @param list a query of the schema @param filter the type of its filter */
export const rowList = (list: string, filter: string, widening: readonly string[]): RowList => ({
  document: parse(`
    query ($after: String, $filter: ${filter}, $within: ID) {
      list: ${list}(first: 100, after: $after, filter: $filter, within: $within) {
        totalCount
        nodes { id }
        pageInfo { hasNextPage endCursor }
      }
    }`),
  widening,
});

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
    list: RowList,
    { filter, within }: { filter: object; within: string | null },
  ): Promise<string[]> {
    if (isEmpty(filter, list.widening)) throw batchErrors.BATCH_EMPTY_FILTER();
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await this.page(viewer, list.document, { filter, within, after });
      ids.push(...page.nodes.map(({ id }) => id));
      if (ids.length > most) throw batchErrors.BATCH_TOO_MANY({ most, count: page.totalCount });
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return ids;
  }

  private async page(viewer: Viewer, document: DocumentNode, variableValues: Record<string, unknown>): Promise<Page> {
    const result = await execute({
      schema: this.schema.schema,
      document,
      variableValues,
      contextValue: { viewer, req: {}, res: {} },
      fieldResolver: this.reader.fieldResolver,
    });
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return (result.data as unknown as { readonly list: Page }).list;
  }
}

const isEmpty = (filter: object, widening: readonly string[]): boolean =>
  Object.entries(filter).every(
    ([name, value]) =>
      widening.includes(name) ||
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0) ||
      // a flag that is not set narrows nothing, but for `flagged`, which then asks for those without
      (value === false && name !== 'flagged'),
  );
