-- Made by `python -m tests.new_store` from the migrations, whose tables these are.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE conflict (
	id SERIAL NOT NULL,
	a VARCHAR NOT NULL,
	b VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE decision (
	id SERIAL NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	who VARCHAR NOT NULL,
	what VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	"old" TEXT,
	"new" TEXT,
	note TEXT NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX ix_decision_subject ON decision (subject);
CREATE TABLE meta (
	key VARCHAR NOT NULL,
	value INTEGER NOT NULL,
	PRIMARY KEY (key)
);
CREATE TABLE outlet (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	key VARCHAR NOT NULL,
	kind VARCHAR,
	domain VARCHAR,
	owner VARCHAR,
	PRIMARY KEY (id)
);
CREATE INDEX ix_outlet_name ON outlet (name);
CREATE TABLE proposition (
	id VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	named BOOLEAN NOT NULL,
	contested BOOLEAN NOT NULL,
	least INTEGER NOT NULL,
	most INTEGER NOT NULL,
	said_least INTEGER NOT NULL,
	said_most INTEGER NOT NULL,
	conflicts_with JSON NOT NULL,
	origins JSON NOT NULL,
	reasons JSON NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX ix_proposition_label ON proposition (label);
CREATE TABLE run (
	id VARCHAR NOT NULL,
	command VARCHAR NOT NULL,
	started TIMESTAMP WITH TIME ZONE NOT NULL,
	finished TIMESTAMP WITH TIME ZONE,
	versions JSON NOT NULL,
	counts JSON NOT NULL,
	failures JSON NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE speaker (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	affiliation VARCHAR,
	principal VARCHAR,
	PRIMARY KEY (id)
);
CREATE INDEX ix_speaker_name ON speaker (name);
CREATE TABLE article (
	id VARCHAR NOT NULL,
	doc VARCHAR NOT NULL,
	text TEXT NOT NULL,
	text_hash VARCHAR NOT NULL,
	title VARCHAR,
	url VARCHAR,
	url_key VARCHAR,
	outlet_id VARCHAR,
	outlet_inferred BOOLEAN NOT NULL,
	wire VARCHAR,
	wire_inferred BOOLEAN NOT NULL,
	author VARCHAR,
	byline JSON NOT NULL,
	credits JSON NOT NULL,
	dateline_place VARCHAR,
	dateline_date VARCHAR,
	dateline_start INTEGER,
	dateline_end INTEGER,
	dateline_text VARCHAR,
	published VARCHAR,
	published_inferred BOOLEAN NOT NULL,
	published_key VARCHAR NOT NULL,
	fetched TIMESTAMP WITH TIME ZONE NOT NULL,
	edition_of VARCHAR,
	current BOOLEAN NOT NULL,
	detector VARCHAR,
	run_id VARCHAR,
	PRIMARY KEY (id),
	FOREIGN KEY(edition_of) REFERENCES article (id),
	FOREIGN KEY(outlet_id) REFERENCES outlet (id),
	FOREIGN KEY(run_id) REFERENCES run (id)
);
CREATE INDEX ix_article_current ON article (current);
CREATE INDEX ix_article_doc ON article (doc);
CREATE INDEX ix_article_edition_of ON article (edition_of);
CREATE INDEX ix_article_outlet_id ON article (outlet_id);
CREATE INDEX ix_article_published_key ON article (published_key);
CREATE INDEX ix_article_text_hash ON article (text_hash);
CREATE INDEX ix_article_url_key ON article (url_key);
CREATE TABLE originlink (
	id SERIAL NOT NULL,
	proposition_id VARCHAR NOT NULL,
	a TEXT NOT NULL,
	b TEXT NOT NULL,
	relation VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(proposition_id) REFERENCES proposition (id)
);
CREATE INDEX ix_originlink_proposition_id ON originlink (proposition_id);
CREATE TABLE role (
	id SERIAL NOT NULL,
	speaker_id VARCHAR NOT NULL,
	office VARCHAR NOT NULL,
	since VARCHAR,
	until VARCHAR,
	PRIMARY KEY (id),
	FOREIGN KEY(speaker_id) REFERENCES speaker (id)
);
CREATE INDEX ix_role_speaker_id ON role (speaker_id);
CREATE TABLE speakername (
	speaker_id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	key VARCHAR NOT NULL,
	PRIMARY KEY (speaker_id, name),
	FOREIGN KEY(speaker_id) REFERENCES speaker (id)
);
CREATE TABLE claim (
	number SERIAL NOT NULL,
	id VARCHAR NOT NULL,
	article_id VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	cue JSON NOT NULL,
	source JSON NOT NULL,
	content JSON NOT NULL,
	quote TEXT NOT NULL,
	cue_text TEXT NOT NULL,
	kind VARCHAR NOT NULL,
	stance VARCHAR NOT NULL,
	polarity VARCHAR NOT NULL,
	hedged BOOLEAN NOT NULL,
	nested BOOLEAN NOT NULL,
	parent VARCHAR,
	mention TEXT NOT NULL,
	speaker_id VARCHAR,
	speaker_kind VARCHAR NOT NULL,
	members JSON NOT NULL,
	principal VARCHAR,
	affiliation VARCHAR,
	declared_count INTEGER,
	speaker_inferred BOOLEAN NOT NULL,
	speaker_confidence FLOAT NOT NULL,
	said_on VARCHAR,
	said_on_precision VARCHAR,
	channel VARCHAR,
	confidence FLOAT NOT NULL,
	reasons JSON NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	detector VARCHAR,
	vanished BOOLEAN NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article_id) REFERENCES article (id),
	FOREIGN KEY(speaker_id) REFERENCES speaker (id),
	UNIQUE (id)
);
CREATE INDEX ix_claim_article_id ON claim (article_id);
CREATE INDEX ix_claim_speaker_id ON claim (speaker_id);
CREATE INDEX ix_claim_text_order ON claim (article_id, start);
CREATE TABLE copy (
	article_id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	share FLOAT NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (article_id, "of"),
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE chainlink (
	claim_id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	who VARCHAR NOT NULL,
	start INTEGER,
	"end" INTEGER,
	evidence TEXT,
	inferred BOOLEAN NOT NULL,
	PRIMARY KEY (claim_id, position),
	FOREIGN KEY(claim_id) REFERENCES claim (id)
);
CREATE TABLE propositionclaim (
	proposition_id VARCHAR NOT NULL,
	claim_id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	origin TEXT,
	copy_of VARCHAR,
	reason TEXT NOT NULL,
	confirmed BOOLEAN NOT NULL,
	PRIMARY KEY (proposition_id, claim_id),
	FOREIGN KEY(claim_id) REFERENCES claim (id),
	FOREIGN KEY(proposition_id) REFERENCES proposition (id)
);
CREATE INDEX ix_propositionclaim_claim_id ON propositionclaim (claim_id);
ALTER TABLE speaker ADD COLUMN era VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE speaker ADD COLUMN canonical_id VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE speaker ADD COLUMN joined TEXT DEFAULT '' NOT NULL;
CREATE INDEX ix_speaker_canonical_id ON speaker (canonical_id);
ALTER TABLE speakername ADD COLUMN decided BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE claim ADD COLUMN bearer_id VARCHAR;
ALTER TABLE claim ADD COLUMN bearer_reason TEXT;
CREATE INDEX ix_claim_bearer_id ON claim (bearer_id);
CREATE TABLE speakerkey (
	key VARCHAR NOT NULL,
	speaker_id VARCHAR NOT NULL,
	PRIMARY KEY (key, speaker_id),
	FOREIGN KEY(speaker_id) REFERENCES speaker (id)
);
CREATE INDEX ix_speakerkey_speaker_id ON speakerkey (speaker_id);
CREATE TABLE speakerpair (
	a VARCHAR NOT NULL,
	b VARCHAR NOT NULL,
	one BOOLEAN NOT NULL,
	decision INTEGER NOT NULL,
	PRIMARY KEY (a, b)
);
CREATE INDEX ix_speakerpair_b ON speakerpair (b);
CREATE TABLE parted (
	article_id VARCHAR NOT NULL,
	speaker_id VARCHAR NOT NULL,
	bearer_id VARCHAR NOT NULL,
	PRIMARY KEY (article_id, speaker_id)
);
CREATE TABLE review (
	claim_id VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	who VARCHAR NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	note TEXT NOT NULL,
	machine JSON NOT NULL,
	added BOOLEAN NOT NULL,
	found BOOLEAN NOT NULL,
	PRIMARY KEY (claim_id),
	FOREIGN KEY(claim_id) REFERENCES claim (id)
);
CREATE INDEX ix_review_status ON review (status);
CREATE TABLE articlereview (
	article_id VARCHAR NOT NULL,
	machine JSON NOT NULL,
	read_by VARCHAR,
	read_at TIMESTAMP WITH TIME ZONE,
	PRIMARY KEY (article_id),
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX ix_decision_what ON decision (what);
CREATE INDEX ix_claim_listing ON claim (article_id, start, number, vanished);
CREATE INDEX ix_claim_said ON claim (speaker_id, bearer_id, vanished);
CREATE INDEX ix_claim_stance ON claim (stance, vanished);
CREATE INDEX ix_claim_kind ON claim (kind, vanished);
CREATE TABLE unweighed (
	article_id VARCHAR NOT NULL,
	PRIMARY KEY (article_id)
);
CREATE TABLE indexedarticle (
	number BIGINT NOT NULL,
	id VARCHAR NOT NULL,
	keys BYTEA NOT NULL,
	PRIMARY KEY (number)
);
CREATE INDEX ix_indexedarticle_id ON indexedarticle (id);
CREATE TABLE indexedclaim (
	number BIGINT NOT NULL,
	id VARCHAR NOT NULL,
	article_id VARCHAR NOT NULL,
	keys BYTEA NOT NULL,
	PRIMARY KEY (number)
);
CREATE INDEX ix_indexedclaim_id ON indexedclaim (id);
CREATE INDEX ix_indexedclaim_article_id ON indexedclaim (article_id);
CREATE TABLE articlekey (
	key BIGINT NOT NULL,
	number BIGINT NOT NULL,
	PRIMARY KEY (key, number)
);
CREATE TABLE claimkey (
	key BIGINT NOT NULL,
	number BIGINT NOT NULL,
	PRIMARY KEY (key, number)
);
CREATE TABLE articlepair (
	a BIGINT NOT NULL,
	b BIGINT NOT NULL,
	share FLOAT NOT NULL,
	passage TEXT NOT NULL,
	credit TEXT NOT NULL,
	PRIMARY KEY (a, b)
);
CREATE TABLE claimlink (
	a BIGINT NOT NULL,
	b BIGINT NOT NULL,
	relation VARCHAR NOT NULL,
	closeness FLOAT NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (a, b)
);
CREATE INDEX ix_articlepair_b ON articlepair (b);
CREATE INDEX ix_claimlink_b ON claimlink (b);
ALTER TABLE copy ADD COLUMN credit TEXT DEFAULT '' NOT NULL;
ALTER TABLE proposition ADD COLUMN rank INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE proposition ADD COLUMN first_published VARCHAR DEFAULT '' NOT NULL;
CREATE INDEX ix_proposition_order ON proposition (rank, first_published, id);
CREATE INDEX ix_article_order ON article (published_key, id);
CREATE INDEX ix_conflict_a ON conflict (a);
CREATE INDEX ix_conflict_b ON conflict (b);
CREATE INDEX ix_copy_of ON copy ("of");
ALTER TABLE claim ADD COLUMN venue TEXT;
ALTER TABLE claim ADD COLUMN audience TEXT;
ALTER TABLE claim ADD COLUMN runner_up TEXT;
ALTER TABLE claim ADD COLUMN setting_evidence JSON DEFAULT '{}' NOT NULL;
ALTER TABLE outlet ADD COLUMN source VARCHAR;
ALTER TABLE unweighed ADD COLUMN published_key VARCHAR DEFAULT '' NOT NULL;
CREATE INDEX ix_unweighed_order ON unweighed (published_key, article_id);
DROP INDEX ix_indexedarticle_id;
DROP INDEX ix_indexedclaim_id;
DROP INDEX ix_decision_what;
ALTER TABLE decision RENAME COLUMN "who" TO "reviewer";
ALTER TABLE decision RENAME COLUMN "what" TO "kind";
ALTER TABLE decision RENAME COLUMN "old" TO "before";
ALTER TABLE decision RENAME COLUMN "new" TO "after";
CREATE INDEX ix_decision_kind ON decision (kind);
DROP INDEX ix_claim_bearer_id;
DROP INDEX ix_unweighed_order;
ALTER TABLE parted RENAME TO speakersplit;
ALTER TABLE unweighed RENAME TO pendingarticle;
ALTER TABLE claim RENAME COLUMN "bearer_id" TO "effective_speaker_id";
ALTER TABLE claim RENAME COLUMN "bearer_reason" TO "effective_speaker_reason";
ALTER TABLE speakersplit RENAME COLUMN "bearer_id" TO "effective_speaker_id";
ALTER TABLE chainlink RENAME COLUMN "who" TO "intermediary";
ALTER TABLE review RENAME COLUMN "who" TO "reviewer";
ALTER TABLE proposition RENAME COLUMN "least" TO "origins_min";
ALTER TABLE proposition RENAME COLUMN "most" TO "origins_max";
ALTER TABLE proposition RENAME COLUMN "said_least" TO "channels_min";
ALTER TABLE proposition RENAME COLUMN "said_most" TO "channels_max";
CREATE INDEX ix_claim_effective_speaker_id ON claim (effective_speaker_id);
CREATE INDEX ix_pendingarticle_order ON pendingarticle (published_key, article_id);
ALTER TABLE decision ADD COLUMN digest VARCHAR DEFAULT '' NOT NULL;
CREATE INDEX ix_claim_confidence ON claim (confidence, vanished);
ALTER TABLE review ADD COLUMN private_speaker VARCHAR;
ALTER TABLE article ADD COLUMN section VARCHAR;
ALTER TABLE article ADD COLUMN language VARCHAR;
ALTER TABLE article ADD COLUMN unread_language VARCHAR;
ALTER TABLE article ADD COLUMN modified VARCHAR;
ALTER TABLE article ADD COLUMN told JSON DEFAULT '[]' NOT NULL;
ALTER TABLE run ADD COLUMN unread JSON DEFAULT '[]' NOT NULL;
ALTER TABLE proposition ADD COLUMN decided JSON DEFAULT '[]' NOT NULL;
ALTER TABLE proposition ADD COLUMN spread INTEGER DEFAULT '0' NOT NULL;
DROP INDEX ix_proposition_order;
CREATE INDEX ix_proposition_order ON proposition (rank, spread, first_published, id);
CREATE INDEX ix_proposition_attention ON proposition (spread, rank, first_published, id);
ALTER TABLE article ADD COLUMN edition_changes JSON;
ALTER TABLE claim ADD COLUMN anonymity VARCHAR;
ALTER TABLE article ADD COLUMN retrieval JSON;
CREATE TABLE watch (
	name VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	added TIMESTAMP WITHOUT TIME ZONE NOT NULL,
	PRIMARY KEY (name, address)
);
CREATE TABLE visit (
	address VARCHAR NOT NULL,
	etag TEXT,
	modified TEXT,
	mark VARCHAR NOT NULL,
	at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
	held_until TIMESTAMP WITHOUT TIME ZONE,
	PRIMARY KEY (address)
);
CREATE TABLE readmark (
	reader VARCHAR NOT NULL,
	query VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	claim_id VARCHAR NOT NULL,
	at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
	PRIMARY KEY (reader, query)
);
CREATE TABLE tombstone (
	digest VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	PRIMARY KEY (digest)
);
CREATE TABLE secret (
	name VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	PRIMARY KEY (name)
);
CREATE TABLE writtenfile (
	path TEXT NOT NULL,
	command VARCHAR NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	PRIMARY KEY (path)
);
CREATE INDEX ix_tombstone_kind ON tombstone (kind);
ALTER TABLE decision ADD COLUMN salt VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE decision ADD COLUMN seal VARCHAR;
ALTER TABLE claim ADD COLUMN saying VARCHAR DEFAULT 'statement' NOT NULL;
CREATE INDEX ix_claim_saying ON claim (saying, vanished);
CREATE UNIQUE INDEX ix_article_current_edition ON article (edition_of) WHERE current;
ALTER TABLE claim ALTER COLUMN number TYPE BIGINT;
ALTER SEQUENCE claim_number_seq AS BIGINT;
ALTER TABLE readmark ALTER COLUMN number TYPE BIGINT;
ALTER TABLE claim ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(lower(translate(regexp_replace(left(quote, 100000), '[̀-ͯ]+', '', 'g'), 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǦǧǨǩǪǫǬǭǰǴǵǸǹǺǻȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȞȟȦȧȨȩȪȫȬȭȮȯȰȱȲȳ', 'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzOoUuAaIiOoUuUuUuUuUuAaAaGgKkOoOojGgNnAaAaAaEeEeIiIiOoOoRrRrUuUuSsTtHhAaEeOoOoOoOoYy')), '[^[:alnum:]]+', ' ', 'g'))) STORED;
CREATE INDEX ix_claim_words ON claim USING gin (words);
ALTER TABLE claim ADD COLUMN mention_words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(lower(translate(regexp_replace(left(mention, 100000), '[̀-ͯ]+', '', 'g'), 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǦǧǨǩǪǫǬǭǰǴǵǸǹǺǻȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȞȟȦȧȨȩȪȫȬȭȮȯȰȱȲȳ', 'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzOoUuAaIiOoUuUuUuUuUuAaAaGgKkOoOojGgNnAaAaAaEeEeIiIiOoOoRrRrUuUuSsTtHhAaEeOoOoOoOoYy')), '[^[:alnum:]]+', ' ', 'g'))) STORED;
CREATE INDEX ix_claim_mention_words ON claim USING gin (mention_words);
CREATE TABLE articlecount (
	article_id VARCHAR NOT NULL,
	outlet_id VARCHAR,
	published_key VARCHAR NOT NULL,
	counts JSON NOT NULL,
	PRIMARY KEY (article_id)
);
CREATE TABLE speakercount (
	speaker_id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	claims INTEGER NOT NULL,
	articles INTEGER NOT NULL,
	outlets INTEGER NOT NULL,
	first VARCHAR,
	last VARCHAR,
	PRIMARY KEY (speaker_id)
);
CREATE INDEX ix_speakercount_order ON speakercount (claims DESC, name, speaker_id);
CREATE TABLE speakeroutlet (
	speaker_id VARCHAR NOT NULL,
	outlet_id VARCHAR NOT NULL,
	articles INTEGER NOT NULL,
	PRIMARY KEY (speaker_id, outlet_id)
);
CREATE TABLE facetcount (
	word VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	claims INTEGER NOT NULL,
	PRIMARY KEY (word, value)
);
CREATE TABLE speakerword (
	word VARCHAR COLLATE "C" NOT NULL,
	speaker_id VARCHAR NOT NULL,
	PRIMARY KEY (word, speaker_id)
);
CREATE INDEX ix_speakerword_speaker_id ON speakerword (speaker_id);
CREATE TABLE jointmember (
	key VARCHAR NOT NULL,
	number BIGINT NOT NULL,
	article_id VARCHAR NOT NULL,
	PRIMARY KEY (key, number)
);
CREATE INDEX ix_jointmember_article_id ON jointmember (article_id);
DROP INDEX ix_claim_article_id;
DROP INDEX ix_claim_text_order;
DROP INDEX ix_claim_speaker_id;
DROP INDEX ix_article_published_key;
DROP TABLE articlecount;
CREATE TABLE articlecount (
	article_id VARCHAR NOT NULL,
	outlet_id VARCHAR,
	published_key VARCHAR NOT NULL,
	counts JSON NOT NULL,
	PRIMARY KEY (article_id)
);
CREATE TABLE daycount (
	word VARCHAR NOT NULL,
	day VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	claims INTEGER NOT NULL,
	PRIMARY KEY (word, day, value)
);
CREATE INDEX ix_facetcount_order ON facetcount (word, claims DESC, value);
CREATE TABLE claimvalue (
	number BIGINT NOT NULL,
	speaker BIGINT,
	outlet BIGINT,
	stance VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	saying VARCHAR NOT NULL,
	labels VARCHAR NOT NULL,
	PRIMARY KEY (number)
);
DROP TABLE claimvalue;
CREATE TABLE claimvalue (
	number BIGINT NOT NULL,
	speaker BIGINT,
	outlet BIGINT,
	day VARCHAR NOT NULL,
	stance VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	saying VARCHAR NOT NULL,
	labels VARCHAR NOT NULL,
	words TEXT,
	PRIMARY KEY (number)
);
CREATE INDEX ix_claimvalue_words ON claimvalue USING gin (array_to_tsvector(string_to_array(words, ' ')));
CREATE INDEX ix_speaker_number ON speaker ((('x' || left(id, 15))::bit(60)::bigint));
CREATE TABLE valuecode (
	word VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	code INTEGER NOT NULL,
	PRIMARY KEY (word, value)
);
CREATE TABLE claimblock (
	block BIGINT NOT NULL,
	stances BYTEA NOT NULL,
	kinds BYTEA NOT NULL,
	sayings BYTEA NOT NULL,
	labels BYTEA NOT NULL,
	days BYTEA NOT NULL,
	outlets BYTEA NOT NULL,
	speakers BYTEA NOT NULL,
	PRIMARY KEY (block)
);
ALTER TABLE claimblock ALTER COLUMN stances SET STORAGE PLAIN, ALTER COLUMN kinds SET STORAGE PLAIN, ALTER COLUMN sayings SET STORAGE PLAIN, ALTER COLUMN labels SET STORAGE PLAIN, ALTER COLUMN days SET STORAGE PLAIN, ALTER COLUMN outlets SET STORAGE PLAIN, ALTER COLUMN speakers SET STORAGE PLAIN;
INSERT INTO alembic_version VALUES ('0033');
INSERT INTO meta VALUES ('identity', 0);
INSERT INTO meta VALUES ('rules', 0);
