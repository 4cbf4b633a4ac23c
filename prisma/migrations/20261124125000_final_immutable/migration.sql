-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "org_predikat" "org_predikat",
ADD COLUMN     "self_assessed_items" JSONB;

-- A final result is never edited (domain G2): it may only be marked as exported, and give way to the version that replaces it. It is never removed.
CREATE FUNCTION "appraisal_final_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (to_jsonb(NEW) - ARRAY['state', 'exported_at', 'is_current', 'revision', 'updated_at'])
       = (to_jsonb(OLD) - ARRAY['state', 'exported_at', 'is_current', 'revision', 'updated_at'])
     AND (NEW."is_current" = OLD."is_current" OR NOT NEW."is_current")
     AND ((NEW."state" = OLD."state" AND NEW."exported_at" IS NOT DISTINCT FROM OLD."exported_at")
       OR (OLD."state" = 'FINAL' AND NEW."state" = 'TEREKSPOR' AND OLD."exported_at" IS NULL AND NEW."exported_at" IS NOT NULL)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a final appraisal is immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "appraisal_final_immutable" BEFORE UPDATE ON "appraisal"
  FOR EACH ROW WHEN (OLD."state" IN ('FINAL', 'TEREKSPOR')) EXECUTE FUNCTION "appraisal_final_guard"();
CREATE TRIGGER "appraisal_final_kept" BEFORE DELETE ON "appraisal"
  FOR EACH ROW WHEN (OLD."state" IN ('FINAL', 'TEREKSPOR')) EXECUTE FUNCTION "appraisal_final_guard"();

-- What a final appraisal was judged on is as immutable as itself. One look for each statement, because computations write tens of thousands of rows.
CREATE FUNCTION "appraisal_results_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE is_final boolean;
BEGIN
  IF TG_TABLE_NAME = 'iki_result' THEN
    SELECT EXISTS (SELECT FROM "changed_row" c JOIN "rhk_result" r ON r."id" = c."rhk_result_id" JOIN "appraisal" a ON a."id" = r."appraisal_id"
      WHERE a."state" IN ('FINAL', 'TEREKSPOR')) INTO is_final;
  ELSE
    SELECT EXISTS (SELECT FROM "changed_row" c JOIN "appraisal" a ON a."id" = c."appraisal_id" WHERE a."state" IN ('FINAL', 'TEREKSPOR')) INTO is_final;
  END IF;
  -- Nor does a row move into one.
  IF NOT is_final AND TG_OP = 'UPDATE' THEN
    IF TG_TABLE_NAME = 'iki_result' THEN
      SELECT EXISTS (SELECT FROM "changed_to" c JOIN "rhk_result" r ON r."id" = c."rhk_result_id" JOIN "appraisal" a ON a."id" = r."appraisal_id"
        WHERE a."state" IN ('FINAL', 'TEREKSPOR')) INTO is_final;
    ELSE
      SELECT EXISTS (SELECT FROM "changed_to" c JOIN "appraisal" a ON a."id" = c."appraisal_id" WHERE a."state" IN ('FINAL', 'TEREKSPOR')) INTO is_final;
    END IF;
  END IF;
  IF is_final THEN
    RAISE EXCEPTION 'the results of a final appraisal are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rhk_result', 'iki_result', 'appraisal_part'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS "changed_row" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_results_guard"()', t || '_final_closed', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS "changed_row" NEW TABLE AS "changed_to" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_results_guard"()', t || '_final_immutable', t);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS "changed_row" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_results_guard"()', t || '_final_kept', t);
  END LOOP;
END $$;

CREATE FUNCTION "appraisal_no_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "appraisal" WHERE "state" IN ('FINAL', 'TEREKSPOR')) THEN
    RAISE EXCEPTION 'final appraisals are never removed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "appraisal_no_truncate" BEFORE TRUNCATE ON "appraisal" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_no_truncate"();
CREATE TRIGGER "rhk_result_no_truncate" BEFORE TRUNCATE ON "rhk_result" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_no_truncate"();
CREATE TRIGGER "iki_result_no_truncate" BEFORE TRUNCATE ON "iki_result" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_no_truncate"();
CREATE TRIGGER "appraisal_part_no_truncate" BEFORE TRUNCATE ON "appraisal_part" FOR EACH STATEMENT EXECUTE FUNCTION "appraisal_no_truncate"();
