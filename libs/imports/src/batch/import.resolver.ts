import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { ImportKinds } from '../import-kinds';
import { ImportKind } from '../kind';
import { ImportBatchPage } from './import-batch.filter';
import { ImportBatch, ImportBatchConnection } from './import-batch.type';
import { ImportFaultConnection, ImportFaultFilter } from './import-fault.type';
import { CorrectedImportCell, ImportRowConnection, ImportRowFilter } from './import-row.type';
import {
  ConfirmImportInput,
  CorrectImportCellInput,
  CorrectImportCellsInput,
  DiscardImportInput,
  MapImportColumnsInput,
  StartImportInput,
  UndoImportInput,
} from './import.inputs';
import { ImportFieldType } from './import-field.type';
import { ImportRevisions, ownShown } from './import-revisions';
import { ImportBatchModel } from './import.read-models';
import { ImportService } from './import.service';

@ArgsType()
class ImportFaultPage extends PageArguments {
  @Field(() => ImportFaultFilter, { nullable: true, description: 'Which findings; all when absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportFaultFilter)
  filter?: ImportFaultFilter | null;
}

@ArgsType()
class ImportRowPage extends PageArguments {
  @Field(() => ImportRowFilter, { nullable: true, description: 'Which rows; all when absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportRowFilter)
  filter?: ImportRowFilter | null;
}

@Resolver(() => ImportBatch)
export class ImportResolver {
  constructor(
    private readonly reader: Reader,
    private readonly imports: ImportService,
    private readonly revisions: ImportRevisions,
    private readonly kinds: ImportKinds,
  ) {}

  @Requires('import.read')
  @Query(() => ImportBatch, { nullable: true, description: 'An import: your own, or any when you oversee them.' })
  importBatch(
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.answer(localId('ImportBatch', id), info, viewer);
  }

  @Requires('import.read')
  @Query(() => ImportBatchConnection, { description: 'Your imports, or all when you oversee them; the newest first.' })
  importBatches(@Args() page: ImportBatchPage, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(ImportBatchModel, { ...page }, info, viewer);
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, {
    description: 'Read a file and check every row of it. Follow job, then look at rows and faults. Nothing is written.',
  })
  async startImport(
    @Args('input', { description: 'Which file.' }) input: StartImportInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = await this.imports.start(viewer, {
      kind: input.kind,
      fileId: localId('File', input.fileId),
      columns: (input.mapping ?? []).map(({ column, heading, field }) => ({ column, heading, field: field ?? null })),
    });
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, { description: 'Write a checked import. Follow job; the receipt says what was done.' })
  async confirmImport(
    @Args('input', { description: 'Which import.' }) input: ConfirmImportInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('ImportBatch', input.id);
    await this.imports.confirm(viewer, id, input.goodRowsOnly);
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, { description: 'Give up an import that was not written; its staged rows are deleted.' })
  async discardImport(
    @Args('input', { description: 'Which import.' }) input: DiscardImportInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('ImportBatch', input.id);
    await this.imports.discard(viewer, id);
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, {
    description: 'Take a whole import back. Refused, with a list, when something newer depends on it.',
  })
  async undoImport(
    @Args('input', { description: 'Which import.' }) input: UndoImportInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('ImportBatch', input.id);
    await this.imports.undo(viewer, id);
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Query(() => [ImportFieldType], { description: 'What the columns of a kind of roster can be. At most 100.' })
  importFields(
    @Args('kind', { type: () => ImportKind, description: 'The kind of roster.' }) kind: ImportKind,
  ): ImportFieldType[] {
    return Object.entries(this.kinds.of(kind).fields).map(([key, { name, need, help }]) => ({
      key,
      name,
      help,
      needed: need !== 'OPTIONAL',
    }));
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, {
    description: 'Say which column is what, and check the file again. Follow job if it is long.',
  })
  async mapImportColumns(
    @Args('input', { description: 'Which columns.' }) input: MapImportColumnsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('ImportBatch', input.id);
    const choices = input.mapping.map(({ column, field }) => ({ column, field: field ?? null }));
    await this.revisions.map(viewer, id, choices);
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, { description: 'Correct a cell, and check the file again with all that depends on it.' })
  async correctImportCell(
    @Args('input', { description: 'Which cell.' }) input: CorrectImportCellInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('ImportBatch', input.id);
    await this.revisions.correct(viewer, id, input);
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Mutation(() => ImportBatch, {
    description: 'Correct all faulty cells of a column that show the same, and check again.',
  })
  async correctImportCells(
    @Args('input', { description: 'Which cells.' }) input: CorrectImportCellsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('ImportBatch', input.id);
    await this.revisions.correctAll(viewer, id, { ...input, found: input.found ?? null });
    return this.answer(id, info, viewer);
  }

  @Requires('import.read')
  @Query(() => [CorrectedImportCell], {
    description: `What you typed into cells of an import, as you typed it; at most ${ownShown}. Others see it as its kind shows it.`,
  })
  ownImportCorrections(
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CorrectedImportCell[]> {
    return this.revisions.own(viewer, localId('ImportBatch', id));
  }

  // read with the batch in one statement; here stand only their arguments
  @ResolveField(() => ImportFaultConnection, { description: 'Everything found, by row and column.' })
  faults(@Args() _page: ImportFaultPage): void {}

  @ResolveField(() => ImportRowConnection, { description: 'The rows of data as the file shows them.' })
  rows(@Args() _page: ImportRowPage): void {}

  private answer(key: string, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(ImportBatchModel, { key }, info, viewer);
  }
}
