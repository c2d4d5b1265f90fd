CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit log is append-only';
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_go_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit WHERE workspace = new.workspace) THEN
		RAISE EXCEPTION 'the audit log is append-only';
	END IF;
	RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse();
--> statement-breakpoint
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse();
--> statement-breakpoint
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
--> statement-breakpoint
CREATE TRIGGER audit_only_goes_on BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_go_on();
