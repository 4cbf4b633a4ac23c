-- CreateEnum
CREATE TYPE "monitoring_team_state" AS ENUM ('RANCANGAN', 'AKTIF', 'SELESAI', 'DIBATALKAN');

-- CreateEnum
CREATE TYPE "monitoring_role" AS ENUM ('KETUA', 'SEKRETARIS', 'ANGGOTA');

-- CreateEnum
CREATE TYPE "monitoring_origin" AS ENUM ('BKPSDM', 'PERANGKAT_DAERAH', 'INSPEKTORAT', 'MASYARAKAT');

-- CreateEnum
CREATE TYPE "checkpoint_state" AS ENUM ('TERJADWAL', 'JATUH_TEMPO', 'TERLEWAT', 'DIISI', 'DIREVIU', 'TUTUP');

-- CreateEnum
CREATE TYPE "finding_class" AS ENUM ('BAIK', 'PERLU_TINDAK', 'KRITIS');

-- CreateEnum
CREATE TYPE "design_state" AS ENUM ('RANCANGAN', 'TERDAFTAR');

-- CreateEnum
CREATE TYPE "outcome_level" AS ENUM ('UNIT', 'PERSON');

-- CreateEnum
CREATE TYPE "outcome_arm" AS ENUM ('DILATIH', 'PEMBANDING');

-- CreateEnum
CREATE TYPE "outcome_phase" AS ENUM ('PRA', 'PASCA');

-- CreateEnum
CREATE TYPE "outcome_source" AS ENUM ('IMPORT', 'MEASUREMENT');

-- CreateEnum
CREATE TYPE "impact_verdict" AS ENUM ('NO_COMPARISON', 'TOO_FEW', 'NO_DIFFERENCE_SHOWN', 'DIFFERENCE_SHOWN');

-- CreateEnum
CREATE TYPE "claim_level" AS ENUM ('DESKRIPTIF', 'ASOSIASI', 'BUKTI_KUASI', 'BUKTI_KUAT');

-- CreateEnum
CREATE TYPE "site_group" AS ENUM ('PENANGANAN', 'RAWAN', 'PEMBANDING');

-- CreateTable
CREATE TABLE "monitoring_team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mandate" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "decree_number" TEXT,
    "decree_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" "monitoring_team_state" NOT NULL DEFAULT 'RANCANGAN',
    "state_reason" TEXT,
    "sample_size" INTEGER,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "monitoring_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_member" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "employee_id" UUID,
    "name" TEXT NOT NULL,
    "role" "monitoring_role" NOT NULL DEFAULT 'ANGGOTA',
    "origin" "monitoring_origin" NOT NULL,

    CONSTRAINT "monitoring_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_scope" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "unit_id" UUID,
    "plan_id" UUID,
    "programme_id" UUID,

    CONSTRAINT "monitoring_scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "team_id" UUID,
    "assignee_id" UUID,
    "day" SMALLINT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "checkpoint_state" NOT NULL DEFAULT 'TERJADWAL',
    "applied" SMALLINT,
    "checklist" TEXT[],
    "obstacles" TEXT,
    "support" SMALLINT,
    "evidence" TEXT,
    "reading" DECIMAL(20,6),
    "finding" "finding_class",
    "recommendation" TEXT,
    "action_due_on" DATE,
    "owner_id" UUID,
    "filed_at" TIMESTAMPTZ(3),
    "filed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "review_note" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,
    "escalated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_design" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "state" "design_state" NOT NULL DEFAULT 'RANCANGAN',
    "allocation" "evaluation_design" NOT NULL,
    "level" "outcome_level" NOT NULL DEFAULT 'UNIT',
    "indicator_id" UUID,
    "secondary_indicator_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "hypothesis" TEXT NOT NULL,
    "comparison_rule" TEXT NOT NULL,
    "pre_months" SMALLINT NOT NULL,
    "post_months" SMALLINT NOT NULL,
    "min_per_arm" SMALLINT NOT NULL,
    "planned_effect" DECIMAL(20,6),
    "planned_sd" DECIMAL(20,6),
    "planned_correlation" DECIMAL(5,4),
    "planned_per_arm" INTEGER,
    "is_exploratory" BOOLEAN NOT NULL DEFAULT false,
    "content_hash" TEXT,
    "registered_at" TIMESTAMPTZ(3),
    "registered_by_name" TEXT,
    "import_run_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "impact_design_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_reaction" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "answers" SMALLINT[],
    "answered_on" DATE NOT NULL,

    CONSTRAINT "training_reaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_point" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "unit_id" UUID,
    "employee_id" UUID,
    "arm" "outcome_arm" NOT NULL,
    "phase" "outcome_phase" NOT NULL,
    "month" DATE NOT NULL,
    "numerator" DECIMAL(20,6),
    "denominator" DECIMAL(20,6),
    "value" DECIMAL(20,6),
    "source" "outcome_source" NOT NULL,
    "import_run_id" UUID,
    "source_hash" TEXT,

    CONSTRAINT "outcome_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_evaluation" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "design_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "is_primary" BOOLEAN NOT NULL,
    "is_exploratory" BOOLEAN NOT NULL,
    "n_trained" INTEGER NOT NULL,
    "n_compared" INTEGER NOT NULL,
    "n_dropped" INTEGER NOT NULL,
    "raw_change" DECIMAL(20,4),
    "effect" DECIMAL(20,4),
    "se" DECIMAL(20,4),
    "df" DECIMAL(20,4),
    "ci_low" DECIMAL(20,4),
    "ci_high" DECIMAL(20,4),
    "g" DECIMAL(20,4),
    "p" DECIMAL(7,6),
    "adjusted_p" DECIMAL(7,6),
    "trend_effect" DECIMAL(20,4),
    "trend_se" DECIMAL(20,4),
    "trend_df" DECIMAL(20,4),
    "trend_low" DECIMAL(20,4),
    "trend_high" DECIMAL(20,4),
    "trend_passed" BOOLEAN,
    "permutation_p" DECIMAL(7,6),
    "permutation_splits" INTEGER,
    "proportion_effect" DECIMAL(20,4),
    "proportion_se" DECIMAL(20,4),
    "proportion_low" DECIMAL(20,4),
    "proportion_high" DECIMAL(20,4),
    "cells" INTEGER[],
    "verdict" "impact_verdict" NOT NULL,
    "claim_level" "claim_level" NOT NULL,
    "limits" TEXT[],
    "concurrent_change" TEXT,
    "rules_version" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "computed_by_id" UUID,

    CONSTRAINT "impact_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_change" (
    "id" UUID NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "unit_id" UUID,
    "employee_id" UUID,
    "arm" "outcome_arm" NOT NULL,
    "pre" DECIMAL(30,12) NOT NULL,
    "post" DECIMAL(30,12) NOT NULL,
    "slope" DECIMAL(30,12),

    CONSTRAINT "impact_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_publication" (
    "id" UUID NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "summary" TEXT NOT NULL,
    "verdict" "impact_verdict" NOT NULL,
    "claim_level" "claim_level" NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_by_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "impact_publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crash_count" (
    "id" UUID NOT NULL,
    "site" TEXT NOT NULL,
    "site_group" "site_group" NOT NULL,
    "employee_id" UUID,
    "year" SMALLINT NOT NULL,
    "quarter" SMALLINT NOT NULL,
    "crashes" INTEGER NOT NULL,
    "deaths" INTEGER NOT NULL,
    "exposure" DECIMAL(20,6) NOT NULL,
    "import_run_id" UUID,
    "source_hash" TEXT,

    CONSTRAINT "crash_count_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "monitoring_team_unit_id_idx" ON "monitoring_team"("unit_id");

-- CreateIndex
CREATE INDEX "monitoring_team_state_starts_on_id_idx" ON "monitoring_team"("state", "starts_on", "id");

-- CreateIndex
CREATE INDEX "monitoring_member_employee_id_idx" ON "monitoring_member"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_member_team_id_employee_id_key" ON "monitoring_member"("team_id", "employee_id");

-- CreateIndex
CREATE INDEX "monitoring_scope_team_id_idx" ON "monitoring_scope"("team_id");

-- CreateIndex
CREATE INDEX "monitoring_scope_unit_id_idx" ON "monitoring_scope"("unit_id");

-- CreateIndex
CREATE INDEX "monitoring_scope_plan_id_idx" ON "monitoring_scope"("plan_id");

-- CreateIndex
CREATE INDEX "monitoring_scope_programme_id_idx" ON "monitoring_scope"("programme_id");

-- CreateIndex
CREATE INDEX "checkpoint_programme_id_day_idx" ON "checkpoint"("programme_id", "day");

-- CreateIndex
CREATE INDEX "checkpoint_employee_id_due_on_idx" ON "checkpoint"("employee_id", "due_on");

-- CreateIndex
CREATE INDEX "checkpoint_team_id_state_due_on_idx" ON "checkpoint"("team_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "checkpoint_assignee_id_state_due_on_idx" ON "checkpoint"("assignee_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "checkpoint_state_due_on_id_idx" ON "checkpoint"("state", "due_on", "id");

-- CreateIndex
CREATE INDEX "checkpoint_owner_id_idx" ON "checkpoint"("owner_id");

-- CreateIndex
CREATE INDEX "checkpoint_filed_by_id_idx" ON "checkpoint"("filed_by_id");

-- CreateIndex
CREATE INDEX "checkpoint_reviewed_by_id_idx" ON "checkpoint"("reviewed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkpoint_participant_id_day_key" ON "checkpoint"("participant_id", "day");

-- CreateIndex
CREATE INDEX "impact_design_indicator_id_idx" ON "impact_design"("indicator_id");

-- CreateIndex
CREATE INDEX "impact_design_import_run_id_idx" ON "impact_design"("import_run_id");

-- CreateIndex
CREATE UNIQUE INDEX "impact_design_programme_id_version_key" ON "impact_design"("programme_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "training_reaction_participant_id_key" ON "training_reaction"("participant_id");

-- CreateIndex
CREATE INDEX "outcome_point_unit_id_idx" ON "outcome_point"("unit_id");

-- CreateIndex
CREATE INDEX "outcome_point_employee_id_idx" ON "outcome_point"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_point_programme_id_outcome_unit_id_month_key" ON "outcome_point"("programme_id", "outcome", "unit_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_point_programme_id_outcome_employee_id_month_key" ON "outcome_point"("programme_id", "outcome", "employee_id", "month");

-- CreateIndex
CREATE INDEX "impact_evaluation_design_id_idx" ON "impact_evaluation"("design_id");

-- CreateIndex
CREATE INDEX "impact_evaluation_is_current_computed_at_id_idx" ON "impact_evaluation"("is_current", "computed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "impact_evaluation_programme_id_outcome_version_key" ON "impact_evaluation"("programme_id", "outcome", "version");

-- CreateIndex
CREATE INDEX "impact_change_evaluation_id_idx" ON "impact_change"("evaluation_id");

-- CreateIndex
CREATE INDEX "impact_change_unit_id_idx" ON "impact_change"("unit_id");

-- CreateIndex
CREATE INDEX "impact_change_employee_id_idx" ON "impact_change"("employee_id");

-- CreateIndex
CREATE INDEX "impact_publication_evaluation_id_idx" ON "impact_publication"("evaluation_id");

-- CreateIndex
CREATE UNIQUE INDEX "impact_publication_programme_id_version_key" ON "impact_publication"("programme_id", "version");

-- CreateIndex
CREATE INDEX "crash_count_site_group_year_idx" ON "crash_count"("site_group", "year");

-- CreateIndex
CREATE INDEX "crash_count_employee_id_idx" ON "crash_count"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "crash_count_site_year_quarter_key" ON "crash_count"("site", "year", "quarter");

-- AddForeignKey
ALTER TABLE "monitoring_team" ADD CONSTRAINT "monitoring_team_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_member" ADD CONSTRAINT "monitoring_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "monitoring_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_member" ADD CONSTRAINT "monitoring_member_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_scope" ADD CONSTRAINT "monitoring_scope_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "monitoring_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_scope" ADD CONSTRAINT "monitoring_scope_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_scope" ADD CONSTRAINT "monitoring_scope_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_scope" ADD CONSTRAINT "monitoring_scope_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "monitoring_team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_design" ADD CONSTRAINT "impact_design_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_design" ADD CONSTRAINT "impact_design_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_design" ADD CONSTRAINT "impact_design_import_run_id_fkey" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_reaction" ADD CONSTRAINT "training_reaction_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_point" ADD CONSTRAINT "outcome_point_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_point" ADD CONSTRAINT "outcome_point_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_point" ADD CONSTRAINT "outcome_point_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_evaluation" ADD CONSTRAINT "impact_evaluation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_evaluation" ADD CONSTRAINT "impact_evaluation_design_id_fkey" FOREIGN KEY ("design_id") REFERENCES "impact_design"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_change" ADD CONSTRAINT "impact_change_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "impact_evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_change" ADD CONSTRAINT "impact_change_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_change" ADD CONSTRAINT "impact_change_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_publication" ADD CONSTRAINT "impact_publication_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "impact_evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_publication" ADD CONSTRAINT "impact_publication_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "pembinaan_programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crash_count" ADD CONSTRAINT "crash_count_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- A scope names one thing: a unit, a plan or the cohort of a programme.
ALTER TABLE "monitoring_scope" ADD CONSTRAINT "monitoring_scope_one" CHECK (num_nonnulls("unit_id", "plan_id", "programme_id") = 1);
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_scales" CHECK ("applied" BETWEEN 0 AND 3 AND "support" BETWEEN 0 AND 3);
-- Nobody looks at themself, whatever program writes.
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_no_self" CHECK ("filed_by_id" <> "employee_id");
ALTER TABLE "outcome_point" ADD CONSTRAINT "outcome_point_one_subject" CHECK (num_nonnulls("unit_id", "employee_id") = 1);

-- A registered design never changes, and counts as registered before the training only if it was: what comes later is exploratory. A design that a file
-- declares was chosen before Tera and names its import.
CREATE FUNCTION "impact_design_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "starts" date;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."state" = 'TERDAFTAR' THEN
    RAISE EXCEPTION 'a registered evaluation design is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW."state" = 'TERDAFTAR' THEN
    SELECT p."starts_on" INTO "starts" FROM "pembinaan_programme" p WHERE p."id" = NEW."programme_id" FOR SHARE;
    IF NEW."registered_at" IS NULL OR NEW."content_hash" IS NULL THEN
      RAISE EXCEPTION 'a registered evaluation design names its instant and its hash' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT NEW."is_exploratory" AND NEW."import_run_id" IS NULL
      AND (NEW."registered_at" AT TIME ZONE 'Asia/Jakarta')::date >= "starts" THEN
      RAISE EXCEPTION 'a design that is registered after the training started is exploratory' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "impact_design_locked" BEFORE INSERT OR UPDATE OR DELETE ON "impact_design"
  FOR EACH ROW EXECUTE FUNCTION "impact_design_guard"();

-- What was computed or published gives way to a later version and is otherwise as it was.
CREATE FUNCTION "impact_kept_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "impact_evaluation_kept" BEFORE UPDATE ON "impact_evaluation"
  FOR EACH ROW WHEN (NEW."is_current" OR (to_jsonb(NEW) - 'is_current') IS DISTINCT FROM (to_jsonb(OLD) - 'is_current'))
  EXECUTE FUNCTION "impact_kept_guard"('a computed evaluation is immutable');
CREATE TRIGGER "impact_evaluation_never_removed" BEFORE DELETE ON "impact_evaluation"
  FOR EACH ROW EXECUTE FUNCTION "impact_kept_guard"('a computed evaluation is immutable');
CREATE TRIGGER "impact_change_kept" BEFORE UPDATE OR DELETE ON "impact_change"
  FOR EACH ROW EXECUTE FUNCTION "impact_kept_guard"('the inputs of an evaluation are immutable');
CREATE TRIGGER "impact_publication_kept" BEFORE UPDATE ON "impact_publication"
  FOR EACH ROW WHEN (NEW."is_current" OR (to_jsonb(NEW) - 'is_current') IS DISTINCT FROM (to_jsonb(OLD) - 'is_current'))
  EXECUTE FUNCTION "impact_kept_guard"('a publication is immutable');
CREATE TRIGGER "impact_publication_never_removed" BEFORE DELETE ON "impact_publication"
  FOR EACH ROW EXECUTE FUNCTION "impact_kept_guard"('a publication is immutable');

-- A publication claims what the evaluation reached: no more, no less.
CREATE FUNCTION "impact_claim_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "impact_evaluation" e WHERE e."id" = NEW."evaluation_id" AND e."programme_id" = NEW."programme_id"
      AND e."claim_level" = NEW."claim_level" AND e."verdict" = NEW."verdict") THEN
    RAISE EXCEPTION 'a publication claims what its evaluation reached' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "impact_publication_claim" BEFORE INSERT ON "impact_publication"
  FOR EACH ROW EXECUTE FUNCTION "impact_claim_guard"();
-- One edition of an outcome, and of what is said, holds at a time.
CREATE UNIQUE INDEX "impact_evaluation_current" ON "impact_evaluation" ("programme_id", "outcome") WHERE "is_current";
CREATE UNIQUE INDEX "impact_publication_current" ON "impact_publication" ("programme_id") WHERE "is_current";
