
-- Only the leader's feedback names its author; what others write has none.
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_leaders_are_named" CHECK (("feedback_group" = 'PIMPINAN') = ("author_id" IS NOT NULL));

-- Feedback is immutable: a named entry after 24 hours, an unnamed one at once. Showing a group that was held back and dropping the tie to a
-- planned result that is gone say nothing else than before.
CREATE FUNCTION "feedback_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'feedback is corrected by a counter-entry, not removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['is_shown', 'rhk_id']) = (to_jsonb(OLD) - ARRAY['is_shown', 'rhk_id'])
     AND (NEW."is_shown" OR NOT OLD."is_shown") AND (NEW."rhk_id" IS NULL OR NEW."rhk_id" IS NOT DISTINCT FROM OLD."rhk_id") THEN
    RETURN NEW;
  END IF;
  IF OLD."created_at" IS NULL OR clock_timestamp() > OLD."created_at" + interval '24 hours'
     OR (NEW."id", NEW."employee_id", NEW."feedback_group", NEW."author_id", NEW."created_at", NEW."given_on", NEW."period_key")
        IS DISTINCT FROM (OLD."id", OLD."employee_id", OLD."feedback_group", OLD."author_id", OLD."created_at", OLD."given_on", OLD."period_key") THEN
    RAISE EXCEPTION 'feedback is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "feedback_immutable" BEFORE UPDATE OR DELETE ON "feedback" FOR EACH ROW EXECUTE FUNCTION "feedback_guard"();
