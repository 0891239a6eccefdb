import type { Definition } from './permission-definition';

/** What assessment needs: its schemes, its cycles, who scores, what is known of results. */
export const assessmentPermissions = {
  'scheme.read': {
    zh: '查看考核方案',
    en: 'Read assessment schemes',
    description: 'Published schemes of assessment with their indicators, weights and grades.',
    reach: 'ASSOCIATION',
  },
  'scheme.maintain': {
    zh: '制定考核方案',
    en: 'Maintain assessment schemes',
    description: 'Write schemes of assessment, try them on made-up data, publish and retire them.',
    reach: 'ASSOCIATION',
    includes: ['scheme.read'],
  },
  'assessment.read': {
    zh: '查看考核结果',
    en: 'Read assessments',
    description:
      'Cycles and published results. Of organizations across GUIDES edges only those that take part in a cycle are in it.',
    reach: 'TREE',
  },
  'assessment.conduct': {
    zh: '组织考核',
    en: 'Conduct assessments',
    description: 'Open cycles, move them through their stages, name experts, moderate, decide objections, make final.',
    reach: 'TREE',
    includes: ['assessment.read'],
  },
  'assessment.self': {
    zh: '填报自评',
    en: 'Assess oneself',
    description:
      'Fill in the self-assessment of an organization, take part or not where it is invited, raise objections.',
    reach: 'LEADS',
    includes: ['assessment.read'],
  },
  'assessment.verify': {
    zh: '核实自评',
    en: 'Verify self-assessments',
    description: 'Verify what organizations below say of themselves.',
    reach: 'TREE',
    includes: ['assessment.read'],
  },
  'assessment.score': {
    zh: '专家评分',
    en: 'Score as an expert',
    description:
      'Score those whom one was named an expert for, and see them, never one’s own organization; vote where one is on the list.',
    reach: 'ASSOCIATION',
  },
  'assessment.export': {
    zh: '导出考核',
    en: 'Export assessments',
    description: 'Download sheets, results and letters of assessments as files.',
    reach: 'TREE',
    includes: ['file.use', 'assessment.read'],
  },
} as const satisfies Record<string, Definition>;
