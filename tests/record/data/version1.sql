PRAGMA application_id = 1097487188;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'ajs_trainer','0001_runs','');
CREATE TABLE content (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO "events" VALUES('1d5bf130aecbfbcb84df25b7b5061a71',0,'chosen','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','kaffet','fraga','during','direct','actor','["fraga", "vantar"]','[]',0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES('1d5bf130aecbfbcb84df25b7b5061a71',1,'chosen','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','tystnad','ga','after','delay',NULL,'["igen", "ga", "stotta"]','[]',1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES('1d5bf130aecbfbcb84df25b7b5061a71',2,'rated',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'after',4);
INSERT INTO "events" VALUES('1d5bf130aecbfbcb84df25b7b5061a71',3,'recognised',NULL,'kaffet',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bara',1,NULL,NULL);
INSERT INTO "events" VALUES('2ec6b02518002241ce635a976cbe0024',0,'chosen','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','kaffet','vantar','before','wait',NULL,'["fraga", "vantar"]','[]',0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE participants (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  code TEXT NOT NULL UNIQUE,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "participants" VALUES('35ce668435e5b9158aaea4fbaed27523','röd räv','8f1b088ba2ff5f1a797eac862b160f2211a702c49355c36bcf34c309312e5127');
INSERT INTO "participants" VALUES('b00ba7d0e6bec26f4ed8b0e3f743beed','blå älg','050991e07186140f9feceea122ed30ad370b4c6e988dd3c0e6d97273a8d3ed67');
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
INSERT INTO "runs" VALUES('1d5bf130aecbfbcb84df25b7b5061a71','b00ba7d0e6bec26f4ed8b0e3f743beed',1,'provet','Provet','sv','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','2026-03-01',1,4,2,'88454373d95510eccbeefc34cfa50c1ec6718bfad85fcb88c5ea9ed6edf8ff9d','448e71ff3c8681431e382a7df69dc45bb3958fea3fe34ee89e96f9a86f7356a6');
INSERT INTO "runs" VALUES('2ec6b02518002241ce635a976cbe0024','35ce668435e5b9158aaea4fbaed27523',1,'provet','Provet','sv','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','bd9582b89e0bbb233c38fd8ec4ff0ffd0584343a64af6ddde11d0b61f7990c82','2026-03-01',0,1,1,'4209fd42a5b4868c5ec66bd0c7caa3c2dc399f70de7713eaddb4d4bfbb8039f9','2a7a1b3d7e0be47bbf8e0c2f55cff0a5cef0a061201e804a0e549fbbed6589eb');
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
COMMIT;
