-- CreateTable
CREATE TABLE "command_attempt" (
    "actor_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "step" SMALLINT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "result" BYTEA,
    "answer" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_attempt_pkey" PRIMARY KEY ("actor_id","key_hash","step")
);

-- CreateIndex
CREATE INDEX "command_attempt_at_idx" ON "command_attempt"("at");
