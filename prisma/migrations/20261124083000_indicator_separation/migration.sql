-- AlterTable
ALTER TABLE "indicator_version" ADD COLUMN     "editor_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- A published definition is immutable as a whole: its standing moves on from AKTIF to USANG and never back, it is never removed, and
-- its weights, which are part of the definition, change no more. A version that this very transaction inserts may still get its weights.
CREATE OR REPLACE FUNCTION "indicator_version_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" NOT IN ('AKTIF', 'USANG') THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
     OR NEW."state" NOT IN (OLD."state", 'USANG')
     OR (to_jsonb(NEW) - ARRAY['state', 'superseded_at', 'updated_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'superseded_at', 'updated_at']) THEN
    RAISE EXCEPTION 'a published indicator version is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "indicator_version_kept" BEFORE DELETE ON "indicator_version"
  FOR EACH ROW EXECUTE FUNCTION "indicator_version_guard"();

CREATE FUNCTION "family_weight_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE versions uuid[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW."version_id"] WHEN 'DELETE' THEN ARRAY[OLD."version_id"]
  ELSE ARRAY[OLD."version_id", NEW."version_id"] END;
BEGIN
  IF EXISTS (SELECT FROM "indicator_version" WHERE "id" = ANY (versions) AND "state" IN ('AKTIF', 'USANG')
             AND NOT (TG_OP = 'INSERT' AND "xmin"::text = pg_current_xact_id()::xid::text)) THEN
    RAISE EXCEPTION 'the weights of a published indicator version are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "family_weight_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "family_weight"
  FOR EACH ROW EXECUTE FUNCTION "family_weight_guard"();
