PRAGMA application_id = 1097487188;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'ajs_trainer','0001_runs','');
INSERT INTO "_sqlite_migrations" VALUES(2,'ajs_trainer','0002_sessions','');
CREATE TABLE ballots (
  session TEXT NOT NULL,
  card TEXT NOT NULL,
  question TEXT NOT NULL CHECK (question GLOB '[0-9]*/?*'),
  round TEXT NOT NULL CHECK (round IN ('first', 'second')),
  scenario TEXT NOT NULL,
  choice TEXT NOT NULL,
  when_ TEXT NOT NULL,
  strategy TEXT NOT NULL,
  toward TEXT,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, card, question, round),
  FOREIGN KEY (session, card) REFERENCES cards (session, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "ballots" VALUES('76d0b6c369909859ae1085ba2c1f4721','118644228870e1371ddd683c279237c6','1/kaffet','first','provet','vanta','during','wait',NULL,'d84399e9a0f85dd1c06483d4d2aa441b00f922e6bc660f8350e9076d826ac22d');
INSERT INTO "ballots" VALUES('76d0b6c369909859ae1085ba2c1f4721','331ee2944e24a7ff30c8ddf9f841b900','1/kaffet','first','provet','fraga','during','direct',NULL,'3d28f8f0d0c12774730cf30c95df54654ce806bed757a9a062ceb41e33983347');
INSERT INTO "ballots" VALUES('76d0b6c369909859ae1085ba2c1f4721','f34cdbd406ad82d499831507d074114f','1/kaffet','first','provet','fraga','during','direct',NULL,'98679ad95f21421f0e61f8b38a4c804f1cc503fddc08fd76dfd2ee3342dd59f9');
INSERT INTO "ballots" VALUES('895c361bda21525595885777fe727bf1','013a8026ed5612864bca66edf56a9fb9','1/kaffet','first','provet','vanta','during','wait',NULL,'b521b800c3971ec5bc839a8559e1cc78d18f78f1de455e4a275c8bad00a92be4');
INSERT INTO "ballots" VALUES('895c361bda21525595885777fe727bf1','212a45a889794434329f38b0cd742c88','1/kaffet','first','provet','fraga','during','direct',NULL,'cada6662a7b61ae8ad5beac4600b032ba9f1cfef424dd0c2d66b071723375989');
CREATE TABLE cards (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) = 32),
  word TEXT,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "cards" VALUES('76d0b6c369909859ae1085ba2c1f4721','118644228870e1371ddd683c279237c6','VETEAX','5a13b30fa58a1f68677cc66a3bb671079a4b2da9ec73a53499b305f78c4f0373');
INSERT INTO "cards" VALUES('76d0b6c369909859ae1085ba2c1f4721','331ee2944e24a7ff30c8ddf9f841b900','GRÄSLÖK','d829129f7651f5df285003411b7f4088a1f3560316de9f9d38e248fc4155c3b1');
INSERT INTO "cards" VALUES('76d0b6c369909859ae1085ba2c1f4721','f34cdbd406ad82d499831507d074114f','TRIFT','a6ad1186df1dcc88daf75c3e128a5e1714470b696d5966a3e44f07c22e97f416');
INSERT INTO "cards" VALUES('895c361bda21525595885777fe727bf1','013a8026ed5612864bca66edf56a9fb9',NULL,'0bce74b61b6b49343af0855a41b0fbb25a8c9fe3d77c349a0104d9dfbfca4909');
INSERT INTO "cards" VALUES('895c361bda21525595885777fe727bf1','212a45a889794434329f38b0cd742c88',NULL,'ae0fa5562d2e54dfe6f6df39b7c06439d50c5b0109deaa81e24bdd26ad14884a');
CREATE TABLE content (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "content" VALUES('49a3a76734dd686cd8cb74e8abac80d29a806156892e100dc712dc1ae1bb6fff','{"format":1,"kind":"plan","id":"plan","language":"sv","title":"Plan","summary":"En träff.","steps":[{"kind":"welcome","minutes":5},{"kind":"scenario","minutes":5},{"kind":"commitment","minutes":5},{"kind":"close","minutes":5}]}');
INSERT INTO "content" VALUES('61d5f33043e43c51abff8ebf09e55eb009422afe53936690258524fe3cd9b74e','{"format":1,"kind":"scenario","id":"provet","language":"sv","title":"Provet","summary":"Någon säger något.","setting":"prison","relation":"colleague-colleague","grounds":["sex"],"severity":"banter","minutes":10,"start":"kaffet","scenes":{"kaffet":{"text":[{"text":"Micke skämtar."}],"thoughts":[{"id":"t","text":"Det var ett skämt.","pull":"wait"}],"choices":[{"id":"fraga","text":"fraga","when":"during","strategy":"direct","goto":"bilen"},{"id":"vanta","text":"vanta","when":"during","strategy":"wait","goto":"bilen"}]},"bilen":{"text":[{"text":"Ni kör."}],"choices":[{"id":"tala","text":"tala","when":"during","strategy":"direct","goto":"hemma","sets":["sagt"]},{"id":"tiga","text":"tiga","when":"during","strategy":"direct","goto":"borta"}]},"hemma":{"ending":{"title":"Hemma","text":[{"text":"Det är över."}]}},"borta":{"ending":{"title":"Borta","text":[{"text":"Det är över."}]}}}}');
INSERT INTO "content" VALUES('bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','{"format":1,"kind":"scenario","id":"provet","language":"sv","title":"Provet","summary":"Någon säger något.","setting":"prison","relation":"colleague-colleague","grounds":["sex"],"severity":"banter","minutes":10,"start":"kaffet","scenes":{"kaffet":{"text":[{"text":"Micke skämtar."}],"thoughts":[{"id":"bara","text":"Bara ett skämt.","pull":"wait"}],"choices":[{"id":"fraga","text":"fraga","when":"during","strategy":"direct","toward":"actor","goto":"tystnad","sets":["sade-ifran"]},{"id":"vantar","text":"vantar","when":"before","strategy":"wait","goto":"tystnad"}]},"tystnad":{"text":[{"text":"Det blir tyst."}],"choices":[{"id":"igen","text":"igen","when":"during","strategy":"direct","goto":"kaffet"},{"id":"ga","text":"ga","when":"after","strategy":"delay","goto":"slut","locked":"Inte än."},{"id":"stotta","text":"stotta","when":"during","strategy":"direct","goto":"slut","needs":["sade-ifran"],"locked":"Först måste du fråga."}]},"slut":{"ending":{"title":"Slut","text":[{"text":"Det är över."}]}}}}');
CREATE TABLE events (
  run TEXT NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('chosen', 'returned', 'recognised', 'rated', 'adopted')),
  content TEXT REFERENCES content (hash),
  scene TEXT,
  choice TEXT,
  when_ TEXT,
  strategy TEXT,
  toward TEXT,
  offered TEXT,
  locked TEXT,
  place INTEGER CHECK (place >= 0),
  kept INTEGER CHECK (kept >= 0),
  thought TEXT,
  marked INTEGER CHECK (marked IN (0, 1)),
  moment TEXT CHECK (moment IN ('before', 'after')),
  value INTEGER CHECK (value BETWEEN 1 AND 5),
  PRIMARY KEY (run, step),
  CHECK (kind <> 'chosen' OR (
    content IS NOT NULL AND scene IS NOT NULL AND choice IS NOT NULL AND when_ IS NOT NULL
    AND strategy IS NOT NULL AND offered IS NOT NULL AND locked IS NOT NULL
    AND place IS NOT NULL)),
  CHECK (kind <> 'returned' OR kept IS NOT NULL),
  CHECK (kind <> 'recognised' OR (
    scene IS NOT NULL AND thought IS NOT NULL AND marked IS NOT NULL)),
  CHECK (kind <> 'rated' OR (moment IS NOT NULL AND value IS NOT NULL)),
  CHECK (kind <> 'adopted' OR content IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "events" VALUES('3a454bd781b4e211e4a08d0c14c9a472',0,'chosen','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','kaffet','vantar','before','wait',NULL,'["fraga", "vantar"]','[]',0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES('60ee7804b1aeaeffde66c67f015ab4d0',0,'chosen','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','kaffet','fraga','during','direct','actor','["fraga", "vantar"]','[]',0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE participants (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  code TEXT NOT NULL UNIQUE,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "participants" VALUES('76533ff1508f23aa35009e68106b9439','röd räv','a5def05688c81701d5666ef7584285c3317b3278d1767aeb3f08b4784047d2ad');
INSERT INTO "participants" VALUES('fa72c6ec6ce2cebbb044d8f71a0db834','blå älg','2e84f1085b6ed00a008575d7e3d26dfced1c16ce31b87248a2c5732b07b96aa3');
CREATE TABLE publications (
  session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
  text TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT, WITHOUT ROWID;
INSERT INTO "publications" VALUES('895c361bda21525595885777fe727bf1','{"format":1,"title":"Träffen – så här blev det"}','862bced6b9a6b3bf0c0210ad8a80001633bb1a79158fdba3b7964b78dcb2153c');
CREATE TABLE recognised (
  session TEXT NOT NULL,
  card TEXT NOT NULL,
  question TEXT NOT NULL CHECK (question GLOB '[0-9]*/?*'),
  thought TEXT NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, card, question, thought),
  FOREIGN KEY (session, card) REFERENCES cards (session, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "recognised" VALUES('76d0b6c369909859ae1085ba2c1f4721','118644228870e1371ddd683c279237c6','1/kaffet','t','830627d64ba8c124b582a9a8b5ffcded4b593817e15a9f141d0b86f787561081');
INSERT INTO "recognised" VALUES('76d0b6c369909859ae1085ba2c1f4721','331ee2944e24a7ff30c8ddf9f841b900','1/kaffet','t','7b0d86d4aa082e73d4331af88cd01fab0fa2a73a91120228ad144a215fcc7ba7');
INSERT INTO "recognised" VALUES('76d0b6c369909859ae1085ba2c1f4721','f34cdbd406ad82d499831507d074114f','1/kaffet','t','582333ccb8d9153eb51087ecd7a9f8d49e6c4427840e84641fa84964cb765579');
INSERT INTO "recognised" VALUES('895c361bda21525595885777fe727bf1','013a8026ed5612864bca66edf56a9fb9','1/kaffet','t','ff934edf0c07359293bfd6cc18de1f3ad5d933f26210cb628e24a1ff7a51d489');
INSERT INTO "recognised" VALUES('895c361bda21525595885777fe727bf1','212a45a889794434329f38b0cd742c88','1/kaffet','t','463967ef99c727e40c0ce6a92d650da2e2a7cc38e502e2cc511c4b52a1ae3bb9');
CREATE TABLE runs (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  participant TEXT NOT NULL REFERENCES participants (key),
  number INTEGER NOT NULL CHECK (number >= 1),
  scenario TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  first TEXT NOT NULL REFERENCES content (hash),
  content TEXT NOT NULL REFERENCES content (hash),
  begun TEXT NOT NULL CHECK (begun GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  steps INTEGER NOT NULL CHECK (steps >= 0),
  choices INTEGER NOT NULL CHECK (choices >= 0),
  chain TEXT NOT NULL,
  seal TEXT NOT NULL,
  UNIQUE (participant, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "runs" VALUES('3a454bd781b4e211e4a08d0c14c9a472','fa72c6ec6ce2cebbb044d8f71a0db834',1,'provet','Provet','sv','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','2026-03-01',0,1,1,'f3a71c52da9d27b314c9e673635fe9d952ce25d77b87ab2f722a152daa81f3cd','1a53d4c54c4ba7d634622cc6c402e37b4db3507ce393c50c5a40939271ee8b04');
INSERT INTO "runs" VALUES('60ee7804b1aeaeffde66c67f015ab4d0','76533ff1508f23aa35009e68106b9439',1,'provet','Provet','sv','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','2026-03-01',0,1,1,'1b3367af525b8d4c1ef8f88f68a7eded55b0166e37dfbd01dd8960b50c86e7ae','2a3aa79af8b71bd9981d8f5f4807ccf87d9e4e39c311b467fe42fd6ef60cbaf8');
CREATE TABLE session_events (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step >= 0),
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (session, step)
) STRICT, WITHOUT ROWID;
INSERT INTO "session_events" VALUES('76d0b6c369909859ae1085ba2c1f4721',0,'advanced','{}');
INSERT INTO "session_events" VALUES('76d0b6c369909859ae1085ba2c1f4721',1,'advanced','{}');
INSERT INTO "session_events" VALUES('76d0b6c369909859ae1085ba2c1f4721',2,'attended','{"men": 3, "other": 0, "present": 8, "unstated": 1, "women": 4}');
INSERT INTO "session_events" VALUES('76d0b6c369909859ae1085ba2c1f4721',3,'advanced','{}');
INSERT INTO "session_events" VALUES('76d0b6c369909859ae1085ba2c1f4721',4,'advanced','{}');
INSERT INTO "session_events" VALUES('76d0b6c369909859ae1085ba2c1f4721',5,'advanced','{}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',0,'advanced','{}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',1,'advanced','{}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',2,'attended','{"men": 3, "other": 0, "present": 8, "unstated": 1, "women": 4}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',3,'advanced','{}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',4,'advanced','{}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',5,'advanced','{}');
INSERT INTO "session_events" VALUES('895c361bda21525595885777fe727bf1',6,'closed','{}');
CREATE TABLE session_texts (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  scenario TEXT NOT NULL,
  content TEXT NOT NULL REFERENCES content (hash),
  seal TEXT NOT NULL,
  PRIMARY KEY (session, scenario)
) STRICT, WITHOUT ROWID;
INSERT INTO "session_texts" VALUES('76d0b6c369909859ae1085ba2c1f4721','provet','61d5f33043e43c51abff8ebf09e55eb009422afe53936690258524fe3cd9b74e','77b194b2e7714816e2377536a6aad9e8518fd3857aca2297f82bf2b2cfdfdf0c');
INSERT INTO "session_texts" VALUES('895c361bda21525595885777fe727bf1','provet','61d5f33043e43c51abff8ebf09e55eb009422afe53936690258524fe3cd9b74e','982f49780d414b3557a8d9636394caa80868f817c1dfa4b7a2b95dc1e74c3a7a');
CREATE TABLE sessions (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  title TEXT NOT NULL,
  plan TEXT NOT NULL,
  plan_content TEXT NOT NULL REFERENCES content (hash),
  scenario TEXT NOT NULL,
  collecting TEXT NOT NULL,
  group_size INTEGER NOT NULL CHECK (group_size >= 0),
  keep TEXT NOT NULL CHECK (keep IN ('days', 'closing')),
  keep_until TEXT NOT NULL CHECK (keep_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  forgotten INTEGER NOT NULL CHECK (forgotten IN (0, 1)),
  traces INTEGER NOT NULL CHECK (traces IN (0, 1)),
  steps INTEGER NOT NULL CHECK (steps >= 0),
  chain TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "sessions" VALUES('76d0b6c369909859ae1085ba2c1f4721','2026-03-01',2,'APT i mars','plan','49a3a76734dd686cd8cb74e8abac80d29a806156892e100dc712dc1ae1bb6fff','provet','pass-round',0,'days','2026-03-31',0,0,0,6,'be949aa000c8588eded1a87519d2d7fb4bcac4380474a641a127e7be541f800e','23e9cebf8e3242086c4ca2ae6d9842c7e311f38be22b2a61fc56d769d6162ab5');
INSERT INTO "sessions" VALUES('895c361bda21525595885777fe727bf1','2026-03-01',1,'APT i mars','plan','49a3a76734dd686cd8cb74e8abac80d29a806156892e100dc712dc1ae1bb6fff','provet','pass-round',0,'days','2026-03-31',1,0,0,7,'b72fc25a025a062b8c5def765ab3ff623cb506a7bf4e65fe2bc34f2638005e9a','b56342ea5f27d7fe75c06ea882b619291b883805f6214cb6fc274100785a7a64');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE VIEW choices_flat AS
SELECT
  events.run, runs.participant, runs.scenario, events.content, events.step, events.scene,
  events.choice, events.when_, events.strategy, events.toward, runs.begun AS date,
  EXISTS (
    SELECT 1 FROM events AS later
    WHERE later.run = events.run AND later.step > events.step
      AND later.kind = 'returned' AND later.kept <= events.place
  ) AS withdrawn
FROM events JOIN runs ON runs.key = events.run
WHERE events.kind = 'chosen';
CREATE VIEW answers_flat AS
SELECT
  ballots.session, sessions.date, ballots.card, ballots.scenario,
  CAST(substr(ballots.question, 1, instr(ballots.question, '/') - 1) AS INTEGER) AS step,
  substr(ballots.question, instr(ballots.question, '/') + 1) AS scene,
  ballots.round, ballots.choice, ballots.when_, ballots.strategy, ballots.toward
FROM ballots JOIN sessions ON sessions.key = ballots.session;
COMMIT;
