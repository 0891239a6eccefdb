import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merging, splitting, undoing and withdrawing: operations that belong together, and those that reverse others. */
export class Operations1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_operation
        add column group_id uuid,
        add column undoes_id uuid references organization_operation,
        add column refers_to uuid[] not null default '{}',
        drop constraint organization_operation_kind_check,
        drop constraint organization_operation_state_check,
        drop constraint organization_operation_check,
        add constraint organization_operation_kind_check check (kind in ('FOUNDED', 'RENAMED', 'RETYPED', 'MOVED',
          'DISSOLVED', 'IMPORTED', 'MERGED', 'SPLIT', 'UNDONE')),
        add constraint organization_operation_state_check check (state in ('PENDING', 'APPLIED', 'REFUSED', 'UNDONE',
          'WITHDRAWN')),
        add constraint organization_operation_applied check (
          (state in ('APPLIED', 'UNDONE')) = (applied_at is not null)),
        add constraint organization_operation_undoes check ((kind = 'UNDONE') = (undoes_id is not null));
      comment on column organization_operation.group_id is 'of one merge or split: undone together';
      comment on column organization_operation.refers_to is 'other organizations it is about';
      update organization_operation set refers_to = array_remove(array[
        (after ->> 'parentId')::uuid,
        case when before ->> 'parentId' <> after ->> 'parentId' then (before ->> 'parentId')::uuid end], null)
        where after ->> 'parentId' is not null;
      create index organization_operation_group on organization_operation (group_id) where group_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_operation
        drop constraint organization_operation_kind_check,
        drop constraint organization_operation_state_check,
        drop constraint organization_operation_applied,
        drop constraint organization_operation_undoes,
        drop column group_id, drop column undoes_id, drop column refers_to,
        add constraint organization_operation_kind_check check (kind in ('FOUNDED', 'RENAMED', 'RETYPED', 'MOVED',
          'DISSOLVED', 'IMPORTED')),
        add constraint organization_operation_state_check check (state in ('PENDING', 'APPLIED', 'REFUSED')),
        add constraint organization_operation_check check ((state = 'APPLIED') = (applied_at is not null))`);
  }
}
