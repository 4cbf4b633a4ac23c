-- AlterTable
ALTER TABLE "dialogue" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "is_shown" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "skp" ADD COLUMN     "revision_asked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "feedback_intake" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "period_key" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "feedback_intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_contributor" (
    "employee_id" UUID NOT NULL,
    "period_key" TEXT NOT NULL,
    "feedback_group" "feedback_group" NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "feedback_contributor_pkey" PRIMARY KEY ("employee_id","period_key","feedback_group","tag")
);

-- CreateIndex
CREATE INDEX "feedback_intake_period_key_day_idx" ON "feedback_intake"("period_key", "day");

-- AddForeignKey
ALTER TABLE "feedback_contributor" ADD CONSTRAINT "feedback_contributor_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


