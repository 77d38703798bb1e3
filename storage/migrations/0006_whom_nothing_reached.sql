-- People nothing reached are asked about at every look of the planner; how many there are must not matter.

CREATE INDEX outbox_expired ON outbox (created_at) WHERE state = 'expired'; -- whom nothing reached is asked again and again
