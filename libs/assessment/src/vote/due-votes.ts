import { ReminderSources, type Addressee, type DueReminder } from '@dangwu/activities';
import { everywhere } from '@dangwu/access';
import { globalId } from '@dangwu/platform/ids';
import { fillText, type LocalText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

interface Due extends Addressee {
  readonly voteId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly state: 'ISSUING' | 'CASTING';
}

const words: Readonly<Record<Due['state'], LocalText>> = {
  ISSUING: { zh: '{title}：请领票', en: '{title}: fetch your credential' },
  CASTING: { zh: '{title}：可以投票了', en: '{title}: votes are cast' },
};

/**
 * Voters are told once that credentials are given out, and once, those who have one, that papers are taken. Nobody is told
 * again: who has voted is known to nobody.
 */
@Injectable()
export class DueVotes implements OnModuleInit {
  constructor(private readonly sources: ReminderSources) {}

  onModuleInit(): void {
    this.sources.add((tx, associationId) => this.find(tx, associationId));
  }

  async find(tx: EntityManager, associationId: string): Promise<DueReminder[]> {
    const rows = await everywhere(tx, () => tx.query<Due[]>(waiting, [associationId]));
    return rows.map(({ voteId, organizationId, title, state, ...account }) => ({
      account,
      reminder: {
        ...{ thingId: voteId, organizationId, kind: 'ASSESSMENT_ASKED', moment: state },
        line: fillText(words[state], { title }),
        link: `/my-scores/votes/${globalId('AssessmentVote', voteId)}`,
      },
    }));
  }
}

const waiting = `
  select v.id as "voteId", v.organization_id as "organizationId", b.title, b.state,
    a.id, a.name, a.mail, a.language, a.letters_off as "lettersOff"
  from assessment_vote v join ballot b on b.id = v.ballot_id join ballot_voter x on x.ballot_id = b.id
  join account a on a.id = x.account_id and a.disabled_at is null and a.deleted_at is null
  where v.association_id = $1 and v.over_at is null and v.deleted_at is null
    and (b.state = 'CASTING' and x.signature is not null or b.state = 'ISSUING' and x.signature is null)
  order by v.opened_at, v.id, a.id`;
