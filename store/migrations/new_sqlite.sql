-- Made by `python -m tests.new_store` from the migrations, whose tables these are.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE "conflict" (
	id INTEGER NOT NULL,
	a VARCHAR NOT NULL,
	b VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE decision (
	id INTEGER NOT NULL,
	at DATETIME NOT NULL,
	"reviewer" VARCHAR NOT NULL,
	"kind" VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	"before" TEXT,
	"after" TEXT,
	note TEXT NOT NULL, digest VARCHAR DEFAULT '' NOT NULL, salt VARCHAR DEFAULT '' NOT NULL, seal VARCHAR,
	PRIMARY KEY (id)
);
CREATE INDEX ix_decision_subject ON decision (subject);
CREATE TABLE meta (
	"key" VARCHAR NOT NULL,
	value INTEGER NOT NULL,
	PRIMARY KEY ("key")
);
CREATE TABLE outlet (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	kind VARCHAR,
	domain VARCHAR,
	owner VARCHAR, source VARCHAR,
	PRIMARY KEY (id)
);
CREATE INDEX ix_outlet_name ON outlet (name);
CREATE TABLE proposition (
	id VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	named BOOLEAN NOT NULL,
	contested BOOLEAN NOT NULL,
	"origins_min" INTEGER NOT NULL,
	"origins_max" INTEGER NOT NULL,
	"channels_min" INTEGER NOT NULL,
	"channels_max" INTEGER NOT NULL,
	conflicts_with JSON NOT NULL,
	origins JSON NOT NULL,
	reasons JSON NOT NULL, rank INTEGER DEFAULT '0' NOT NULL, first_published VARCHAR DEFAULT '' NOT NULL, decided JSON DEFAULT '[]' NOT NULL, spread INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX ix_proposition_label ON proposition (label);
CREATE TABLE run (
	id VARCHAR NOT NULL,
	command VARCHAR NOT NULL,
	started DATETIME NOT NULL,
	finished DATETIME,
	versions JSON NOT NULL,
	counts JSON NOT NULL,
	failures JSON NOT NULL, unread JSON DEFAULT '[]' NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE speaker (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	affiliation VARCHAR,
	principal VARCHAR, era VARCHAR DEFAULT '' NOT NULL, canonical_id VARCHAR DEFAULT '' NOT NULL, joined TEXT DEFAULT '' NOT NULL,
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
	fetched DATETIME NOT NULL,
	edition_of VARCHAR,
	current BOOLEAN NOT NULL,
	detector VARCHAR,
	run_id VARCHAR, section VARCHAR, language VARCHAR, unread_language VARCHAR, modified VARCHAR, told JSON DEFAULT '[]' NOT NULL, edition_changes JSON, retrieval JSON,
	PRIMARY KEY (id),
	FOREIGN KEY(edition_of) REFERENCES article (id),
	FOREIGN KEY(outlet_id) REFERENCES outlet (id),
	FOREIGN KEY(run_id) REFERENCES run (id)
);
CREATE INDEX ix_article_current ON article (current);
CREATE INDEX ix_article_doc ON article (doc);
CREATE INDEX ix_article_edition_of ON article (edition_of);
CREATE INDEX ix_article_outlet_id ON article (outlet_id);
CREATE INDEX ix_article_text_hash ON article (text_hash);
CREATE INDEX ix_article_url_key ON article (url_key);
CREATE TABLE originlink (
	id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
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
	"key" VARCHAR NOT NULL, decided BOOLEAN DEFAULT 0 NOT NULL,
	PRIMARY KEY (speaker_id, name),
	FOREIGN KEY(speaker_id) REFERENCES speaker (id)
);
CREATE TABLE claim (
	number INTEGER NOT NULL,
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
	vanished BOOLEAN NOT NULL, "effective_speaker_id" VARCHAR, "effective_speaker_reason" TEXT, venue TEXT, audience TEXT, runner_up TEXT, setting_evidence JSON DEFAULT '{}' NOT NULL, anonymity VARCHAR, saying VARCHAR DEFAULT 'statement' NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(article_id) REFERENCES article (id),
	FOREIGN KEY(speaker_id) REFERENCES speaker (id),
	UNIQUE (id)
);
CREATE TABLE copy (
	article_id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	share FLOAT NOT NULL,
	evidence TEXT NOT NULL, credit TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (article_id, "of"),
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE chainlink (
	claim_id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	"intermediary" VARCHAR NOT NULL,
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
CREATE VIRTUAL TABLE claim_search USING fts5(quote, speaker, aliases, tokenize = 'unicode61 remove_diacritics 2');
CREATE INDEX ix_speaker_canonical_id ON speaker (canonical_id);
CREATE TABLE speakerkey (
	"key" VARCHAR NOT NULL,
	speaker_id VARCHAR NOT NULL,
	PRIMARY KEY ("key", speaker_id),
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
CREATE TABLE "speakersplit" (
	article_id VARCHAR NOT NULL,
	speaker_id VARCHAR NOT NULL,
	"effective_speaker_id" VARCHAR NOT NULL,
	PRIMARY KEY (article_id, speaker_id)
);
CREATE TABLE review (
	claim_id VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	"reviewer" VARCHAR NOT NULL,
	at DATETIME NOT NULL,
	note TEXT NOT NULL,
	machine JSON NOT NULL,
	added BOOLEAN NOT NULL,
	found BOOLEAN NOT NULL, private_speaker VARCHAR,
	PRIMARY KEY (claim_id),
	FOREIGN KEY(claim_id) REFERENCES claim (id)
);
CREATE INDEX ix_review_status ON review (status);
CREATE TABLE articlereview (
	article_id VARCHAR NOT NULL,
	machine JSON NOT NULL,
	read_by VARCHAR,
	read_at DATETIME,
	PRIMARY KEY (article_id),
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX ix_claim_listing ON claim (article_id, start, number, vanished);
CREATE INDEX ix_claim_said ON claim (speaker_id, "effective_speaker_id", vanished);
CREATE INDEX ix_claim_stance ON claim (stance, vanished);
CREATE INDEX ix_claim_kind ON claim (kind, vanished);
CREATE TABLE "pendingarticle" (
	article_id VARCHAR NOT NULL, published_key VARCHAR DEFAULT '' NOT NULL,
	PRIMARY KEY (article_id)
);
CREATE TABLE indexedarticle (
	number BIGINT NOT NULL,
	id VARCHAR NOT NULL,
	keys BLOB NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE indexedclaim (
	number BIGINT NOT NULL,
	id VARCHAR NOT NULL,
	article_id VARCHAR NOT NULL,
	keys BLOB NOT NULL,
	PRIMARY KEY (number)
);
CREATE INDEX ix_indexedclaim_article_id ON indexedclaim (article_id);
CREATE TABLE articlekey (
	"key" BIGINT NOT NULL,
	number BIGINT NOT NULL,
	PRIMARY KEY ("key", number)
)
 WITHOUT ROWID;
CREATE TABLE claimkey (
	"key" BIGINT NOT NULL,
	number BIGINT NOT NULL,
	PRIMARY KEY ("key", number)
)
 WITHOUT ROWID;
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
CREATE INDEX ix_article_order ON article (published_key, id);
CREATE INDEX ix_conflict_a ON "conflict" (a);
CREATE INDEX ix_conflict_b ON "conflict" (b);
CREATE INDEX ix_copy_of ON copy ("of");
CREATE INDEX ix_decision_kind ON decision (kind);
CREATE INDEX ix_claim_effective_speaker_id ON claim (effective_speaker_id);
CREATE INDEX ix_pendingarticle_order ON pendingarticle (published_key, article_id);
CREATE INDEX ix_claim_confidence ON claim (confidence, vanished);
CREATE INDEX ix_proposition_order ON proposition (rank, spread, first_published, id);
CREATE INDEX ix_proposition_attention ON proposition (spread, rank, first_published, id);
CREATE TABLE watch (
	name VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	added DATETIME NOT NULL,
	PRIMARY KEY (name, address)
);
CREATE TABLE visit (
	address VARCHAR NOT NULL,
	etag TEXT,
	modified TEXT,
	mark VARCHAR NOT NULL,
	at DATETIME NOT NULL,
	held_until DATETIME,
	PRIMARY KEY (address)
);
CREATE TABLE readmark (
	reader VARCHAR NOT NULL,
	"query" VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	claim_id VARCHAR NOT NULL,
	at DATETIME NOT NULL,
	PRIMARY KEY (reader, "query")
);
CREATE TABLE tombstone (
	digest VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	at DATETIME NOT NULL,
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
	at DATETIME NOT NULL,
	PRIMARY KEY (path)
);
CREATE INDEX ix_tombstone_kind ON tombstone (kind);
CREATE INDEX ix_claim_saying ON claim (saying, vanished);
CREATE UNIQUE INDEX ix_article_current_edition ON article (edition_of) WHERE current = 1;
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
)
 WITHOUT ROWID;
CREATE TABLE facetcount (
	word VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	claims INTEGER NOT NULL,
	PRIMARY KEY (word, value)
);
CREATE TABLE speakerword (
	word VARCHAR NOT NULL,
	speaker_id VARCHAR NOT NULL,
	PRIMARY KEY (word, speaker_id)
)
 WITHOUT ROWID;
CREATE INDEX ix_speakerword_speaker_id ON speakerword (speaker_id);
CREATE TABLE jointmember (
	"key" VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	article_id VARCHAR NOT NULL,
	PRIMARY KEY ("key", number)
);
CREATE INDEX ix_jointmember_article_id ON jointmember (article_id);
CREATE TABLE articlecount (
	article_id VARCHAR NOT NULL,
	outlet_id VARCHAR,
	published_key VARCHAR NOT NULL,
	counts JSON NOT NULL,
	PRIMARY KEY (article_id)
)
 WITHOUT ROWID;
CREATE TABLE daycount (
	word VARCHAR NOT NULL,
	day VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	claims INTEGER NOT NULL,
	PRIMARY KEY (word, day, value)
)
 WITHOUT ROWID;
CREATE INDEX ix_facetcount_order ON facetcount (word, claims DESC, value);
CREATE TABLE claimvalue (
	number INTEGER NOT NULL,
	speaker INTEGER,
	outlet INTEGER,
	day VARCHAR NOT NULL,
	stance VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	saying VARCHAR NOT NULL,
	labels VARCHAR NOT NULL,
	words TEXT,
	PRIMARY KEY (number)
);
CREATE TABLE valuecode (
	word VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	code INTEGER NOT NULL,
	PRIMARY KEY (word, value)
);
CREATE TABLE claimblock (
	block INTEGER NOT NULL,
	stances BLOB NOT NULL,
	kinds BLOB NOT NULL,
	sayings BLOB NOT NULL,
	labels BLOB NOT NULL,
	days BLOB NOT NULL,
	outlets BLOB NOT NULL,
	speakers BLOB NOT NULL,
	PRIMARY KEY (block)
);
INSERT INTO alembic_version VALUES ('0033');
INSERT INTO meta VALUES ('identity', 0);
INSERT INTO meta VALUES ('rules', 0);
