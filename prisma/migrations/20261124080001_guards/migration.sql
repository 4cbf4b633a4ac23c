-- What the Prisma schema cannot say: checks, the audit chain, and the rights of the application's role.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Effective-dated rows of one subject never overlap.
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_no_overlap"
  EXCLUDE USING gist ("unit_id" WITH =, daterange("valid_from", "valid_to", '[]') WITH &&);
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_no_overlap"
  EXCLUDE USING gist ("employee_id" WITH =, daterange("valid_from", "valid_to", '[]') WITH &&);
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_not_self" CHECK ("employee_id" <> "superior_id");
ALTER TABLE "employee" ADD CONSTRAINT "employee_superior_not_self" CHECK ("superior_id" IS NULL OR "superior_id" <> "id");

-- A series measures one employee or one unit.
ALTER TABLE "measurement_series" ADD CONSTRAINT "measurement_series_one_subject" CHECK (num_nonnulls("employee_id", "unit_id") = 1);

-- A realisation has a value or says why it has none.
ALTER TABLE "realisation" ADD CONSTRAINT "realisation_value_or_reason" CHECK (num_nonnulls("value", "missing_reason") = 1);

ALTER TABLE "behaviour_rating" ADD CONSTRAINT "behaviour_rating_scale" CHECK (
  "bp" BETWEEN 1 AND 3 AND "ak" BETWEEN 1 AND 3 AND "ko" BETWEEN 1 AND 3 AND "ha" BETWEEN 1 AND 3
  AND "lo" BETWEEN 1 AND 3 AND "ad" BETWEEN 1 AND 3 AND "kl" BETWEEN 1 AND 3 AND "result_judgement" BETWEEN 1 AND 3);

-- A predikat and the reason for having none exclude each other.
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_predikat_or_reason" CHECK (num_nonnulls("predikat", "no_predikat_reason") = 1);

-- A published definition is immutable: only its standing may move on.
CREATE FUNCTION "indicator_version_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('AKTIF', 'USANG') AND
     (to_jsonb(NEW) - ARRAY['state', 'superseded_at', 'updated_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'superseded_at', 'updated_at']) THEN
    RAISE EXCEPTION 'a published indicator version is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "indicator_version_immutable" BEFORE UPDATE ON "indicator_version"
  FOR EACH ROW EXECUTE FUNCTION "indicator_version_guard"();

-- The audit chain. The writer gives what happened; number, time, previous hash and hash are set here, under a lock, so that
-- the chain has no gap and no fork whatever process writes.
CREATE FUNCTION "audit_event_text"(e "audit_event") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws(E'\x1f', e."sequence", to_char(e."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e."actor_kind", coalesce(e."actor_id"::text, ''),
    e."actor_label", coalesce(e."role", ''), coalesce(e."on_behalf_of", ''), e."event", e."entity_type", e."entity_id", coalesce(e."reason", ''),
    e."changes"::text, coalesce(e."device", ''), e."previous_hash")
$$;
CREATE FUNCTION "audit_event_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(7263544919);
  SELECT "sequence", "hash" INTO last FROM "audit_event" ORDER BY "sequence" DESC LIMIT 1;
  NEW."sequence" := coalesce(last."sequence", 0) + 1;
  NEW."at" := date_trunc('milliseconds', clock_timestamp());
  NEW."previous_hash" := coalesce(last."hash", '');
  NEW."hash" := encode(sha256(convert_to("audit_event_text"(NEW), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_event_chain" BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "audit_event_chain"();

CREATE FUNCTION "audit_event_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit rows are never changed or removed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "audit_event_refuse"();
CREATE TRIGGER "audit_event_no_truncate" BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION "audit_event_refuse"();

-- The application works as a role without rights on the schema and without UPDATE or DELETE on the audit trail. Where the
-- owner may not create roles, the triggers above still hold and the server says so at start.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tera_app') THEN
    CREATE ROLE "tera_app" NOLOGIN;
  END IF;
  EXECUTE format('GRANT "tera_app" TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  RAISE WARNING 'the role tera_app could not be created; the application keeps the rights of its login';
END $$;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tera_app') THEN
    GRANT USAGE ON SCHEMA public TO "tera_app";
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "tera_app";
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "tera_app";
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "tera_app";
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "tera_app";
    REVOKE UPDATE, DELETE, TRUNCATE ON "audit_event" FROM "tera_app";
  END IF;
END $$;
