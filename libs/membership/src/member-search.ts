import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { faultOfIdNumber, isPhone, normalizeIdNumber, normalizePhone } from './id-number';
import { MemberNumbers } from './member-numbers';
import type { MemberFilter } from './member.filters';

/** Six digits in a row are part of somebody's number. */
const digits = /\d{6}/;

/** What people search members by: a name, or a whole number, which is compared by its mark only. */
@Injectable()
export class MemberSearch {
  constructor(
    private readonly database: Database,
    private readonly numbers: MemberNumbers,
  ) {}

  /** The marks of a whole number, in hex; none of anything else. */
  marks(search: string | null | undefined): Promise<{ idMark: string | null; phoneMark: string | null }> {
    const text = search?.trim() ?? '';
    const [id, phone] = [normalizeIdNumber(text), normalizePhone(text)];
    return this.numbers.marks({ ...(!faultOfIdNumber(id) && { idNumber: id }), ...(isPhone(phone) && { phone }) });
  }

  /** The same members without a number of theirs in the filter, for where filters are kept. */
  async withoutNumber(viewer: Viewer, filter: MemberFilter): Promise<MemberFilter> {
    const { search, ...rest } = filter;
    if (!search || !digits.test(search.normalize('NFKC').replaceAll(/[\s-]/g, ''))) return filter;
    const { idMark, phoneMark } = await this.marks(search);
    const found = await this.database.transaction(viewer.scope('member.read'), (tx) =>
      tx.query<{ id: string }[]>(
        `select id from member
         where deleted_at is null and (id_mark = decode($1, 'hex') or phone_mark = decode($2, 'hex')) limit 1000`,
        [idMark, idMark ? null : phoneMark],
      ),
    );
    const ids = found.map(({ id }) => globalId('Member', id));
    return { ...rest, ids: rest.ids ? ids.filter((id) => rest.ids?.includes(id)) : ids };
  }
}
