import { registerEnumType } from '@nestjs/graphql';

export enum AssessmentSubject {
  ORGANIZATION = 'ORGANIZATION',
  MEMBER = 'MEMBER',
  SECRETARY = 'SECRETARY',
}
registerEnumType(AssessmentSubject, {
  name: 'AssessmentSubject',
  description: 'Whom a scheme assesses.',
  valuesMap: {
    ORGANIZATION: { description: 'Party organizations (党组织).' },
    MEMBER: { description: 'Members, in the annual evaluation (民主评议党员).' },
    SECRETARY: { description: 'Secretaries, by their report and its review (书记述职评议).' },
  },
});

export enum SchemeVersionState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
}
registerEnumType(SchemeVersionState, {
  name: 'SchemeVersionState',
  description: 'Where a version of a scheme stands.',
  valuesMap: {
    DRAFT: { description: 'Being written (草稿).' },
    PUBLISHED: { description: 'Published: cycles may use it, and it never changes (已发布).' },
  },
});

/** The kinds of nodes of a scheme, as the engine has them. */
export enum IndicatorKind {
  GROUP = 'GROUP',
  METRIC = 'METRIC',
  RUBRIC = 'RUBRIC',
  BALLOT = 'BALLOT',
  DEDUCTION = 'DEDUCTION',
  BONUS = 'BONUS',
  VETO = 'VETO',
}
registerEnumType(IndicatorKind, {
  name: 'IndicatorKind',
  description: 'What kind of node of a scheme it is.',
  valuesMap: {
    GROUP: { description: 'Adds up what is below it (分组).' },
    METRIC: { description: 'A figure of the register, mapped to points (取数).' },
    RUBRIC: { description: 'What people judge, by levels or points (评分).' },
    BALLOT: { description: 'What groups of voters say (投票).' },
    DEDUCTION: { description: 'Points taken for each occurrence (扣分).' },
    BONUS: { description: 'Points added for each occurrence (加分).' },
    VETO: { description: 'Caps the grade once it occurred (一票否决).' },
  },
});

export enum SchemeChangeKind {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  MOVED = 'MOVED',
  CHANGED = 'CHANGED',
}
registerEnumType(SchemeChangeKind, {
  name: 'SchemeChangeKind',
  description: 'What became of an indicator, or of the scheme as a whole, from one version to another.',
  valuesMap: {
    ADDED: { description: 'It was not there (新增).' },
    REMOVED: { description: 'It is not there any more (删去).' },
    MOVED: { description: 'It stands in another group, or elsewhere in its own (移动).' },
    CHANGED: { description: 'Some of its fields are others (改动).' },
  },
});
