import { registerEnumType } from '@nestjs/graphql';

export enum AdviceKind {
  EXPERT = 'EXPERT',
  LEGAL = 'LEGAL',
}
registerEnumType(AdviceKind, {
  name: 'AdviceKind',
  description: 'Which opinion on a matter is asked for.',
  valuesMap: {
    EXPERT: { description: 'An expert’s opinion (专家意见).' },
    LEGAL: { description: 'A legal check (法律审查).' },
  },
});

export enum AdviceState {
  ASKED = 'ASKED',
  GIVEN = 'GIVEN',
  DECLINED = 'DECLINED',
  REVOKED = 'REVOKED',
}
registerEnumType(AdviceState, {
  name: 'AdviceState',
  description: 'Where an opinion stands.',
  valuesMap: {
    ASKED: { description: 'Asked for, not answered yet (待答复).' },
    GIVEN: { description: 'Given (已提出).' },
    DECLINED: { description: 'Declined with a reason, such as recusal (已谢绝).' },
    REVOKED: { description: 'No longer asked for (已取消).' },
  },
});

export enum AdviceStance {
  SUPPORT = 'SUPPORT',
  SUPPORT_WITH_RESERVATION = 'SUPPORT_WITH_RESERVATION',
  OPPOSE = 'OPPOSE',
}
registerEnumType(AdviceStance, {
  name: 'AdviceStance',
  description: 'What an opinion comes to. A legal check supports what is lawful and opposes what is not.',
  valuesMap: {
    SUPPORT: { description: 'For it; of a legal check: lawful (支持；合法合规).' },
    SUPPORT_WITH_RESERVATION: { description: 'For it, with a reservation (有保留地支持；须修改).' },
    OPPOSE: { description: 'Against it; of a legal check: not lawful (不支持；不合法合规).' },
  },
});
