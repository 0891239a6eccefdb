-- What PostGraphile cannot derive from the tables. Run as the superuser in the measured database.
create function party_organization_member_count(o party_organization) returns integer language sql stable as $$
  select count(*)::int from member m where m.organization_id = o.id and m.deleted_at is null and m.left_on is null
    and m.affiliation_kind = 'FORMAL' and m.status in ('FULL', 'PROBATIONARY')
$$;
create function party_organization_child_count(o party_organization) returns integer language sql stable as $$
  select count(*)::int from party_organization c
  where c.parent_id = o.id and c.deleted_at is null and c.status <> 'DISSOLVED'
$$;
create function party_organization_ancestors(o party_organization) returns setof party_organization
  language sql stable as $$
  select a.* from party_organization a
  where a.no = any((string_to_array(btrim(o.path, '/'), '/'))[2:]::int[]) and a.id <> o.id and a.deleted_at is null
  order by a.path
$$;
create function party_organization_children(o party_organization) returns setof party_organization
  language sql stable as $$
  select c.* from party_organization c where c.parent_id = o.id and c.deleted_at is null and c.status <> 'DISSOLVED' order by c.path
$$;
create function subtree_organizations(root_id uuid) returns setof party_organization language sql stable as $$
  select o.* from party_organization o
  where o.path >= (select path from party_organization where id = root_id)
    and o.path < (select rtrim(path, '/') || '0' from party_organization where id = root_id) and o.deleted_at is null
    and o.status <> 'DISSOLVED'
  order by o.path
$$;
