import pg from 'pg';
import type { Config } from '../config';

const roles = ['dangwu_owner', 'dangwu_app', 'dangwu_reader'] as const;

/** What an administrator of the database runs once when the login of the migrations may not create roles. */
export class RolesMissing extends Error {
  constructor(
    readonly sql: string,
    cause: unknown,
  ) {
    super(
      `The database login may not create the roles Dangwu needs. Let a database administrator run once, in this database:\n\n${sql}\n`,
      { cause },
    );
    this.name = 'RolesMissing';
  }
}

/**
 * Makes the three roles, lets the logins take them and gives the owner the right to build in this database.
 * Does nothing that is done already, so that a prepared database needs no rights to create roles.
 *
 * @throws RolesMissing with the SQL to run when the login may not
 */
export async function ensureRoles(config: Config): Promise<void> {
  const client = new pg.Client({ connectionString: config.databaseOwnerUrl, application_name: 'dangwu-migrate' });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      const statements = await missing(client, config);
      if (statements.length === 0) return;
      try {
        for (const statement of statements) await client.query(statement);
        return;
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (code === '42501') throw new RolesMissing(statements.map((s) => `${s};`).join('\n'), error);
        // Another database of the same cluster makes the same roles at this moment.
        if (attempt >= 10 || !(code === '42710' || code === '23505' || code === 'XX000')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
      }
    }
  } finally {
    await client.end();
  }
}

async function missing(client: pg.Client, config: Config): Promise<string[]> {
  const { rows } = await client.query<{ login: string; super: boolean; database: string; known: string[] }>(
    `select current_user as login, (select rolsuper from pg_roles where rolname = current_user) as super,
       current_database() as database, array(select rolname::text from pg_roles where rolname = any($1)) as known`,
    [roles],
  );
  const here = rows[0]!;
  const statements: string[] = [];
  for (const role of roles) if (!here.known.includes(role)) statements.push(`create role ${role} nologin`);
  const logins = {
    dangwu_owner: here.login,
    dangwu_app: loginOf(config.databaseUrl) ?? here.login,
    dangwu_reader: loginOf(config.databaseReaderUrl) ?? here.login,
  };
  for (const role of roles) {
    const login = logins[role];
    if (!(await mayTake(client, login, role, here.known.includes(role))))
      statements.push(`grant ${role} to ${client.escapeIdentifier(login)}`);
  }
  const { rows: rights } = await client.query<{ database: boolean; schema: boolean }>(
    `select bool_or(has_database_privilege(r.oid, current_database(), 'create')) as database,
       bool_or(has_schema_privilege(r.oid, 'public', 'create')) as schema
     from pg_roles r where r.rolname = 'dangwu_owner'`,
  );
  if (!rights[0]?.database)
    statements.push(`grant create on database ${client.escapeIdentifier(here.database)} to dangwu_owner`);
  if (!rights[0]?.schema) statements.push('grant usage, create on schema public to dangwu_owner');
  return statements;
}

async function mayTake(client: pg.Client, login: string, role: string, known: boolean): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select u.rolsuper or ($3 and exists (
         select from pg_auth_members m join pg_roles r on r.oid = m.roleid
         where r.rolname = $2 and m.member = u.oid and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true))) as may
     from pg_roles u where u.rolname = $1`,
    [login, role, known],
  );
  return rows[0]?.may ?? false;
}

function loginOf(url: string): string | null {
  const { username, searchParams } = new URL(url);
  return decodeURIComponent(username) || searchParams.get('user');
}
