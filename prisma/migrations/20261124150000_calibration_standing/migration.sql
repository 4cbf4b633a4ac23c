-- CreateTable
CREATE TABLE "calibration_standing" (
    "session_id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "before" "predikat",
    "suggested" "predikat",
    "after" "predikat",

    CONSTRAINT "calibration_standing_pkey" PRIMARY KEY ("session_id","appraisal_id")
);

-- CreateTable
CREATE TABLE "signal_answer" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signal_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calibration_standing_appraisal_id_idx" ON "calibration_standing"("appraisal_id");

-- CreateIndex
CREATE INDEX "signal_answer_period_id_unit_id_code_idx" ON "signal_answer"("period_id", "unit_id", "code");

-- CreateIndex
CREATE INDEX "signal_answer_unit_id_idx" ON "signal_answer"("unit_id");

-- CreateIndex
CREATE INDEX "signal_answer_answered_by_id_idx" ON "signal_answer"("answered_by_id");

-- AddForeignKey
ALTER TABLE "calibration_standing" ADD CONSTRAINT "calibration_standing_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "calibration_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_standing" ADD CONSTRAINT "calibration_standing_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_answer" ADD CONSTRAINT "signal_answer_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_answer" ADD CONSTRAINT "signal_answer_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_answer" ADD CONSTRAINT "signal_answer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a closed session did is as immutable as the session, and an answer stands beside later ones.
CREATE TRIGGER "calibration_standing_locked" BEFORE INSERT OR UPDATE OR DELETE ON "calibration_standing"
  FOR EACH ROW EXECUTE FUNCTION "calibration_part_guard"();
CREATE TRIGGER "signal_answer_kept" BEFORE UPDATE OR DELETE ON "signal_answer"
  FOR EACH ROW EXECUTE FUNCTION "decided_guard"('an answer to a question is immutable');
