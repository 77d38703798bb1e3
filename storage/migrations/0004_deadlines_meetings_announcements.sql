-- Deadlines the office changes, the calendar, what the planner decided, meetings, announcements.

CREATE TABLE deadline_changes (        -- the office extended, moved, paused or resumed the end of a stage; the latest that covers a unit holds
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    stage TEXT NOT NULL,
    round BIGINT NOT NULL,
    unit TEXT NOT NULL REFERENCES units (id),
    below BIGINT NOT NULL,             -- 1: the unit and all below it, 0: the unit alone
    kind TEXT NOT NULL,                -- moved | paused
    day TEXT NOT NULL,                 -- the last day, on which it still is on time; '' while it is paused
    until TEXT NOT NULL,               -- the local time of that day, "17:00"; '' while it is paused
    reason TEXT NOT NULL,
    basis TEXT NOT NULL,               -- the document, as it is cited
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX deadline_changes_of_round ON deadline_changes (programme, round);

CREATE TABLE calendar_days (           -- what the office says of a day, over what the calendar of the country says
    day TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                -- off | working
    label TEXT NOT NULL,
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE occurrences (             -- what the planner decided, once each: sent, or not and why
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    occasion TEXT NOT NULL,
    step TEXT NOT NULL,
    person TEXT NOT NULL,
    unit TEXT NOT NULL,                -- as whose contact, member or author, '' as nobody's
    matter TEXT NOT NULL,
    due_at BIGINT NOT NULL,            -- when it was to go
    at BIGINT NOT NULL,                -- when it was decided
    reason TEXT NOT NULL,              -- '' it was written to be sent; else why not
    outbox TEXT NOT NULL,              -- the row it was written into, alone or with others; ''
    PRIMARY KEY (rule, subject, occasion, step)
);
CREATE INDEX occurrences_of_person ON occurrences (person, at);
CREATE INDEX occurrences_of_unit ON occurrences (unit, at);
CREATE INDEX occurrences_of_row ON occurrences (outbox) WHERE outbox <> '';

ALTER TABLE outbox ADD COLUMN planned BIGINT NOT NULL DEFAULT 0; -- 1: made of occurrences, to be asked of the rules again where it had to wait; state may become "dropped"
ALTER TABLE outbox ADD COLUMN bears TEXT NOT NULL DEFAULT ''; -- the meeting of which it shows why somebody is away: its words go with the reason
CREATE INDEX outbox_bears ON outbox (bears) WHERE bears <> '';

CREATE TABLE reminder_hours (          -- when a person wants to be reminded, local
    person TEXT PRIMARY KEY,
    hour TEXT NOT NULL,                -- "06:45"
    early BIGINT NOT NULL,             -- 1: also fourteen days before
    at BIGINT NOT NULL
);
CREATE TABLE mutes (                   -- what a person does not want to be reminded of, '' of anything
    person TEXT NOT NULL,
    matter TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, matter)
);
CREATE TABLE snoozes (                 -- remind me again at that time
    person TEXT NOT NULL,
    matter TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    times BIGINT NOT NULL DEFAULT 1,   -- how often they said so: each is one reminder
    PRIMARY KEY (person, matter)
);
CREATE TABLE matter_answers (          -- the last thing a person did about a matter: no reminder of it for a day
    person TEXT NOT NULL,
    matter TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, matter)
);
CREATE TABLE said_sent (               -- a contact says the paper is on its way
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    stage TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,               -- open | here | missing (the office has not found it: reminders go on)
    by_person TEXT NOT NULL,           -- who settled it, ''
    settled_at BIGINT NOT NULL         -- 0 while it is open
);
CREATE INDEX said_sent_of_unit ON said_sent (unit, round);
CREATE UNIQUE INDEX said_sent_open ON said_sent (unit, programme, round, stage)
    WHERE state = 'open';
CREATE TABLE nudges (                  -- the office reminds all that are short, by hand
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id), -- the office
    programme TEXT NOT NULL,
    round BIGINT NOT NULL,
    after TEXT NOT NULL,               -- the one before it, '': pressed twice it is made once
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (unit, programme, round, after)
);
CREATE INDEX nudges_at ON nudges (at);

CREATE TABLE meeting_series (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,                -- regular | thematic | committee | other
    pattern TEXT NOT NULL,             -- see rules/meeting_patterns.py
    time TEXT NOT NULL,                -- local, "19:00"
    zone TEXT NOT NULL,                -- IANA
    place TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,              -- '' while it goes on
    by_person TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX meeting_series_of_unit ON meeting_series (unit);
CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    series TEXT NOT NULL,              -- '' for a single one
    month TEXT NOT NULL,               -- "2027-03": the month of the series it belongs to, whatever day it is moved to
    kind TEXT NOT NULL,
    day TEXT NOT NULL,                 -- local
    time TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,         -- the same moment, UTC
    place TEXT NOT NULL,
    state TEXT NOT NULL,               -- planned | cancelled
    why TEXT NOT NULL,                 -- of the cancellation or the move
    revision BIGINT NOT NULL,          -- of what is said of it: moved, it is asked anew
    said_at BIGINT NOT NULL,           -- when this revision was made
    was_day TEXT NOT NULL,             -- before it was moved, '' where it never was; likewise
    was_time TEXT NOT NULL,
    was_place TEXT NOT NULL,
    by_person TEXT NOT NULL,
    dialog TEXT NOT NULL UNIQUE,       -- what made it: pressed twice it is made once
    at BIGINT NOT NULL
);
CREATE INDEX meetings_of_unit ON meetings (unit, starts_at);
CREATE INDEX meetings_at ON meetings (starts_at);
CREATE UNIQUE INDEX meetings_of_series ON meetings (series, month) WHERE series <> '';
CREATE TABLE replies (                 -- to a meeting
    meeting TEXT NOT NULL REFERENCES meetings (id),
    person TEXT NOT NULL,
    revision BIGINT NOT NULL,
    answer TEXT NOT NULL,              -- coming | away
    reason TEXT NOT NULL,              -- for the secretary alone, emptied after the month
    by_person TEXT NOT NULL,           -- who noted it: the person, or the secretary after a call
    at BIGINT NOT NULL,
    PRIMARY KEY (meeting, person)
);
CREATE TABLE schedules (               -- the month's meetings of the units below a committee, agreed on
    unit TEXT NOT NULL REFERENCES units (id),
    month TEXT NOT NULL,
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL,          -- how often it was agreed on: after a change it is once more
    agreed TEXT NOT NULL,              -- JSON: unit -> [day, time, place] as they were then
    PRIMARY KEY (unit, month)
);

CREATE TABLE announcements (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES units (id), -- the office it comes from
    audience TEXT NOT NULL,            -- JSON: which types, which subtree or which units
    words TEXT NOT NULL,
    corrects TEXT NOT NULL,            -- the announcement it sets right, ''
    rest TEXT NOT NULL DEFAULT '',     -- the stopped one whose left-out people it goes to, ''
    state TEXT NOT NULL,               -- open (what is left of it goes) | stopped
    dialog TEXT NOT NULL UNIQUE,       -- what made it
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    send_at BIGINT NOT NULL,
    stopped_at BIGINT NOT NULL,        -- 0 unless stopped
    again BIGINT NOT NULL DEFAULT 0,   -- how often those who had not read it were told once more
    again_at BIGINT NOT NULL DEFAULT 0 -- when they were the last time
);
CREATE INDEX announcements_open ON announcements (send_at) WHERE state = 'open';
CREATE TABLE announcement_people (     -- to whom it goes, fixed when it was confirmed
    announcement TEXT NOT NULL REFERENCES announcements (id),
    person TEXT NOT NULL,
    unit TEXT NOT NULL,
    read_at BIGINT NOT NULL,           -- "Đã rõ", 0 until then
    PRIMARY KEY (announcement, person)
);
CREATE INDEX announcement_people_of_person ON announcement_people (person);
ALTER TABLE launches ADD COLUMN unit TEXT NOT NULL DEFAULT ''; -- the office that opened it
-- Who was told of a launch before it was planned is not told again.
INSERT INTO occurrences (rule, subject, occasion, step, person, unit, matter, due_at, at, reason, outbox)
SELECT 'launch:' || launch, person, '1', 'send', person, unit, 'launch:' || launch, at, at, '', ''
FROM announced;
