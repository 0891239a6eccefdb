import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SubjectRecord } from './subject-export.type';

/** What a library above keeps of persons. */
export interface RecordsOfPersons {
  /** all of it, for the person who asks */
  tell(tx: EntityManager, memberId: string): Promise<readonly SubjectRecord[]>;
  /** what tells of the person, when the person is erased; what statistics need stays */
  forget(tx: EntityManager, memberId: string): Promise<void>;
}

/** What is kept of persons elsewhere. Libraries above add theirs in `onModuleInit`. */
@Injectable()
export class OtherRecords {
  private readonly others: RecordsOfPersons[] = [];

  add(records: RecordsOfPersons): void {
    this.others.push(records);
  }

  async tell(tx: EntityManager, memberId: string): Promise<SubjectRecord[]> {
    const told: SubjectRecord[] = [];
    for (const other of this.others) told.push(...(await other.tell(tx, memberId)));
    return told;
  }

  async forget(tx: EntityManager, memberId: string): Promise<void> {
    for (const other of this.others) await other.forget(tx, memberId);
  }
}
