import { registerEnumType } from '@nestjs/graphql';

export enum MatterState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
  SCHEDULED = 'SCHEDULED',
  REVIEWED = 'REVIEWED',
  FORWARDED = 'FORWARDED',
  DECIDED = 'DECIDED',
  IN_EXECUTION = 'IN_EXECUTION',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(MatterState, {
  name: 'MatterState',
  description: 'Where a matter stands.',
  valuesMap: {
    DRAFT: { description: 'Being drafted (草稿).' },
    SUBMITTED: { description: 'Submitted, awaiting the formal check (已提交).' },
    RETURNED: { description: 'Returned with reasons, to be submitted anew (已退回).' },
    ACCEPTED: { description: 'Accepted by the formal check (已受理).' },
    SCHEDULED: { description: 'On the agenda of a session of the reviewing body (已排会).' },
    REVIEWED: { description: 'Reviewed, with an opinion (已审议).' },
    FORWARDED: { description: 'On the agenda of the body that decides (已送审).' },
    DECIDED: { description: 'Decided by that body (已决定).' },
    IN_EXECUTION: { description: 'Being carried out (执行中).' },
    CLOSED: { description: 'Over (已办结).' },
    WITHDRAWN: { description: 'Withdrawn by whoever proposed it (已撤回).' },
  },
});

export enum OpinionKind {
  AGREE = 'AGREE',
  AMEND_AND_RESUBMIT = 'AMEND_AND_RESUBMIT',
  DEFER = 'DEFER',
  DO_NOT_SUBMIT = 'DO_NOT_SUBMIT',
}
registerEnumType(OpinionKind, {
  name: 'OpinionKind',
  description: 'The opinion of the reviewing body. Only AGREE opens the way to a decision.',
  valuesMap: {
    AGREE: { description: 'Agreed (同意).' },
    AMEND_AND_RESUBMIT: { description: 'To be amended and submitted again (修改后再议).' },
    DEFER: { description: 'Deferred to a later session (缓议).' },
    DO_NOT_SUBMIT: { description: 'Not to be submitted for decision (不予提交).' },
  },
});

export enum CouncilOutcome {
  ADOPTED = 'ADOPTED',
  ADOPTED_WITH_CHANGES = 'ADOPTED_WITH_CHANGES',
  NOT_ADOPTED = 'NOT_ADOPTED',
}
registerEnumType(CouncilOutcome, {
  name: 'CouncilOutcome',
  description: 'What the body that decides made of a matter.',
  valuesMap: {
    ADOPTED: { description: 'Adopted (通过).' },
    ADOPTED_WITH_CHANGES: { description: 'Adopted with changes (修改后通过).' },
    NOT_ADOPTED: { description: 'Not adopted (未通过).' },
  },
});
