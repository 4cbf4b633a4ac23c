-- CreateEnum
CREATE TYPE "view_audience" AS ENUM ('PRIVATE', 'SHARED', 'ROLE_DEFAULT');

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "resource" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "audience" "view_audience" NOT NULL DEFAULT 'PRIVATE',
    "role" "role",
    "search" TEXT NOT NULL,
    "columns" TEXT[],
    "is_dense" BOOLEAN,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_owner_id_resource_name_key" ON "saved_view"("owner_id", "resource", "name");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_resource_role_key" ON "saved_view"("resource", "role");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_role" CHECK (("audience" = 'ROLE_DEFAULT') = ("role" IS NOT NULL));
