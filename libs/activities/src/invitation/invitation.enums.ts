import { registerEnumType } from '@nestjs/graphql';

export enum InvitationKind {
  ORGANIZATION = 'ORGANIZATION',
  POST = 'POST',
  MEMBER = 'MEMBER',
}
registerEnumType(InvitationKind, {
  name: 'InvitationKind',
  description: 'How somebody is invited to an activity.',
  valuesMap: {
    ORGANIZATION: { description: 'The members of an organization and of what it leads (按组织).' },
    POST: { description: 'Those who hold a post in an organization or in what it leads (按职务).' },
    MEMBER: { description: 'A person (按人员).' },
  },
});
