-- Numbers are hardly smaller for being compressed, and it takes longer than all the rest of an upload.
ALTER TABLE "blocks" ALTER COLUMN "values" SET STORAGE EXTERNAL;
