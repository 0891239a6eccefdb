import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of many people: one asks, another approves, one file within some hours. */
export class ExportRequests1763800000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table export_request (
        id uuid primary key,
        association_id uuid not null references association,
        external_id text,
        version integer not null default 1,
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        change_number bigint not null default 0,
        account_id uuid not null references account,
        account_name text not null,
        kind text not null check (kind like '%EXPORT'),
        asked jsonb not null,
        told jsonb not null,
        people integer not null check (people > 0),
        reason text not null check (reason <> ''),
        state text not null check (state in ('WAITING', 'APPROVED', 'REFUSED', 'DELIVERED')),
        requested_at timestamptz not null,
        decided_by uuid references account,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text check (decision_reason <> ''),
        fetch_until timestamptz,
        job_id uuid references job,
        delivered_at timestamptz,
        check ((state = 'WAITING') = (decided_by is null)),
        check ((decided_by is null) = (decided_at is null)),
        check ((decided_by is null) = (decision_reason is null)),
        check ((state in ('APPROVED', 'DELIVERED')) = (fetch_until is not null)),
        check ((state = 'DELIVERED') = (delivered_at is not null)),
        constraint export_request_two_people check (decided_by is null or decided_by <> account_id)
      );
      comment on table export_request is 'a list of many people: one asks, another approves, it is fetched once';
      comment on column export_request.people is 'of how many it told when it was asked for; no more are delivered';
      call dangwu_public_table('export_request');
      create policy app_person on export_request as restrictive for select to dangwu_app
        using (dangwu_of_person(account_id));
      create index export_request_newest on export_request (association_id, requested_at desc);
      create index export_request_own on export_request (account_id, requested_at desc);
      create index export_request_change on export_request (association_id, change_number)`);
    await rules(runner);
  }

  /** Rules are never deleted: what referred to them would lose its reason. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table export_request`);
  }
}

/** For associations that are there already; new ones get them with the shipped rules. */
async function rules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    insert into rule (id, association_id, key, name_zh, name_en, value, unit_zh, unit_en, stricter, strength, layer,
      basis_zh, basis_en, source, note_zh, note_en, effective_from)
    select gen_random_uuid(), a.id, r.key, r.name_zh, r.name_en, r.value, r.unit_zh, r.unit_en, 'LOWER', 'MUST',
      'REGULATION',
      '《中华人民共和国个人信息保护法》第六条、第五十一条：限于实现目的的最小范围，合理确定操作权限；数值为本系统默认',
      'Personal Information Protection Law, articles 6 and 51: no more than the purpose needs, by rights set with reason; the number is a default of this system',
      'HOUSE', r.note_zh, r.note_en, '2026-01-01'
    from association a cross join (values
      ('personal.export.approval', '不经批准可以导出的最多人数', 'Most people in an export that needs no approval', '500',
        '人', 'persons', '超过的，写明用途，由安全管理员批准后领取；申请人不能批准自己的申请',
        'more of them take a reason and the approval of the security administrator, who is never the one who asked'),
      ('personal.export.hours', '批准导出后的领取时间', 'How long an approved export may be fetched', '24',
        '小时', 'hours', '只能领取一次；过时重新申请', 'once; after that it is asked for again')
    ) as r (key, name_zh, name_en, value, unit_zh, unit_en, note_zh, note_en)
    where not exists (select from rule o where o.association_id = a.id and o.key = r.key);

    insert into audit_event (association_id, action, subject_type, subject_id, after, client, operation)
    select id, 'shipRules', 'Association', id, '{"rules": 2}', 'COMMAND', 'migrate' from association`);
}
