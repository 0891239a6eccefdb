import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportUnits } from './export-units.job';
import {
  ChangeUnitCoverageInput,
  ChangeUnitInput,
  CloseUnitInput,
  ExportUnitsInput,
  RegisterUnitInput,
} from './unit.inputs';
import { UnitModel } from './unit.read-model';
import { UnitService } from './unit.service';
import { Unit } from './unit.type';

/** Writes: each delegates, then reads the unit anew as its caller may see it. */
@Resolver()
export class UnitMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: UnitService,
    private readonly exporting: ExportUnits,
  ) {}

  @Requires('unit.maintain')
  @Mutation(() => Unit, { description: 'Enter a unit into the register (登记).' })
  registerUnit(
    @Args('input', { description: 'The unit.' }) input: RegisterUnitInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.register(viewer, input), info, viewer);
  }

  @Requires('unit.maintain')
  @Mutation(() => Unit, { description: 'Change the facts of a unit, its responsible organization among them (变更).' })
  changeUnit(
    @Args('input', { description: 'Which unit, its new facts.' }) input: ChangeUnitInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.change(viewer, input), info, viewer);
  }

  @Requires('unit.maintain')
  @Mutation(() => Unit, { description: 'Say how a unit is covered from a day on (覆盖方式变更).' })
  changeUnitCoverage(
    @Args('input', { description: 'Which unit, how it is covered.' }) input: ChangeUnitCoverageInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.changeCoverage(viewer, input), info, viewer);
  }

  @Requires('unit.maintain')
  @Mutation(() => Unit, { description: 'Close a unit that is gone (注销). It stays with its history.' })
  closeUnit(
    @Args('input', { description: 'Which unit.' }) input: CloseUnitInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.close(viewer, input), info, viewer);
  }

  @Requires('unit.export')
  @Mutation(() => Job, {
    description:
      'Write a list of units into an .xlsx file; the job names the file. Many people to call need approval: `requestExport`.',
  })
  async exportUnits(
    @Args('input', { description: 'Which list.' }) input: ExportUnitsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.exporting.start(viewer, input) }, info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(UnitModel, { key: await written }, info, viewer);
  }
}
