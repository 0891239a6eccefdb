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
