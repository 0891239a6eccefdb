import { PersonKeys, type Field } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maskedNumber } from './id-number';
import type { MemberEntity } from './member.entity';

const idNumber: Field = { table: 'member', column: 'id_sealed' };
const phone: Field = { table: 'member', column: 'phone_sealed' };

export type Numbers = Pick<
  MemberEntity,
  'idSealed' | 'idMark' | 'idMasked' | 'phoneSealed' | 'phoneMark' | 'phoneMasked'
>;

/** Normalized numbers of one person; what is absent stays as it is. */
export interface ClearNumbers {
  readonly personId: string;
  readonly idNumber?: string;
  readonly phone?: string;
}

/** The only place that turns numbers of people into columns and back. */
@Injectable()
export class MemberNumbers {
  constructor(private readonly keys: PersonKeys) {}

  /** The columns of many people, in the order given; a person's key is the member's id. */
  async seal(tx: EntityManager, associationId: string, people: readonly ClearNumbers[]): Promise<Partial<Numbers>[]> {
    const [ids, phones] = [people.filter((one) => one.idNumber), people.filter((one) => one.phone)];
    const sealed = await this.keys.encryptAll(tx, associationId, [
      ...ids.map((one) => ({ personId: one.personId, field: idNumber, plain: one.idNumber! })),
      ...phones.map((one) => ({ personId: one.personId, field: phone, plain: one.phone! })),
    ]);
    const idMarks = await this.idMarks(ids.map((one) => one.idNumber!));
    const phoneMarks = await this.phoneMarks(phones.map((one) => one.phone!));
    const columns = new Map<ClearNumbers, Partial<Numbers>>(people.map((one) => [one, {}]));
    ids.forEach((one, i) =>
      Object.assign(columns.get(one)!, {
        idSealed: sealed[i],
        idMark: idMarks[i],
        idMasked: maskedNumber(one.idNumber!),
      }),
    );
    phones.forEach((one, i) =>
      Object.assign(columns.get(one)!, {
        phoneSealed: sealed[ids.length + i],
        phoneMark: phoneMarks[i],
        phoneMasked: maskedNumber(one.phone!),
      }),
    );
    return people.map((one) => columns.get(one)!);
  }

  idMarks(numbers: readonly string[]): Promise<Buffer[]> {
    return numbers.length ? this.keys.blindIndexAll(idNumber, numbers) : Promise.resolve([]);
  }

  phoneMarks(numbers: readonly string[]): Promise<Buffer[]> {
    return numbers.length ? this.keys.blindIndexAll(phone, numbers) : Promise.resolve([]);
  }

  /** Null when there is none, or the person's key is erased. */
  open(tx: EntityManager, member: MemberEntity, field: 'ID_NUMBER' | 'PHONE'): Promise<string | null> {
    const sealed = field === 'ID_NUMBER' ? member.idSealed : member.phoneSealed;
    if (!sealed) return Promise.resolve(null);
    return this.keys.decrypt(tx, member.id, field === 'ID_NUMBER' ? idNumber : phone, sealed);
  }
}
