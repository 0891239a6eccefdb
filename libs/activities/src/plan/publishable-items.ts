import type { LocalText } from '@dangwu/platform/text';
import type { EntityManager } from 'typeorm';
import type { ManyActivities } from '../activity/many-activities';

/** An item that becomes an activity, with what is asked of it first. */
export interface PublishableItem {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly activityTypeId: string;
  readonly typeZh: string;
  readonly typeEn: string;
  readonly heldOn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly venueId: string | null;
  readonly fault: keyof typeof faultWords | null;
}

export interface FaultyItem {
  readonly item: PublishableItem;
  readonly fault: LocalText;
}

const faultWords = {
  PAST: { zh: '日期已经过去', en: 'Its day is over' },
  GONE: { zh: '组织在这一天不存在', en: 'The organization is not there on that day' },
  TYPE_NOT_HERE: { zh: '这类组织不召开这种活动', en: 'Such an organization does not hold this type' },
  TYPE_RETIRED: { zh: '活动类型已停用', en: 'The type of activity is retired' },
  VENUE_CLOSED: { zh: '阵地已关闭', en: 'The venue is closed' },
} as const satisfies Record<string, LocalText>;

/** What is published now, in the order of time, each with the first of what single activities would be refused for. */
export function publishableItems(tx: EntityManager, planId: string, today: string): Promise<PublishableItem[]> {
  return tx.query<PublishableItem[]>(
    `select i.id, i.organization_id as "organizationId", o.name as organization,
       i.activity_type_id as "activityTypeId", t.name_zh as "typeZh", t.name_en as "typeEn",
       i.held_on::text as "heldOn", i.starts_at as "startsAt", i.ends_at as "endsAt", i.venue_id as "venueId",
       case when i.held_on < $2 then 'PAST'
         when i.held_on >= o.dissolved_on or i.held_on < o.founded_on then 'GONE'
         when not o.type = any(t.organization_types) then 'TYPE_NOT_HERE'
         when t.retired_on <= $2 then 'TYPE_RETIRED'
         when i.held_on >= v.closed_on then 'VENUE_CLOSED' end as fault
     from plan_item i join party_organization o on o.id = i.organization_id
     join activity_type t on t.id = i.activity_type_id left join venue v on v.id = i.venue_id
     where i.plan_id = $1 and i.deleted_at is null and i.starts_at is not null and i.activity_id is null
       and i.left_out_reason is null
     order by i.starts_at, i.id`,
    [planId, today],
  );
}

/** Everything that stands against publishing, so that it can be mended at once. */
export async function faultsOf(
  tx: EntityManager,
  items: readonly PublishableItem[],
  many: ManyActivities,
): Promise<FaultyItem[]> {
  const found = new Map<string, LocalText>();
  for (const { id, fault } of items) if (fault) found.set(id, faultWords[fault]);
  const wishes = items.flatMap(({ id, venueId, startsAt, endsAt }) =>
    venueId ? [{ key: id, venueId, startsAt, endsAt }] : [],
  );
  for (const { key, venue } of await many.taken(tx, wishes))
    if (!found.has(key)) found.set(key, { zh: `“${venue}”在这段时间已被占用`, en: `"${venue}" is taken at that time` });
  return items.flatMap((item) => {
    const fault = found.get(item.id);
    return fault ? [{ item, fault }] : [];
  });
}
