import { DateScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum FigureUnit {
  COUNT = 'COUNT',
  PERCENT = 'PERCENT',
  HOURS = 'HOURS',
}
registerEnumType(FigureUnit, {
  name: 'FigureUnit',
  description: 'What a figure is given in.',
  valuesMap: {
    COUNT: { description: 'A number of things.' },
    PERCENT: { description: 'Part of a whole; 100 is all of it (%).' },
    HOURS: { description: 'Hours (学时).' },
  },
});

/** Which rows count for an organization. */
export enum FigureReach {
  OWN = 'OWN',
  LED = 'LED',
  SUBTREE = 'SUBTREE',
}
registerEnumType(FigureReach, {
  name: 'FigureReach',
  description: 'Which rows count for an organization.',
  valuesMap: {
    OWN: { description: 'Its own alone (本级).' },
    LED: {
      description: 'Its own and those of all that it leads (含所领导的党组织), which is how assessments count.',
    },
    SUBTREE: { description: 'Its own and those of everything below it, across edges of all kinds (含全部下级).' },
  },
});

@ObjectType({ description: 'An entry of the register of figures (指标): what reports, mails and assessments count.' })
export class Figure {
  @Field({ description: 'By which reports and schemes name it; it never changes its meaning.' })
  key!: string;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;

  @Field(() => LocalText, { description: 'What is counted, what is left out, what it is divided by.' })
  definition!: LocalText;

  @Field(() => FigureUnit, { description: 'What it is given in.' })
  unit!: FigureUnit;

  @Field({ description: 'Whether it is divided by something: a per cent, or so much for each.' })
  rate!: boolean;

  @Field({ description: 'The rows it is counted from, as this API names them.' })
  source!: string;

  @Field({ description: 'Whether `figureRows` lists what it is counted from.' })
  listed!: boolean;
}

@ObjectType({ isAbstract: true })
abstract class Counted {
  @Field(() => Float, {
    nullable: true,
    description: 'In the unit of the figure, rounded to two places; null where there is nothing to divide by.',
  })
  value!: number | null;

  @Field(() => Float, { description: 'What was counted.' })
  part!: number;

  @Field(() => Float, { nullable: true, description: 'What it is divided by; null for figures that are no rates.' })
  whole!: number | null;
}

@ObjectType({ description: 'A figure over the organizations and months asked for, as far as you may read them.' })
export class FigureValue extends Counted {
  @Field(() => Figure, { description: 'Which figure.' })
  figure!: Figure;
}

@ObjectType({ description: 'A figure of one month.' })
export class FigureMonth extends Counted {
  @Field(() => DateScalar, { description: 'First day of the month.' })
  month!: string;
}

@ObjectType({ description: 'A figure of one part of the tree.' })
export class FigureShare extends Counted {
  @Field(() => ID, { description: 'The organization at the head of the part.' })
  organizationId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Its code.' })
  code!: string;

  @Field({ description: 'True for the row of the organization asked about, which counts itself alone.' })
  own!: boolean;

  @Field({ description: 'Whether there are organizations below it.' })
  hasChildren!: boolean;
}
