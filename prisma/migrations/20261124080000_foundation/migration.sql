CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMIN', 'TIM_KINERJA', 'INSPECTOR', 'TEAM_MEMBER', 'EMPLOYEE', 'INTEGRATOR');

-- CreateEnum
CREATE TYPE "language" AS ENUM ('ID', 'EN');

-- CreateEnum
CREATE TYPE "unit_type" AS ENUM ('PEMDA', 'SETDA', 'SETWAN', 'INSPEKTORAT', 'DINAS', 'BADAN', 'KECAMATAN', 'KELURAHAN', 'UPTD', 'SEKOLAH', 'PUSKESMAS', 'RSUD', 'BAGIAN', 'BIDANG', 'SEKSI', 'TIM_KERJA');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "employment_type" AS ENUM ('PNS', 'CPNS', 'PPPK', 'PPPK_PARUH_WAKTU');

-- CreateEnum
CREATE TYPE "legal_standing" AS ENUM ('AKTIF', 'CLTN', 'TUGAS_BELAJAR', 'PEMBERHENTIAN_SEMENTARA', 'HUKUMAN_DISIPLIN', 'MPP', 'DIBERHENTIKAN', 'PEMBERHENTIAN_DENGAN_HAK_PENSIUN', 'PEMBERHENTIAN_TANPA_HAK_PENSIUN', 'PENSIUN');

-- CreateEnum
CREATE TYPE "position_kind" AS ENUM ('STRUKTURAL', 'FUNGSIONAL', 'PELAKSANA');

-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('DEFINITIF', 'PLT', 'PLH', 'PJ', 'TT');

-- CreateEnum
CREATE TYPE "discipline_level" AS ENUM ('RINGAN', 'SEDANG', 'BERAT');

-- CreateEnum
CREATE TYPE "data_issue_state" AS ENUM ('OPEN', 'RESOLVED', 'DISMISSED');

-- CreateEnum
CREATE TYPE "aspect" AS ENUM ('KUANTITAS', 'KUALITAS', 'WAKTU', 'BIAYA', 'PENERIMA_LAYANAN', 'PROSES_BISNIS', 'PENGUATAN_INTERNAL', 'ANGGARAN');

-- CreateEnum
CREATE TYPE "measure_unit" AS ENUM ('COUNT', 'PERCENT', 'INDEX', 'DAYS', 'RUPIAH', 'RATE', 'SCORE');

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('MAXIMIZE', 'MINIMIZE', 'STABILIZE', 'RANGE');

-- CreateEnum
CREATE TYPE "aggregation" AS ENUM ('JUMLAH', 'RASIO', 'RATA', 'TERAKHIR');

-- CreateEnum
CREATE TYPE "frequency" AS ENUM ('TRIWULAN', 'SEMESTER', 'TAHUNAN');

-- CreateEnum
CREATE TYPE "target_rule" AS ENUM ('FIXED', 'BASELINE_PLUS_PCT', 'PEER_PERCENTILE', 'STANDARD', 'TRAJECTORY');

-- CreateEnum
CREATE TYPE "attribution" AS ENUM ('INDIVIDUAL', 'TEAM', 'UNIT');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('SYSTEM_FEED', 'OFFICIAL_DOCUMENT', 'THIRD_PARTY_CONFIRMATION', 'PHOTO', 'SELF_STATEMENT');

-- CreateEnum
CREATE TYPE "indicator_state" AS ENUM ('DRAFT', 'REVIU', 'AKTIF', 'USANG');

-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('ANNUAL', 'QUARTER', 'MONTH');

-- CreateEnum
CREATE TYPE "period_state" AS ENUM ('PREPARED', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "system_of_record" AS ENUM ('LOKAL', 'EKINERJA', 'RUANG_GTK');

-- CreateEnum
CREATE TYPE "skp_state" AS ENUM ('DRAFT', 'DIAJUKAN', 'DIKEMBALIKAN', 'DIREVIU', 'DITETAPKAN', 'BERJALAN', 'REVISI', 'DITUTUP');

-- CreateEnum
CREATE TYPE "skp_approach" AS ENUM ('KUANTITATIF', 'KUALITATIF');

-- CreateEnum
CREATE TYPE "rhk_kind" AS ENUM ('UTAMA', 'TAMBAHAN');

-- CreateEnum
CREATE TYPE "realisation_state" AS ENUM ('DRAFT', 'SUBMITTED', 'VERIFIED', 'REJECTED', 'LOCKED');

-- CreateEnum
CREATE TYPE "missing_reason" AS ENUM ('SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE', 'NOT_SUBMITTED');

-- CreateEnum
CREATE TYPE "rater_group" AS ENUM ('ATASAN', 'REKAN', 'BAWAHAN', 'DIRI');

-- CreateEnum
CREATE TYPE "appraisal_kind" AS ENUM ('PERIODIC', 'ANNUAL');

-- CreateEnum
CREATE TYPE "appraisal_state" AS ENUM ('TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI', 'DINILAI', 'MODERASI', 'DITETAPKAN', 'DISAMPAIKAN', 'KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR', 'BATAL');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('DI_ATAS', 'SESUAI', 'DI_BAWAH');

-- CreateEnum
CREATE TYPE "predikat" AS ENUM ('SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG');

-- CreateEnum
CREATE TYPE "no_predikat_reason" AS ENUM ('NOT_APPRAISED', 'NO_SKP', 'INSUFFICIENT_DATA', 'NO_BEHAVIOUR');

-- CreateEnum
CREATE TYPE "iki_status" AS ENUM ('OK', 'MISSING', 'BELOW_MIN_DENOMINATOR', 'INVALID_TARGET', 'INVALID_REALISATION');

-- CreateEnum
CREATE TYPE "missing_policy" AS ENUM ('EXCLUDE', 'ZERO');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('RECEIVED', 'RUNNING', 'FINISHED', 'FAILED');

-- CreateEnum
CREATE TYPE "row_outcome" AS ENUM ('ACCEPTED', 'ACCEPTED_WITH_WARNING', 'SKIPPED', 'REJECTED');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "employee_id" UUID,
    "language" "language" NOT NULL DEFAULT 'ID',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "scopes" TEXT[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "siasn_unor_id" TEXT,
    "name" TEXT NOT NULL,
    "type" "unit_type" NOT NULL,
    "is_service_unit" BOOLEAN NOT NULL DEFAULT false,
    "parent_id" UUID,
    "closed_on" DATE,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_version" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "unit_type" NOT NULL,
    "is_service_unit" BOOLEAN NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_ancestor" (
    "unit_id" UUID NOT NULL,
    "ancestor_id" UUID NOT NULL,
    "distance" SMALLINT NOT NULL,

    CONSTRAINT "unit_ancestor_pkey" PRIMARY KEY ("unit_id","ancestor_id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL,
    "nip" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title_before" TEXT,
    "title_after" TEXT,
    "search_text" TEXT NOT NULL,
    "birth_place" TEXT,
    "birth_on" DATE,
    "sex" "sex",
    "employment_type" "employment_type" NOT NULL,
    "legal_standing" "legal_standing" NOT NULL DEFAULT 'AKTIF',
    "golongan" TEXT,
    "golongan_from" DATE,
    "position_title" TEXT NOT NULL,
    "position_kind" "position_kind",
    "position_level" TEXT,
    "position_from" DATE,
    "unit_id" UUID NOT NULL,
    "superior_id" UUID,
    "email" TEXT,
    "phone" TEXT,
    "separated_on" DATE,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_record" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position_kind" "position_kind",
    "position_level" TEXT,
    "assignment" "assignment_kind" NOT NULL DEFAULT 'DEFINITIF',
    "unit_id" UUID,
    "unit_name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decree_number" TEXT,
    "decree_on" DATE,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "position_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rank_record" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "golongan" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "decree_number" TEXT,
    "decree_on" DATE,
    "service_years" SMALLINT,
    "service_months" SMALLINT,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rank_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "education_record" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "major" TEXT,
    "graduated_on" DATE,
    "diploma_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "education_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_record" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "form_id" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "jp" DECIMAL(8,2),
    "certificate_number" TEXT,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disciplinary_record" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "level" "discipline_level" NOT NULL,
    "sanction" TEXT NOT NULL,
    "decree_number" TEXT NOT NULL,
    "decree_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "is_final" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "disciplinary_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_line" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "superior_id" UUID NOT NULL,
    "assignment" "assignment_kind" NOT NULL DEFAULT 'DEFINITIF',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reporting_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_issue" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "state" "data_issue_state" NOT NULL DEFAULT 'OPEN',
    "employee_id" UUID,
    "unit_id" UUID,
    "import_run_id" UUID,
    "line" INTEGER,
    "detail" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,

    CONSTRAINT "data_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "indicator_state" NOT NULL DEFAULT 'DRAFT',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_version" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "indicator_state" NOT NULL DEFAULT 'DRAFT',
    "name" TEXT NOT NULL,
    "aspect" "aspect" NOT NULL,
    "unit" "measure_unit" NOT NULL,
    "polarity" "polarity" NOT NULL,
    "aggregation" "aggregation" NOT NULL,
    "factor" DECIMAL(20,6) NOT NULL DEFAULT 1,
    "frequency" "frequency" NOT NULL,
    "attribution" "attribution" NOT NULL,
    "formula_text" TEXT NOT NULL DEFAULT '',
    "numerator_text" TEXT NOT NULL DEFAULT '',
    "denominator_text" TEXT NOT NULL DEFAULT '',
    "exclusions" TEXT NOT NULL DEFAULT '',
    "target_rule" "target_rule" NOT NULL,
    "target" DECIMAL(20,6),
    "target_min" DECIMAL(20,6),
    "target_max" DECIMAL(20,6),
    "tolerance_pct" DECIMAL(9,4),
    "max_value" DECIMAL(20,6),
    "min_denominator" DECIMAL(20,6),
    "level_low" DECIMAL(7,2),
    "level_high" DECIMAL(7,2),
    "source_system" TEXT NOT NULL,
    "source_owner" TEXT NOT NULL,
    "evidence_types" "evidence_kind"[],
    "gaming_risks" TEXT NOT NULL DEFAULT '',
    "counter_indicator_code" TEXT,
    "lag_days" SMALLINT NOT NULL DEFAULT 0,
    "baseline_period" TEXT,
    "case_mix_variables" TEXT[],
    "effective_from" DATE NOT NULL,
    "content_hash" TEXT,
    "edited_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_weight" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "weight" DECIMAL(7,4) NOT NULL,
    "weight_min" DECIMAL(7,4),
    "weight_max" DECIMAL(7,4),

    CONSTRAINT "family_weight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "period_kind" NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" "period_state" NOT NULL DEFAULT 'PREPARED',
    "parent_id" UUID,
    "closes_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skp" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "sequence" SMALLINT NOT NULL DEFAULT 1,
    "state" "skp_state" NOT NULL DEFAULT 'DRAFT',
    "system" "system_of_record" NOT NULL DEFAULT 'LOKAL',
    "approach" "skp_approach" NOT NULL DEFAULT 'KUANTITATIF',
    "leads_unit" BOOLEAN NOT NULL DEFAULT false,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "unit_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "position_title" TEXT NOT NULL,
    "position_level" TEXT,
    "penilai_id" UUID,
    "weight_sum" DECIMAL(9,4) NOT NULL,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rhk" (
    "id" UUID NOT NULL,
    "skp_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "rhk_kind" NOT NULL,
    "weight" DECIMAL(9,4) NOT NULL,
    "intervention_of" TEXT,

    CONSTRAINT "rhk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "iki" (
    "id" UUID NOT NULL,
    "rhk_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "indicator_version_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "weight" DECIMAL(9,4) NOT NULL,
    "target" DECIMAL(20,6),
    "target_min" DECIMAL(20,6),
    "target_max" DECIMAL(20,6),
    "tolerance_pct" DECIMAL(9,4),
    "baseline" DECIMAL(20,6),
    "target_reason" TEXT,

    CONSTRAINT "iki_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement_series" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "employee_id" UUID,
    "unit_id" UUID,
    "year" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "realisation" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL DEFAULT 1,
    "state" "realisation_state" NOT NULL DEFAULT 'DRAFT',
    "value" DECIMAL(20,6),
    "numerator" DECIMAL(20,6),
    "denominator" DECIMAL(20,6),
    "missing_reason" "missing_reason",
    "measured_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "is_complete" BOOLEAN NOT NULL,
    "is_on_time" BOOLEAN NOT NULL,
    "is_traceable" BOOLEAN NOT NULL,
    "quality" DECIMAL(3,2) NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID,
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "reject_reason" TEXT,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "realisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "realisation_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "url" TEXT,
    "description" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behaviour_rating" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "rater_group" "rater_group" NOT NULL,
    "bp" SMALLINT,
    "ak" SMALLINT,
    "ko" SMALLINT,
    "ha" SMALLINT,
    "lo" SMALLINT,
    "ad" SMALLINT,
    "kl" SMALLINT,
    "result_judgement" SMALLINT,
    "rated_on" DATE,
    "note" TEXT,
    "import_run_id" UUID,
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "behaviour_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "kind" "appraisal_kind" NOT NULL,
    "version" SMALLINT NOT NULL DEFAULT 1,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "state" "appraisal_state" NOT NULL DEFAULT 'TERBUKA',
    "system" "system_of_record" NOT NULL DEFAULT 'LOKAL',
    "skp_id" UUID,
    "unit_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "position_title" TEXT NOT NULL,
    "penilai_id" UUID,
    "result_status" TEXT,
    "result_rating" "level",
    "result_ambiguous" BOOLEAN NOT NULL DEFAULT false,
    "share_above" DECIMAL(6,4),
    "share_below" DECIMAL(6,4),
    "weighted_score" DECIMAL(7,2),
    "excluded_weight_pct" DECIMAL(7,2),
    "behaviour_rating" "level",
    "behaviour_ambiguous" BOOLEAN NOT NULL DEFAULT false,
    "behaviour_above" SMALLINT,
    "behaviour_below" SMALLINT,
    "behaviour_inputs" JSONB,
    "predikat" "predikat",
    "no_predikat_reason" "no_predikat_reason",
    "rules_version" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "input_hash" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rhk_result" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "rhk_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "rhk_kind" NOT NULL,
    "weight" DECIMAL(9,4) NOT NULL,
    "share" DECIMAL(7,6),
    "achievement_pct" DECIMAL(7,2),
    "level" "level",

    CONSTRAINT "rhk_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "iki_result" (
    "id" UUID NOT NULL,
    "rhk_result_id" UUID NOT NULL,
    "iki_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "indicator_version_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "weight" DECIMAL(9,4) NOT NULL,
    "status" "iki_status" NOT NULL,
    "missing" "missing_policy",
    "achievement_pct" DECIMAL(7,2),
    "level" "level",
    "realised_value" DECIMAL(20,6),
    "denominator" DECIMAL(20,6),
    "target_min" DECIMAL(20,6),
    "target_max" DECIMAL(20,6),
    "tolerance_pct" DECIMAL(9,4),
    "quarters_used" SMALLINT[],
    "quarters_excluded" SMALLINT[],
    "quarters_not_submitted" SMALLINT[],
    "inputs" JSONB NOT NULL,

    CONSTRAINT "iki_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "predikat_count" (
    "period_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "predikat_count_pkey" PRIMARY KEY ("period_id","unit_id","dimension","key")
);

-- CreateTable
CREATE TABLE "indicator_summary" (
    "period_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "items" INTEGER NOT NULL,
    "measured" INTEGER NOT NULL,
    "sum_pct" DECIMAL(14,2) NOT NULL,
    "above" INTEGER NOT NULL,
    "below" INTEGER NOT NULL,
    "latest_measured_on" DATE,

    CONSTRAINT "indicator_summary_pkey" PRIMARY KEY ("period_id","unit_id","indicator_id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "is_dry_run" BOOLEAN NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'RECEIVED',
    "started_by_id" UUID,
    "clock_at" TIMESTAMPTZ(3) NOT NULL,
    "mapping" JSONB,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "committed_rows" INTEGER NOT NULL DEFAULT 0,
    "written_records" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "row_outcome" NOT NULL,
    "codes" TEXT[],
    "column" TEXT,
    "cells" TEXT[],

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_run_id","line")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_label" TEXT NOT NULL,
    "role" TEXT,
    "on_behalf_of" TEXT,
    "event" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "reason" TEXT,
    "changes" JSONB NOT NULL,
    "device" TEXT,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_username_key" ON "app_user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_employee_id_key" ON "app_user"("employee_id");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_idx" ON "role_grant"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_created_by_id_idx" ON "api_token"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "setting_key_valid_from_key" ON "setting"("key", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_version_parent_id_idx" ON "unit_version"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_version_unit_id_valid_from_key" ON "unit_version"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_ancestor_ancestor_id_unit_id_idx" ON "unit_ancestor"("ancestor_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "employee_nip_key" ON "employee"("nip");

-- CreateIndex
CREATE INDEX "employee_unit_id_name_id_idx" ON "employee"("unit_id", "name", "id");

-- CreateIndex
CREATE INDEX "employee_superior_id_idx" ON "employee"("superior_id");

-- CreateIndex
CREATE INDEX "employee_name_id_idx" ON "employee"("name", "id");

-- CreateIndex
CREATE INDEX "employee_search_text_idx" ON "employee" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "position_record_employee_id_valid_from_idx" ON "position_record"("employee_id", "valid_from");

-- CreateIndex
CREATE INDEX "position_record_unit_id_idx" ON "position_record"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "rank_record_employee_id_valid_from_key" ON "rank_record"("employee_id", "valid_from");

-- CreateIndex
CREATE INDEX "education_record_employee_id_graduated_on_idx" ON "education_record"("employee_id", "graduated_on");

-- CreateIndex
CREATE INDEX "training_record_employee_id_ends_on_idx" ON "training_record"("employee_id", "ends_on");

-- CreateIndex
CREATE INDEX "disciplinary_record_employee_id_valid_from_idx" ON "disciplinary_record"("employee_id", "valid_from");

-- CreateIndex
CREATE INDEX "reporting_line_superior_id_idx" ON "reporting_line"("superior_id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_line_employee_id_valid_from_key" ON "reporting_line"("employee_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "data_issue_dedupe_key_key" ON "data_issue"("dedupe_key");

-- CreateIndex
CREATE INDEX "data_issue_state_code_id_idx" ON "data_issue"("state", "code", "id");

-- CreateIndex
CREATE INDEX "data_issue_employee_id_idx" ON "data_issue"("employee_id");

-- CreateIndex
CREATE INDEX "data_issue_unit_id_idx" ON "data_issue"("unit_id");

-- CreateIndex
CREATE INDEX "data_issue_import_run_id_idx" ON "data_issue"("import_run_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_key" ON "indicator"("code");

-- CreateIndex
CREATE INDEX "indicator_state_code_idx" ON "indicator"("state", "code");

-- CreateIndex
CREATE INDEX "indicator_version_state_indicator_id_idx" ON "indicator_version"("state", "indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_version_indicator_id_version_key" ON "indicator_version"("indicator_id", "version");

-- CreateIndex
CREATE INDEX "family_weight_family_idx" ON "family_weight"("family");

-- CreateIndex
CREATE UNIQUE INDEX "family_weight_version_id_family_key" ON "family_weight"("version_id", "family");

-- CreateIndex
CREATE UNIQUE INDEX "period_key_key" ON "period"("key");

-- CreateIndex
CREATE INDEX "period_parent_id_idx" ON "period"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_kind_year_number_key" ON "period"("kind", "year", "number");

-- CreateIndex
CREATE INDEX "skp_period_id_state_idx" ON "skp"("period_id", "state");

-- CreateIndex
CREATE INDEX "skp_unit_id_idx" ON "skp"("unit_id");

-- CreateIndex
CREATE INDEX "skp_penilai_id_idx" ON "skp"("penilai_id");

-- CreateIndex
CREATE UNIQUE INDEX "skp_employee_id_period_id_sequence_key" ON "skp"("employee_id", "period_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "rhk_skp_id_number_key" ON "rhk"("skp_id", "number");

-- CreateIndex
CREATE INDEX "iki_indicator_version_id_idx" ON "iki"("indicator_version_id");

-- CreateIndex
CREATE INDEX "iki_series_id_idx" ON "iki"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "iki_rhk_id_number_key" ON "iki"("rhk_id", "number");

-- CreateIndex
CREATE INDEX "measurement_series_employee_id_idx" ON "measurement_series"("employee_id");

-- CreateIndex
CREATE INDEX "measurement_series_unit_id_idx" ON "measurement_series"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_series_indicator_id_employee_id_year_key" ON "measurement_series"("indicator_id", "employee_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_series_indicator_id_unit_id_year_key" ON "measurement_series"("indicator_id", "unit_id", "year");

-- CreateIndex
CREATE INDEX "realisation_period_id_state_idx" ON "realisation"("period_id", "state");

-- CreateIndex
CREATE INDEX "realisation_import_run_id_idx" ON "realisation"("import_run_id");

-- CreateIndex
CREATE UNIQUE INDEX "realisation_series_id_period_id_version_key" ON "realisation"("series_id", "period_id", "version");

-- CreateIndex
CREATE INDEX "evidence_realisation_id_idx" ON "evidence"("realisation_id");

-- CreateIndex
CREATE INDEX "behaviour_rating_employee_id_idx" ON "behaviour_rating"("employee_id");

-- CreateIndex
CREATE INDEX "behaviour_rating_rater_id_idx" ON "behaviour_rating"("rater_id");

-- CreateIndex
CREATE UNIQUE INDEX "behaviour_rating_period_id_employee_id_rater_id_rater_group_key" ON "behaviour_rating"("period_id", "employee_id", "rater_id", "rater_group");

-- CreateIndex
CREATE INDEX "appraisal_period_id_unit_id_predikat_idx" ON "appraisal"("period_id", "unit_id", "predikat");

-- CreateIndex
CREATE INDEX "appraisal_period_id_state_idx" ON "appraisal"("period_id", "state");

-- CreateIndex
CREATE INDEX "appraisal_skp_id_idx" ON "appraisal"("skp_id");

-- CreateIndex
CREATE INDEX "appraisal_unit_id_idx" ON "appraisal"("unit_id");

-- CreateIndex
CREATE INDEX "appraisal_penilai_id_idx" ON "appraisal"("penilai_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_employee_id_period_id_version_key" ON "appraisal"("employee_id", "period_id", "version");

-- CreateIndex
CREATE INDEX "rhk_result_rhk_id_idx" ON "rhk_result"("rhk_id");

-- CreateIndex
CREATE UNIQUE INDEX "rhk_result_appraisal_id_number_key" ON "rhk_result"("appraisal_id", "number");

-- CreateIndex
CREATE INDEX "iki_result_iki_id_idx" ON "iki_result"("iki_id");

-- CreateIndex
CREATE INDEX "iki_result_indicator_version_id_idx" ON "iki_result"("indicator_version_id");

-- CreateIndex
CREATE INDEX "iki_result_series_id_idx" ON "iki_result"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "iki_result_rhk_result_id_number_key" ON "iki_result"("rhk_result_id", "number");

-- CreateIndex
CREATE INDEX "predikat_count_unit_id_idx" ON "predikat_count"("unit_id");

-- CreateIndex
CREATE INDEX "indicator_summary_unit_id_idx" ON "indicator_summary"("unit_id");

-- CreateIndex
CREATE INDEX "indicator_summary_indicator_id_idx" ON "indicator_summary"("indicator_id");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at");

-- CreateIndex
CREATE INDEX "import_run_kind_file_hash_idx" ON "import_run"("kind", "file_hash");

-- CreateIndex
CREATE INDEX "import_run_started_by_id_idx" ON "import_run"("started_by_id");

-- CreateIndex
CREATE INDEX "import_row_import_run_id_outcome_line_idx" ON "import_row"("import_run_id", "outcome", "line");

-- CreateIndex
CREATE INDEX "audit_event_entity_type_entity_id_sequence_idx" ON "audit_event"("entity_type", "entity_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_sequence_idx" ON "audit_event"("actor_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_event_event_sequence_idx" ON "audit_event"("event", "sequence");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_ancestor" ADD CONSTRAINT "unit_ancestor_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_ancestor" ADD CONSTRAINT "unit_ancestor_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_record" ADD CONSTRAINT "position_record_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_record" ADD CONSTRAINT "position_record_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rank_record" ADD CONSTRAINT "rank_record_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "education_record" ADD CONSTRAINT "education_record_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disciplinary_record" ADD CONSTRAINT "disciplinary_record_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_issue" ADD CONSTRAINT "data_issue_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_issue" ADD CONSTRAINT "data_issue_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_issue" ADD CONSTRAINT "data_issue_import_run_id_fkey" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_weight" ADD CONSTRAINT "family_weight_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "indicator_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period" ADD CONSTRAINT "period_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "period"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skp" ADD CONSTRAINT "skp_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skp" ADD CONSTRAINT "skp_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skp" ADD CONSTRAINT "skp_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skp" ADD CONSTRAINT "skp_penilai_id_fkey" FOREIGN KEY ("penilai_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rhk" ADD CONSTRAINT "rhk_skp_id_fkey" FOREIGN KEY ("skp_id") REFERENCES "skp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki" ADD CONSTRAINT "iki_rhk_id_fkey" FOREIGN KEY ("rhk_id") REFERENCES "rhk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki" ADD CONSTRAINT "iki_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki" ADD CONSTRAINT "iki_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "measurement_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_series" ADD CONSTRAINT "measurement_series_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_series" ADD CONSTRAINT "measurement_series_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_series" ADD CONSTRAINT "measurement_series_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "realisation" ADD CONSTRAINT "realisation_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "measurement_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "realisation" ADD CONSTRAINT "realisation_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_realisation_id_fkey" FOREIGN KEY ("realisation_id") REFERENCES "realisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "behaviour_rating" ADD CONSTRAINT "behaviour_rating_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "behaviour_rating" ADD CONSTRAINT "behaviour_rating_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "behaviour_rating" ADD CONSTRAINT "behaviour_rating_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_skp_id_fkey" FOREIGN KEY ("skp_id") REFERENCES "skp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_penilai_id_fkey" FOREIGN KEY ("penilai_id") REFERENCES "employee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rhk_result" ADD CONSTRAINT "rhk_result_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rhk_result" ADD CONSTRAINT "rhk_result_rhk_id_fkey" FOREIGN KEY ("rhk_id") REFERENCES "rhk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki_result" ADD CONSTRAINT "iki_result_rhk_result_id_fkey" FOREIGN KEY ("rhk_result_id") REFERENCES "rhk_result"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki_result" ADD CONSTRAINT "iki_result_iki_id_fkey" FOREIGN KEY ("iki_id") REFERENCES "iki"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki_result" ADD CONSTRAINT "iki_result_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iki_result" ADD CONSTRAINT "iki_result_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "measurement_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "predikat_count" ADD CONSTRAINT "predikat_count_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "predikat_count" ADD CONSTRAINT "predikat_count_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_summary" ADD CONSTRAINT "indicator_summary_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_summary" ADD CONSTRAINT "indicator_summary_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_summary" ADD CONSTRAINT "indicator_summary_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_run_id_fkey" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

