-- The tables of a project (layout 2); docs/tables.md is made from this file.

CREATE SEQUENCE IF NOT EXISTS reading_numbers;

CREATE TABLE IF NOT EXISTS runs ( -- One call of `add` that read something.
    run INTEGER NOT NULL, -- number of the run, counted from 1
    started TIMESTAMP NOT NULL, -- when the first batch was written, UTC
    reader VARCHAR NOT NULL -- version of the reader that read
);

CREATE TABLE IF NOT EXISTS documents ( -- One row a reading of a document; `documents_now` shows the newest of each.
    reading BIGINT NOT NULL, -- number of the reading, counted from 1; every table below names it
    run INTEGER NOT NULL, -- the run in which it was read
    identity VARCHAR NOT NULL, -- hash of the bytes and of what the carrier knew: equal means known already
    given DATE, -- the day that `--date` gave
    document VARCHAR NOT NULL, -- id: the carrier's, or "d" and 16 digits of the hash of the bytes
    source VARCHAR NOT NULL, -- path or address
    text VARCHAR NOT NULL, -- the clean text in which all offsets count (characters, from 0)
    sha256 VARCHAR NOT NULL, -- hash of the bytes; names the file under originals/
    bytes BIGINT NOT NULL, -- length of the original
    format VARCHAR NOT NULL, -- html, text, ...
    title VARCHAR, -- title
    publisher VARCHAR, -- who printed it
    author VARCHAR, -- who wrote it
    url VARCHAR, -- address given by the carrier or the page
    language VARCHAR, -- ISO 639
    published DATE, -- day of publication
    modified DATE, -- day of the last change
    dated_by VARCHAR, -- what gave `published`: given, meta, text, name
    speaker VARCHAR, -- who speaks in the whole document
    origins BLOB, -- where runs of clean text stand in the original: packed, zstd
    dated_words VARCHAR, -- the words that gave `published`
    publisher_words VARCHAR -- the words of the text that named the publisher
);

CREATE TABLE IF NOT EXISTS passages ( -- Runs of clean text of one kind.
    reading BIGINT NOT NULL, -- reading
    document VARCHAR NOT NULL, -- document
    passage INTEGER NOT NULL, -- position in the document, from 0
    kind VARCHAR NOT NULL, -- heading, paragraph, quote, question, answer, list, row, caption, dateline, boilerplate, keyword-line, other-language
    span_start INTEGER NOT NULL, -- first character
    span_end INTEGER NOT NULL, -- after the last character
    speaker VARCHAR -- label of the speaker as printed
);

CREATE TABLE IF NOT EXISTS parts ( -- Pages and sections of originals whose bytes are packed (PDF, Word, EPUB).
    reading BIGINT NOT NULL, -- reading
    document VARCHAR NOT NULL, -- document
    part INTEGER NOT NULL, -- position in the document, from 0
    name VARCHAR NOT NULL, -- page 3, paragraph 12, name of a file inside
    span_start INTEGER NOT NULL, -- first character of the clean text
    span_end INTEGER NOT NULL -- after the last character
);

CREATE TABLE IF NOT EXISTS fetches ( -- One answer of a web server: what was kept of it, and how to ask again.
    address VARCHAR NOT NULL, -- address as asked for
    final VARCHAR NOT NULL, -- address that answered, after redirects
    fetched TIMESTAMP NOT NULL, -- when, UTC
    status INTEGER NOT NULL, -- status of HTTP
    sha256 VARCHAR NOT NULL, -- hash of the bytes; names the file under originals/
    bytes BIGINT NOT NULL, -- length of the bytes
    media_type VARCHAR, -- what the server says the bytes are
    etag VARCHAR, -- the server's mark of this version
    last_modified VARCHAR, -- the server's time of the last change, as it writes it
    headers VARCHAR NOT NULL -- all headers of the answer, as JSON
);

CREATE TABLE IF NOT EXISTS sentences ( -- Sentences; `sentences_now` gives their words.
    reading BIGINT NOT NULL, -- reading
    document VARCHAR NOT NULL, -- document
    sentence INTEGER NOT NULL, -- position in the document, from 0
    span_start INTEGER NOT NULL, -- first character
    span_end INTEGER NOT NULL -- after the last character
);

CREATE TABLE IF NOT EXISTS mentions ( -- One row a meaning of a mention; a mention without meaning has one row.
    reading BIGINT NOT NULL, -- reading
    document VARCHAR NOT NULL, -- document
    mention INTEGER NOT NULL, -- position in the document, from 0
    meaning INTEGER, -- position among its meanings; NULL: not resolved
    sentence INTEGER NOT NULL, -- sentence
    text VARCHAR NOT NULL, -- its words
    span_start INTEGER NOT NULL, -- first character
    span_end INTEGER NOT NULL, -- after the last character
    kind VARCHAR NOT NULL, -- actor, place, time, quantity
    form VARCHAR, -- person, state, org, group, demonym, capital, pronoun
    seen_sector VARCHAR, -- the sector as the reader saw it
    certainty DOUBLE NOT NULL, -- of the reader, 0 to 1
    meant VARCHAR, -- what the meaning is: actor, place, time, quantity
    code VARCHAR, -- ISO 3166 alpha-3, organisation or movement
    sector VARCHAR, -- PLOVER sector
    actor VARCHAR, -- id in the directory
    name VARCHAR, -- name of the actor or place
    office VARCHAR, -- role of a person at that time
    actor_certainty DOUBLE, -- of the resolution
    country VARCHAR, -- ISO 3166 alpha-3
    latitude DOUBLE, -- degrees, WGS 84
    longitude DOUBLE, -- degrees, WGS 84
    feature VARCHAR, -- kind of place
    date_from DATE, -- first day; NULL is open
    date_to DATE, -- last day; NULL is open
    precision VARCHAR, -- day, week, month, quarter, season, year, ...
    value DOUBLE, -- number
    high DOUBLE, -- upper end of a range
    approximate BOOLEAN, -- about
    unit VARCHAR, -- currency code, percent, person, ...
    bound VARCHAR, -- < or >
    lost BOOLEAN -- the text once had a number here
);

CREATE TABLE IF NOT EXISTS said ( -- Claims as the reader saw them, their parties still mentions; also those in which nobody is known.
    reading BIGINT NOT NULL, -- reading
    document VARCHAR NOT NULL, -- document
    said INTEGER NOT NULL, -- position in the document, from 0
    sentence INTEGER NOT NULL, -- sentence
    kind VARCHAR NOT NULL, -- event, stance, figure, judgement
    type VARCHAR NOT NULL, -- as of `claims`
    mode VARCHAR, -- PLOVER mode
    trigger VARCHAR NOT NULL, -- the words that carry it
    trigger_start INTEGER NOT NULL, -- first character
    trigger_end INTEGER NOT NULL, -- after the last character
    actor INTEGER[] NOT NULL, -- mentions
    recipient INTEGER[] NOT NULL, -- mentions
    speaker INTEGER[] NOT NULL, -- mentions, outermost first; -1: the speaker of the passage
    time INTEGER, -- mention
    place INTEGER, -- mention
    amount INTEGER, -- mention
    about VARCHAR, -- what a stance is about
    about_start INTEGER, -- first character
    about_end INTEGER, -- after the last character
    issue VARCHAR[] NOT NULL, -- at most two issues of the codebook
    modality VARCHAR NOT NULL, -- actual, ongoing, planned, possible, demanded, attempted
    negated BOOLEAN NOT NULL, -- said not to be so
    certainty DOUBLE NOT NULL -- how sure the reader is, 0 to 1
);

CREATE TABLE IF NOT EXISTS claims ( -- What one sentence says; `claims_now` shows those of the newest readings.
    reading BIGINT NOT NULL, -- reading
    document VARCHAR NOT NULL, -- document
    claim VARCHAR NOT NULL, -- id: hash of document, span, kind, type and roles
    sentence INTEGER NOT NULL, -- sentence
    text VARCHAR NOT NULL, -- the sentence
    span_start INTEGER NOT NULL, -- first character of the sentence
    span_end INTEGER NOT NULL, -- after its last character
    kind VARCHAR NOT NULL, -- event, stance, figure, judgement
    type VARCHAR NOT NULL, -- PLOVER type, favour/against/unsure, indicator, or word of judgement
    mode VARCHAR, -- PLOVER mode
    trigger VARCHAR NOT NULL, -- the words that carry it
    trigger_start INTEGER NOT NULL, -- first character
    trigger_end INTEGER NOT NULL, -- after the last character
    date_from DATE, -- first day said; NULL is open
    date_to DATE, -- last day said; NULL is open
    date_precision VARCHAR, -- unit in which the text spoke; NULL: the text says no time
    date_text VARCHAR, -- the words
    date_start INTEGER, -- first character
    date_end INTEGER, -- after the last character
    place VARCHAR, -- name of the place in the gazetteer
    country VARCHAR, -- its state
    latitude DOUBLE, -- degrees, WGS 84
    longitude DOUBLE, -- degrees, WGS 84
    feature VARCHAR, -- kind of place
    place_text VARCHAR, -- the words; NULL: the text says no place
    place_start INTEGER, -- first character
    place_end INTEGER, -- after the last character
    issue VARCHAR[] NOT NULL, -- at most two issues of the codebook
    value DOUBLE, -- amount: number
    high DOUBLE, -- amount: upper end of a range
    approximate BOOLEAN, -- amount: about
    unit VARCHAR, -- amount: unit
    bound VARCHAR, -- amount: < or >
    lost BOOLEAN, -- amount: the number is missing in the text
    amount_text VARCHAR, -- the words; NULL: the text says no amount
    amount_start INTEGER, -- first character
    amount_end INTEGER, -- after the last character
    about VARCHAR, -- what a stance is about
    about_start INTEGER, -- first character
    about_end INTEGER, -- after the last character
    modality VARCHAR NOT NULL, -- actual, ongoing, planned, possible, demanded, attempted
    negated BOOLEAN NOT NULL, -- said not to be so
    certainty DOUBLE NOT NULL, -- how sure the reader is, 0 to 1
    quad INTEGER, -- 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict
    cameo VARCHAR, -- nearest CAMEO code
    intensity DOUBLE, -- PLOVER's score, -10 to 10
    record_key VARCHAR NOT NULL, -- claims with the same key report the same
    reprint_key VARCHAR NOT NULL -- same sentence and meaning, whatever the day
);

CREATE TABLE IF NOT EXISTS claim_actors ( -- Who is in a claim, and as what.
    reading BIGINT NOT NULL, -- reading
    claim VARCHAR NOT NULL, -- claim
    role VARCHAR NOT NULL, -- actor, recipient, speaker
    position INTEGER NOT NULL, -- order within the role, from 0; speakers outermost first
    code VARCHAR, -- ISO 3166 alpha-3, organisation or movement; NULL: an actor that could not be placed
    sector VARCHAR, -- PLOVER sector
    actor VARCHAR, -- id in the directory
    name VARCHAR, -- name in the directory
    office VARCHAR, -- role of a person at that time
    certainty DOUBLE NOT NULL, -- of the resolution
    text VARCHAR, -- the words; NULL: known from the passage
    span_start INTEGER, -- first character
    span_end INTEGER -- after the last character
);

CREATE TABLE IF NOT EXISTS records ( -- What one or more claims report, counted once.
    record VARCHAR NOT NULL, -- id
    kind VARCHAR NOT NULL, -- event, stance, figure, judgement
    type VARCHAR NOT NULL, -- as of its claims
    mode VARCHAR, -- as of most of its claims
    actor VARCHAR[] NOT NULL, -- codes, sorted
    recipient VARCHAR[] NOT NULL, -- codes, sorted
    modality VARCHAR NOT NULL, -- as of its claims
    negated BOOLEAN NOT NULL, -- as of its claims
    date_from DATE, -- first day
    date_to DATE, -- last day
    dated_by VARCHAR, -- text: a claim says so; document: day of the earliest document
    issue VARCHAR[] NOT NULL, -- issues of its claims, most frequent first
    quad INTEGER, -- as of its claims
    intensity DOUBLE, -- of its surest claim
    certainty DOUBLE NOT NULL, -- of its surest claim
    publishers VARCHAR[] NOT NULL -- who prints it
);

CREATE TABLE IF NOT EXISTS record_claims ( -- Which claims report a record.
    record VARCHAR NOT NULL, -- record
    claim VARCHAR NOT NULL -- claim, as in `claims_now`
);

CREATE TABLE IF NOT EXISTS problems ( -- What is wrong with a document, or why a source could not be read.
    run INTEGER NOT NULL, -- run
    reading BIGINT, -- reading; NULL: the source could not be read at all
    source VARCHAR NOT NULL, -- path or address
    document VARCHAR, -- document
    problem INTEGER NOT NULL, -- position, from 0
    kind VARCHAR NOT NULL, -- short word
    note VARCHAR NOT NULL, -- what was seen and what to do
    span_start INTEGER, -- first character; NULL: the whole document
    span_end INTEGER, -- after the last character
    share DOUBLE -- how much of the text it concerns, 0 to 1; NULL: cannot be told
);

CREATE TABLE IF NOT EXISTS sketches ( -- Hash values of the newest reading of a document, by which copies of it are found.
    document VARCHAR NOT NULL, -- document
    value UBIGINT NOT NULL -- one of its least hash values
);

CREATE TABLE IF NOT EXISTS copies ( -- Pairs of documents that print the same text.
    document VARCHAR NOT NULL, -- one document, the one whose id comes first
    other VARCHAR NOT NULL, -- the other document
    shared DOUBLE NOT NULL -- how much of the shorter text stands in the longer one, 0 to 1
);

CREATE TABLE IF NOT EXISTS copy_groups ( -- Documents that are copies of each other, directly or through others.
    document VARCHAR NOT NULL, -- document
    first_copy VARCHAR NOT NULL, -- the earliest document of the group, which stands for it
    first_day DATE, -- earliest day of publication in the group
    shared DOUBLE NOT NULL -- greatest share of text in common with another of the group
);

CREATE OR REPLACE VIEW documents_now AS -- The newest reading of each document.
    SELECT * FROM documents
    QUALIFY reading = max(reading) OVER (PARTITION BY document);

CREATE OR REPLACE VIEW sentences_now AS -- Sentences of the newest readings, with their words.
    SELECT s.*, substring(d.text, s.span_start + 1, s.span_end - s.span_start) AS text
    FROM sentences s JOIN documents_now d USING (reading);

CREATE OR REPLACE VIEW mentions_now AS -- Mentions of the newest readings.
    SELECT m.* FROM mentions m SEMI JOIN documents_now d USING (reading);

CREATE OR REPLACE VIEW said_now AS -- What the reader saw in the newest readings.
    SELECT s.* FROM said s SEMI JOIN documents_now d USING (reading);

CREATE OR REPLACE VIEW claims_now AS -- Claims of the newest readings, with the days by which they are selected.
    SELECT
        c.*,
        d.publisher,
        d.published,
        coalesce(c.date_from, least(c.date_to, d.published)) AS since,
        coalesce(c.date_to, greatest(c.date_from, d.published)) AS until
    FROM claims c JOIN documents_now d USING (reading);

CREATE OR REPLACE VIEW problems_now AS -- Problems of the newest readings, and sources that are still unread.
    SELECT p.* FROM problems p SEMI JOIN documents_now d USING (reading)
    UNION ALL
    SELECT p.* FROM problems p
    ANTI JOIN documents d ON d.source = p.source AND d.run >= p.run
    WHERE p.reading IS NULL
    QUALIFY p.run = max(p.run) OVER (PARTITION BY p.source);
