
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_role" CHECK (("audience" = 'ROLE_DEFAULT') = ("role" IS NOT NULL));
