import type { Area } from '../table';
import { access } from './access';
import { accounts } from './accounts';
import { activities, catalogue } from './activities';
import { assessmentCycles } from './assessment-cycles';
import { assessmentResults } from './assessment-results';
import { assessmentSheets } from './assessment-sheets';
import { assessmentVotes } from './assessment-votes';
import { attendance } from './attendance';
import { audit } from './audit';
import { batches } from './batches';
import { advice } from './advice';
import { cadences } from './cadences';
import { calendar } from './calendar';
import { decisions } from './decisions';
import { desk } from './desk';
import { dispatches } from './dispatches';
import { exports } from './exports';
import { figures } from './figures';
import { imports } from './imports';
import { members } from './members';
import { minutes } from './minutes';
import { obligations } from './obligations';
import { plans, series } from './plans';
import { organizationChanges } from './organization-changes';
import { organizations } from './organizations';
import { reviewSessions } from './review-sessions';
import { schemes } from './schemes';
import { rooms } from './rooms';
import { rules } from './rules';
import { sessionPapers } from './session-papers';
import { session } from './session';
import { staff } from './staff';
import { units } from './units';
import { views } from './views';

/** One file per area; a new area adds its own here and, if its rows need things to ask about, to `trial/arrange.ts`. */
export const areas: readonly Area[] = [
  organizations,
  organizationChanges,
  units,
  batches,
  members,
  staff,
  obligations,
  activities,
  attendance,
  catalogue,
  figures,
  plans,
  series,
  minutes,
  decisions,
  advice,
  reviewSessions,
  sessionPapers,
  dispatches,
  schemes,
  assessmentCycles,
  assessmentSheets,
  assessmentVotes,
  assessmentResults,
  rooms,
  rules,
  cadences,
  calendar,
  imports,
  exports,
  desk,
  views,
  session,
  accounts,
  access,
  audit,
];
