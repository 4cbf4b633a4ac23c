-- CreateEnum
CREATE TYPE "viewed_part" AS ENUM ('PERSONAL_DATA', 'HISTORY', 'APPRAISAL', 'EXPLANATION', 'DISCIPLINE');

-- CreateTable
CREATE TABLE "record_view" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_label" TEXT NOT NULL,
    "role" TEXT,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "part" "viewed_part" NOT NULL,
    "employee_id" UUID NOT NULL,
    "device" TEXT,
    "hour" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "record_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "author_id" UUID,
    "author_label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3),
    "employee_id" UUID,
    "unit_id" UUID,
    "indicator_id" UUID,
    "appraisal_id" UUID,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_view_employee_id_at_id_idx" ON "record_view"("employee_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "record_view_actor_id_entity_id_part_hour_key" ON "record_view"("actor_id", "entity_id", "part", "hour");

-- CreateIndex
CREATE INDEX "note_author_id_idx" ON "note"("author_id");

-- CreateIndex
CREATE INDEX "note_employee_id_id_idx" ON "note"("employee_id", "id");

-- CreateIndex
CREATE INDEX "note_unit_id_id_idx" ON "note"("unit_id", "id");

-- CreateIndex
CREATE INDEX "note_indicator_id_id_idx" ON "note"("indicator_id", "id");

-- CreateIndex
CREATE INDEX "note_appraisal_id_id_idx" ON "note"("appraisal_id", "id");

-- AddForeignKey
ALTER TABLE "record_view" ADD CONSTRAINT "record_view_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- A note stands on exactly one record.
ALTER TABLE "note" ADD CONSTRAINT "note_one_record" CHECK (num_nonnulls("employee_id", "unit_id", "indicator_id", "appraisal_id") = 1);

-- Like the audit trail, the list of those who looked is only added to.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tera_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "record_view" FROM "tera_app";
  END IF;
END $$;
