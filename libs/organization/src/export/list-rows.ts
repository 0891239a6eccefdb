import type { Viewer } from '@dangwu/access';
import { aside } from '@dangwu/platform/audit';
import { Reader } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, type DocumentNode } from 'graphql';
import type { Asked, ExportedList } from './exported-list';

interface Page<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads what an export holds, page by page, as its viewer sees it in the list. */
@Injectable()
export class ListRows {
  constructor(
    private readonly reader: Reader,
    private readonly schema: GraphQLSchemaHost,
  ) {}

  async *pages<Row, Input extends Asked>(
    list: ExportedList<Row, Input>,
    viewer: Viewer,
    asked: object,
  ): AsyncGenerator<Page<Row>> {
    for (let after: string | null = null, more = true; more;) {
      const page: Page<Row> = await this.page<Row>(viewer, list.document, { ...asked, after });
      yield page;
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
  }

  /** Of how many people the list tells now. */
  async people<Row, Input extends Asked>(
    list: ExportedList<Row, Input>,
    viewer: Viewer,
    asked: object,
  ): Promise<number> {
    const { people } = list;
    if (!people) return 0;
    const named = new Set<string>();
    for await (const { nodes, totalCount } of this.pages(list, viewer, asked)) {
      if (people === 'ROWS') return totalCount;
      for (const one of nodes.flatMap(people)) named.add(one);
    }
    return named.size;
  }

  private async page<Row>(viewer: Viewer, document: DocumentNode, variableValues: object): Promise<Page<Row>> {
    const result = await aside(() =>
      execute({
        schema: this.schema.schema,
        document,
        variableValues: { ...variableValues },
        contextValue: { viewer, req: {}, res: {} },
        fieldResolver: this.reader.fieldResolver,
      }),
    );
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return (result.data as unknown as { readonly list: Page<Row> }).list;
  }
}

/** Of how many people these rows tell. */
export function peopleIn<Row>({ people }: Pick<ExportedList<Row, Asked>, 'people'>, rows: readonly Row[]): number {
  if (!people) return 0;
  return people === 'ROWS' ? rows.length : new Set(rows.flatMap(people)).size;
}
