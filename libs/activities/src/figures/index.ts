import './obligation-figures';
import './activity-figures';
import './record-figures';
import './study-figures';
import { ActivitySummaries } from './activity-summaries';
import { MemberStudies } from './member-studies';
import { MemberStudyResolver } from './member-study.resolver';
import { StudyRules } from './study-rules';

export const figureProviders = [ActivitySummaries, MemberStudies, MemberStudyResolver, StudyRules];
export { ActivitySummaries };
