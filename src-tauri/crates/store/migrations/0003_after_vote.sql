-- What the documents of after the vote need: the register of the session, the act that another service wrote, the
-- circonscription's own address. Columns come last, as in the declared shape.

ALTER TABLE academy ADD COLUMN inspector_civility TEXT NOT NULL DEFAULT '' CHECK (length(inspector_civility) <= 100000);
ALTER TABLE academy ADD COLUMN district_address TEXT NOT NULL DEFAULT '' CHECK (length(district_address) <= 100000);
ALTER TABLE academy ADD COLUMN district_postal_code TEXT NOT NULL DEFAULT '' CHECK (length(district_postal_code) <= 100000);
ALTER TABLE academy ADD COLUMN district_city TEXT NOT NULL DEFAULT '' CHECK (length(district_city) <= 100000);

ALTER TABLE act ADD COLUMN written_by TEXT NOT NULL DEFAULT '' CHECK (length(written_by) <= 100000);
ALTER TABLE act ADD COLUMN president TEXT NOT NULL DEFAULT '' CHECK (length(president) <= 100000);
ALTER TABLE act ADD COLUMN attendees TEXT NOT NULL DEFAULT '' CHECK (length(attendees) <= 100000);
ALTER TABLE act ADD COLUMN proxies TEXT NOT NULL DEFAULT '' CHECK (length(proxies) <= 100000);
ALTER TABLE act ADD COLUMN absent TEXT NOT NULL DEFAULT '' CHECK (length(absent) <= 100000);

CREATE TABLE supplied_act (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    file TEXT NOT NULL DEFAULT '' CHECK (length(file) <= 100000),
    sha256 TEXT NOT NULL DEFAULT '' CHECK (length(sha256) <= 100000),
    pages TEXT NOT NULL DEFAULT '' CHECK (length(pages) <= 100000)
) STRICT;
INSERT INTO supplied_act (convention) SELECT id FROM convention;
