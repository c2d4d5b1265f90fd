CREATE TABLE `views` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`path` text NOT NULL,
	`query` text NOT NULL,
	`name` text,
	`note` text,
	`by` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
