-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "is_misconduct" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "legal_standing" "legal_standing" NOT NULL DEFAULT 'AKTIF';

-- AlterTable
ALTER TABLE "iki_result" ADD COLUMN     "latest_measured_on" DATE;

-- AlterTable
ALTER TABLE "period" ADD COLUMN     "computed_at" TIMESTAMPTZ(3);


