-- Texts are NFC; ids are 16 characters, time-ordered; times are UTC milliseconds; days are ISO text, half-open (to_day is the first day it no longer holds, '' while it holds).

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE units (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,                -- a unit type of the programme, '' when not known yet
    state TEXT NOT NULL,               -- known | asked (typed by a person, not yet matched by the office)
    place TEXT NOT NULL,               -- where it works, offered as the address
    demo BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE unit_names (
    unit TEXT NOT NULL REFERENCES units (id),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    folded TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    PRIMARY KEY (unit, from_day)
);
CREATE TABLE unit_parents (
    unit TEXT NOT NULL REFERENCES units (id),
    parent TEXT NOT NULL REFERENCES units (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    PRIMARY KEY (unit, from_day)
);
CREATE INDEX unit_parents_below ON unit_parents (parent);
CREATE TABLE unit_successors (
    unit TEXT NOT NULL REFERENCES units (id),
    successor TEXT NOT NULL REFERENCES units (id),
    day TEXT NOT NULL,
    PRIMARY KEY (unit, successor)
);
CREATE TABLE unit_humans (             -- the staff member of the office in charge of a unit
    unit TEXT NOT NULL REFERENCES units (id),
    person TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    PRIMARY KEY (unit, from_day)
);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    phone TEXT NOT NULL,
    language TEXT NOT NULL,
    merged_into TEXT NOT NULL,         -- '' or the person this one turned out to be
    menu TEXT NOT NULL,                -- the numbered answers outside dialogs that a lone digit means, JSON
    demo BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE addresses (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    chat TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,               -- open | blocked
    seen_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (channel, bot, chat)
);
CREATE INDEX addresses_of_person ON addresses (person);
CREATE TABLE memberships (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    unit TEXT NOT NULL REFERENCES units (id),
    position TEXT NOT NULL,
    role TEXT NOT NULL,                -- member | officer | office | admin
    state TEXT NOT NULL,               -- asked | confirmed
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL
);
CREATE INDEX memberships_of_person ON memberships (person);
CREATE INDEX memberships_of_unit ON memberships (unit);
CREATE TABLE consents (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    answer TEXT NOT NULL,              -- given | refused | withdrawn
    version TEXT NOT NULL,
    wording TEXT NOT NULL,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX consents_of_person ON consents (person);

CREATE TABLE codes (                   -- invitations to units, ways back, links between channels; never the code itself
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                -- unit | return
    unit TEXT NOT NULL,
    role TEXT NOT NULL,
    position TEXT NOT NULL,
    person TEXT NOT NULL,              -- whose it is: the contact invited, or who asked for a way back; ''
    uses_left BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    demo BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE code_tries (address TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX code_tries_at ON code_tries (at);

CREATE TABLE programmes (              -- each load is a version that never changes
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    hash TEXT NOT NULL,
    source TEXT NOT NULL,
    loaded_at BIGINT NOT NULL,
    PRIMARY KEY (code, version)
);

CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,         -- DVK-2027-0017
    number BIGINT NOT NULL,
    dialog TEXT NOT NULL UNIQUE,       -- the dialog that made it: sending twice makes one
    unit TEXT NOT NULL REFERENCES units (id),
    person TEXT NOT NULL,              -- the individual registered or registered for, '' for a collective
    typed_by TEXT NOT NULL REFERENCES people (id),
    programme TEXT NOT NULL,
    programme_version BIGINT NOT NULL,
    round BIGINT NOT NULL,
    kind TEXT NOT NULL,                -- the programme's kind
    entry_kind TEXT NOT NULL,          -- model | exemplar
    subject TEXT NOT NULL,             -- collective | individual
    origin TEXT NOT NULL,              -- new | replicate | maintain | adopt
    counts BIGINT NOT NULL,            -- whether the kind counts to the quota
    source TEXT NOT NULL,              -- the entry it continues or replicates, or ''
    source_words TEXT NOT NULL,        -- the same in words when it is not in the register
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    address TEXT NOT NULL,
    field TEXT NOT NULL,
    content TEXT NOT NULL,
    more TEXT NOT NULL,                -- the programme's own boxes, JSON by key
    state TEXT NOT NULL,
    on_time BIGINT NOT NULL,
    channel TEXT NOT NULL,
    version BIGINT NOT NULL,
    demo BIGINT NOT NULL,
    created_at BIGINT NOT NULL,        -- when it was received
    updated_at BIGINT NOT NULL
);
CREATE INDEX entries_of_unit ON entries (unit, round);
CREATE INDEX entries_typed_by ON entries (typed_by);
CREATE INDEX entries_number ON entries (number);
CREATE TABLE entry_versions (
    entry TEXT NOT NULL REFERENCES entries (id),
    version BIGINT NOT NULL,
    boxes TEXT NOT NULL,               -- JSON by key, all of them
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (entry, version)
);
CREATE TABLE events (                  -- append-only
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    address TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);
CREATE INDEX events_of_subject ON events (subject);

CREATE TABLE dialogs (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    script TEXT NOT NULL,
    state TEXT NOT NULL,               -- JSON: what was said, by key
    subject TEXT NOT NULL,             -- the id of what it is about, or ''
    programme TEXT NOT NULL,
    programme_version BIGINT NOT NULL,
    round BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX dialogs_of_person ON dialogs (person);

CREATE TABLE inbox (
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    chat TEXT NOT NULL,
    external TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,               -- done | failed
    body TEXT NOT NULL,                -- only of a failed message, erasable
    PRIMARY KEY (channel, bot, chat, external)
);
CREATE INDEX inbox_at ON inbox (at);
CREATE INDEX inbox_failed ON inbox (at) WHERE state = 'failed';
CREATE TABLE outbox (                  -- one row is one API call; on the web it is one bubble of the page
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    chat TEXT NOT NULL,
    person TEXT NOT NULL,
    side TEXT NOT NULL,                -- ours | theirs (the web page's own bubbles)
    urgency TEXT NOT NULL,             -- answer | bulk
    say TEXT NOT NULL,                 -- the channel-neutral message, JSON
    state TEXT NOT NULL,               -- pending | sending | sent | failed | unknown | expired | parked
    attempts BIGINT NOT NULL,
    doubts BIGINT NOT NULL,            -- attempts of which nobody knows whether they arrived
    not_before BIGINT NOT NULL,
    lease TEXT NOT NULL,               -- who is sending it
    leased_until BIGINT NOT NULL,
    external TEXT NOT NULL,            -- the channel's id of the bubble, once known
    error TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    settled_at BIGINT NOT NULL         -- 0 while it is pending, sending or parked
);
CREATE INDEX outbox_open ON outbox (channel, bot, chat, urgency, id) WHERE settled_at = 0;
CREATE INDEX outbox_unknown ON outbox (id) WHERE state = 'unknown';
CREATE INDEX outbox_of_person ON outbox (person, channel, id);
CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    entry TEXT NOT NULL,               -- '' until the entry is there
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    remote TEXT NOT NULL,              -- the channel's file id, '' once ours alone
    hash TEXT NOT NULL,                -- '' until it is on disk
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    state TEXT NOT NULL,               -- wanted | kept | refused
    reason TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX attachments_wanted ON attachments (not_before) WHERE state = 'wanted';
CREATE INDEX attachments_of_entry ON attachments (entry);
CREATE INDEX attachments_of_person ON attachments (person);
CREATE TABLE help_requests (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    words TEXT NOT NULL,
    human TEXT NOT NULL,               -- the person it went to, or ''
    state TEXT NOT NULL,               -- open | done
    at BIGINT NOT NULL
);
