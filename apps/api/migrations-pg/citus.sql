-- Spreads the large tables over the nodes of a Citus cluster. Not run by permu: an administrator runs it once, on the
-- coordinator, with the servers stopped, after permu has made its tables:
--
--   psql "$PERMU_DATABASE" -v ON_ERROR_STOP=1 -f apps/api/migrations-pg/citus.sql
--
-- Never run against Citus so far. What is tested is that the keys allow it: each table below has the workspace and the
-- upload in its primary key, has no other unique index, no foreign key, and no trigger.

BEGIN;

CREATE EXTENSION IF NOT EXISTS citus;

-- By upload: a server works in one workspace, and one upload's rows are written and read together. A period is read of
-- many uploads, thus on all nodes at once.
SELECT create_distributed_table('blocks', 'upload', shard_count => 32);
SELECT create_distributed_table('problems', 'upload', colocate_with => 'blocks');
SELECT create_distributed_table('upload_zones', 'upload', colocate_with => 'blocks');
SELECT create_distributed_table('projects', 'upload', colocate_with => 'blocks');
SELECT create_distributed_table('project_values', 'upload', colocate_with => 'blocks');

-- All others stay on the coordinator: they are small, and their triggers write the audit log in the same transaction.

COMMIT;
