-- Paper beside the screen, what the office does with an entry, models launched from above, the desk.

ALTER TABLE entries ADD COLUMN paper_day TEXT NOT NULL DEFAULT ''; -- the day the form came in that the office typed it from, '' for what was sent in a chat

CREATE TABLE papers (                  -- what came in by hand: a signed original, or a photo of a form
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    entry TEXT NOT NULL,               -- what it is the original of, '' while nobody has typed it in
    at BIGINT NOT NULL,                -- when it came in, which counts as sent
    original_day TEXT NOT NULL,        -- the day the signed original came in, '' while there is only a photo
    person TEXT NOT NULL,              -- who sent the photo, or noted the original
    state TEXT NOT NULL,               -- here | struck (noted by mistake)
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX papers_of_unit ON papers (unit, round);
CREATE INDEX papers_of_entry ON papers (entry);
ALTER TABLE attachments ADD COLUMN paper TEXT NOT NULL DEFAULT ''; -- the paper it is a photo of
CREATE INDEX attachments_of_paper ON attachments (paper);

CREATE TABLE returns (                 -- the office asked for a supplement
    entry TEXT NOT NULL REFERENCES entries (id),
    version BIGINT NOT NULL,           -- of the entry, returned
    box TEXT NOT NULL,                 -- the key of the programme's box
    words TEXT NOT NULL,               -- what the office asks for
    until_day TEXT NOT NULL,           -- the last day for it
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (entry, version)
);
CREATE TABLE corrections (             -- asked for after acceptance, for the office to grant
    id TEXT PRIMARY KEY,
    entry TEXT NOT NULL REFERENCES entries (id),
    version BIGINT NOT NULL,           -- of the entry it was asked for
    boxes TEXT NOT NULL,               -- JSON by key: what it shall say
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,               -- open | granted | refused | replaced (by the author's next one)
    words TEXT NOT NULL,               -- why refused
    by_person TEXT NOT NULL,           -- who settled it, '' while it is open
    settled_at BIGINT NOT NULL         -- 0 while it is open
);
CREATE INDEX corrections_of_entry ON corrections (entry);
CREATE INDEX corrections_open ON corrections (at) WHERE state = 'open';

CREATE TABLE launches (                -- a model of the programme's file that was not open, opened by the office
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    model TEXT NOT NULL,               -- its code in the programme
    day TEXT NOT NULL,
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (programme, model)
);
CREATE TABLE announced (               -- who was told of a launch, and whether they said they know
    launch TEXT NOT NULL REFERENCES launches (id),
    person TEXT NOT NULL,
    unit TEXT NOT NULL,                -- as whose contact
    at BIGINT NOT NULL,
    read_at BIGINT NOT NULL,           -- 0 until then
    PRIMARY KEY (launch, person)
);
CREATE TABLE plans (                   -- a unit has a plan for a model launched from above
    unit TEXT NOT NULL REFERENCES units (id),
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    model TEXT NOT NULL,
    words TEXT NOT NULL,               -- number and day of the plan, as people cite it
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (unit, programme, round, model)
);

CREATE TABLE calls (                   -- the office called a unit, and what came of it
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    words TEXT NOT NULL,
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX calls_of_unit ON calls (unit, round);

CREATE TABLE summaries (               -- the office's table as it was at a moment, for its picture and files
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    unit TEXT NOT NULL,
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    at BIGINT NOT NULL,
    content TEXT NOT NULL              -- ids, codes and counts, packed
);
CREATE INDEX summaries_of_person ON summaries (person, at);

CREATE TABLE targets_met (             -- targets of the programme that no count can show
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    target TEXT NOT NULL,
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (programme, round, target)
);
CREATE TABLE ratings (                 -- how a unit was rated for a year
    unit TEXT NOT NULL REFERENCES units (id),
    year BIGINT NOT NULL,
    rating TEXT NOT NULL,              -- excellent | good | done | not-done
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (unit, year)
);

CREATE TABLE desk_keys (               -- one-time links to the desk; never the key itself
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    address TEXT NOT NULL,             -- the chat it was asked for in
    expires_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL            -- 0 until then
);
CREATE TABLE desk_sessions (
    hash TEXT PRIMARY KEY,             -- of the secret the browser keeps
    person TEXT NOT NULL,
    address TEXT NOT NULL,             -- the chat the link was asked for in
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL           -- 0 while it is good
);
CREATE INDEX desk_sessions_of_person ON desk_sessions (person);

CREATE INDEX help_requests_open ON help_requests (at) WHERE state = 'open';
CREATE INDEX events_at ON events (at);
