-- What the organisation and the rights of its people need beyond a registration.

ALTER TABLE units ADD COLUMN key TEXT NOT NULL DEFAULT '';           -- the office's own code of it, by which a list is read again; '' where it has none
ALTER TABLE units ADD COLUMN members BIGINT NOT NULL DEFAULT 0;      -- how many belong to it, 0 when not known
ALTER TABLE units ADD COLUMN members_about BIGINT NOT NULL DEFAULT 0; -- 1: "hơn 4.600", 2: "khoảng 50"
ALTER TABLE units ADD COLUMN version BIGINT NOT NULL DEFAULT 1;       -- grows with each change to it
CREATE INDEX units_by_key ON units (key);
CREATE INDEX unit_names_folded ON unit_names (folded);
CREATE INDEX unit_successors_of ON unit_successors (successor);

CREATE TABLE exemptions (              -- a unit that owes nothing in a round
    unit TEXT NOT NULL REFERENCES units (id),
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL,
    by_person TEXT NOT NULL,
    PRIMARY KEY (unit, programme, round)
);

ALTER TABLE entries ADD COLUMN search TEXT NOT NULL DEFAULT '';      -- the words it is found by, folded, a space on either side; '' until they are written

ALTER TABLE people ADD COLUMN erased_at BIGINT NOT NULL DEFAULT 0;   -- then nothing of them is left here but what the register must count
CREATE INDEX people_by_phone ON people (phone);
CREATE INDEX people_by_name ON people (folded);

ALTER TABLE outbox ADD COLUMN about TEXT NOT NULL DEFAULT '';         -- ids of the persons and entries it names besides its reader, a space on either side
ALTER TABLE outbox ADD COLUMN places TEXT NOT NULL DEFAULT '';        -- what its reader was when it was written: "unit:role", by spaces

CREATE INDEX memberships_asked ON memberships (unit) WHERE state = 'asked';
ALTER TABLE codes ADD COLUMN made_by TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN id TEXT NOT NULL DEFAULT '';            -- what it is called in lists and events, which know no code
ALTER TABLE codes ADD COLUMN uses BIGINT NOT NULL DEFAULT 0;         -- how often it was good for at first
UPDATE codes SET id = substr(hash, 1, 16), uses = uses_left WHERE id = '';
ALTER TABLE codes ADD COLUMN ended_at BIGINT NOT NULL DEFAULT 0;     -- when it was taken back, 0 while it was not
CREATE INDEX codes_of_unit ON codes (unit);

CREATE TABLE data_requests (           -- what people asked for about their own data
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,                -- see | correct | export | withdraw | erase
    state TEXT NOT NULL,               -- open | done
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    due_day TEXT NOT NULL,             -- the last day to answer on
    settled_at BIGINT NOT NULL         -- 0 while it is open
);
CREATE INDEX data_requests_open ON data_requests (due_day) WHERE settled_at = 0;
CREATE INDEX data_requests_of ON data_requests (person);

CREATE TABLE seals (                   -- the chain over events: each hash covers the event and the hash before
    number BIGINT PRIMARY KEY,
    event TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL
);

CREATE TABLE files (                   -- tables people send in, files made for them
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    way TEXT NOT NULL,                 -- in | out
    kind TEXT NOT NULL,                -- in: table; out: what maker makes it
    name TEXT NOT NULL,                -- as people read it
    about TEXT NOT NULL,               -- what the maker is told, JSON
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    chat TEXT NOT NULL,                -- where it came from, or goes to
    remote TEXT NOT NULL,              -- the channel's file id, '' once ours alone
    hash TEXT NOT NULL,                -- '' until it is on disk
    size BIGINT NOT NULL,
    state TEXT NOT NULL,               -- wanted | kept | refused | gone
    reason TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL         -- after that its bytes are deleted
);
CREATE INDEX files_wanted ON files (not_before) WHERE state = 'wanted';
CREATE INDEX files_of_person ON files (person);
CREATE INDEX files_open ON files (expires_at) WHERE state IN ('wanted', 'kept');
CREATE INDEX files_with_bytes ON files (hash) WHERE hash <> '';
