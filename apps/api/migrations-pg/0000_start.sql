CREATE TABLE "blocks" (
	"workspace" text COLLATE "C" NOT NULL,
	"upload" text COLLATE "C" NOT NULL,
	"block" bigint NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"count" bigint NOT NULL,
	"slots" "bytea" NOT NULL,
	"zones" "bytea" NOT NULL,
	"rows" "bytea" NOT NULL,
	"values" "bytea" NOT NULL,
	"reasons" "bytea" NOT NULL,
	"checksum" bigint,
	CONSTRAINT "blocks_workspace_upload_block_pk" PRIMARY KEY("workspace","upload","block")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"workspace" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"upload" text COLLATE "C",
	"counts" text,
	"note" text COLLATE "C",
	CONSTRAINT "changes_workspace_version_pk" PRIMARY KEY("workspace","version")
);
--> statement-breakpoint
CREATE TABLE "fields" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"upload" text COLLATE "C" NOT NULL,
	CONSTRAINT "fields_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "mappings" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"forgotten" bigint NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "mappings_workspace_id_version_pk" PRIMARY KEY("workspace","id","version")
);
--> statement-breakpoint
CREATE TABLE "problems" (
	"workspace" text COLLATE "C" NOT NULL,
	"upload" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"severity" text COLLATE "C" NOT NULL,
	"row" bigint,
	"column" bigint,
	"header" text COLLATE "C",
	"text" text COLLATE "C",
	"byte" bigint,
	"params" text,
	CONSTRAINT "problems_workspace_upload_seq_pk" PRIMARY KEY("workspace","upload","seq")
);
--> statement-breakpoint
CREATE TABLE "supply_rules" (
	"workspace" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"rule" text NOT NULL,
	CONSTRAINT "supply_rules_workspace_version_pk" PRIMARY KEY("workspace","version")
);
--> statement-breakpoint
CREATE TABLE "upload_zones" (
	"workspace" text COLLATE "C" NOT NULL,
	"upload" text COLLATE "C" NOT NULL,
	"local" bigint NOT NULL,
	"zone" text COLLATE "C",
	"name" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C",
	"row" bigint NOT NULL,
	"attributes" text NOT NULL,
	CONSTRAINT "upload_zones_workspace_upload_local_pk" PRIMARY KEY("workspace","upload","local")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"bytes" bigint NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"committed_at" text COLLATE "C",
	"withdrawn_at" text COLLATE "C",
	"layer" bigint,
	"status" text COLLATE "C" NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	"sample" text COLLATE "C",
	"sample_id" text COLLATE "C",
	"reading" text NOT NULL,
	"plan" text,
	"summary" text,
	"periods" text NOT NULL,
	"counts" text NOT NULL,
	"counted_against" bigint,
	"mapping" text,
	"zone_report" text,
	"attempts" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "uploads_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "views" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"path" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"note" text COLLATE "C",
	"by" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"changed_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "views_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"data_version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zone_aliases" (
	"workspace" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"zone" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	CONSTRAINT "zone_aliases_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
CREATE TABLE "zone_events" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"note" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"withdrawn_at" text COLLATE "C",
	CONSTRAINT "zone_events_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C",
	CONSTRAINT "zones_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"provider" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"password" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"workspace" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"start" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"scopes" text NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C",
	"last_used_at" text COLLATE "C",
	CONSTRAINT "keys_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_verified" boolean NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"zones" text,
	"disabled" boolean NOT NULL,
	"must_change_password" boolean NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"removed_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"ip_address" text COLLATE "C",
	"user_agent" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"workspace" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"value" text NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	CONSTRAINT "settings_workspace_name_pk" PRIMARY KEY("workspace","name")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"identifier" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"workspace" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"request_id" text COLLATE "C",
	"before" text COLLATE "C",
	"after" text COLLATE "C",
	"previous" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_workspace_seq_pk" PRIMARY KEY("workspace","seq")
);
--> statement-breakpoint
CREATE TABLE "project_values" (
	"workspace" text COLLATE "C" NOT NULL,
	"upload" text COLLATE "C" NOT NULL,
	"row" bigint NOT NULL,
	"column" bigint NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C",
	"value" double precision,
	"unit" text COLLATE "C",
	"text" text COLLATE "C",
	"reason" text COLLATE "C",
	CONSTRAINT "project_values_workspace_upload_row_column_pk" PRIMARY KEY("workspace","upload","row","column")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"workspace" text COLLATE "C" NOT NULL,
	"upload" text COLLATE "C" NOT NULL,
	"row" bigint NOT NULL,
	"local" bigint NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	CONSTRAINT "projects_workspace_upload_row_pk" PRIMARY KEY("workspace","upload","row")
);
--> statement-breakpoint
CREATE INDEX "blocks_by_period" ON "blocks" USING btree ("workspace","period","upload");--> statement-breakpoint
CREATE INDEX "changes_by_upload" ON "changes" USING btree ("workspace","upload");--> statement-breakpoint
CREATE INDEX "problems_by_row" ON "problems" USING btree ("workspace","upload","row");--> statement-breakpoint
CREATE INDEX "uploads_by_hash" ON "uploads" USING btree ("workspace","sha256");--> statement-breakpoint
CREATE INDEX "uploads_by_layer" ON "uploads" USING btree ("workspace","layer");--> statement-breakpoint
CREATE UNIQUE INDEX "zones_by_name" ON "zones" USING btree ("workspace","name");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_by_account" ON "credentials" USING btree ("provider","account");--> statement-breakpoint
CREATE INDEX "credentials_by_person" ON "credentials" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_by_hash" ON "keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "keys_by_person" ON "keys" USING btree ("workspace","person");--> statement-breakpoint
CREATE UNIQUE INDEX "people_by_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_by_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("workspace","actor","seq");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit" USING btree ("workspace","action","seq");