import type { BallotState, Secrecy } from './ballot.entity';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const stateWords: Readonly<Record<BallotState, Words>> = {
  ISSUING: { zh: '领票', en: 'issuing credentials' },
  CASTING: { zh: '投票', en: 'taking votes' },
  CLOSED: { zh: '已计票', en: 'counted' },
  VOID: { zh: '已作废', en: 'void' },
};

export const secrecyWords: Readonly<Record<Secrecy, Words>> = {
  SECRET: { zh: '无记名投票', en: 'secret' },
  OPEN: { zh: '记名投票', en: 'by name' },
};
