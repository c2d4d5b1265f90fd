import type { PgTable } from 'drizzle-orm/pg-core'
import { createHash } from 'node:crypto'
import type { Connection } from './dialect.pg.connection.ts'
import { getTableName } from './dialect.pg.orm.ts'
import type { Touched } from './engine.ts'

/** A table whose changes are noticed, but for those of some columns. */
export interface Watched {
  table: PgTable
  key: readonly string[]
  except: readonly string[]
}

export const watch = (
  table: PgTable,
  key: readonly string[],
  except: readonly string[] = [],
): Watched => ({ table, key, except })

/**
 * Rows that stand here only within a transaction, each under the transaction's number: nobody else
 * ever sees one. A trigger writes them where the transaction has asked for that, and the same
 * transaction takes them away.
 */
const SHARED = `
  create unlogged table if not exists permu_touched (
    tx xid8 not null default pg_current_xact_id(),
    n bigint generated always as identity,
    name text not null, key text not null, before text, after text,
    primary key (tx, n));
  create or replace function permu_touch() returns trigger language plpgsql as $$
  declare
    was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    keys text[] := tg_argv[0]::text[];
    ignored text[] := tg_argv[1]::text[];
  begin
    if was - ignored is distinct from now - ignored then
      insert into permu_touched (name, key, before, after) values (
        tg_table_name,
        (select string_agg(coalesce(now, was) ->> k, '/' order by i) from unnest(keys) with ordinality as u (k, i)),
        (was - ignored)::text,
        (now - ignored)::text);
    end if;
    return null;
  end $$`

/** Asks, within a transaction, that its changes are noticed. */
export const NOTICE = "set local permu.noticed = 'on'"

const listed = (names: readonly string[]) => `'{${names.join(',')}}'`

const trigger = ({ table, key, except }: Watched) => `
  create or replace trigger permu_touch after insert or update or delete on "${getTableName(table)}"
    for each row when (current_setting('permu.noticed', true) = 'on')
    execute function permu_touch(${listed(key)}, ${listed(except)})`

/** Makes what notices changes, unless it is there as it should be; within a transaction. */
export async function watchTables(connection: Connection, tables: readonly Watched[]) {
  const script = [SHARED, ...tables.map(trigger)].join(';\n')
  const mark = createHash('sha256').update(script).digest('hex')
  const [found] = await connection.query(
    "select obj_description(to_regproc('permu_touch'), 'pg_proc')",
  )
  if (found?.[0] === mark) return
  await connection.execute(script)
  await connection.execute(`comment on function permu_touch() is '${mark}'`)
}

/** What the running transaction has changed since this was last asked. */
export async function takeTouched(connection: Connection): Promise<Touched[]> {
  const rows = await connection.query(`
    with taken as (delete from permu_touched where tx = pg_current_xact_id() returning *)
    select name, key, before, after from taken order by n`)
  return (rows as [string, string, string | null, string | null][]).map(
    ([name, key, before, after]) => ({ name, key, before, after }),
  )
}

/** Says of something outside the tables that the running transaction changes it. */
export async function touch({ $client }: { $client: Connection }, touched: Touched) {
  const { name, key, before, after } = touched
  await $client.query(
    'insert into permu_touched (name, key, before, after) values ($1, $2, $3, $4)',
    [name, key, before, after],
  )
}
