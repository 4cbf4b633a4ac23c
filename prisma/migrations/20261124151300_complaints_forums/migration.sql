-- CreateEnum
CREATE TYPE "complaint_state" AS ENUM ('DITERIMA', 'DIVERIFIKASI', 'DIDISPOSISI', 'DIPROSES', 'DIJAWAB', 'SELESAI', 'DITOLAK', 'DITERUSKAN', 'DIBUKA_KEMBALI');

-- CreateEnum
CREATE TYPE "complaint_queue" AS ENUM ('DESK', 'INSPECTORATE');

-- CreateEnum
CREATE TYPE "complaint_channel" AS ENUM ('WEB', 'LAPOR', 'LOKET', 'WA', 'SURAT', 'LAINNYA');

-- CreateEnum
CREATE TYPE "complaint_category" AS ENUM ('WAKTU_LAYANAN', 'SIKAP_PETUGAS', 'FASILITAS', 'BIAYA', 'ADMINISTRASI', 'INFORMASI', 'LAINNYA');

-- CreateEnum
CREATE TYPE "complaint_class" AS ENUM ('NORMATIF', 'NON_PENGAWASAN', 'PENGAWASAN');

-- CreateEnum
CREATE TYPE "complaint_exclusion" AS ENUM ('DUPLICATE', 'OUT_OF_SCOPE', 'WITHDRAWN', 'SPAM');

-- CreateEnum
CREATE TYPE "complaint_finding" AS ENUM ('TERBUKTI', 'TIDAK_TERBUKTI');

-- CreateEnum
CREATE TYPE "complaint_message_kind" AS ENUM ('QUESTION', 'REPLY', 'ANSWER', 'REOPENING', 'NOTE');

-- CreateEnum
CREATE TYPE "fkp_state" AS ENUM ('RANCANGAN', 'TERJADWAL', 'BERLANGSUNG', 'SELESAI', 'DIPUBLIKASI', 'BATAL');

-- CreateEnum
CREATE TYPE "fkp_role" AS ENUM ('PENYELENGGARA', 'PENGGUNA_LAYANAN', 'AHLI', 'MEDIA', 'MASYARAKAT_SIPIL');

-- CreateEnum
CREATE TYPE "fkp_agreement_state" AS ENUM ('BERJALAN', 'SELESAI', 'TIDAK_DILANJUTKAN');

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "code_hash" TEXT,
    "state" "complaint_state" NOT NULL DEFAULT 'DITERIMA',
    "queue" "complaint_queue" NOT NULL DEFAULT 'DESK',
    "channel" "complaint_channel" NOT NULL,
    "category" "complaint_category" NOT NULL,
    "class" "complaint_class",
    "unit_id" UUID,
    "handler_id" UUID,
    "official_id" UUID,
    "description" TEXT NOT NULL,
    "links" TEXT[],
    "is_anonymous" BOOLEAN NOT NULL DEFAULT true,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "verify_due_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "reopened_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "reopen_until" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "exclusion" "complaint_exclusion",
    "duplicate_of_id" UUID,
    "decision_reason" TEXT,
    "forwarded_to" TEXT,
    "finding" "complaint_finding",
    "satisfaction" SMALLINT,
    "satisfaction_note" TEXT,
    "escalated_at" TIMESTAMPTZ(3),
    "import_run_id" UUID,
    "source_hash" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint_message" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "kind" "complaint_message_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,

    CONSTRAINT "complaint_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint_identity" (
    "complaint_id" UUID NOT NULL,
    "key_name" TEXT NOT NULL,
    "sealed" BYTEA,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_identity_pkey" PRIMARY KEY ("complaint_id")
);

-- CreateTable
CREATE TABLE "complaint_figure" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "handled" INTEGER NOT NULL,
    "eligible" INTEGER NOT NULL,
    "censored" INTEGER NOT NULL,
    "duplicate" INTEGER NOT NULL,
    "out_of_scope" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,
    "spam" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "rate" DECIMAL(5,4) NOT NULL,
    "ci_low" DECIMAL(5,4) NOT NULL,
    "ci_high" DECIMAL(5,4) NOT NULL,
    "reopen_rate" DECIMAL(5,4) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "realisation_id" UUID,
    "reopen_realisation_id" UUID,

    CONSTRAINT "complaint_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fkp" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "state" "fkp_state" NOT NULL DEFAULT 'RANCANGAN',
    "minutes" TEXT,
    "cancel_reason" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "fkp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fkp_invitation" (
    "id" UUID NOT NULL,
    "fkp_id" UUID NOT NULL,
    "role" "fkp_role" NOT NULL,
    "organisation" TEXT NOT NULL,
    "person" TEXT,
    "attended" BOOLEAN,

    CONSTRAINT "fkp_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fkp_issue" (
    "id" UUID NOT NULL,
    "fkp_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "unit_id" UUID NOT NULL,
    "category" "complaint_category" NOT NULL,
    "raised_by" "fkp_role" NOT NULL,
    "text" TEXT NOT NULL,
    "plan_id" UUID,

    CONSTRAINT "fkp_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fkp_agreement" (
    "id" UUID NOT NULL,
    "fkp_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "fkp_agreement_state" NOT NULL DEFAULT 'BERJALAN',
    "result" TEXT,
    "proof_url" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "fkp_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_code_hash_key" ON "complaint"("code_hash");

-- CreateIndex
CREATE INDEX "complaint_unit_id_received_at_idx" ON "complaint"("unit_id", "received_at");

-- CreateIndex
CREATE INDEX "complaint_queue_state_due_at_idx" ON "complaint"("queue", "state", "due_at");

-- CreateIndex
CREATE INDEX "complaint_handler_id_state_idx" ON "complaint"("handler_id", "state");

-- CreateIndex
CREATE INDEX "complaint_official_id_idx" ON "complaint"("official_id");

-- CreateIndex
CREATE INDEX "complaint_duplicate_of_id_idx" ON "complaint"("duplicate_of_id");

-- CreateIndex
CREATE INDEX "complaint_import_run_id_idx" ON "complaint"("import_run_id");

-- CreateIndex
CREATE INDEX "complaint_message_complaint_id_at_idx" ON "complaint_message"("complaint_id", "at");

-- CreateIndex
CREATE INDEX "complaint_message_author_id_idx" ON "complaint_message"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_figure_realisation_id_key" ON "complaint_figure"("realisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_figure_reopen_realisation_id_key" ON "complaint_figure"("reopen_realisation_id");

-- CreateIndex
CREATE INDEX "complaint_figure_period_id_idx" ON "complaint_figure"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_figure_unit_id_period_id_content_hash_key" ON "complaint_figure"("unit_id", "period_id", "content_hash");

-- CreateIndex
CREATE INDEX "fkp_unit_id_held_on_idx" ON "fkp"("unit_id", "held_on");

-- CreateIndex
CREATE INDEX "fkp_state_held_on_idx" ON "fkp"("state", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "fkp_invitation_fkp_id_role_organisation_key" ON "fkp_invitation"("fkp_id", "role", "organisation");

-- CreateIndex
CREATE INDEX "fkp_issue_unit_id_idx" ON "fkp_issue"("unit_id");

-- CreateIndex
CREATE INDEX "fkp_issue_plan_id_idx" ON "fkp_issue"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "fkp_issue_fkp_id_number_key" ON "fkp_issue"("fkp_id", "number");

-- CreateIndex
CREATE INDEX "fkp_agreement_issue_id_idx" ON "fkp_agreement"("issue_id");

-- CreateIndex
CREATE INDEX "fkp_agreement_owner_id_state_idx" ON "fkp_agreement"("owner_id", "state");

-- CreateIndex
CREATE INDEX "fkp_agreement_state_due_on_idx" ON "fkp_agreement"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "fkp_agreement_fkp_id_number_key" ON "fkp_agreement"("fkp_id", "number");

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_handler_id_fkey" FOREIGN KEY ("handler_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "complaint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_message" ADD CONSTRAINT "complaint_message_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_message" ADD CONSTRAINT "complaint_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_identity" ADD CONSTRAINT "complaint_identity_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_figure" ADD CONSTRAINT "complaint_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_figure" ADD CONSTRAINT "complaint_figure_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_figure" ADD CONSTRAINT "complaint_figure_realisation_id_fkey" FOREIGN KEY ("realisation_id") REFERENCES "realisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_figure" ADD CONSTRAINT "complaint_figure_reopen_realisation_id_fkey" FOREIGN KEY ("reopen_realisation_id") REFERENCES "realisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp" ADD CONSTRAINT "fkp_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_invitation" ADD CONSTRAINT "fkp_invitation_fkp_id_fkey" FOREIGN KEY ("fkp_id") REFERENCES "fkp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_issue" ADD CONSTRAINT "fkp_issue_fkp_id_fkey" FOREIGN KEY ("fkp_id") REFERENCES "fkp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_issue" ADD CONSTRAINT "fkp_issue_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_issue" ADD CONSTRAINT "fkp_issue_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pembinaan_plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_agreement" ADD CONSTRAINT "fkp_agreement_fkp_id_fkey" FOREIGN KEY ("fkp_id") REFERENCES "fkp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_agreement" ADD CONSTRAINT "fkp_agreement_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "fkp_issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fkp_agreement" ADD CONSTRAINT "fkp_agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What went into an appraisal stays as it was counted.
CREATE TRIGGER "complaint_figure_immutable" BEFORE UPDATE OR DELETE ON "complaint_figure"
  FOR EACH ROW EXECUTE FUNCTION "decided_guard"('a recorded one-day rate is immutable');
