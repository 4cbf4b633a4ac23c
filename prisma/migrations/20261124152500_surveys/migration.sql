-- CreateEnum
CREATE TYPE "survey_state" AS ENUM ('RANCANGAN', 'AKTIF', 'DITUTUP', 'DIPUBLIKASI');

-- CreateEnum
CREATE TYPE "survey_access" AS ENUM ('TICKET', 'OPEN');

-- CreateEnum
CREATE TYPE "answer_mode" AS ENUM ('MANDIRI', 'DIBANTU');

-- CreateEnum
CREATE TYPE "answer_source" AS ENUM ('ONLINE', 'PAPER');

-- CreateEnum
CREATE TYPE "comment_state" AS ENUM ('WAITING', 'RELEASED', 'WITHHELD');

-- CreateEnum
CREATE TYPE "survey_finding_kind" AS ENUM ('BURST', 'REPEATED_DEVICE');

-- CreateTable
CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" "survey_state" NOT NULL DEFAULT 'RANCANGAN',
    "access" "survey_access" NOT NULL DEFAULT 'TICKET',
    "population" INTEGER,
    "indicator_id" UUID,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "open_code" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_question" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "number" SMALLINT NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,

    CONSTRAINT "survey_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_ticket" (
    "code_hash" TEXT NOT NULL,
    "survey_id" UUID NOT NULL,
    "is_used" BOOLEAN NOT NULL,
    "import_run_id" UUID,

    CONSTRAINT "survey_ticket_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "survey_intake" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "survey_id" UUID NOT NULL,
    "key_name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "survey_id" UUID NOT NULL,
    "scores" SMALLINT[],
    "mode" "answer_mode" NOT NULL,
    "source" "answer_source" NOT NULL,
    "is_burst" BOOLEAN NOT NULL,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "survey_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_masked" BOOLEAN NOT NULL,
    "state" "comment_state" NOT NULL DEFAULT 'WAITING',
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_finding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "survey_id" UUID NOT NULL,
    "kind" "survey_finding_kind" NOT NULL,
    "responses" INTEGER NOT NULL,

    CONSTRAINT "survey_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_snapshot" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "respondents" INTEGER NOT NULL,
    "ikm" DECIMAL(5,2),
    "mutu" TEXT,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" UUID,
    "realisation_id" UUID,

    CONSTRAINT "survey_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_follow_up" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "outcome" TEXT,
    "proof_url" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "survey_follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_edition" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "period_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,

    CONSTRAINT "public_edition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "survey_open_code_key" ON "survey"("open_code");

-- CreateIndex
CREATE INDEX "survey_period_id_idx" ON "survey"("period_id");

-- CreateIndex
CREATE INDEX "survey_indicator_id_idx" ON "survey"("indicator_id");

-- CreateIndex
CREATE INDEX "survey_state_closes_on_idx" ON "survey"("state", "closes_on");

-- CreateIndex
CREATE UNIQUE INDEX "survey_unit_id_period_id_key" ON "survey"("unit_id", "period_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_question_survey_id_code_key" ON "survey_question"("survey_id", "code");

-- CreateIndex
CREATE INDEX "survey_ticket_survey_id_is_used_idx" ON "survey_ticket"("survey_id", "is_used");

-- CreateIndex
CREATE INDEX "survey_intake_survey_id_idx" ON "survey_intake"("survey_id");

-- CreateIndex
CREATE INDEX "survey_answer_survey_id_idx" ON "survey_answer"("survey_id");

-- CreateIndex
CREATE INDEX "survey_comment_survey_id_state_idx" ON "survey_comment"("survey_id", "state");

-- CreateIndex
CREATE INDEX "survey_finding_survey_id_idx" ON "survey_finding"("survey_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_snapshot_survey_id_key" ON "survey_snapshot"("survey_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_snapshot_realisation_id_key" ON "survey_snapshot"("realisation_id");

-- CreateIndex
CREATE INDEX "survey_follow_up_survey_id_idx" ON "survey_follow_up"("survey_id");

-- CreateIndex
CREATE INDEX "survey_follow_up_owner_id_done_on_idx" ON "survey_follow_up"("owner_id", "done_on");

-- CreateIndex
CREATE UNIQUE INDEX "public_edition_number_key" ON "public_edition"("number");

-- CreateIndex
CREATE UNIQUE INDEX "public_edition_period_id_key" ON "public_edition"("period_id");

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_question" ADD CONSTRAINT "survey_question_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_ticket" ADD CONSTRAINT "survey_ticket_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_intake" ADD CONSTRAINT "survey_intake_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_comment" ADD CONSTRAINT "survey_comment_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_finding" ADD CONSTRAINT "survey_finding_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_snapshot" ADD CONSTRAINT "survey_snapshot_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_follow_up" ADD CONSTRAINT "survey_follow_up_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_follow_up" ADD CONSTRAINT "survey_follow_up_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_edition" ADD CONSTRAINT "public_edition_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The official result of a survey stays as it was taken, and so does what was published; an edition may be withdrawn, once.
CREATE TRIGGER "survey_snapshot_immutable" BEFORE UPDATE OR DELETE ON "survey_snapshot"
  FOR EACH ROW EXECUTE FUNCTION "decided_guard"('the official result of a survey is immutable');
CREATE TRIGGER "public_edition_immutable" BEFORE UPDATE ON "public_edition"
  FOR EACH ROW WHEN (OLD."withdrawn_at" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdraw_reason']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdraw_reason']))
  EXECUTE FUNCTION "decided_guard"('a published edition is immutable');
CREATE TRIGGER "public_edition_never_removed" BEFORE DELETE ON "public_edition"
  FOR EACH ROW EXECUTE FUNCTION "decided_guard"('a published edition is immutable');

-- Answers are counted at 1 to 4; 0 stands for no answer.
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_scale" CHECK (0 <= ALL ("scores") AND 4 >= ALL ("scores"));
