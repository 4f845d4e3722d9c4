-- What a convention of several members, of one establishment or below another act holds, beyond the first shape.
-- Columns come last, as in the declared shape, so that the changesets made before still apply.

ALTER TABLE signatory ADD COLUMN kind TEXT NOT NULL DEFAULT '' CHECK (length(kind) <= 100000);
ALTER TABLE signatory ADD COLUMN body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 100000);
ALTER TABLE signatory ADD COLUMN body_with_article TEXT NOT NULL DEFAULT '' CHECK (length(body_with_article) <= 100000);
ALTER TABLE signatory ADD COLUMN address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 100000);
ALTER TABLE signatory ADD COLUMN postal_code TEXT NOT NULL DEFAULT '' CHECK (length(postal_code) <= 100000);
ALTER TABLE signatory ADD COLUMN city TEXT NOT NULL DEFAULT '' CHECK (length(city) <= 100000);
ALTER TABLE signatory ADD COLUMN siren TEXT NOT NULL DEFAULT '' CHECK (length(siren) <= 100000);
ALTER TABLE signatory ADD COLUMN act_body TEXT NOT NULL DEFAULT '' CHECK (length(act_body) <= 100000);
ALTER TABLE signatory ADD COLUMN act_number TEXT NOT NULL DEFAULT '' CHECK (length(act_number) <= 100000);
ALTER TABLE signatory ADD COLUMN act_date TEXT NOT NULL DEFAULT '' CHECK (length(act_date) <= 100000);

ALTER TABLE enrolled_school ADD COLUMN postal_code TEXT NOT NULL DEFAULT '' CHECK (length(postal_code) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN head_civility TEXT NOT NULL DEFAULT '' CHECK (length(head_civility) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN head_first_name TEXT NOT NULL DEFAULT '' CHECK (length(head_first_name) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN head_last_name TEXT NOT NULL DEFAULT '' CHECK (length(head_last_name) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN act_number TEXT NOT NULL DEFAULT '' CHECK (length(act_number) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN act_date TEXT NOT NULL DEFAULT '' CHECK (length(act_date) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN pupils TEXT NOT NULL DEFAULT '' CHECK (length(pupils) <= 100000);
ALTER TABLE enrolled_school ADD COLUMN classes TEXT NOT NULL DEFAULT '' CHECK (length(classes) <= 100000);

ALTER TABLE convention_text ADD COLUMN originals_form TEXT NOT NULL DEFAULT '' CHECK (length(originals_form) <= 100000);

CREATE TABLE parent (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    nature TEXT NOT NULL DEFAULT '' CHECK (length(nature) <= 100000),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 100000),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 100000),
    signed_on TEXT NOT NULL DEFAULT '' CHECK (length(signed_on) <= 100000),
    ends_on TEXT NOT NULL DEFAULT '' CHECK (length(ends_on) <= 100000)
) STRICT;
INSERT INTO parent (convention) SELECT id FROM convention;
