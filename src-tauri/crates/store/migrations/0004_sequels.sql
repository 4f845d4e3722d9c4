-- What comes after a convention: what a dossier does to the one that it follows, and that one whole, as it was signed.
-- The dossier that is followed is never changed once kept: its fields stand one a row under their paths, with the items
-- of its lists (`ecoles/<id>`), its answers (`champs/<key>`) and its hand-written blanks (`a_la_main/<path>`), in order.

CREATE TABLE sequel (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    kind TEXT NOT NULL DEFAULT '' CHECK (length(kind) <= 100000),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 100000),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 100000),
    effect TEXT NOT NULL DEFAULT '' CHECK (length(effect) <= 100000),
    convention_reference TEXT NOT NULL DEFAULT '' CHECK (length(convention_reference) <= 100000),
    convention_signed TEXT NOT NULL DEFAULT '' CHECK (length(convention_signed) <= 100000),
    convention_ends TEXT NOT NULL DEFAULT '' CHECK (length(convention_ends) <= 100000)
) STRICT;
INSERT INTO sequel (convention) SELECT id FROM convention;

-- `origin` is the dossier of this base that it was made from; none for one that came with its file.
CREATE TABLE earlier_dossier (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    origin TEXT REFERENCES convention (id) CHECK (origin <> convention),
    template_id TEXT NOT NULL CHECK (length(template_id) BETWEEN 1 AND 36),
    template_version INTEGER NOT NULL CHECK (template_version >= 1)
) STRICT;

CREATE TABLE earlier_field (
    convention TEXT NOT NULL REFERENCES earlier_dossier (convention),
    path TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 300),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (length(text) <= 4000000),
    PRIMARY KEY (convention, path)
) STRICT;

CREATE TRIGGER earlier_dossier_no_update BEFORE UPDATE ON earlier_dossier BEGIN SELECT RAISE(ABORT, 'frozen: earlier_dossier'); END;
CREATE TRIGGER earlier_dossier_no_delete BEFORE DELETE ON earlier_dossier BEGIN SELECT RAISE(ABORT, 'frozen: earlier_dossier'); END;
CREATE TRIGGER earlier_field_no_update BEFORE UPDATE ON earlier_field BEGIN SELECT RAISE(ABORT, 'frozen: earlier_field'); END;
CREATE TRIGGER earlier_field_no_delete BEFORE DELETE ON earlier_field BEGIN SELECT RAISE(ABORT, 'frozen: earlier_field'); END;
