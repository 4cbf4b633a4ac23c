-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "file_id" UUID,
ADD COLUMN     "headers" TEXT[],
ADD COLUMN     "year" SMALLINT NOT NULL;

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file_part" (
    "file_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_file_part_pkey" PRIMARY KEY ("file_id","number")
);

-- CreateIndex
CREATE INDEX "import_file_created_at_idx" ON "import_file"("created_at");

-- CreateIndex
CREATE INDEX "import_run_file_id_idx" ON "import_run"("file_id");

-- AddForeignKey
ALTER TABLE "import_file_part" ADD CONSTRAINT "import_file_part_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;


