import { AttendanceEntity, RosterEntity } from './attendance.entity';
import { AttendanceOfPersons } from './attendance-of-persons';
import { AttendanceFrame } from './attendance-frame';
import { AttendanceMutations } from './attendance-mutations.resolver';
import { AttendanceModel, LeaveRequestModel } from './attendance.read-model';
import { AttendanceResolver } from './attendance.resolver';
import { AttendanceRules } from './attendance-rules';
import { AttendanceRows } from './attendance-rows';
import { AttendanceService } from './attendance.service';
import { AttendanceSummaries } from './attendance-summaries';
import { LeaveRequestEntity } from './leave-request.entity';
import { LeaveRequests } from './leave-requests';
import { NamedCounts } from './named-counts';
import { OwnActivities } from './own-activities';
import { RosterPersonModel } from './roster-person.read-model';
import { Rosters } from './rosters';
import { AttendanceSheetResolver } from './sheet/attendance-sheet.resolver';
import { AttendanceSheets } from './sheet/attendance-sheets';
import { SignInCodes } from './sign-in-codes';
import { SignIns } from './sign-ins';

export const attendanceEntities = [AttendanceEntity, LeaveRequestEntity, RosterEntity];
export const attendanceModels = [AttendanceModel, LeaveRequestModel, RosterPersonModel];

/** Who is entitled, who asked for leave, who attended, for the providers of the activities module. */
export const attendanceProviders = [
  AttendanceFrame,
  AttendanceMutations,
  AttendanceOfPersons,
  AttendanceResolver,
  AttendanceRows,
  AttendanceRules,
  AttendanceService,
  AttendanceSheetResolver,
  AttendanceSheets,
  AttendanceSummaries,
  LeaveRequests,
  NamedCounts,
  OwnActivities,
  Rosters,
  SignInCodes,
  SignIns,
];
