-- CreateEnum
CREATE TYPE "competency_kind" AS ENUM ('MANAJERIAL', 'SOSIAL_KULTURAL', 'TEKNIS');

-- CreateEnum
CREATE TYPE "need_source" AS ENUM ('APPRAISAL', 'COMPETENCY_GAP', 'PUBLIC_SIGNAL', 'EMPLOYEE_REQUEST', 'NEW_REGULATION');

-- CreateEnum
CREATE TYPE "need_state" AS ENUM ('DIUSULKAN', 'DITERIMA', 'DIRENCANAKAN', 'TERPENUHI', 'DITOLAK');

-- CreateEnum
CREATE TYPE "pembinaan_plan_state" AS ENUM ('DRAFT', 'KONSULTASI', 'DIAJUKAN', 'DIKEMBALIKAN', 'DISETUJUI', 'DIANGGARKAN', 'BERJALAN', 'SUSPENDED', 'PEMANTAUAN', 'EVALUASI', 'SELESAI', 'DIBATALKAN');

-- CreateEnum
CREATE TYPE "stakeholder_kind" AS ENUM ('KEPALA_DINAS', 'PEGAWAI', 'MASYARAKAT', 'AHLI', 'PENYELENGGARA');

-- CreateEnum
CREATE TYPE "approval_decision" AS ENUM ('DISETUJUI', 'DIKEMBALIKAN');

-- CreateEnum
CREATE TYPE "programme_state" AS ENUM ('RENCANA', 'PENDAFTARAN', 'TERKUNCI', 'BERLANGSUNG', 'SELESAI', 'SERTIFIKAT_TERBIT', 'BATAL');

-- CreateEnum
CREATE TYPE "programme_mode" AS ENUM ('LURING', 'DARING', 'CAMPURAN');

-- CreateEnum
CREATE TYPE "evaluation_design" AS ENUM ('ACAK', 'PADANAN', 'SUKARELA', 'PRA_PASCA');

-- CreateEnum
CREATE TYPE "participant_state" AS ENUM ('CANDIDATE', 'NOT_SELECTED', 'INVITED', 'CONFIRMED', 'ATTENDED', 'PASSED', 'FAILED', 'NO_SHOW', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "jp_outcome" AS ENUM ('COUNTED', 'UNVERIFIED', 'ATTENDANCE', 'DUPLICATE', 'OUT_OF_YEAR');

-- CreateEnum
CREATE TYPE "attendance_method" AS ENUM ('QR', 'FILE', 'MANUAL');

-- CreateEnum
CREATE TYPE "jp_status" AS ENUM ('COMPLIANT', 'SHORT', 'WITHIN_CEILING', 'OVER_CEILING');

-- CreateEnum
CREATE TYPE "coaching_kind" AS ENUM ('BIMBINGAN', 'COACHING', 'MENTORING', 'KONSELING');

-- CreateEnum
CREATE TYPE "coaching_state" AS ENUM ('BERJALAN', 'SELESAI', 'DIHENTIKAN');

-- CreateEnum
CREATE TYPE "coaching_outcome" AS ENUM ('TERCAPAI', 'SEBAGIAN', 'BELUM', 'DIRUJUK');

-- CreateEnum
CREATE TYPE "improvement_state" AS ENUM ('DIBUKA', 'DISEPAKATI', 'BERJALAN', 'EVALUASI_60', 'EVALUASI_120', 'EVALUASI_180', 'MEMBAIK', 'TIDAK_MEMBAIK', 'DITUTUP', 'DIRUJUK');

-- AlterTable
ALTER TABLE "disciplinary_record" ADD COLUMN     "lift_reason" TEXT,
ADD COLUMN     "lifted_on" DATE,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "competency" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "competency_kind" NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competency_indicator" (
    "competency_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,

    CONSTRAINT "competency_indicator_pkey" PRIMARY KEY ("competency_id","indicator_id")
);

-- CreateTable
CREATE TABLE "competency_standard" (
    "id" UUID NOT NULL,
    "competency_id" UUID NOT NULL,
    "position_kind" "position_kind" NOT NULL,
    "position_level" TEXT,
    "position_title" TEXT,
    "level" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competency_standard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competency_assessment" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "competency_id" UUID NOT NULL,
    "assessed_on" DATE NOT NULL,
    "level" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competency_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "development_need" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "competency_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "source" "need_source" NOT NULL,
    "state" "need_state" NOT NULL DEFAULT 'DIUSULKAN',
    "activity" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "form_id" SMALLINT,
    "target_position" TEXT,
    "budget" DECIMAL(18,2),
    "gap_norm" DECIMAL(5,4) NOT NULL,
    "performance_gap" DECIMAL(5,4) NOT NULL,
    "public_signal" DECIMAL(5,4) NOT NULL,
    "strategic" DECIMAL(5,4) NOT NULL,
    "priority" DECIMAL(5,4) NOT NULL,
    "appraisal_id" UUID,
    "series_id" UUID,
    "strategic_reason" TEXT,
    "requested_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "programme_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "development_need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pembinaan_plan" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "problem_statement" TEXT NOT NULL DEFAULT '',
    "target_group" TEXT NOT NULL DEFAULT '',
    "ceiling" DECIMAL(18,2),
    "state" "pembinaan_plan_state" NOT NULL DEFAULT 'DRAFT',
    "owner_id" UUID NOT NULL,
    "consultation_reason" TEXT,
    "state_reason" TEXT,
    "round" SMALLINT NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pembinaan_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_problem" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "statement" TEXT NOT NULL,
    "series_id" UUID,
    "need_id" UUID,
    "document_url" TEXT,

    CONSTRAINT "plan_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_indicator" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "indicator_id" UUID,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "baseline" DECIMAL(20,6),
    "baseline_on" DATE,
    "baseline_source" TEXT,
    "target" DECIMAL(20,6),
    "measure" TEXT NOT NULL,

    CONSTRAINT "plan_indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_stakeholder" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "kind" "stakeholder_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT,
    "consulted_on" DATE,
    "outcome" TEXT,

    CONSTRAINT "plan_stakeholder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_budget_line" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "account" TEXT,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL(12,2) NOT NULL,
    "measure" TEXT NOT NULL,
    "unit_cost" DECIMAL(18,2) NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "plan_budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_risk" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "description" TEXT NOT NULL,
    "likelihood" SMALLINT NOT NULL,
    "impact" SMALLINT NOT NULL,
    "mitigation" TEXT NOT NULL,

    CONSTRAINT "plan_risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_approval" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "approver_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "decision" "approval_decision",
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "content" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pembinaan_programme" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "form_id" SMALLINT NOT NULL,
    "provider" TEXT NOT NULL,
    "mode" "programme_mode" NOT NULL DEFAULT 'LURING',
    "place" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "capacity" INTEGER,
    "jp" DECIMAL(8,2),
    "budget" DECIMAL(18,2),
    "ceiling" DECIMAL(18,2),
    "state" "programme_state" NOT NULL DEFAULT 'RENCANA',
    "plan_id" UUID,
    "unit_id" UUID NOT NULL,
    "target_group" TEXT,
    "competency_id" UUID,
    "primary_indicator_id" UUID,
    "design" "evaluation_design",
    "eligible_kinds" "position_kind"[],
    "eligible_types" "employment_type"[],
    "eligible_unit_ids" UUID[],
    "selection_rule" TEXT,
    "state_reason" TEXT,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pembinaan_programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_session" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "code" TEXT NOT NULL,

    CONSTRAINT "programme_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_material" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "state" "participant_state" NOT NULL DEFAULT 'CANDIDATE',
    "ordinal" SERIAL NOT NULL,
    "attendance_pct" DECIMAL(5,2),
    "jp" DECIMAL(8,2),
    "minutes" INTEGER,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "pre_score" DECIMAL(5,2),
    "post_score" DECIMAL(5,2),
    "completed_on" DATE,
    "certificate_number" TEXT,
    "certificate_code" TEXT,
    "certificate_issued_at" TIMESTAMPTZ(3),
    "certificate_revoked_at" TIMESTAMPTZ(3),
    "jp_outcome" "jp_outcome",
    "counted_jp" DECIMAL(8,2),
    "invited_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "method" "attendance_method" NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","participant_id")
);

-- CreateTable
CREATE TABLE "jp_balance" (
    "employee_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "total_jp" DECIMAL(9,2) NOT NULL,
    "status" "jp_status" NOT NULL,
    "gap_jp" DECIMAL(9,2) NOT NULL,

    CONSTRAINT "jp_balance_pkey" PRIMARY KEY ("employee_id","year")
);

-- CreateTable
CREATE TABLE "coaching_relation" (
    "id" UUID NOT NULL,
    "kind" "coaching_kind" NOT NULL,
    "coach_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "state" "coaching_state" NOT NULL DEFAULT 'BERJALAN',
    "outcome" "coaching_outcome",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "coaching_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_session" (
    "id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coaching_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_note" (
    "id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "session_id" UUID,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coaching_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "improvement_plan" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "relation_id" UUID,
    "gaps" TEXT NOT NULL,
    "support" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" "improvement_state" NOT NULL DEFAULT 'DIBUKA',
    "conclusion" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "improvement_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "improvement_action" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,

    CONSTRAINT "improvement_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "improvement_milestone" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "day" SMALLINT NOT NULL,
    "due_on" DATE NOT NULL,
    "held_on" DATE,
    "level" "level",
    "finding" TEXT,

    CONSTRAINT "improvement_milestone_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "competency_code_key" ON "competency"("code");

-- CreateIndex
CREATE INDEX "competency_indicator_indicator_id_idx" ON "competency_indicator"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "competency_standard_competency_id_position_kind_position_le_key" ON "competency_standard"("competency_id", "position_kind", "position_level", "position_title");

-- CreateIndex
CREATE INDEX "competency_assessment_competency_id_idx" ON "competency_assessment"("competency_id");

-- CreateIndex
CREATE UNIQUE INDEX "competency_assessment_employee_id_competency_id_assessed_on_key" ON "competency_assessment"("employee_id", "competency_id", "assessed_on");

-- CreateIndex
CREATE INDEX "development_need_year_state_priority_id_idx" ON "development_need"("year", "state", "priority", "id");

-- CreateIndex
CREATE INDEX "development_need_competency_id_idx" ON "development_need"("competency_id");

-- CreateIndex
CREATE INDEX "development_need_programme_id_idx" ON "development_need"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "development_need_employee_id_competency_id_year_key" ON "development_need"("employee_id", "competency_id", "year");

-- CreateIndex
CREATE INDEX "pembinaan_plan_unit_id_year_idx" ON "pembinaan_plan"("unit_id", "year");

-- CreateIndex
CREATE INDEX "pembinaan_plan_year_state_id_idx" ON "pembinaan_plan"("year", "state", "id");

-- CreateIndex
CREATE INDEX "plan_problem_series_id_idx" ON "plan_problem"("series_id");

-- CreateIndex
CREATE INDEX "plan_problem_need_id_idx" ON "plan_problem"("need_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_problem_plan_id_number_key" ON "plan_problem"("plan_id", "number");

-- CreateIndex
CREATE INDEX "plan_indicator_indicator_id_idx" ON "plan_indicator"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_indicator_plan_id_number_key" ON "plan_indicator"("plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_stakeholder_plan_id_number_key" ON "plan_stakeholder"("plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_budget_line_plan_id_number_key" ON "plan_budget_line"("plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_risk_plan_id_number_key" ON "plan_risk"("plan_id", "number");

-- CreateIndex
CREATE INDEX "plan_approval_approver_id_idx" ON "plan_approval"("approver_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_approval_plan_id_round_number_key" ON "plan_approval"("plan_id", "round", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_plan_id_round_key" ON "plan_version"("plan_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "pembinaan_programme_code_key" ON "pembinaan_programme"("code");

-- CreateIndex
CREATE INDEX "pembinaan_programme_plan_id_idx" ON "pembinaan_programme"("plan_id");

-- CreateIndex
CREATE INDEX "pembinaan_programme_unit_id_idx" ON "pembinaan_programme"("unit_id");

-- CreateIndex
CREATE INDEX "pembinaan_programme_starts_on_id_idx" ON "pembinaan_programme"("starts_on", "id");

-- CreateIndex
CREATE INDEX "pembinaan_programme_state_idx" ON "pembinaan_programme"("state");

-- CreateIndex
CREATE INDEX "pembinaan_programme_competency_id_idx" ON "pembinaan_programme"("competency_id");

-- CreateIndex
CREATE INDEX "pembinaan_programme_primary_indicator_id_idx" ON "pembinaan_programme"("primary_indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_session_code_key" ON "programme_session"("code");

-- CreateIndex
CREATE UNIQUE INDEX "programme_session_programme_id_number_key" ON "programme_session"("programme_id", "number");

-- CreateIndex
CREATE INDEX "programme_material_programme_id_idx" ON "programme_material"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_certificate_code_key" ON "participant"("certificate_code");

-- CreateIndex
CREATE INDEX "participant_employee_id_ordinal_idx" ON "participant"("employee_id", "ordinal");

-- CreateIndex
CREATE INDEX "participant_certificate_number_idx" ON "participant"("certificate_number");

-- CreateIndex
CREATE UNIQUE INDEX "participant_programme_id_employee_id_key" ON "participant"("programme_id", "employee_id");

-- CreateIndex
CREATE INDEX "attendance_participant_id_idx" ON "attendance"("participant_id");

-- CreateIndex
CREATE INDEX "jp_balance_year_status_idx" ON "jp_balance"("year", "status");

-- CreateIndex
CREATE INDEX "coaching_relation_coach_id_idx" ON "coaching_relation"("coach_id");

-- CreateIndex
CREATE INDEX "coaching_relation_employee_id_idx" ON "coaching_relation"("employee_id");

-- CreateIndex
CREATE INDEX "coaching_session_relation_id_held_on_idx" ON "coaching_session"("relation_id", "held_on");

-- CreateIndex
CREATE INDEX "coaching_note_relation_id_id_idx" ON "coaching_note"("relation_id", "id");

-- CreateIndex
CREATE INDEX "coaching_note_session_id_idx" ON "coaching_note"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_plan_appraisal_id_key" ON "improvement_plan"("appraisal_id");

-- CreateIndex
CREATE INDEX "improvement_plan_employee_id_idx" ON "improvement_plan"("employee_id");

-- CreateIndex
CREATE INDEX "improvement_plan_leader_id_idx" ON "improvement_plan"("leader_id");

-- CreateIndex
CREATE INDEX "improvement_plan_relation_id_idx" ON "improvement_plan"("relation_id");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_action_plan_id_number_key" ON "improvement_action"("plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_milestone_plan_id_day_key" ON "improvement_milestone"("plan_id", "day");

-- AddForeignKey
ALTER TABLE "competency_indicator" ADD CONSTRAINT "competency_indicator_competency_id_fkey" FOREIGN KEY ("competency_id") REFERENCES "competency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_indicator" ADD CONSTRAINT "competency_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_standard" ADD CONSTRAINT "competency_standard_competency_id_fkey" FOREIGN KEY ("competency_id") REFERENCES "competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_assessment" ADD CONSTRAINT "competency_assessment_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_assessment" ADD CONSTRAINT "competency_assessment_competency_id_fkey" FOREIGN KEY ("competency_id") REFERENCES "competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_need" ADD CONSTRAINT "development_need_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_need" ADD CONSTRAINT "development_need_competency_id_fkey" FOREIGN KEY ("competency_id") REFERENCES "competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_need" ADD CONSTRAINT "development_need_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_need" ADD CONSTRAINT "development_need_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "measurement_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_need" ADD CONSTRAINT "development_need_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pembinaan_plan" ADD CONSTRAINT "pembinaan_plan_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pembinaan_plan" ADD CONSTRAINT "pembinaan_plan_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_problem" ADD CONSTRAINT "plan_problem_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_problem" ADD CONSTRAINT "plan_problem_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "measurement_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_problem" ADD CONSTRAINT "plan_problem_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "development_need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_indicator" ADD CONSTRAINT "plan_indicator_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_indicator" ADD CONSTRAINT "plan_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_stakeholder" ADD CONSTRAINT "plan_stakeholder_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_budget_line" ADD CONSTRAINT "plan_budget_line_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_risk" ADD CONSTRAINT "plan_risk_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pembinaan_programme" ADD CONSTRAINT "pembinaan_programme_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pembinaan_programme" ADD CONSTRAINT "pembinaan_programme_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pembinaan_programme" ADD CONSTRAINT "pembinaan_programme_competency_id_fkey" FOREIGN KEY ("competency_id") REFERENCES "competency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pembinaan_programme" ADD CONSTRAINT "pembinaan_programme_primary_indicator_id_fkey" FOREIGN KEY ("primary_indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_session" ADD CONSTRAINT "programme_session_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_material" ADD CONSTRAINT "programme_material_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "programme_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jp_balance" ADD CONSTRAINT "jp_balance_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_relation" ADD CONSTRAINT "coaching_relation_coach_id_fkey" FOREIGN KEY ("coach_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_relation" ADD CONSTRAINT "coaching_relation_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_session" ADD CONSTRAINT "coaching_session_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "coaching_relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_note" ADD CONSTRAINT "coaching_note_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "coaching_relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_note" ADD CONSTRAINT "coaching_note_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "coaching_session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_note" ADD CONSTRAINT "coaching_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_plan" ADD CONSTRAINT "improvement_plan_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_plan" ADD CONSTRAINT "improvement_plan_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_plan" ADD CONSTRAINT "improvement_plan_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_plan" ADD CONSTRAINT "improvement_plan_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "coaching_relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_action" ADD CONSTRAINT "improvement_action_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "improvement_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_milestone" ADD CONSTRAINT "improvement_milestone_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "improvement_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;


