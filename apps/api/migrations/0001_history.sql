CREATE TABLE `changes` (
	`workspace` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`upload` text,
	`counts` text,
	`note` text,
	PRIMARY KEY(`workspace`, `version`)
);
--> statement-breakpoint
CREATE INDEX `changes_by_upload` ON `changes` (`workspace`,`upload`);--> statement-breakpoint
CREATE TABLE `mappings` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`forgotten` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`workspace`, `id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `zone_aliases` (
	`workspace` text NOT NULL,
	`key` text NOT NULL,
	`zone` text NOT NULL,
	`name` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`workspace`, `key`)
);
--> statement-breakpoint
CREATE TABLE `zone_events` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`withdrawn_at` text,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
ALTER TABLE `problems` ADD `byte` integer;--> statement-breakpoint
CREATE INDEX `problems_by_row` ON `problems` (`workspace`,`upload`,`row`);--> statement-breakpoint
ALTER TABLE `uploads` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `counted_against` integer;--> statement-breakpoint
ALTER TABLE `uploads` ADD `mapping` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `zone_report` text;--> statement-breakpoint
INSERT INTO `changes` (`workspace`, `version`, `at`, `by`, `kind`, `upload`, `counts`)
SELECT `workspace`, row_number() OVER (PARTITION BY `workspace` ORDER BY `layer`), coalesce(`committed_at`, `created_at`), `by`, 'commit', `id`,
  json_object('added', json_extract(`counts`, '$.added'), 'changed', json_extract(`counts`, '$.changed'), 'same', json_extract(`counts`, '$.same'), 'zonesAdded', json_extract(`counts`, '$.zonesAdded'))
FROM `uploads` WHERE `status` = 'committed' AND `layer` IS NOT NULL;
