import { everywhere } from '@dangwu/access';
import { OtherRecords, type SubjectRecord } from '@dangwu/membership';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SupervisionState } from './supervision-item.enums';
import { supervisionStateWords } from './supervision-words';

interface Told {
  readonly text: string;
  readonly title: string;
  readonly state: SupervisionState;
  readonly since: string;
  readonly until: string | null;
  readonly evidence: string | null;
}

const section = { zh: '任务', en: 'Tasks' };

/** What a person was to carry out, for the person; whose it was is forgotten with the person. */
@Injectable()
export class ItemsOfPersons implements OnModuleInit {
  constructor(private readonly others: OtherRecords) {}

  onModuleInit(): void {
    this.others.add({ tell, forget });
  }
}

/** As a member, or by an account of the member. */
const owned = `(owner_member_id = $1 or owner_account_id in (select id from account where member_id = $1))`;

/** Also of organizations that the viewer does not reach: it is the person who asks. */
async function tell(tx: EntityManager, memberId: string): Promise<SubjectRecord[]> {
  const rows = await everywhere(tx, () =>
    tx.query<Told[]>(
      `select text, source_title as title, state, (created_at at time zone 'Asia/Shanghai')::date::text as since,
         due_on::text as until, evidence
       from supervision_item where deleted_at is null and ${owned} order by created_at, no`,
      [memberId],
    ),
  );
  return rows.map(({ text, title, state, since, until, evidence }) => ({
    section,
    item: { zh: `${text}（${title}）`, en: `${text} (${title})` },
    value: supervisionStateWords[state],
    since,
    until,
    basis: evidence,
  }));
}

/** What was to be done stays, with nobody's name. Signed minutes keep theirs, as the record that they are. */
async function forget(tx: EntityManager, memberId: string): Promise<void> {
  await everywhere(tx, async () => {
    await tx.query(
      `update supervision_item set reported_by = null, reported_account_id = null
       where reported_account_id in (select id from account where member_id = $1)`,
      [memberId],
    );
    await tx.query(
      `update supervision_item set owner = null, owner_member_id = null, owner_account_id = null where ${owned}`,
      [memberId],
    );
  });
}
