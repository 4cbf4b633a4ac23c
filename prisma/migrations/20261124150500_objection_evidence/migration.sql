-- AlterTable
ALTER TABLE "objection" ADD COLUMN     "evidence_urls" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "proposal" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by_id" UUID;


