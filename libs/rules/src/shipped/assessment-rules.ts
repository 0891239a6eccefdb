import { custom, houseRule } from './house-rule';
import type { ShippedRule } from './shipped-rule';

/** How results of assessments are made public: customs, which an association may set otherwise. */
export const assessmentRules: readonly ShippedRule[] = [
  houseRule('assessment.notice.days', '5', {
    name: ['考核结果公示的时间', 'How long results of an assessment are on public notice'],
    unit: ['个工作日', 'working days'],
    stricter: 'HIGHER',
    basis: custom('考核结果公示不少于五个工作日', 'results are on notice for no less than five working days'),
    note: ['公示期内可以提出异议', 'objections are raised within that time'],
  }),
];
