-- The first shape of the base. Names are English, as in the code; the keys that files show are in the declared shape.
-- Every table has an explicit PRIMARY KEY (a changeset needs one). Ids are UUIDv7. Days are AAAA-MM-JJ, moments are
-- UTC to the millisecond (2026-11-24T07:23:19.123Z), money is whole cents.
--
-- Three families: the dossier (as typed, recorded by the history), shared cards and follow-up (values, checked here),
-- and what is frozen (triggers refuse any change).

-- The dossier: one row a convention, and one table a record of the declared shape. Texts are kept as typed,
-- so these tables check structure only. `card` is the shared card that a copy came from, never followed silently.

CREATE TABLE convention (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    template_id TEXT NOT NULL CHECK (length(template_id) BETWEEN 1 AND 36),
    template_version INTEGER NOT NULL CHECK (template_version >= 1),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 100000),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 100000),
    school_year TEXT NOT NULL DEFAULT '' CHECK (length(school_year) <= 100000)
) STRICT;

CREATE TABLE collectivity (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    card TEXT REFERENCES collectivity_card (id),
    kind TEXT NOT NULL DEFAULT '' CHECK (length(kind) <= 100000),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100000),
    name_with_article TEXT NOT NULL DEFAULT '' CHECK (length(name_with_article) <= 100000),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 100000),
    postal_code TEXT NOT NULL DEFAULT '' CHECK (length(postal_code) <= 100000),
    city TEXT NOT NULL DEFAULT '' CHECK (length(city) <= 100000),
    insee TEXT NOT NULL DEFAULT '' CHECK (length(insee) <= 100000),
    siren TEXT NOT NULL DEFAULT '' CHECK (length(siren) <= 100000),
    population TEXT NOT NULL DEFAULT '' CHECK (length(population) <= 100000),
    logo TEXT NOT NULL DEFAULT '' CHECK (length(logo) <= 4000000)
) STRICT;

CREATE TABLE academy (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    card TEXT REFERENCES academy_card (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100000),
    name_with_article TEXT NOT NULL DEFAULT '' CHECK (length(name_with_article) <= 100000),
    ministry TEXT NOT NULL DEFAULT '' CHECK (length(ministry) <= 100000),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 100000),
    postal_code TEXT NOT NULL DEFAULT '' CHECK (length(postal_code) <= 100000),
    city TEXT NOT NULL DEFAULT '' CHECK (length(city) <= 100000),
    security_email TEXT NOT NULL DEFAULT '' CHECK (length(security_email) <= 100000),
    district TEXT NOT NULL DEFAULT '' CHECK (length(district) <= 100000),
    district_email TEXT NOT NULL DEFAULT '' CHECK (length(district_email) <= 100000)
) STRICT;

CREATE TABLE signatory (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    card TEXT REFERENCES mandate (id),
    party TEXT NOT NULL DEFAULT '' CHECK (length(party) <= 100000),
    function TEXT NOT NULL DEFAULT '' CHECK (length(function) <= 100000),
    civility TEXT NOT NULL DEFAULT '' CHECK (length(civility) <= 100000),
    first_name TEXT NOT NULL DEFAULT '' CHECK (length(first_name) <= 100000),
    last_name TEXT NOT NULL DEFAULT '' CHECK (length(last_name) <= 100000),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 100000),
    by_delegation TEXT NOT NULL DEFAULT '' CHECK (length(by_delegation) <= 100000),
    delegation TEXT NOT NULL DEFAULT '' CHECK (length(delegation) <= 100000),
    since TEXT NOT NULL DEFAULT '' CHECK (length(since) <= 100000),
    until TEXT NOT NULL DEFAULT '' CHECK (length(until) <= 100000),
    signed_on TEXT NOT NULL DEFAULT '' CHECK (length(signed_on) <= 100000),
    PRIMARY KEY (convention, id)
) STRICT;

CREATE TABLE enrolled_school (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    card TEXT REFERENCES school_card (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100000),
    kind TEXT NOT NULL DEFAULT '' CHECK (length(kind) <= 100000),
    sector TEXT NOT NULL DEFAULT '' CHECK (length(sector) <= 100000),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 100000),
    commune TEXT NOT NULL DEFAULT '' CHECK (length(commune) <= 100000),
    uai TEXT NOT NULL DEFAULT '' CHECK (length(uai) <= 100000),
    district TEXT NOT NULL DEFAULT '' CHECK (length(district) <= 100000),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 100000),
    PRIMARY KEY (convention, id)
) STRICT;

CREATE TABLE contact (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    card TEXT REFERENCES person (id),
    role TEXT NOT NULL DEFAULT '' CHECK (length(role) <= 100000),
    civility TEXT NOT NULL DEFAULT '' CHECK (length(civility) <= 100000),
    first_name TEXT NOT NULL DEFAULT '' CHECK (length(first_name) <= 100000),
    last_name TEXT NOT NULL DEFAULT '' CHECK (length(last_name) <= 100000),
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 100000),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100000),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 100000),
    PRIMARY KEY (convention, id)
) STRICT;

CREATE TABLE supplied_text (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    file TEXT NOT NULL DEFAULT '' CHECK (length(file) <= 100000),
    sha256 TEXT NOT NULL DEFAULT '' CHECK (length(sha256) <= 100000),
    pages TEXT NOT NULL DEFAULT '' CHECK (length(pages) <= 100000),
    origin TEXT NOT NULL DEFAULT '' CHECK (length(origin) <= 100000),
    received TEXT NOT NULL DEFAULT '' CHECK (length(received) <= 100000)
) STRICT;

CREATE TABLE convention_text (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 100000),
    accepted_by TEXT NOT NULL DEFAULT '' CHECK (length(accepted_by) <= 100000),
    accepted_on TEXT NOT NULL DEFAULT '' CHECK (length(accepted_on) <= 100000),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 100000),
    date TEXT NOT NULL DEFAULT '' CHECK (length(date) <= 100000),
    originals TEXT NOT NULL DEFAULT '' CHECK (length(originals) <= 100000),
    originals_reason TEXT NOT NULL DEFAULT '' CHECK (length(originals_reason) <= 100000),
    duplex TEXT NOT NULL DEFAULT '' CHECK (length(duplex) <= 100000)
) STRICT;

CREATE TABLE act (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 100000),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 100000),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 100000),
    convened TEXT NOT NULL DEFAULT '' CHECK (length(convened) <= 100000),
    urgent TEXT NOT NULL DEFAULT '' CHECK (length(urgent) <= 100000),
    session TEXT NOT NULL DEFAULT '' CHECK (length(session) <= 100000),
    hour TEXT NOT NULL DEFAULT '' CHECK (length(hour) <= 100000),
    rapporteur TEXT NOT NULL DEFAULT '' CHECK (length(rapporteur) <= 100000),
    legal_number TEXT NOT NULL DEFAULT '' CHECK (length(legal_number) <= 100000),
    in_office TEXT NOT NULL DEFAULT '' CHECK (length(in_office) <= 100000),
    present TEXT NOT NULL DEFAULT '' CHECK (length(present) <= 100000),
    represented TEXT NOT NULL DEFAULT '' CHECK (length(represented) <= 100000),
    votes_for TEXT NOT NULL DEFAULT '' CHECK (length(votes_for) <= 100000),
    votes_against TEXT NOT NULL DEFAULT '' CHECK (length(votes_against) <= 100000),
    abstentions TEXT NOT NULL DEFAULT '' CHECK (length(abstentions) <= 100000),
    not_voting TEXT NOT NULL DEFAULT '' CHECK (length(not_voting) <= 100000),
    secretary TEXT NOT NULL DEFAULT '' CHECK (length(secretary) <= 100000),
    transmitted TEXT NOT NULL DEFAULT '' CHECK (length(transmitted) <= 100000),
    published TEXT NOT NULL DEFAULT '' CHECK (length(published) <= 100000),
    actes_id TEXT NOT NULL DEFAULT '' CHECK (length(actes_id) <= 100000),
    private_schools TEXT NOT NULL DEFAULT '' CHECK (length(private_schools) <= 100000)
) STRICT;

CREATE TABLE reason (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 100000),
    path TEXT NOT NULL DEFAULT '' CHECK (length(path) <= 100000),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 100000),
    PRIMARY KEY (convention, id)
) STRICT;

-- The answers to the modèle's own questions, as typed.
CREATE TABLE answer (
    convention TEXT NOT NULL REFERENCES convention (id),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
    PRIMARY KEY (convention, key)
) STRICT;

-- The fields left to be filled by hand.
CREATE TABLE by_hand (
    convention TEXT NOT NULL REFERENCES convention (id),
    path TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 200),
    PRIMARY KEY (convention, path)
) STRICT;

-- What is known of a convention beside its dossier: not recorded, so that an undo never turns a revision back.

CREATE TABLE convention_state (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

-- Every action, in the order of `seq`, never of the clock. `changes` is the action's changeset; without one it cannot
-- be undone. `fence` rows stop undo; `mark` rows (undo, redo, archive…) neither stop it nor are undone.
-- `summary` names fields, one path a line, and never holds a value.
CREATE TABLE history (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL CHECK (length(scope) BETWEEN 1 AND 36),
    kind TEXT NOT NULL CHECK (kind IN ('change', 'fence', 'mark')),
    action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 40),
    at TEXT NOT NULL CHECK (length(at) = 24),
    until TEXT NOT NULL CHECK (length(until) = 24),
    summary TEXT NOT NULL,
    changes BLOB CHECK (changes IS NULL OR kind = 'change'),
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    undone_by INTEGER REFERENCES history (seq) CHECK (undone_by IS NULL OR kind = 'change')
) STRICT;

CREATE INDEX history_of_scope ON history (scope, seq);

-- From which convention another comes, at any depth: an avenant, a renewal, an application of a framework.
CREATE TABLE convention_link (
    convention TEXT NOT NULL PRIMARY KEY REFERENCES convention (id),
    parent TEXT NOT NULL REFERENCES convention (id) CHECK (parent <> convention),
    kind TEXT NOT NULL CHECK (kind IN ('avenant', 'renouvellement', 'application'))
) STRICT;

-- Shared cards: suggestions that a dossier copies.

CREATE TABLE academy_card (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_with_article TEXT NOT NULL,
    region TEXT NOT NULL DEFAULT '',
    ministry TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    security_email TEXT NOT NULL DEFAULT '',
    filing TEXT NOT NULL CHECK (filing IN ('papier', 'demarches_simplifiees', 'mixte')),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

CREATE TABLE collectivity_card (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    kind TEXT NOT NULL CHECK (kind IN ('commune', 'departement', 'region', 'metropole', 'epci', 'syndicat_intercommunal', 'syndicat_mixte', 'collectivite_statut_particulier', 'gip', 'association', 'caisse_des_ecoles')),
    name TEXT NOT NULL,
    name_with_article TEXT NOT NULL,
    insee TEXT CHECK (insee IS NULL OR length(insee) = 5),
    siren TEXT UNIQUE CHECK (siren IS NULL OR (length(siren) = 9 AND siren NOT GLOB '*[^0-9]*')),
    siret TEXT CHECK (siret IS NULL OR (length(siret) = 14 AND siret NOT GLOB '*[^0-9]*')),
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    cedex TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL DEFAULT '',
    population INTEGER CHECK (population IS NULL OR population >= 0),
    academy TEXT REFERENCES academy_card (id),
    court TEXT NOT NULL DEFAULT '',
    prefecture TEXT NOT NULL DEFAULT '',
    logo BLOB CHECK (logo IS NULL OR length(logo) <= 2000000),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    civility TEXT CHECK (civility IS NULL OR civility IN ('M.', 'Mme')),
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL,
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

-- Who holds which function of which body, between two days: a signatory is a mandate that runs on the day of signature.
CREATE TABLE mandate (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    person TEXT NOT NULL REFERENCES person (id),
    collectivity TEXT REFERENCES collectivity_card (id),
    academy TEXT REFERENCES academy_card (id),
    school TEXT REFERENCES school_card (id),
    function TEXT NOT NULL CHECK (function IN ('maire', 'adjoint', 'president', 'vice_president', 'recteur', 'recteur_region', 'dasen', 'ien', 'principal', 'proviseur', 'directeur_ecole', 'dgs')),
    printed_title TEXT NOT NULL DEFAULT '',
    since TEXT CHECK (since IS NULL OR since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until TEXT CHECK (until IS NULL OR until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    delegation_act TEXT NOT NULL DEFAULT '',
    delegation_date TEXT CHECK (delegation_date IS NULL OR delegation_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24),
    CHECK ((collectivity IS NOT NULL) + (academy IS NOT NULL) + (school IS NOT NULL) = 1),
    CHECK (since IS NULL OR until IS NULL OR since <= until)
) STRICT;

-- A circonscription: where the originals go.
CREATE TABLE district (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    name TEXT NOT NULL,
    academy TEXT REFERENCES academy_card (id),
    inspector TEXT REFERENCES mandate (id),
    email TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

CREATE TABLE school_card (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    uai TEXT NOT NULL UNIQUE CHECK (uai GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][A-HJ-NPR-Z]'),
    name TEXT NOT NULL,
    nature_code TEXT NOT NULL DEFAULT '',
    kind TEXT CHECK (kind IS NULL OR kind IN ('maternelle', 'elementaire', 'primaire', 'application', 'specialisee', 'college', 'lycee', 'lycee_professionnel')),
    sector TEXT NOT NULL CHECK (sector IN ('public', 'prive')),
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    commune TEXT NOT NULL DEFAULT '',
    insee TEXT CHECK (insee IS NULL OR length(insee) = 5),
    siret TEXT CHECK (siret IS NULL OR (length(siret) = 14 AND siret NOT GLOB '*[^0-9]*')),
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    district TEXT REFERENCES district (id),
    rpi TEXT NOT NULL DEFAULT '',
    rpi_on_one_site INTEGER NOT NULL DEFAULT 0 CHECK (rpi_on_one_site IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('ouvert', 'a_fermer', 'ferme')),
    opened TEXT CHECK (opened IS NULL OR opened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed TEXT CHECK (closed IS NULL OR closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    successor TEXT,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

CREATE TABLE headcount (
    school TEXT NOT NULL REFERENCES school_card (id),
    school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
    source TEXT NOT NULL,
    pupils INTEGER CHECK (pupils IS NULL OR pupils >= 0),
    classes INTEGER CHECK (classes IS NULL OR classes >= 0),
    PRIMARY KEY (school, school_year, source)
) STRICT;

CREATE TABLE ent_solution (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    name TEXT NOT NULL,
    vendor TEXT NOT NULL DEFAULT '',
    operator TEXT NOT NULL DEFAULT '',
    sdet_version TEXT NOT NULL DEFAULT '',
    gar TEXT NOT NULL CHECK (gar IN ('oui', 'non', 'prevu')),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

-- Follow-up of a convention: facts, never refused because they come late or out of order.

-- What a school brings to a convention beside what is printed of it. `school` is the id of an `enrolled_school`.
CREATE TABLE enrolment (
    convention TEXT NOT NULL REFERENCES convention (id),
    school TEXT NOT NULL,
    ent_solution TEXT REFERENCES ent_solution (id),
    since TEXT CHECK (since IS NULL OR since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until TEXT CHECK (until IS NULL OR until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    amount_cents INTEGER CHECK (amount_cents IS NULL OR amount_cents >= 0),
    PRIMARY KEY (convention, school)
) STRICT;

CREATE TABLE act_presence (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    person TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('present', 'represente', 'absent')),
    proxy TEXT CHECK (proxy IS NULL OR state = 'represente'),
    PRIMARY KEY (convention, id)
) STRICT;

CREATE TABLE annex (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('liste_ecoles', 'circuit', 'contacts', 'charte', 'rgpd', 'aaf', 'libre')),
    required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
    pages INTEGER CHECK (pages IS NULL OR pages >= 0),
    piece TEXT REFERENCES piece (sha256),
    PRIMARY KEY (convention, id)
) STRICT;

CREATE TABLE gdpr_processing (
    convention TEXT NOT NULL REFERENCES convention (id),
    id TEXT NOT NULL,
    controller TEXT NOT NULL,
    joint_controller TEXT NOT NULL DEFAULT '',
    processor TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL DEFAULT '',
    people TEXT NOT NULL DEFAULT '',
    duration TEXT NOT NULL DEFAULT '',
    transfers TEXT NOT NULL DEFAULT '',
    officer TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (convention, id)
) STRICT;

CREATE TABLE fee_rule (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    name TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('gratuit', 'par_ecole', 'par_eleve', 'par_classe', 'forfait', 'quote_part', 'degressif', 'cout_reel')),
    unit_cents INTEGER NOT NULL CHECK (unit_cents >= 0),
    tax_included INTEGER NOT NULL DEFAULT 0 CHECK (tax_included IN (0, 1)),
    vat_basis_points INTEGER CHECK (vat_basis_points IS NULL OR vat_basis_points BETWEEN 0 AND 10000),
    cap_cents INTEGER CHECK (cap_cents IS NULL OR cap_cents >= 0),
    rounding TEXT NOT NULL DEFAULT '',
    periodicity TEXT NOT NULL DEFAULT '',
    collection TEXT CHECK (collection IS NULL OR collection IN ('titre_de_perception', 'facture', 'appel_de_fonds')),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
    archived_at TEXT CHECK (archived_at IS NULL OR length(archived_at) = 24)
) STRICT;

CREATE TABLE fee_band (
    rule TEXT NOT NULL REFERENCES fee_rule (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    from_count INTEGER NOT NULL CHECK (from_count >= 0),
    to_count INTEGER CHECK (to_count IS NULL OR to_count >= from_count),
    unit_cents INTEGER NOT NULL CHECK (unit_cents >= 0),
    PRIMARY KEY (rule, position)
) STRICT;

CREATE TABLE fee_due (
    convention TEXT NOT NULL REFERENCES convention (id),
    school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
    rule TEXT REFERENCES fee_rule (id),
    base INTEGER NOT NULL CHECK (base >= 0),
    amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
    order_number TEXT NOT NULL DEFAULT '',
    order_date TEXT CHECK (order_date IS NULL OR order_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    paid_on TEXT CHECK (paid_on IS NULL OR paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (convention, school_year)
) STRICT;

-- Where each original is.
CREATE TABLE original (
    convention TEXT NOT NULL REFERENCES convention (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    addressee TEXT NOT NULL,
    sent_on TEXT CHECK (sent_on IS NULL OR sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    signed_on TEXT CHECK (signed_on IS NULL OR signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    returned_on TEXT CHECK (returned_on IS NULL OR returned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    held_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (convention, number)
) STRICT;

-- Files kept beside the base under their hash: scans, the académie's text, official PDFs.
CREATE TABLE piece (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    media TEXT NOT NULL CHECK (length(media) BETWEEN 1 AND 100),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    added_at TEXT NOT NULL CHECK (length(added_at) = 24)
) STRICT;

CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    convention TEXT NOT NULL REFERENCES convention (id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('cree', 'complete', 'exporte', 'transmis_assemblee', 'vote', 'televerse_actes', 'signe', 'envoye', 'recu', 'relance', 'retourne', 'resilie', 'renouvele', 'avenant')),
    actor TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    piece TEXT REFERENCES piece (sha256)
) STRICT;

CREATE TABLE sending (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    convention TEXT NOT NULL REFERENCES convention (id),
    channel TEXT NOT NULL CHECK (channel IN ('courriel', 'papier', 'main_propre')),
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    sent_at TEXT NOT NULL CHECK (length(sent_at) = 24),
    receipt TEXT CHECK (receipt IS NULL OR receipt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE sending_piece (
    sending TEXT NOT NULL REFERENCES sending (id),
    piece TEXT NOT NULL REFERENCES piece (sha256),
    PRIMARY KEY (sending, piece)
) STRICT;

CREATE TABLE alert (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    convention TEXT NOT NULL REFERENCES convention (id),
    rule TEXT NOT NULL,
    due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    level TEXT NOT NULL CHECK (level IN ('conseil', 'a_verifier', 'bloquant')),
    done_on TEXT CHECK (done_on IS NULL OR done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

-- What is frozen: the modèles as they were used, and the documents made définitif with all that made them.

CREATE TABLE template_version (
    template TEXT NOT NULL CHECK (length(template) BETWEEN 1 AND 36),
    version INTEGER NOT NULL CHECK (version >= 1),
    title TEXT NOT NULL,
    kept_at TEXT NOT NULL CHECK (length(kept_at) = 24),
    PRIMARY KEY (template, version)
) STRICT;

CREATE TABLE template_file (
    template TEXT NOT NULL,
    version INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    bytes BLOB NOT NULL,
    PRIMARY KEY (template, version, path),
    FOREIGN KEY (template, version) REFERENCES template_version (template, version)
) STRICT;

CREATE TABLE issue (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 36),
    convention TEXT NOT NULL REFERENCES convention (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    issued_at TEXT NOT NULL CHECK (length(issued_at) = 24),
    template_id TEXT NOT NULL,
    template_version INTEGER NOT NULL CHECK (template_version >= 1),
    program TEXT NOT NULL,
    snapshot TEXT NOT NULL
) STRICT;

CREATE INDEX issue_of_convention ON issue (convention);

CREATE TABLE issued_document (
    convention TEXT NOT NULL REFERENCES convention (id),
    document TEXT NOT NULL CHECK (length(document) BETWEEN 1 AND 60),
    edition INTEGER NOT NULL CHECK (edition >= 1),
    issue TEXT NOT NULL REFERENCES issue (id),
    file TEXT NOT NULL CHECK (length(file) BETWEEN 1 AND 300),
    options TEXT NOT NULL,
    pages INTEGER NOT NULL CHECK (pages >= 1),
    originals INTEGER NOT NULL CHECK (originals >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    pdf BLOB NOT NULL,
    PRIMARY KEY (convention, document, edition)
) STRICT;

CREATE TRIGGER template_version_no_update BEFORE UPDATE ON template_version BEGIN SELECT RAISE(ABORT, 'frozen: template_version'); END;
CREATE TRIGGER template_version_no_delete BEFORE DELETE ON template_version BEGIN SELECT RAISE(ABORT, 'frozen: template_version'); END;
CREATE TRIGGER template_file_no_update BEFORE UPDATE ON template_file BEGIN SELECT RAISE(ABORT, 'frozen: template_file'); END;
CREATE TRIGGER template_file_no_delete BEFORE DELETE ON template_file BEGIN SELECT RAISE(ABORT, 'frozen: template_file'); END;
CREATE TRIGGER issue_no_update BEFORE UPDATE ON issue BEGIN SELECT RAISE(ABORT, 'frozen: issue'); END;
CREATE TRIGGER issue_no_delete BEFORE DELETE ON issue BEGIN SELECT RAISE(ABORT, 'frozen: issue'); END;
CREATE TRIGGER issued_document_no_update BEFORE UPDATE ON issued_document BEGIN SELECT RAISE(ABORT, 'frozen: issued_document'); END;
CREATE TRIGGER issued_document_no_delete BEFORE DELETE ON issued_document BEGIN SELECT RAISE(ABORT, 'frozen: issued_document'); END;
