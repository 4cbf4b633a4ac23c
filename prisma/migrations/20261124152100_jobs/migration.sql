-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('WAITING', 'DONE', 'DEAD');

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'WAITING',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_state_next_at_idx" ON "job"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_kind_key_key" ON "job"("kind", "key");

-- CreateIndex
CREATE INDEX "notice_created_at_idx" ON "notice"("created_at");



-- Whoever listens hears at commit that somebody was told something; they read their own notices again.
CREATE FUNCTION "notice_written"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tera_changes', 'notice.written');
  RETURN NULL;
END $$;
CREATE TRIGGER "notice_written" AFTER INSERT ON "notice" FOR EACH STATEMENT EXECUTE FUNCTION "notice_written"();
