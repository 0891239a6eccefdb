import { registerEnumType } from '@nestjs/graphql';

export enum Ledger {
  ORGANIZATIONS = 'ORGANIZATIONS',
  UNITS = 'UNITS',
  MEMBERS = 'MEMBERS',
  TEAMS = 'TEAMS',
  STAFF = 'STAFF',
  ACTIVITIES = 'ACTIVITIES',
  MATTERS = 'MATTERS',
  DISPATCHES = 'DISPATCHES',
  IMPORTS = 'IMPORTS',
  RULES = 'RULES',
  AUDIT = 'AUDIT',
}
registerEnumType(Ledger, {
  name: 'Ledger',
  description: 'A list of the console that has views.',
  valuesMap: {
    ORGANIZATIONS: { description: 'Organizations below an organization.' },
    UNITS: { description: 'Units.' },
    MEMBERS: { description: 'Members.' },
    TEAMS: { description: 'Leadership teams.' },
    STAFF: { description: 'Party-affairs staff.' },
    ACTIVITIES: { description: 'Activities.' },
    MATTERS: { description: 'Major matters.' },
    DISPATCHES: { description: 'Requests and reports to superiors.' },
    IMPORTS: { description: 'Batches of imports.' },
    RULES: { description: 'The register of rules.' },
    AUDIT: { description: 'The audit log.' },
  },
});

export enum ViewAudience {
  OWNER = 'OWNER',
  ORGANIZATION = 'ORGANIZATION',
  ASSOCIATION = 'ASSOCIATION',
}
registerEnumType(ViewAudience, {
  name: 'ViewAudience',
  description: 'Who may use a view.',
  valuesMap: {
    OWNER: { description: 'Whoever saved it, alone.' },
    ORGANIZATION: { description: 'Those, too, who may read the ledger at an organization.' },
    ASSOCIATION: { description: 'Everyone in the association who may read the ledger.' },
  },
});
