import type { Migrations } from '@dangwu/platform/database';
import { ActivityFigures1763800000039 } from './0039-activity-figures';
import { Activities1763800000033 } from './0033-activities';
import { Attendance1763800000034 } from './0034-attendance';
import { PlansAndSeries1763800000036 } from './0036-plans-and-series';
import { Cadences1763800000038 } from './0038-cadences';
import { Minutes1763800000035 } from './0035-minutes';
import { Ballots1763800000050 } from './0050-ballots';
import { ReviewSessions1763800000051 } from './0051-review-sessions';
import { SessionOfMatter1763800000052 } from './0052-session-of-matter';
import { Room1763800000053 } from './0053-room';
import { QuickCounts1763800000061 } from './0061-quick-counts';
import { Assessments1763800000066 } from './0066-assessments';
import { AssessmentScores1763800000067 } from './0067-assessment-scores';
import { SchemeDrafts1763800000068 } from './0068-scheme-drafts';
import { AssessmentVotes1763800000071 } from './0071-assessment-votes';
import { AfterAssessments1763800000069 } from './0069-after-assessments';
import { AssessmentSight1763800000073 } from './0073-assessment-sight';
import { RuleNumbers1763800000065 } from './0065-rule-numbers';
import { KeptPapers1763800000064 } from './0064-kept-papers';
import { KeptOnDaysOff1763800000059 } from './0059-kept-on-days-off';
import { AuditChain1763800000020 } from './0020-audit-chain';
import { AuditRetention1763800000021 } from './0021-audit-retention';
import { Access1763800000003 } from './0003-access';
import { Calendar1763800000032 } from './0032-calendar';
import { ConfidentialMail1763800000025 } from './0025-confidential-mail';
import { AccessTokens1763800000026 } from './0026-access-tokens';
import { Grants1763800000028 } from './0028-grants';
import { Ground1763800000001 } from './0001-ground';
import { Identity1763800000024 } from './0024-identity';
import { Imports1763800000006 } from './0006-imports';
import { ImportMapping1763800000009 } from './0009-import-mapping';
import { Operations1763800000010 } from './0010-operations';
import { MemberAttendance1763800000040 } from './0040-member-attendance';
import { Membership1763800000011 } from './0011-membership';
import { Organization1763800000005 } from './0005-organization';
import { PersonalImports1763800000012 } from './0012-personal-imports';
import { PersonsRows1763800000029 } from './0029-persons-rows';
import { Platform1763800000002 } from './0002-platform';
import { QuickReach1763800000041 } from './0041-quick-reach';
import { WithdrawnLeave1763800000044 } from './0044-withdrawn-leave';
import { SeriesAdditions1763800000046 } from './0046-series-additions';
import { SupervisionItems1763800000045 } from './0045-supervision-items';
import { RateLimits1763800000027 } from './0027-rate-limits';
import { Rules1763800000004 } from './0004-rules';
import { SavedViews1763800000013 } from './0013-saved-views';
import { Units1763800000007 } from './0007-units';
import { ConfirmedReads1763800000015 } from './0015-confirmed-reads';
import { DatedFlags1763800000022 } from './0022-dated-flags';
import { Decisions1763800000047 } from './0047-decisions';
import { MatterAdvice1763800000054 } from './0054-matter-advice';
import { MatterExecution1763800000055 } from './0055-matter-execution';
import { DispatchAttachments1763800000062 } from './0062-dispatch-attachments';
import { Dispatches1763800000049 } from './0049-dispatches';
import { ErasedPeople1763800000030 } from './0030-erased-people';
import { ExportRequests1763800000031 } from './0031-export-requests';
import { RemindersAndFeeds1763800000037 } from './0037-reminders-and-feeds';
import { SessionDocuments1763800000056 } from './0056-session-documents';
import { SealImages1763800000057 } from './0057-seal-images';
import { Staff1763800000023 } from './0023-staff';

/** In the order in which they run. One that has landed is never changed again. */
export const migrations: Migrations = [
  Ground1763800000001,
  Platform1763800000002,
  Access1763800000003,
  Rules1763800000004,
  Organization1763800000005,
  Imports1763800000006,
  Units1763800000007,
  ImportMapping1763800000009,
  Operations1763800000010,
  Membership1763800000011,
  PersonalImports1763800000012,
  SavedViews1763800000013,
  ConfirmedReads1763800000015,
  AuditChain1763800000020,
  AuditRetention1763800000021,
  DatedFlags1763800000022,
  Staff1763800000023,
  Identity1763800000024,
  ConfidentialMail1763800000025,
  AccessTokens1763800000026,
  RateLimits1763800000027,
  Grants1763800000028,
  PersonsRows1763800000029,
  ErasedPeople1763800000030,
  ExportRequests1763800000031,
  Calendar1763800000032,
  Activities1763800000033,
  Attendance1763800000034,
  Minutes1763800000035,
  PlansAndSeries1763800000036,
  RemindersAndFeeds1763800000037,
  Cadences1763800000038,
  ActivityFigures1763800000039,
  MemberAttendance1763800000040,
  QuickReach1763800000041,
  WithdrawnLeave1763800000044,
  SupervisionItems1763800000045,
  SeriesAdditions1763800000046,
  Decisions1763800000047,
  Dispatches1763800000049,
  Ballots1763800000050,
  ReviewSessions1763800000051,
  SessionOfMatter1763800000052,
  Room1763800000053,
  MatterAdvice1763800000054,
  MatterExecution1763800000055,
  SessionDocuments1763800000056,
  SealImages1763800000057,
  KeptOnDaysOff1763800000059,
  QuickCounts1763800000061,
  DispatchAttachments1763800000062,
  KeptPapers1763800000064,
  RuleNumbers1763800000065,
  Assessments1763800000066,
  AssessmentScores1763800000067,
  SchemeDrafts1763800000068,
  AfterAssessments1763800000069,
  AssessmentVotes1763800000071,
  AssessmentSight1763800000073,
];
