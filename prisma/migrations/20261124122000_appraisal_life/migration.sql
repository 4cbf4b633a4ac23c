-- CreateEnum
CREATE TYPE "skp_close_reason" AS ENUM ('PERIOD_END', 'TRANSFER', 'PENILAI_CHANGE', 'SEPARATION');

-- CreateEnum
CREATE TYPE "cascade_kind" AS ENUM ('DIRECT', 'NON_DIRECT');

-- CreateEnum
CREATE TYPE "appendix_kind" AS ENUM ('DUKUNGAN_SUMBER_DAYA', 'SKEMA_PERTANGGUNGJAWABAN', 'KONSEKUENSI');

-- CreateEnum
CREATE TYPE "behaviour_value" AS ENUM ('BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KL');

-- CreateEnum
CREATE TYPE "dialogue_stage" AS ENUM ('PERENCANAAN', 'TRIWULAN', 'TAHUNAN');

-- CreateEnum
CREATE TYPE "feedback_group" AS ENUM ('PIMPINAN', 'REKAN', 'BAWAHAN', 'PIHAK_LAIN');

-- CreateEnum
CREATE TYPE "feedback_tone" AS ENUM ('POSITIF', 'NEGATIF');

-- CreateEnum
CREATE TYPE "override_category" AS ENUM ('BUKTI_TAMBAHAN', 'MUTU_HASIL', 'KEADAAN_LUAR_BIASA', 'DATA_KELIRU', 'PERILAKU_TERAMATI', 'LAINNYA');

-- CreateEnum
CREATE TYPE "final_cause" AS ENUM ('ACCEPTED', 'WINDOW_ELAPSED', 'KEBERATAN_DECIDED');

-- CreateEnum
CREATE TYPE "reopen_ground" AS ENUM ('PYB_ORDER', 'COURT', 'DATA_FRAUD', 'KEBERATAN');

-- CreateEnum
CREATE TYPE "org_predikat" AS ENUM ('ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG');

-- CreateEnum
CREATE TYPE "calibration_state" AS ENUM ('DIJADWALKAN', 'BERLANGSUNG', 'TERKUNCI', 'DIBATALKAN');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('DIUSULKAN', 'DISEPAKATI', 'DITOLAK');

-- CreateEnum
CREATE TYPE "objection_state" AS ENUM ('DIAJUKAN', 'DITERIMA', 'TIDAK_DAPAT_DITERIMA', 'KLARIFIKASI_PENILAI', 'KLARIFIKASI_PEGAWAI', 'SIAP_DIPUTUS', 'DIPUTUS');

-- CreateEnum
CREATE TYPE "objection_decision" AS ENUM ('DITOLAK', 'DIKABULKAN_SEBAGIAN', 'DIKABULKAN');

-- CreateEnum
CREATE TYPE "potential" AS ENUM ('TINGGI', 'MENENGAH', 'RENDAH');

-- CreateEnum
CREATE TYPE "award_state" AS ENUM ('DIUSULKAN', 'DITETAPKAN', 'DITOLAK');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('WAITING', 'SENT', 'CAPTURED', 'FAILED');

-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "behaviour_override" "override_category",
ADD COLUMN     "behaviour_reason" TEXT,
ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "evidence_verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "exported_at" TIMESTAMPTZ(3),
ADD COLUMN     "final_at" TIMESTAMPTZ(3),
ADD COLUMN     "final_cause" "final_cause",
ADD COLUMN     "objection_until" TIMESTAMPTZ(3),
ADD COLUMN     "predecessor_id" UUID,
ADD COLUMN     "qualitative_basis" TEXT,
ADD COLUMN     "rated_at" TIMESTAMPTZ(3),
ADD COLUMN     "rated_by_id" UUID,
ADD COLUMN     "reopen_ground" "reopen_ground",
ADD COLUMN     "reopen_reason" TEXT,
ADD COLUMN     "result_override" "override_category",
ADD COLUMN     "result_reason" TEXT,
ADD COLUMN     "return_reason" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "self_assessed_at" TIMESTAMPTZ(3),
ADD COLUMN     "self_assessment" TEXT,
ADD COLUMN     "set_at" TIMESTAMPTZ(3),
ADD COLUMN     "suggested_behaviour" "level",
ADD COLUMN     "suggested_predikat" "predikat",
ADD COLUMN     "suggested_result" "level";

-- AlterTable
ALTER TABLE "rhk" ADD COLUMN     "assignment_letter" TEXT,
ADD COLUMN     "cascade" "cascade_kind",
ADD COLUMN     "expectation" TEXT,
ADD COLUMN     "is_self_executed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "serves_rhk_id" UUID;

-- AlterTable
ALTER TABLE "skp" ADD COLUMN     "close_reason" "skp_close_reason",
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_tim_set" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "predecessor_id" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "set_at" TIMESTAMPTZ(3),
ADD COLUMN     "set_by_id" UUID,
ADD COLUMN     "standing_reason" TEXT,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "skp_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "approach" "skp_approach" NOT NULL DEFAULT 'KUANTITATIF',
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skp_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_rhk" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "rhk_kind" NOT NULL,
    "weight" DECIMAL(9,4) NOT NULL,

    CONSTRAINT "template_rhk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_iki" (
    "id" UUID NOT NULL,
    "rhk_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "indicator_id" UUID NOT NULL,
    "weight" DECIMAL(9,4) NOT NULL,
    "target" DECIMAL(20,6),
    "target_min" DECIMAL(20,6),
    "target_max" DECIMAL(20,6),

    CONSTRAINT "template_iki_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skp_appendix" (
    "id" UUID NOT NULL,
    "skp_id" UUID NOT NULL,
    "kind" "appendix_kind" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "skp_appendix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "special_expectation" (
    "id" UUID NOT NULL,
    "skp_id" UUID NOT NULL,
    "value" "behaviour_value" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "special_expectation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dialogue" (
    "id" UUID NOT NULL,
    "skp_id" UUID NOT NULL,
    "stage" "dialogue_stage" NOT NULL,
    "held_on" DATE NOT NULL,
    "clarified" TEXT NOT NULL,
    "agreements" TEXT NOT NULL,
    "support" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dialogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "feedback_group" "feedback_group" NOT NULL,
    "tone" "feedback_tone" NOT NULL,
    "author_id" UUID,
    "receipt_hash" TEXT,
    "rhk_id" UUID,
    "value" "behaviour_value",
    "text" TEXT NOT NULL,
    "evidence_url" TEXT,
    "period_key" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3),
    "counter_of_id" UUID,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal_part" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "skp_id" UUID NOT NULL,
    "penilai_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "months" DECIMAL(6,4) NOT NULL,
    "suggested_result" "level",
    "weighted_score" DECIMAL(7,2),
    "result_rating" "level",
    "behaviour_rating" "level",
    "predikat" "predikat",
    "override" "override_category",
    "reason" TEXT,
    "qualitative_basis" TEXT,
    "rated_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "appraisal_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "org_predikat_decision" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL DEFAULT 1,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "predikat" "org_predikat" NOT NULL,
    "basis" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "justification" TEXT,

    CONSTRAINT "org_predikat_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration_session" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "quorum" SMALLINT NOT NULL,
    "state" "calibration_state" NOT NULL DEFAULT 'DIJADWALKAN',
    "opened_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "minutes" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calibration_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration_member" (
    "session_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "is_chair" BOOLEAN NOT NULL DEFAULT false,
    "present_at" TIMESTAMPTZ(3),

    CONSTRAINT "calibration_member_pkey" PRIMARY KEY ("session_id","employee_id")
);

-- CreateTable
CREATE TABLE "calibration_proposal" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'DIUSULKAN',
    "from_predikat" "predikat",
    "result_rating" "level" NOT NULL,
    "behaviour_rating" "level" NOT NULL,
    "reason" TEXT NOT NULL,
    "decision_reason" TEXT,
    "proposed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "calibration_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "state" "objection_state" NOT NULL DEFAULT 'DIAJUKAN',
    "reasons" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "decider_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "escalated_at" TIMESTAMPTZ(3),
    "inadmissible_reason" TEXT,
    "penilai_statement" TEXT,
    "employee_statement" TEXT,
    "decision" "objection_decision",
    "decision_reason" TEXT,
    "new_result" "level",
    "new_behaviour" "level",
    "decided_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_entry" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "jenjang" TEXT NOT NULL,
    "predikat" "predikat" NOT NULL,
    "months" SMALLINT NOT NULL,
    "credit" DECIMAL(9,2) NOT NULL,
    "is_provisional" BOOLEAN NOT NULL DEFAULT false,
    "replaced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "potential_assessment" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "assessed_on" DATE NOT NULL,
    "potential" "potential" NOT NULL,
    "score" DECIMAL(5,2),
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "potential_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legacy_result" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "skp_value" DECIMAL(7,2) NOT NULL,
    "perilaku" DECIMAL(7,2) NOT NULL,
    "scheme" TEXT NOT NULL,
    "new_idea" BOOLEAN NOT NULL DEFAULT false,
    "value" DECIMAL(7,2) NOT NULL,
    "predikat" "predikat" NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legacy_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" "award_state" NOT NULL DEFAULT 'DIUSULKAN',
    "citation" TEXT NOT NULL,
    "reason" TEXT,
    "decree_number" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "proposed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "appraisal_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "dedupe_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'WAITING',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "decree" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "skp_template_name_key" ON "skp_template"("name");

-- CreateIndex
CREATE INDEX "skp_template_family_idx" ON "skp_template"("family");

-- CreateIndex
CREATE UNIQUE INDEX "template_rhk_template_id_number_key" ON "template_rhk"("template_id", "number");

-- CreateIndex
CREATE INDEX "template_iki_indicator_id_idx" ON "template_iki"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "template_iki_rhk_id_number_key" ON "template_iki"("rhk_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "skp_appendix_skp_id_kind_key" ON "skp_appendix"("skp_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "special_expectation_skp_id_value_key" ON "special_expectation"("skp_id", "value");

-- CreateIndex
CREATE INDEX "dialogue_skp_id_held_on_idx" ON "dialogue"("skp_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_receipt_hash_key" ON "feedback"("receipt_hash");

-- CreateIndex
CREATE INDEX "feedback_employee_id_period_key_feedback_group_idx" ON "feedback"("employee_id", "period_key", "feedback_group");

-- CreateIndex
CREATE INDEX "feedback_author_id_idx" ON "feedback"("author_id");

-- CreateIndex
CREATE INDEX "feedback_rhk_id_idx" ON "feedback"("rhk_id");

-- CreateIndex
CREATE INDEX "feedback_counter_of_id_idx" ON "feedback"("counter_of_id");

-- CreateIndex
CREATE INDEX "appraisal_part_skp_id_idx" ON "appraisal_part"("skp_id");

-- CreateIndex
CREATE INDEX "appraisal_part_penilai_id_idx" ON "appraisal_part"("penilai_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_part_appraisal_id_skp_id_key" ON "appraisal_part"("appraisal_id", "skp_id");

-- CreateIndex
CREATE INDEX "org_predikat_decision_period_id_idx" ON "org_predikat_decision"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "org_predikat_decision_unit_id_period_id_version_key" ON "org_predikat_decision"("unit_id", "period_id", "version");

-- CreateIndex
CREATE INDEX "calibration_session_unit_id_idx" ON "calibration_session"("unit_id");

-- CreateIndex
CREATE INDEX "calibration_session_period_id_state_idx" ON "calibration_session"("period_id", "state");

-- CreateIndex
CREATE INDEX "calibration_member_employee_id_idx" ON "calibration_member"("employee_id");

-- CreateIndex
CREATE INDEX "calibration_proposal_session_id_state_idx" ON "calibration_proposal"("session_id", "state");

-- CreateIndex
CREATE INDEX "calibration_proposal_appraisal_id_idx" ON "calibration_proposal"("appraisal_id");

-- CreateIndex
CREATE UNIQUE INDEX "objection_appraisal_id_key" ON "objection"("appraisal_id");

-- CreateIndex
CREATE INDEX "objection_state_due_at_idx" ON "objection"("state", "due_at");

-- CreateIndex
CREATE INDEX "objection_decider_id_idx" ON "objection"("decider_id");

-- CreateIndex
CREATE INDEX "credit_entry_employee_id_idx" ON "credit_entry"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entry_appraisal_id_jenjang_key" ON "credit_entry"("appraisal_id", "jenjang");

-- CreateIndex
CREATE UNIQUE INDEX "potential_assessment_employee_id_assessed_on_key" ON "potential_assessment"("employee_id", "assessed_on");

-- CreateIndex
CREATE UNIQUE INDEX "legacy_result_employee_id_year_key" ON "legacy_result"("employee_id", "year");

-- CreateIndex
CREATE INDEX "award_period_id_state_idx" ON "award"("period_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "award_employee_id_period_id_title_key" ON "award"("employee_id", "period_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_code_key" ON "dossier"("code");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_appraisal_id_content_hash_key" ON "dossier"("appraisal_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "notice_dedupe_key_key" ON "notice"("dedupe_key");

-- CreateIndex
CREATE INDEX "notice_user_id_created_at_idx" ON "notice"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "notice_entity_type_entity_id_idx" ON "notice"("entity_type", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_notice_id_key" ON "outbox_mail"("notice_id");

-- CreateIndex
CREATE INDEX "outbox_mail_state_next_at_idx" ON "outbox_mail"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_predecessor_id_key" ON "appraisal"("predecessor_id");

-- CreateIndex
CREATE INDEX "rhk_serves_rhk_id_idx" ON "rhk"("serves_rhk_id");

-- CreateIndex
CREATE INDEX "skp_predecessor_id_idx" ON "skp"("predecessor_id");

-- AddForeignKey
ALTER TABLE "skp" ADD CONSTRAINT "skp_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "skp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rhk" ADD CONSTRAINT "rhk_serves_rhk_id_fkey" FOREIGN KEY ("serves_rhk_id") REFERENCES "rhk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "appraisal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_rhk" ADD CONSTRAINT "template_rhk_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "skp_template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_iki" ADD CONSTRAINT "template_iki_rhk_id_fkey" FOREIGN KEY ("rhk_id") REFERENCES "template_rhk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_iki" ADD CONSTRAINT "template_iki_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skp_appendix" ADD CONSTRAINT "skp_appendix_skp_id_fkey" FOREIGN KEY ("skp_id") REFERENCES "skp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_expectation" ADD CONSTRAINT "special_expectation_skp_id_fkey" FOREIGN KEY ("skp_id") REFERENCES "skp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialogue" ADD CONSTRAINT "dialogue_skp_id_fkey" FOREIGN KEY ("skp_id") REFERENCES "skp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_rhk_id_fkey" FOREIGN KEY ("rhk_id") REFERENCES "rhk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_counter_of_id_fkey" FOREIGN KEY ("counter_of_id") REFERENCES "feedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_part" ADD CONSTRAINT "appraisal_part_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_part" ADD CONSTRAINT "appraisal_part_skp_id_fkey" FOREIGN KEY ("skp_id") REFERENCES "skp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_part" ADD CONSTRAINT "appraisal_part_penilai_id_fkey" FOREIGN KEY ("penilai_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_predikat_decision" ADD CONSTRAINT "org_predikat_decision_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_predikat_decision" ADD CONSTRAINT "org_predikat_decision_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_session" ADD CONSTRAINT "calibration_session_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_session" ADD CONSTRAINT "calibration_session_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_member" ADD CONSTRAINT "calibration_member_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "calibration_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_member" ADD CONSTRAINT "calibration_member_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_proposal" ADD CONSTRAINT "calibration_proposal_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "calibration_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_proposal" ADD CONSTRAINT "calibration_proposal_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "potential_assessment" ADD CONSTRAINT "potential_assessment_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legacy_result" ADD CONSTRAINT "legacy_result_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- An unnamed feedback has neither author nor time; a named one has both, and no receipt.
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_named_or_unnamed" CHECK (
  ("author_id" IS NOT NULL AND "created_at" IS NOT NULL AND "receipt_hash" IS NULL) OR ("author_id" IS NULL AND "created_at" IS NULL));
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_reopen_reason" CHECK ("predecessor_id" IS NULL OR ("reopen_ground" IS NOT NULL AND "reopen_reason" IS NOT NULL));
CREATE UNIQUE INDEX "org_predikat_decision_current" ON "org_predikat_decision" ("unit_id", "period_id") WHERE "is_current";
