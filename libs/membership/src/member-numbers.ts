import { PersonKeys, type Field } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maskedNumber } from './id-number';
import type { MemberEntity } from './member.entity';
import { PersonalField } from './member.enums';

const idNumberField: Field = { table: 'member', column: 'id_sealed' };
const phoneField: Field = { table: 'member', column: 'phone_sealed' };

export type NumberColumns = Pick<
  MemberEntity,
  'idSealed' | 'idMark' | 'idMasked' | 'phoneSealed' | 'phoneMark' | 'phoneMasked'
>;

/** Normalized numbers of one person; what is absent stays as it is. */
export interface ClearNumbers {
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
}

/** The only place that turns numbers of people into columns and back. A person's key goes by the member's id. */
@Injectable()
export class MemberNumbers {
  constructor(private readonly keys: PersonKeys) {}

  /** The columns of many people, in the order given. */
  async seal(
    tx: EntityManager,
    associationId: string,
    people: readonly (ClearNumbers & { readonly personId: string })[],
  ): Promise<Partial<NumberColumns>[]> {
    const columns: Partial<NumberColumns>[] = people.map(() => ({}));
    const ids = people.flatMap(({ personId, idNumber: plain }, at) => (plain ? [{ at, personId, plain }] : []));
    const phones = people.flatMap(({ personId, phone: plain }, at) => (plain ? [{ at, personId, plain }] : []));
    const sealed = await this.keys.encryptAll(tx, associationId, [
      ...ids.map((one) => ({ ...one, field: idNumberField })),
      ...phones.map((one) => ({ ...one, field: phoneField })),
    ]);
    const idMarks = await this.idMarks(ids.map(({ plain }) => plain));
    const phoneMarks = await this.phoneMarks(phones.map(({ plain }) => plain));
    ids.forEach(({ at, plain }, i) => {
      Object.assign(columns[at]!, { idSealed: sealed[i], idMark: idMarks[i], idMasked: maskedNumber(plain) });
    });
    phones.forEach(({ at, plain }, i) => {
      const phoneSealed = sealed[ids.length + i];
      Object.assign(columns[at]!, { phoneSealed, phoneMark: phoneMarks[i], phoneMasked: maskedNumber(plain) });
    });
    return columns;
  }

  /** What stands for numbers where they must not stand themselves, in hex. */
  async marks({ idNumber, phone }: ClearNumbers): Promise<{ idMark: string | null; phoneMark: string | null }> {
    const [id] = await this.idMarks(idNumber ? [idNumber] : []);
    const [call] = await this.phoneMarks(phone ? [phone] : []);
    return { idMark: id?.toString('hex') ?? null, phoneMark: call?.toString('hex') ?? null };
  }

  idMarks(numbers: readonly string[]): Promise<Buffer[]> {
    return numbers.length ? this.keys.blindIndexAll(idNumberField, numbers) : Promise.resolve([]);
  }

  phoneMarks(numbers: readonly string[]): Promise<Buffer[]> {
    return numbers.length ? this.keys.blindIndexAll(phoneField, numbers) : Promise.resolve([]);
  }

  /** Null when there is none, or the person's key is erased. */
  async open(tx: EntityManager, member: MemberEntity, which: PersonalField): Promise<string | null> {
    const [sealed, field] =
      which === PersonalField.ID_NUMBER ? [member.idSealed, idNumberField] : [member.phoneSealed, phoneField];
    return sealed && this.keys.decrypt(tx, member.id, field, sealed);
  }
}
