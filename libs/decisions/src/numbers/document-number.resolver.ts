import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DocumentNumbersArguments } from './document-number.filters';
import { DocumentNumberModel } from './document-number.read-model';
import { DocumentNumberConnection } from './document-number.type';

@Resolver()
export class DocumentNumberResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
  ) {}

  @Requires('organization.identify')
  @Query(() => DocumentNumberConnection, {
    description: 'The register of numbers (文号台账): those of documents that you may read.',
  })
  async documentNumbers(
    @Args() { within, order, filter, ...page }: DocumentNumbersArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    const asked = { ...page, order: order ?? ('LATEST' as const), filter: { ...filter, shown: true }, ...place };
    return this.reader.connection(DocumentNumberModel, asked, info, viewer);
  }
}
