-- AlterTable
ALTER TABLE "objection" ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "hear_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "org_predikat_decision" ADD COLUMN     "advice_inspectorate" TEXT,
ADD COLUMN     "advice_personnel" TEXT,
ADD COLUMN     "advice_planning" TEXT;

-- What was decided stays: no client of the database edits it, whatever program it uses.
CREATE FUNCTION "decided_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "objection_decided_immutable" BEFORE UPDATE OR DELETE ON "objection"
  FOR EACH ROW WHEN (OLD."state" IN ('DIPUTUS', 'TIDAK_DAPAT_DITERIMA')) EXECUTE FUNCTION "decided_guard"('a decided objection is immutable');
CREATE TRIGGER "calibration_session_locked" BEFORE UPDATE OR DELETE ON "calibration_session"
  FOR EACH ROW WHEN (OLD."state" IN ('TERKUNCI', 'DIBATALKAN')) EXECUTE FUNCTION "decided_guard"('a locked calibration session is immutable');

-- Nor do the members and proposals of a closed session change, come or go.
CREATE FUNCTION "calibration_part_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "calibration_session" s WHERE s."state" IN ('TERKUNCI', 'DIBATALKAN')
      AND s."id" IN (CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD."session_id" END, CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW."session_id" END)) THEN
    RAISE EXCEPTION 'a locked calibration session is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "calibration_member_locked" BEFORE INSERT OR UPDATE OR DELETE ON "calibration_member"
  FOR EACH ROW EXECUTE FUNCTION "calibration_part_guard"();
CREATE TRIGGER "calibration_proposal_locked" BEFORE INSERT OR UPDATE OR DELETE ON "calibration_proposal"
  FOR EACH ROW EXECUTE FUNCTION "calibration_part_guard"();

-- A decision on an organisation predikat gives way to a later version and is otherwise as it was made.
CREATE TRIGGER "org_predikat_decision_kept" BEFORE UPDATE ON "org_predikat_decision"
  FOR EACH ROW WHEN (NEW."is_current" OR (to_jsonb(NEW) - 'is_current') IS DISTINCT FROM (to_jsonb(OLD) - 'is_current'))
  EXECUTE FUNCTION "decided_guard"('a decision on an organisation predikat is immutable');
CREATE TRIGGER "org_predikat_decision_never_removed" BEFORE DELETE ON "org_predikat_decision"
  FOR EACH ROW EXECUTE FUNCTION "decided_guard"('a decision on an organisation predikat is immutable');
