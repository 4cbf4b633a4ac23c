-- Unnamed feedback may go once the time for which it is kept is over, of which three months after its quarter are the least. What corrected it then
-- corrects nothing.
CREATE OR REPLACE FUNCTION "feedback_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."author_id" IS NULL
       AND make_date(left(OLD."period_key", 4)::int, right(OLD."period_key", 1)::int * 3, 1) + interval '4 months' <= clock_timestamp() THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'feedback is corrected by a counter-entry, not removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['is_shown', 'rhk_id', 'counter_of_id']) = (to_jsonb(OLD) - ARRAY['is_shown', 'rhk_id', 'counter_of_id'])
     AND (NEW."is_shown" OR NOT OLD."is_shown") AND (NEW."rhk_id" IS NULL OR NEW."rhk_id" IS NOT DISTINCT FROM OLD."rhk_id")
     AND (NEW."counter_of_id" IS NULL OR NEW."counter_of_id" IS NOT DISTINCT FROM OLD."counter_of_id") THEN
    RETURN NEW;
  END IF;
  IF OLD."created_at" IS NULL OR clock_timestamp() > OLD."created_at" + interval '24 hours'
     OR (NEW."id", NEW."employee_id", NEW."feedback_group", NEW."author_id", NEW."created_at", NEW."given_on", NEW."period_key")
        IS DISTINCT FROM (OLD."id", OLD."employee_id", OLD."feedback_group", OLD."author_id", OLD."created_at", OLD."given_on", OLD."period_key") THEN
    RAISE EXCEPTION 'feedback is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
