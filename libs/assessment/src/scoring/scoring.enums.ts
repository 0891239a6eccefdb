import { registerEnumType } from '@nestjs/graphql';

export enum ScoreSource {
  SELF = 'SELF',
  VERIFIER = 'VERIFIER',
  EXPERT = 'EXPERT',
}
registerEnumType(ScoreSource, {
  name: 'ScoreSource',
  description: 'Who says something of an indicator.',
  valuesMap: {
    SELF: { description: 'The assessed itself (自评).' },
    VERIFIER: { description: 'The organization above it (上级核实).' },
    EXPERT: { description: 'An expert of the cycle (专家评分).' },
  },
});

export enum SheetEntryKind {
  LEVEL = 'LEVEL',
  POINTS = 'POINTS',
  TIMES = 'TIMES',
  NONE = 'NONE',
}
registerEnumType(SheetEntryKind, {
  name: 'SheetEntryKind',
  description: 'How an indicator is filled in.',
  valuesMap: {
    LEVEL: { description: 'One of its levels is chosen (选档).' },
    POINTS: { description: 'Points are typed (打分).' },
    TIMES: { description: 'How often it occurred is typed (记次数).' },
    NONE: { description: 'It is counted by the system, or asked of others (不用填).' },
  },
});

export enum SheetNodeKind {
  GROUP = 'GROUP',
  METRIC = 'METRIC',
  RUBRIC = 'RUBRIC',
  BALLOT = 'BALLOT',
  DEDUCTION = 'DEDUCTION',
  BONUS = 'BONUS',
  VETO = 'VETO',
}
registerEnumType(SheetNodeKind, {
  name: 'SheetNodeKind',
  description: 'What kind an indicator on a sheet is of.',
  valuesMap: {
    GROUP: { description: 'Sum of those below it (分组).' },
    METRIC: { description: 'Counted from records (取数).' },
    RUBRIC: { description: 'Judged by people (评分).' },
    BALLOT: { description: 'Counted from votes (投票).' },
    DEDUCTION: { description: 'Points taken for each occurrence (扣分).' },
    BONUS: { description: 'Points added for each occurrence (加分).' },
    VETO: { description: 'Caps the grade once it occurs (一票否决).' },
  },
});
