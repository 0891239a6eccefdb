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
