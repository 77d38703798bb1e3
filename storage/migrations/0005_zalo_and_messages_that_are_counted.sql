-- Bots that may say only so much a month, and the channel a person wants to be told by.

CREATE TABLE meters (                  -- what a bot has said and heard in a month, where the channel counts it
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    month TEXT NOT NULL,               -- local, "2027-03"
    sent BIGINT NOT NULL,
    received BIGINT NOT NULL,
    spent_at BIGINT NOT NULL,          -- when the channel said that nothing is left of this month, 0 until then
    PRIMARY KEY (channel, bot, month)
);
CREATE TABLE bots (                    -- the bots there are or were, as the channel calls them
    channel TEXT NOT NULL,
    bot TEXT NOT NULL,
    name TEXT NOT NULL,
    refused_at BIGINT NOT NULL,        -- since when the channel does not know its token, 0 while it does
    seen_at BIGINT NOT NULL,           -- when it was last there at a start
    PRIMARY KEY (channel, bot)
);
CREATE TABLE channel_choices (         -- by which channel a person wants to be told; without a row by the one used last
    person TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL
);
ALTER TABLE outbox ADD COLUMN tried TEXT NOT NULL DEFAULT ''; -- addresses it could not reach its person at, before it was given to this one
CREATE TABLE duties_said (             -- what the officers of a unit said of a duty, the last thing; who said it stands in the events
    unit TEXT NOT NULL REFERENCES units (id),
    duty TEXT NOT NULL,                -- residence: each member has the opinion of where they live | notebook: its members write by hand
    occasion TEXT NOT NULL,            -- the year; '' of what holds until it is said otherwise
    yes BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (unit, duty, occasion)
);
