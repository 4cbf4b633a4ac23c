-- AddForeignKey
ALTER TABLE "survey_snapshot" ADD CONSTRAINT "survey_snapshot_realisation_id_fkey" FOREIGN KEY ("realisation_id") REFERENCES "realisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;


