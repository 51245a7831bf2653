-- AlterTable
ALTER TABLE "mentoring_goal" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3);
