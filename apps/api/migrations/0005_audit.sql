CREATE TABLE `audit` (
	`workspace` text NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`request_id` text,
	`before` text,
	`after` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`workspace`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`workspace`,`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_action` ON `audit` (`workspace`,`action`,`seq`);--> statement-breakpoint
ALTER TABLE `blocks` ADD `checksum` integer;--> statement-breakpoint
ALTER TABLE `uploads` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit` BEGIN
	SELECT raise(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_is_never_deleted` BEFORE DELETE ON `audit` BEGIN
	SELECT raise(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_only_goes_on` BEFORE INSERT ON `audit`
WHEN new.`seq` IS NOT (SELECT coalesce(max(`seq`), 0) + 1 FROM `audit` WHERE `workspace` = new.`workspace`)
BEGIN
	SELECT raise(ABORT, 'the audit log is append-only');
END;
