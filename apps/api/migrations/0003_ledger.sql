CREATE TABLE `project_values` (
	`workspace` text NOT NULL,
	`upload` text NOT NULL,
	`row` integer NOT NULL,
	`column` integer NOT NULL,
	`item` text NOT NULL,
	`period` text,
	`value` real,
	`unit` text,
	`text` text,
	`reason` text,
	PRIMARY KEY(`workspace`, `upload`, `row`, `column`)
);
--> statement-breakpoint
CREATE TABLE `projects` (
	`workspace` text NOT NULL,
	`upload` text NOT NULL,
	`row` integer NOT NULL,
	`local` integer NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`workspace`, `upload`, `row`)
);
--> statement-breakpoint
CREATE TABLE `supply_rules` (
	`workspace` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`note` text NOT NULL,
	`rule` text NOT NULL,
	PRIMARY KEY(`workspace`, `version`)
);
