-- Whoever listens hears at commit which kind of event was written down, whatever process wrote it. The name alone travels: who may
-- know more reads it. Within one transaction PostgreSQL sends equal notices once.
CREATE FUNCTION "audit_event_notice"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tera_changes', NEW."event");
  RETURN NULL;
END $$;
CREATE TRIGGER "audit_event_notice" AFTER INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "audit_event_notice"();
