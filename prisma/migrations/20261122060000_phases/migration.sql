-- How often a phase is reported on; what stands beside the name of a funder.

-- AlterTable
ALTER TABLE "phase" ADD COLUMN     "reporting_cycle" TEXT NOT NULL DEFAULT 'year';

-- AlterTable
ALTER TABLE "funder" ADD COLUMN     "disclaimer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "url" TEXT NOT NULL DEFAULT '';

ALTER TABLE phase ADD CONSTRAINT phase_reporting_cycle CHECK (reporting_cycle IN ('month', 'quarter', 'semester', 'year'));
ALTER TABLE funder ADD CONSTRAINT funder_url CHECK (url = '' OR url ~ '^https?://');
ALTER TABLE budget_line ADD CONSTRAINT budget_line_amount CHECK (amount_minor >= 0);
