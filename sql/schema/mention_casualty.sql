-- A count of people harmed, as one speaker gives it, at the characters that state it.
-- Grain: one row a figure. No row: nothing was said. 0: said to be none.
create table core.mention_casualty (
    mention_id varchar not null,
    outcome varchar not null check (outcome in ('killed', 'injured', 'abducted', 'missing', 'arrested')),
    victim_group varchar not null check (victim_group in (
        'civilian', 'security_force', 'militant', 'unknown', 'child', 'woman', 'foreign_national', 'total'
    )),
    low bigint not null,
    high bigint,
    char_start bigint not null,
    char_end bigint not null,
    attributed_to varchar,
    quote varchar not null,
    primary key (mention_id, outcome, victim_group, char_start)
);

comment on table core.mention_casualty is 'A count of people harmed, as one speaker gives it. No row: nothing was said. 0: said to be none.';
comment on column core.mention_casualty.mention_id is 'The mention.';
comment on column core.mention_casualty.outcome is 'killed, injured, abducted, missing or arrested.';
comment on column core.mention_casualty.victim_group is 'civilian, security_force, militant, unknown divide a toll among them; child, woman, foreign_national are parts of it, never added; total is a stated total.';
comment on column core.mention_casualty.low is 'The fewest that the words allow: "up to 10" is 0 to 10.';
comment on column core.mention_casualty.high is 'The most that the words allow; null where they say "at least".';
comment on column core.mention_casualty.char_start is 'First code point of the figure in clean_text.';
comment on column core.mention_casualty.char_end is 'Code point after the figure in clean_text.';
comment on column core.mention_casualty.attributed_to is 'Who gives the figure.';
comment on column core.mention_casualty.quote is 'The words that give it, as they stand.';
