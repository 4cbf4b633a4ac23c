-- CreateEnum
CREATE TYPE "award_basis" AS ENUM ('SCORE', 'RATE');

-- AlterTable
ALTER TABLE "award" ADD COLUMN     "basis" "award_basis" NOT NULL,
ADD COLUMN     "decree_on" DATE,
ADD COLUMN     "figures" JSONB NOT NULL,
ADD COLUMN     "signatory" TEXT,
ADD COLUMN     "unit_id" UUID NOT NULL;

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "file_hash" TEXT NOT NULL,
ADD COLUMN     "issue" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "revoked_reason" TEXT;

-- AlterTable
ALTER TABLE "legacy_result" ADD COLUMN     "import_run_id" UUID,
ADD COLUMN     "source_hash" TEXT;

-- CreateTable
CREATE TABLE "dossier_file" (
    "dossier_id" UUID NOT NULL,
    "pdf" BYTEA NOT NULL,

    CONSTRAINT "dossier_file_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateIndex
CREATE INDEX "award_unit_id_idx" ON "award"("unit_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_file" ADD CONSTRAINT "dossier_file_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;


