-- AlterTable
ALTER TABLE "import_file" ADD COLUMN     "headers" TEXT[];
