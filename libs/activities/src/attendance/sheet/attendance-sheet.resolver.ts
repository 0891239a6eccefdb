import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AttendanceSummaries } from '../attendance-summaries';
import { AttendanceSheets } from './attendance-sheets';
import { ImportAttendanceInput } from './sheet.inputs';
import { AttendanceImport } from './sheet.type';

@Resolver()
export class AttendanceSheetResolver {
  constructor(
    private readonly sheets: AttendanceSheets,
    private readonly summaries: AttendanceSummaries,
  ) {}

  @Requires('attendance.record')
  @Mutation(() => AttendanceImport, {
    description:
      'Record attendance from the workbook of the roster, downloaded and filled in (导入参会情况). All rows or, with all that is wrong, none; handed in twice it changes nothing.',
  })
  async importAttendance(
    @Args('input', { description: 'Which activity, which file.' }) input: ImportAttendanceInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AttendanceImport> {
    const became = await this.sheets.import(viewer, input);
    return { ...became, summary: await this.summaries.of(viewer, input.activityId) };
  }
}
