CREATE TABLE `blocks` (
	`workspace` text NOT NULL,
	`upload` text NOT NULL,
	`block` integer NOT NULL,
	`period` text NOT NULL,
	`count` integer NOT NULL,
	`slots` blob NOT NULL,
	`zones` blob NOT NULL,
	`rows` blob NOT NULL,
	`values` blob NOT NULL,
	`reasons` blob NOT NULL,
	PRIMARY KEY(`workspace`, `upload`, `block`)
);
--> statement-breakpoint
CREATE INDEX `blocks_by_period` ON `blocks` (`workspace`,`period`,`upload`);--> statement-breakpoint
CREATE TABLE `fields` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`unit` text,
	`upload` text NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`workspace` text NOT NULL,
	`upload` text NOT NULL,
	`seq` integer NOT NULL,
	`code` text NOT NULL,
	`severity` text NOT NULL,
	`row` integer,
	`column` integer,
	`header` text,
	`text` text,
	`params` text,
	PRIMARY KEY(`workspace`, `upload`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `upload_zones` (
	`workspace` text NOT NULL,
	`upload` text NOT NULL,
	`local` integer NOT NULL,
	`zone` text,
	`name` text NOT NULL,
	`code` text,
	`row` integer NOT NULL,
	`attributes` text NOT NULL,
	PRIMARY KEY(`workspace`, `upload`, `local`)
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`by` text NOT NULL,
	`created_at` text NOT NULL,
	`committed_at` text,
	`layer` integer,
	`status` text NOT NULL,
	`mode` text NOT NULL,
	`sample` text,
	`sample_id` text,
	`reading` text NOT NULL,
	`plan` text,
	`summary` text,
	`periods` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE INDEX `uploads_by_hash` ON `uploads` (`workspace`,`sha256`);--> statement-breakpoint
CREATE INDEX `uploads_by_layer` ON `uploads` (`workspace`,`layer`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`data_version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `zones` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`code` text,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zones_by_name` ON `zones` (`workspace`,`name`);