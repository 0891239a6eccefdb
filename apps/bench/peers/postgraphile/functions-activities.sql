-- The same for activities.
create function party_organization_latest_activities(o party_organization) returns setof activity language sql stable as $$
  select a.* from activity a where a.organization_id = o.id and a.deleted_at is null
  order by a.held_on desc, a.starts_at desc, a.id desc
$$;
create function subtree_activities(root_id uuid, since date, before date) returns setof activity language sql stable as $$
  select a.* from activity a join party_organization o on o.id = a.organization_id
  where o.path >= (select path from party_organization where id = root_id)
    and o.path < (select rtrim(path, '/') || '0' from party_organization where id = root_id) and o.deleted_at is null
    and a.held_on >= since and a.held_on < before and a.deleted_at is null
  order by a.held_on, a.starts_at, a.id
$$;
create function subtree_activity_count(root_id uuid, since date, before date) returns integer language sql stable as $$
  select count(*)::int from (select from subtree_activities(root_id, since, before) limit 10001) n
$$;
create function roll_up(root_id uuid, since date, until date)
  returns table (organization_id uuid, name text, own boolean, has_children boolean, part float8) language sql stable as $$
  with head as materialized (select id, path, length(path) as long from party_organization where id = root_id and deleted_at is null),
  sums as (
    select case when o.path = h.path then h.path
        else h.path || split_part(substr(o.path, h.long + 1), '/', 1) || '/' end as head, sum(s.present) as part
    from head h join party_organization o on o.path >= h.path and o.path < rtrim(h.path, '/') || '0'
    join (select organization_id, month, present from activity_summary union all
      select organization_id, month, present from activity_delta) s
      on s.organization_id = o.id and s.month between since and until
    group by 1)
  select c.id, c.name, c.id = root_id,
    exists (select from party_organization b where b.parent_id = c.id and b.deleted_at is null), coalesce(sums.part, 0)
  from party_organization c left join sums on sums.head = c.path
  where (c.id = root_id or c.parent_id = root_id) and c.deleted_at is null
    and (c.status <> 'DISSOLVED' or sums.head is not null)
  order by c.id = root_id desc, c.path
$$;
create function record_activity(activity_id uuid, version integer, starts_at timestamptz, ends_at timestamptz,
  entitled_count integer, present_count integer, remote_count integer, leave_count integer, summary text, caller uuid)
  returns activity language plpgsql volatile as $$
#variable_conflict use_column
declare
  found_one activity;
  recorded_one activity;
  who account;
begin
  select * into who from account where id = caller;
  select * into found_one from activity a where a.id = $1 and a.deleted_at is null for update;
  if found_one.version is distinct from $2 or found_one.state not in ('SCHEDULED', 'HELD') or $4 > now() then
    raise exception 'cannot be recorded';
  end if;
  update activity a set version = a.version + 1, state = 'RECORDED', starts_at = $3, ends_at = $4,
      held_on = ($3 at time zone 'Asia/Shanghai')::date,
      counts_on = case when a.make_up_of_id is null then ($3 at time zone 'Asia/Shanghai')::date else a.counts_on end,
      entitled_count = $5, present_count = $6, remote_count = $7, leave_count = $8, summary = $9, recorded_at = now(),
      recorded_by = who.name
    where a.id = $1 returning * into recorded_one;
  insert into activity_step (id, association_id, activity_id, organization_id, kind, actor_name, at)
    values (uuidv7(), found_one.association_id, found_one.id, found_one.organization_id, 'RECORDED', who.name, now());
  update obligation o set version = o.version + 1, recorded = c.recorded, held = c.held, planned = c.planned
    from (select o.id, count(a.id) filter (where a.state = 'SCHEDULED') as planned,
        count(a.id) filter (where a.state = 'HELD') as held, count(a.id) filter (where a.state = 'RECORDED') as recorded
      from obligation o join activity a on a.organization_id = o.organization_id and a.activity_type_id = o.activity_type_id
        and a.deleted_at is null and a.counts_on between o.due_from and o.ends_on
      where o.organization_id = found_one.organization_id and o.activity_type_id = found_one.activity_type_id
        and o.deleted_at is null and found_one.counts_on between o.due_from and o.ends_on
      group by o.id) c where o.id = c.id;
  insert into audit_event (association_id, account_id, kind, action, subject_type, subject_id, subject_name,
      organization_id, before, after, operation, client)
    values (found_one.association_id, caller, 'WRITE', 'activity.record', 'Activity', found_one.id, found_one.title,
      found_one.organization_id,
      json_build_object('state', 'HELD', 'summary', null, 'leaveCount', null, 'recordedBy', null, 'remoteCount', null,
        'presentCount', null, 'entitledCount', null),
      json_build_object('state', 'RECORDED', 'summary', $9, 'leaveCount', $8, 'recordedBy', left(who.name, 1) || '**', 'remoteCount', $7,
        'presentCount', $6, 'entitledCount', $5), 'recordActivity', 'SESSION');
  perform pg_notify('dangwu_live', json_build_object('a', found_one.association_id, 't', 'association', 'k', 'activity',
    'i', 'Activity_' || encode(uuid_send(found_one.id), 'hex'))::text);
  return recorded_one;
end $$;
