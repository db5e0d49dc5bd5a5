CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE annual_plan(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  programme_id TEXT,
  year INTEGER,
  communities INTEGER,
  buildings INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
, flats INTEGER, households INTEGER, floor_area_m2 INTEGER, declare_by TEXT, document_number TEXT);

CREATE TABLE answer(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  visit_id TEXT,
  place_id TEXT,
  item_id TEXT,
  pack TEXT,
  result TEXT,
  variant TEXT,
  choice TEXT,
  design_value TEXT,
  due_points INTEGER,
  note TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE appraisal(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  party_id TEXT,
  text TEXT,
  said_on TEXT,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE attendance(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  meeting_id TEXT,
  party_id TEXT,
  presence TEXT,
  representative TEXT,
  resident TEXT,
  post TEXT,
  letter_sha256 TEXT,
  letter_name TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE care_answer(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  visit_id TEXT,
  point TEXT,
  state TEXT,
  note TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE checklist_pack(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  pack_id TEXT,
  version TEXT,
  hash TEXT,
  title_zh TEXT,
  title_en TEXT,
  region TEXT,
  checked_on TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE defect(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  visit_id TEXT,
  place_id TEXT,
  item_id TEXT,
  pack TEXT,
  answer_id TEXT,
  text TEXT,
  severity TEXT,
  party_id TEXT,
  due_on TEXT,
  measured TEXT,
  demand TEXT,
  state TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE defect_event(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  defect_id TEXT,
  step TEXT,
  at_ms INTEGER,
  by_id TEXT,
  round INTEGER,
  reason TEXT,
  due_on TEXT,
  party_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, done_on TEXT, done_by TEXT, reply_id TEXT);

CREATE TABLE device(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  code TEXT,
  name TEXT,
  key TEXT,
  replica TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE disclosure(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  visit_id TEXT,
  issued_on TEXT,
  reason TEXT,
  note TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE disclosure_row(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  disclosure_id TEXT,
  defect_id TEXT,
  position INTEGER,
  told TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE document(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  kind TEXT,
  title TEXT,
  number TEXT,
  issued_on TEXT,
  issuer TEXT,
  opinion TEXT,
  sha256 TEXT,
  size INTEGER,
  name TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE erasure(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  row_id TEXT,
  column_name TEXT,
  reason TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE filing(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  works_code TEXT,
  region_code TEXT,
  owner_code TEXT,
  filing_number TEXT,
  filed_on TEXT,
  latitude TEXT,
  longitude TEXT,
  archive_opinion TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE final_account(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  estimate_yuan TEXT,
  contract_yuan TEXT,
  settled_yuan TEXT,
  final_yuan TEXT,
  fiscal_yuan TEXT,
  residents_yuan TEXT,
  social_yuan TEXT,
  explanation TEXT,
  due_on TEXT,
  approved_on TEXT,
  approved_by TEXT,
  approval_paper TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE gate_record(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  kind TEXT,
  target TEXT,
  said_on TEXT,
  authority TEXT,
  paper TEXT,
  reason TEXT,
  holds INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE handover_row(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  kind TEXT,
  item TEXT,
  quantity TEXT,
  receiver TEXT,
  handed_on TEXT,
  paper TEXT,
  note TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE management(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  mode TEXT,
  body TEXT,
  agreement TEXT,
  signed_on TEXT,
  until_on TEXT,
  fund_on TEXT,
  rules_on TEXT,
  note TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE mandate(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  kind TEXT,
  subject TEXT,
  role TEXT,
  name TEXT,
  unit TEXT,
  code TEXT,
  seal_key TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE mandate_end(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  mandate_id TEXT,
  accepts TEXT,
  reason TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE meeting(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  round INTEGER,
  held_on TEXT,
  venue TEXT,
  chair TEXT,
  rules TEXT,
  verdict TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, agenda TEXT);

CREATE TABLE meeting_group(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  meeting_id TEXT,
  kind TEXT,
  name TEXT,
  scope TEXT,
  items TEXT,
  members TEXT,
  said TEXT,
  missing TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE notice(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  party_id TEXT,
  issued_on TEXT,
  due_on TEXT,
  recheck_mode TEXT,
  demand TEXT,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, term INTEGER, withdrawn TEXT);

CREATE TABLE notice_row(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  notice_id TEXT,
  defect_id TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE objection(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  publicity_id TEXT,
  text TEXT,
  raised_on TEXT,
  answer TEXT,
  answered_on TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE opinion(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  meeting_id TEXT,
  party_id TEXT,
  said TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, letter_sha256 TEXT, letter_name TEXT);

CREATE TABLE opinion_condition(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  meeting_id TEXT,
  party_id TEXT,
  defect_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE party(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  role TEXT,
  unit TEXT,
  representative TEXT,
  phone TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
, resident TEXT, dismissed TEXT);

CREATE TABLE person(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  name TEXT,
  unit TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE photo(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  sha256 TEXT,
  size INTEGER,
  mime TEXT,
  name TEXT,
  width INTEGER,
  height INTEGER,
  orientation INTEGER,
  position TEXT,
  position_reason TEXT,
  altitude_m TEXT,
  direction TEXT,
  taken TEXT,
  make TEXT,
  model TEXT,
  software TEXT,
  processing_method TEXT,
  notes TEXT,
  visit_id TEXT,
  place_id TEXT,
  photographer TEXT,
  caption TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, people TEXT, background TEXT, taken_said TEXT, group_title TEXT);

CREATE TABLE photo_link(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  photo_id TEXT,
  target TEXT,
  target_id TEXT,
  role TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
, event_id TEXT);

CREATE TABLE photo_mask(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  photo_id TEXT,
  kind TEXT,
  box TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE photo_review(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  photo_id TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE place(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  parent_id TEXT,
  kind TEXT,
  code TEXT,
  name TEXT,
  position INTEGER,
  built_year INTEGER,
  storeys INTEGER,
  units INTEGER,
  households INTEGER,
  floor_area_m2 TEXT,
  height_m TEXT,
  structure TEXT,
  has_lift INTEGER,
  address TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE private_value(
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  digest TEXT NOT NULL,
  salt BLOB NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (row, col, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  name TEXT,
  district TEXT,
  first_year INTEGER,
  last_year INTEGER,
  communities INTEGER,
  buildings INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
, flats INTEGER, households INTEGER, floor_area_m2 INTEGER, cutoff_year INTEGER);

CREATE TABLE project(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  code TEXT,
  name TEXT,
  programme_id TEXT,
  plan_year INTEGER,
  district TEXT,
  subdistrict TEXT,
  address TEXT,
  approval_number TEXT,
  investment_yuan TEXT,
  planned_start_on TEXT,
  planned_finish_on TEXT,
  started_on TEXT,
  finished_on TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE public_copy(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  made_at TEXT,
  name TEXT,
  sha256 TEXT,
  size INTEGER,
  files INTEGER,
  photos INTEGER,
  left_out INTEGER,
  released TEXT,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE publicity(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  title TEXT,
  start_on TEXT,
  end_on TEXT,
  place TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE reading(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  answer_id TEXT,
  position INTEGER,
  value TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE reply(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  notice_id TEXT,
  sha256 TEXT,
  size INTEGER,
  name TEXT,
  at_ms INTEGER,
  by_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE report(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  version INTEGER,
  kind TEXT,
  title TEXT,
  made_at TEXT,
  name TEXT,
  sha256 TEXT,
  snapshot TEXT,
  pages INTEGER,
  conclusion TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, parts TEXT);

CREATE TABLE resident_voice(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  meeting_id TEXT,
  home TEXT,
  level TEXT,
  comment TEXT,
  resident TEXT,
  phone TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE scheme_row(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  pack TEXT,
  item_id TEXT,
  place_id TEXT,
  duty TEXT,
  planned TEXT,
  done_quantity TEXT,
  design_value TEXT,
  variant TEXT,
  due_points INTEGER,
  note TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE sealed_bundle(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  made_at TEXT,
  name TEXT,
  sha256 TEXT,
  size INTEGER,
  files INTEGER,
  report_id TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
, gaps INTEGER, gaps_reason TEXT);

CREATE TABLE signature(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  meeting_id TEXT,
  party_id TEXT,
  kind TEXT,
  shown TEXT,
  signer TEXT,
  resident TEXT,
  post TEXT,
  signed_at TEXT,
  device TEXT,
  ink TEXT,
  scan_sha256 TEXT,
  scan_name TEXT,
  report_id TEXT,
  withdrawn TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE sync_col(
  cid INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  col TEXT NOT NULL,
  UNIQUE (tbl, col)
) STRICT;

CREATE TABLE sync_head(
  row TEXT NOT NULL,
  cid INTEGER NOT NULL,
  opid INTEGER NOT NULL,
  val TEXT,
  PRIMARY KEY (row, cid, opid)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_import(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  package TEXT NOT NULL,
  name TEXT NOT NULL,
  sender BLOB NOT NULL,
  receipt TEXT NOT NULL,
  backup TEXT NOT NULL
) STRICT;

CREATE TABLE sync_multi(
  row TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_op(
  opid INTEGER PRIMARY KEY,
  row TEXT NOT NULL,
  cid INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  at INTEGER NOT NULL,
  prev INTEGER,
  val TEXT
) STRICT;

CREATE TABLE sync_open(
  project_id TEXT PRIMARY KEY NOT NULL,
  seg INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_parent(
  opid INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  PRIMARY KEY (opid, parent)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_peer(
  peer BLOB PRIMARY KEY NOT NULL,
  device_key BLOB NOT NULL,
  name TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  skew_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_peer_tips(
  peer BLOB NOT NULL,
  project_id TEXT NOT NULL,
  tips TEXT NOT NULL,
  set_digest TEXT NOT NULL,
  PRIMARY KEY (peer, project_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_pin(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  root BLOB NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE sync_segment(
  seg INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL,
  hash BLOB UNIQUE,
  replica BLOB NOT NULL,
  height INTEGER,
  prev BLOB,
  user_id TEXT,
  device_key BLOB,
  schema_version INTEGER,
  n INTEGER NOT NULL DEFAULT 0,
  t0 INTEGER,
  t1 INTEGER,
  sig BLOB,
  body BLOB,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2, 3)),
  recv_at INTEGER,
  via TEXT
, resolves INTEGER NOT NULL DEFAULT 1, reason TEXT) STRICT;

CREATE TABLE sync_self(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  db_uuid TEXT NOT NULL,
  replica BLOB NOT NULL,
  forked_from BLOB,
  rep16 INTEGER NOT NULL,
  user_id TEXT,
  schema_version INTEGER NOT NULL,
  applying INTEGER NOT NULL DEFAULT 0 CHECK (applying IN (0, 1))
) STRICT;

CREATE TABLE sync_stored(
  peer BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (peer, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_uncovered(
  row TEXT NOT NULL,
  opid INTEGER NOT NULL,
  PRIMARY KEY (row, opid)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  kind TEXT,
  title TEXT,
  days TEXT,
  inspectors TEXT,
  note TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE vote(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  subject TEXT,
  households TEXT,
  area_m2 TEXT,
  rule TEXT,
  first_on TEXT,
  last_on TEXT,
  method TEXT,
  note TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE warranty(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  kind TEXT,
  part TEXT,
  starts_on TEXT,
  ends_on TEXT,
  months INTEGER,
  party_id TEXT,
  paper TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE warranty_claim(
  id TEXT PRIMARY KEY NOT NULL,
  project_id TEXT NOT NULL,
  number TEXT,
  reported_on TEXT,
  text TEXT,
  place_id TEXT,
  warranty_id TEXT,
  party_id TEXT,
  repaired_on TEXT,
  repaired_by TEXT,
  repair TEXT,
  closed_on TEXT,
  closed_by TEXT,
  note TEXT,
  position INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX answer_by_project_id ON answer(project_id);

CREATE INDEX answer_by_visit_id_place_id_item_id ON answer(visit_id, place_id, item_id);

CREATE INDEX appraisal_by_project_id ON appraisal(project_id);

CREATE INDEX attendance_by_meeting_id ON attendance(meeting_id);

CREATE INDEX care_answer_by_project_id ON care_answer(project_id);

CREATE INDEX care_answer_by_visit_id ON care_answer(visit_id);

CREATE INDEX defect_by_answer_id ON defect(answer_id);

CREATE INDEX defect_by_project_id_number ON defect(project_id, number);

CREATE INDEX defect_event_by_defect_id ON defect_event(defect_id);

CREATE INDEX defect_event_by_project_id ON defect_event(project_id);

CREATE INDEX disclosure_by_project_id ON disclosure(project_id);

CREATE INDEX disclosure_by_visit_id ON disclosure(visit_id);

CREATE INDEX disclosure_row_by_defect_id ON disclosure_row(defect_id);

CREATE INDEX disclosure_row_by_disclosure_id ON disclosure_row(disclosure_id);

CREATE INDEX document_by_project_id ON document(project_id);

CREATE INDEX filing_by_project_id ON filing(project_id);

CREATE INDEX final_account_by_project_id ON final_account(project_id);

CREATE INDEX gate_record_by_project_id ON gate_record(project_id);

CREATE INDEX handover_row_by_project_id ON handover_row(project_id);

CREATE INDEX management_by_project_id ON management(project_id);

CREATE INDEX meeting_by_project_id ON meeting(project_id);

CREATE INDEX meeting_group_by_meeting_id ON meeting_group(meeting_id);

CREATE INDEX notice_by_project_id ON notice(project_id);

CREATE INDEX notice_row_by_defect_id ON notice_row(defect_id);

CREATE INDEX notice_row_by_notice_id ON notice_row(notice_id);

CREATE INDEX objection_by_project_id ON objection(project_id);

CREATE INDEX objection_by_publicity_id ON objection(publicity_id);

CREATE INDEX opinion_by_meeting_id ON opinion(meeting_id);

CREATE INDEX opinion_condition_by_meeting_id ON opinion_condition(meeting_id);

CREATE INDEX party_by_project_id ON party(project_id);

CREATE INDEX photo_by_project_id ON photo(project_id);

CREATE INDEX photo_by_sha256 ON photo(sha256);

CREATE INDEX photo_link_by_photo_id ON photo_link(photo_id);

CREATE INDEX photo_link_by_target_id ON photo_link(target_id);

CREATE INDEX photo_mask_by_photo_id ON photo_mask(photo_id);

CREATE INDEX photo_mask_by_project_id ON photo_mask(project_id);

CREATE INDEX photo_review_by_photo_id ON photo_review(photo_id);

CREATE INDEX photo_review_by_project_id ON photo_review(project_id);

CREATE INDEX place_by_project_id ON place(project_id);

CREATE INDEX public_copy_by_project_id ON public_copy(project_id);

CREATE INDEX publicity_by_project_id ON publicity(project_id);

CREATE INDEX reading_by_answer_id ON reading(answer_id);

CREATE INDEX reading_by_project_id ON reading(project_id);

CREATE INDEX reply_by_notice_id ON reply(notice_id);

CREATE INDEX reply_by_project_id ON reply(project_id);

CREATE INDEX report_by_project_id ON report(project_id);

CREATE INDEX resident_voice_by_meeting_id ON resident_voice(meeting_id);

CREATE INDEX scheme_row_by_project_id_place_id ON scheme_row(project_id, place_id);

CREATE INDEX sealed_bundle_by_project_id ON sealed_bundle(project_id);

CREATE INDEX signature_by_meeting_id ON signature(meeting_id);

CREATE INDEX sync_op_cell ON sync_op(row, cid, rank);

CREATE INDEX sync_parent_p ON sync_parent(parent);

CREATE INDEX sync_segment_standing ON sync_segment(seg, hash, prev, device_key, user_id, project_id, replica, height, state, resolves, n, reason, t1);

CREATE INDEX sync_segment_state ON sync_segment(state, project_id);

CREATE INDEX sync_segment_stream ON sync_segment(project_id, replica, height);

CREATE INDEX visit_by_project_id ON visit(project_id);

CREATE INDEX vote_by_project_id ON vote(project_id);

CREATE INDEX warranty_by_project_id ON warranty(project_id);

CREATE INDEX warranty_claim_by_project_id ON warranty_claim(project_id);

CREATE TRIGGER annual_plan_guard_delete BEFORE DELETE ON annual_plan WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER annual_plan_guard_deleted BEFORE UPDATE ON annual_plan
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER annual_plan_guard_insert BEFORE INSERT ON annual_plan WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER annual_plan_guard_key BEFORE UPDATE OF id, project_id ON annual_plan
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER annual_plan_journal_buildings AFTER UPDATE OF buildings ON annual_plan
WHEN OLD.buildings IS NOT NEW.buildings AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 222, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.buildings)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (222, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 222 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.buildings)) DESC,
                    o.cid = 222 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 222 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 222 AND h.val IS json_quote(OLD.buildings)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 222 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.buildings)
   WHERE row = NEW.id AND cid = 222 AND val IS json_quote(OLD.buildings);
END;

CREATE TRIGGER annual_plan_journal_communities AFTER UPDATE OF communities ON annual_plan
WHEN OLD.communities IS NOT NEW.communities AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 221, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.communities)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (221, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 221 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.communities)) DESC,
                    o.cid = 221 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 221 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 221 AND h.val IS json_quote(OLD.communities)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 221 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.communities)
   WHERE row = NEW.id AND cid = 221 AND val IS json_quote(OLD.communities);
END;

CREATE TRIGGER annual_plan_journal_declare_by AFTER UPDATE OF declare_by ON annual_plan
WHEN OLD.declare_by IS NOT NEW.declare_by AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 323, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.declare_by)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (323, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 323 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.declare_by)) DESC,
                    o.cid = 323 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 323 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 323 AND h.val IS json_quote(OLD.declare_by)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 323 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.declare_by)
   WHERE row = NEW.id AND cid = 323 AND val IS json_quote(OLD.declare_by);
END;

CREATE TRIGGER annual_plan_journal_deleted AFTER UPDATE OF deleted ON annual_plan
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 223, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (223, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 223 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 223 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 223 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 223 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 223 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 223 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 223 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 223 AND k.tbl = 'annual_plan' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER annual_plan_journal_document_number AFTER UPDATE OF document_number ON annual_plan
WHEN OLD.document_number IS NOT NEW.document_number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 324, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.document_number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (324, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 324 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.document_number)) DESC,
                    o.cid = 324 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 324 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 324 AND h.val IS json_quote(OLD.document_number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 324 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.document_number)
   WHERE row = NEW.id AND cid = 324 AND val IS json_quote(OLD.document_number);
END;

CREATE TRIGGER annual_plan_journal_flats AFTER UPDATE OF flats ON annual_plan
WHEN OLD.flats IS NOT NEW.flats AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 320, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.flats)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (320, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 320 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.flats)) DESC,
                    o.cid = 320 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 320 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 320 AND h.val IS json_quote(OLD.flats)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 320 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.flats)
   WHERE row = NEW.id AND cid = 320 AND val IS json_quote(OLD.flats);
END;

CREATE TRIGGER annual_plan_journal_floor_area_m2 AFTER UPDATE OF floor_area_m2 ON annual_plan
WHEN OLD.floor_area_m2 IS NOT NEW.floor_area_m2 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 322, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.floor_area_m2)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (322, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 322 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.floor_area_m2)) DESC,
                    o.cid = 322 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 322 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 322 AND h.val IS json_quote(OLD.floor_area_m2)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 322 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.floor_area_m2)
   WHERE row = NEW.id AND cid = 322 AND val IS json_quote(OLD.floor_area_m2);
END;

CREATE TRIGGER annual_plan_journal_households AFTER UPDATE OF households ON annual_plan
WHEN OLD.households IS NOT NEW.households AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 321, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.households)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (321, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 321 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.households)) DESC,
                    o.cid = 321 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 321 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 321 AND h.val IS json_quote(OLD.households)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 321 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.households)
   WHERE row = NEW.id AND cid = 321 AND val IS json_quote(OLD.households);
END;

CREATE TRIGGER annual_plan_journal_insert AFTER INSERT ON annual_plan WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 218, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'programme_id', NEW.programme_id, 'year', NEW.year, 'communities', NEW.communities, 'buildings', NEW.buildings, 'flats', NEW.flats, 'households', NEW.households, 'floor_area_m2', NEW.floor_area_m2, 'declare_by', NEW.declare_by, 'document_number', NEW.document_number))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER annual_plan_journal_programme_id AFTER UPDATE OF programme_id ON annual_plan
WHEN OLD.programme_id IS NOT NEW.programme_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 219, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.programme_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (219, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 219 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.programme_id)) DESC,
                    o.cid = 219 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 219 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 219 AND h.val IS json_quote(OLD.programme_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 219 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.programme_id)
   WHERE row = NEW.id AND cid = 219 AND val IS json_quote(OLD.programme_id);
END;

CREATE TRIGGER annual_plan_journal_year AFTER UPDATE OF year ON annual_plan
WHEN OLD.year IS NOT NEW.year AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 220, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.year)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (220, 218) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 220 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.year)) DESC,
                    o.cid = 220 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 220 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 220 AND h.val IS json_quote(OLD.year)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 220 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.year)
   WHERE row = NEW.id AND cid = 220 AND val IS json_quote(OLD.year);
END;

CREATE TRIGGER answer_guard_delete BEFORE DELETE ON answer WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER answer_guard_deleted BEFORE UPDATE ON answer
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER answer_guard_insert BEFORE INSERT ON answer WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER answer_guard_key BEFORE UPDATE OF id, project_id ON answer
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER answer_journal_choice AFTER UPDATE OF choice ON answer
WHEN OLD.choice IS NOT NEW.choice AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 93, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.choice)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (93, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 93 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.choice)) DESC,
                    o.cid = 93 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 93 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 93 AND h.val IS json_quote(OLD.choice)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 93 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.choice)
   WHERE row = NEW.id AND cid = 93 AND val IS json_quote(OLD.choice);
END;

CREATE TRIGGER answer_journal_deleted AFTER UPDATE OF deleted ON answer
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 97, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (97, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 97 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 97 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 97 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 97 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 97 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 97 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 97 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 97 AND k.tbl = 'answer' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER answer_journal_design_value AFTER UPDATE OF design_value ON answer
WHEN OLD.design_value IS NOT NEW.design_value AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 94, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.design_value)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (94, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 94 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.design_value)) DESC,
                    o.cid = 94 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 94 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 94 AND h.val IS json_quote(OLD.design_value)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 94 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.design_value)
   WHERE row = NEW.id AND cid = 94 AND val IS json_quote(OLD.design_value);
END;

CREATE TRIGGER answer_journal_due_points AFTER UPDATE OF due_points ON answer
WHEN OLD.due_points IS NOT NEW.due_points AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 95, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.due_points)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (95, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 95 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.due_points)) DESC,
                    o.cid = 95 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 95 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 95 AND h.val IS json_quote(OLD.due_points)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 95 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.due_points)
   WHERE row = NEW.id AND cid = 95 AND val IS json_quote(OLD.due_points);
END;

CREATE TRIGGER answer_journal_insert AFTER INSERT ON answer WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 86, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'visit_id', NEW.visit_id, 'place_id', NEW.place_id, 'item_id', NEW.item_id, 'pack', NEW.pack, 'result', NEW.result, 'variant', NEW.variant, 'choice', NEW.choice, 'design_value', NEW.design_value, 'due_points', NEW.due_points, 'note', NEW.note))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER answer_journal_item_id AFTER UPDATE OF item_id ON answer
WHEN OLD.item_id IS NOT NEW.item_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 89, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.item_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (89, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 89 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.item_id)) DESC,
                    o.cid = 89 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 89 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 89 AND h.val IS json_quote(OLD.item_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 89 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.item_id)
   WHERE row = NEW.id AND cid = 89 AND val IS json_quote(OLD.item_id);
END;

CREATE TRIGGER answer_journal_note AFTER UPDATE OF note ON answer
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 96, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (96, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 96 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 96 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 96 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 96 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 96 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 96 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER answer_journal_pack AFTER UPDATE OF pack ON answer
WHEN OLD.pack IS NOT NEW.pack AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 90, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.pack)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (90, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 90 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.pack)) DESC,
                    o.cid = 90 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 90 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 90 AND h.val IS json_quote(OLD.pack)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 90 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.pack)
   WHERE row = NEW.id AND cid = 90 AND val IS json_quote(OLD.pack);
END;

CREATE TRIGGER answer_journal_place_id AFTER UPDATE OF place_id ON answer
WHEN OLD.place_id IS NOT NEW.place_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 88, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.place_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (88, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 88 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.place_id)) DESC,
                    o.cid = 88 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 88 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 88 AND h.val IS json_quote(OLD.place_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 88 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.place_id)
   WHERE row = NEW.id AND cid = 88 AND val IS json_quote(OLD.place_id);
END;

CREATE TRIGGER answer_journal_result AFTER UPDATE OF result ON answer
WHEN OLD.result IS NOT NEW.result AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 91, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.result)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (91, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 91 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.result)) DESC,
                    o.cid = 91 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 91 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 91 AND h.val IS json_quote(OLD.result)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 91 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.result)
   WHERE row = NEW.id AND cid = 91 AND val IS json_quote(OLD.result);
END;

CREATE TRIGGER answer_journal_variant AFTER UPDATE OF variant ON answer
WHEN OLD.variant IS NOT NEW.variant AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 92, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.variant)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (92, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 92 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.variant)) DESC,
                    o.cid = 92 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 92 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 92 AND h.val IS json_quote(OLD.variant)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 92 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.variant)
   WHERE row = NEW.id AND cid = 92 AND val IS json_quote(OLD.variant);
END;

CREATE TRIGGER answer_journal_visit_id AFTER UPDATE OF visit_id ON answer
WHEN OLD.visit_id IS NOT NEW.visit_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 87, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.visit_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (87, 86) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 87 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.visit_id)) DESC,
                    o.cid = 87 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 87 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 87 AND h.val IS json_quote(OLD.visit_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 87 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.visit_id)
   WHERE row = NEW.id AND cid = 87 AND val IS json_quote(OLD.visit_id);
END;

CREATE TRIGGER appraisal_guard_delete BEFORE DELETE ON appraisal WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER appraisal_guard_deleted BEFORE UPDATE ON appraisal
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER appraisal_guard_insert BEFORE INSERT ON appraisal WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER appraisal_guard_key BEFORE UPDATE OF id, project_id ON appraisal
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER appraisal_journal_by_id AFTER UPDATE OF by_id ON appraisal
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 435, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (435, 431) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 435 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 435 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 435 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 435 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 435 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 435 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER appraisal_journal_deleted AFTER UPDATE OF deleted ON appraisal
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 436, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (436, 431) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 436 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 436 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 436 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 436 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 436 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 436 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 436 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 436 AND k.tbl = 'appraisal' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER appraisal_journal_insert AFTER INSERT ON appraisal WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 431, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'party_id', NEW.party_id, 'text', NEW.text, 'said_on', NEW.said_on, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER appraisal_journal_party_id AFTER UPDATE OF party_id ON appraisal
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 432, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (432, 431) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 432 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 432 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 432 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 432 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 432 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 432 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER appraisal_journal_said_on AFTER UPDATE OF said_on ON appraisal
WHEN OLD.said_on IS NOT NEW.said_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 434, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.said_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (434, 431) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 434 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.said_on)) DESC,
                    o.cid = 434 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 434 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 434 AND h.val IS json_quote(OLD.said_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 434 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.said_on)
   WHERE row = NEW.id AND cid = 434 AND val IS json_quote(OLD.said_on);
END;

CREATE TRIGGER appraisal_journal_text AFTER UPDATE OF text ON appraisal
WHEN OLD.text IS NOT NEW.text AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 433, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.text)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (433, 431) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 433 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.text)) DESC,
                    o.cid = 433 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 433 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 433 AND h.val IS json_quote(OLD.text)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 433 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.text)
   WHERE row = NEW.id AND cid = 433 AND val IS json_quote(OLD.text);
END;

CREATE TRIGGER attendance_guard_delete BEFORE DELETE ON attendance WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER attendance_guard_deleted BEFORE UPDATE ON attendance
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER attendance_guard_insert BEFORE INSERT ON attendance WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER attendance_guard_key BEFORE UPDATE OF id, project_id ON attendance
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER attendance_journal_deleted AFTER UPDATE OF deleted ON attendance
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 242, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (242, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 242 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 242 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 242 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 242 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 242 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 242 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 242 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 242 AND k.tbl = 'attendance' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER attendance_journal_insert AFTER INSERT ON attendance WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 233, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'meeting_id', NEW.meeting_id, 'party_id', NEW.party_id, 'presence', NEW.presence, 'representative', NEW.representative, 'resident', NEW.resident, 'post', NEW.post, 'letter_sha256', NEW.letter_sha256, 'letter_name', NEW.letter_name))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER attendance_journal_letter_name AFTER UPDATE OF letter_name ON attendance
WHEN OLD.letter_name IS NOT NEW.letter_name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 241, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.letter_name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (241, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 241 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.letter_name)) DESC,
                    o.cid = 241 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 241 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 241 AND h.val IS json_quote(OLD.letter_name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 241 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.letter_name)
   WHERE row = NEW.id AND cid = 241 AND val IS json_quote(OLD.letter_name);
END;

CREATE TRIGGER attendance_journal_letter_sha256 AFTER UPDATE OF letter_sha256 ON attendance
WHEN OLD.letter_sha256 IS NOT NEW.letter_sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 240, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.letter_sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (240, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 240 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.letter_sha256)) DESC,
                    o.cid = 240 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 240 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 240 AND h.val IS json_quote(OLD.letter_sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 240 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.letter_sha256)
   WHERE row = NEW.id AND cid = 240 AND val IS json_quote(OLD.letter_sha256);
END;

CREATE TRIGGER attendance_journal_meeting_id AFTER UPDATE OF meeting_id ON attendance
WHEN OLD.meeting_id IS NOT NEW.meeting_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 234, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.meeting_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (234, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 234 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.meeting_id)) DESC,
                    o.cid = 234 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 234 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 234 AND h.val IS json_quote(OLD.meeting_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 234 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.meeting_id)
   WHERE row = NEW.id AND cid = 234 AND val IS json_quote(OLD.meeting_id);
END;

CREATE TRIGGER attendance_journal_party_id AFTER UPDATE OF party_id ON attendance
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 235, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (235, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 235 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 235 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 235 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 235 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 235 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 235 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER attendance_journal_post AFTER UPDATE OF post ON attendance
WHEN OLD.post IS NOT NEW.post AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 239, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.post)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (239, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 239 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.post)) DESC,
                    o.cid = 239 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 239 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 239 AND h.val IS json_quote(OLD.post)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 239 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.post)
   WHERE row = NEW.id AND cid = 239 AND val IS json_quote(OLD.post);
END;

CREATE TRIGGER attendance_journal_presence AFTER UPDATE OF presence ON attendance
WHEN OLD.presence IS NOT NEW.presence AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 236, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.presence)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (236, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 236 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.presence)) DESC,
                    o.cid = 236 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 236 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 236 AND h.val IS json_quote(OLD.presence)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 236 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.presence)
   WHERE row = NEW.id AND cid = 236 AND val IS json_quote(OLD.presence);
END;

CREATE TRIGGER attendance_journal_representative AFTER UPDATE OF representative ON attendance
WHEN OLD.representative IS NOT NEW.representative AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 237, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.representative)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (237, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 237 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.representative)) DESC,
                    o.cid = 237 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 237 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 237 AND h.val IS json_quote(OLD.representative)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 237 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.representative)
   WHERE row = NEW.id AND cid = 237 AND val IS json_quote(OLD.representative);
END;

CREATE TRIGGER attendance_journal_resident AFTER UPDATE OF resident ON attendance
WHEN OLD.resident IS NOT NEW.resident AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 238, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.resident)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (238, 233) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 238 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.resident)) DESC,
                    o.cid = 238 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 238 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 238 AND h.val IS json_quote(OLD.resident)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 238 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.resident)
   WHERE row = NEW.id AND cid = 238 AND val IS json_quote(OLD.resident);
END;

CREATE TRIGGER care_answer_guard_delete BEFORE DELETE ON care_answer WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER care_answer_guard_deleted BEFORE UPDATE ON care_answer
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER care_answer_guard_insert BEFORE INSERT ON care_answer WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER care_answer_guard_key BEFORE UPDATE OF id, project_id ON care_answer
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER care_answer_journal_deleted AFTER UPDATE OF deleted ON care_answer
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 403, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (403, 398) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 403 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 403 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 403 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 403 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 403 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 403 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 403 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 403 AND k.tbl = 'care_answer' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER care_answer_journal_insert AFTER INSERT ON care_answer WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 398, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'visit_id', NEW.visit_id, 'point', NEW.point, 'state', NEW.state, 'note', NEW.note))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER care_answer_journal_note AFTER UPDATE OF note ON care_answer
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 402, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (402, 398) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 402 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 402 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 402 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 402 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 402 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 402 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER care_answer_journal_point AFTER UPDATE OF point ON care_answer
WHEN OLD.point IS NOT NEW.point AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 400, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.point)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (400, 398) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 400 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.point)) DESC,
                    o.cid = 400 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 400 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 400 AND h.val IS json_quote(OLD.point)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 400 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.point)
   WHERE row = NEW.id AND cid = 400 AND val IS json_quote(OLD.point);
END;

CREATE TRIGGER care_answer_journal_state AFTER UPDATE OF state ON care_answer
WHEN OLD.state IS NOT NEW.state AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 401, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.state)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (401, 398) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 401 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.state)) DESC,
                    o.cid = 401 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 401 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 401 AND h.val IS json_quote(OLD.state)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 401 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.state)
   WHERE row = NEW.id AND cid = 401 AND val IS json_quote(OLD.state);
END;

CREATE TRIGGER care_answer_journal_visit_id AFTER UPDATE OF visit_id ON care_answer
WHEN OLD.visit_id IS NOT NEW.visit_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 399, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.visit_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (399, 398) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 399 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.visit_id)) DESC,
                    o.cid = 399 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 399 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 399 AND h.val IS json_quote(OLD.visit_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 399 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.visit_id)
   WHERE row = NEW.id AND cid = 399 AND val IS json_quote(OLD.visit_id);
END;

CREATE TRIGGER checklist_pack_guard_delete BEFORE DELETE ON checklist_pack WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER checklist_pack_guard_deleted BEFORE UPDATE ON checklist_pack
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER checklist_pack_guard_insert BEFORE INSERT ON checklist_pack WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER checklist_pack_guard_key BEFORE UPDATE OF id, project_id ON checklist_pack
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER checklist_pack_journal_checked_on AFTER UPDATE OF checked_on ON checklist_pack
WHEN OLD.checked_on IS NOT NEW.checked_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 26, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.checked_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (26, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 26 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.checked_on)) DESC,
                    o.cid = 26 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 26 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 26 AND h.val IS json_quote(OLD.checked_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 26 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.checked_on)
   WHERE row = NEW.id AND cid = 26 AND val IS json_quote(OLD.checked_on);
END;

CREATE TRIGGER checklist_pack_journal_deleted AFTER UPDATE OF deleted ON checklist_pack
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 27, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (27, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 27 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 27 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 27 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 27 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 27 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 27 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 27 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 27 AND k.tbl = 'checklist_pack' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER checklist_pack_journal_hash AFTER UPDATE OF hash ON checklist_pack
WHEN OLD.hash IS NOT NEW.hash AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 22, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.hash)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (22, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 22 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.hash)) DESC,
                    o.cid = 22 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 22 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 22 AND h.val IS json_quote(OLD.hash)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 22 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.hash)
   WHERE row = NEW.id AND cid = 22 AND val IS json_quote(OLD.hash);
END;

CREATE TRIGGER checklist_pack_journal_insert AFTER INSERT ON checklist_pack WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 19, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'pack_id', NEW.pack_id, 'version', NEW.version, 'hash', NEW.hash, 'title_zh', NEW.title_zh, 'title_en', NEW.title_en, 'region', NEW.region, 'checked_on', NEW.checked_on))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER checklist_pack_journal_pack_id AFTER UPDATE OF pack_id ON checklist_pack
WHEN OLD.pack_id IS NOT NEW.pack_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 20, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.pack_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (20, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 20 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.pack_id)) DESC,
                    o.cid = 20 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 20 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 20 AND h.val IS json_quote(OLD.pack_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 20 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.pack_id)
   WHERE row = NEW.id AND cid = 20 AND val IS json_quote(OLD.pack_id);
END;

CREATE TRIGGER checklist_pack_journal_region AFTER UPDATE OF region ON checklist_pack
WHEN OLD.region IS NOT NEW.region AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 25, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.region)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (25, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 25 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.region)) DESC,
                    o.cid = 25 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 25 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 25 AND h.val IS json_quote(OLD.region)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 25 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.region)
   WHERE row = NEW.id AND cid = 25 AND val IS json_quote(OLD.region);
END;

CREATE TRIGGER checklist_pack_journal_title_en AFTER UPDATE OF title_en ON checklist_pack
WHEN OLD.title_en IS NOT NEW.title_en AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 24, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.title_en)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (24, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 24 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.title_en)) DESC,
                    o.cid = 24 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 24 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 24 AND h.val IS json_quote(OLD.title_en)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 24 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.title_en)
   WHERE row = NEW.id AND cid = 24 AND val IS json_quote(OLD.title_en);
END;

CREATE TRIGGER checklist_pack_journal_title_zh AFTER UPDATE OF title_zh ON checklist_pack
WHEN OLD.title_zh IS NOT NEW.title_zh AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 23, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.title_zh)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (23, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 23 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.title_zh)) DESC,
                    o.cid = 23 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 23 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 23 AND h.val IS json_quote(OLD.title_zh)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 23 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.title_zh)
   WHERE row = NEW.id AND cid = 23 AND val IS json_quote(OLD.title_zh);
END;

CREATE TRIGGER checklist_pack_journal_version AFTER UPDATE OF version ON checklist_pack
WHEN OLD.version IS NOT NEW.version AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 21, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.version)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (21, 19) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 21 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.version)) DESC,
                    o.cid = 21 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 21 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 21 AND h.val IS json_quote(OLD.version)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 21 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.version)
   WHERE row = NEW.id AND cid = 21 AND val IS json_quote(OLD.version);
END;

CREATE TRIGGER defect_guard_delete BEFORE DELETE ON defect WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER defect_guard_deleted BEFORE UPDATE ON defect
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER defect_guard_insert BEFORE INSERT ON defect WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER defect_guard_key BEFORE UPDATE OF id, project_id ON defect
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER defect_journal_answer_id AFTER UPDATE OF answer_id ON defect
WHEN OLD.answer_id IS NOT NEW.answer_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 109, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.answer_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (109, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 109 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.answer_id)) DESC,
                    o.cid = 109 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 109 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 109 AND h.val IS json_quote(OLD.answer_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 109 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.answer_id)
   WHERE row = NEW.id AND cid = 109 AND val IS json_quote(OLD.answer_id);
END;

CREATE TRIGGER defect_journal_deleted AFTER UPDATE OF deleted ON defect
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 117, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (117, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 117 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 117 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 117 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 117 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 117 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 117 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 117 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 117 AND k.tbl = 'defect' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER defect_journal_demand AFTER UPDATE OF demand ON defect
WHEN OLD.demand IS NOT NEW.demand AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 115, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.demand)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (115, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 115 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.demand)) DESC,
                    o.cid = 115 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 115 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 115 AND h.val IS json_quote(OLD.demand)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 115 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.demand)
   WHERE row = NEW.id AND cid = 115 AND val IS json_quote(OLD.demand);
END;

CREATE TRIGGER defect_journal_due_on AFTER UPDATE OF due_on ON defect
WHEN OLD.due_on IS NOT NEW.due_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 113, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.due_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (113, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 113 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.due_on)) DESC,
                    o.cid = 113 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 113 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 113 AND h.val IS json_quote(OLD.due_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 113 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.due_on)
   WHERE row = NEW.id AND cid = 113 AND val IS json_quote(OLD.due_on);
END;

CREATE TRIGGER defect_journal_insert AFTER INSERT ON defect WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 103, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'visit_id', NEW.visit_id, 'place_id', NEW.place_id, 'item_id', NEW.item_id, 'pack', NEW.pack, 'answer_id', NEW.answer_id, 'text', NEW.text, 'severity', NEW.severity, 'party_id', NEW.party_id, 'due_on', NEW.due_on, 'measured', NEW.measured, 'demand', NEW.demand, 'state', NEW.state))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER defect_journal_item_id AFTER UPDATE OF item_id ON defect
WHEN OLD.item_id IS NOT NEW.item_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 107, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.item_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (107, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 107 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.item_id)) DESC,
                    o.cid = 107 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 107 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 107 AND h.val IS json_quote(OLD.item_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 107 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.item_id)
   WHERE row = NEW.id AND cid = 107 AND val IS json_quote(OLD.item_id);
END;

CREATE TRIGGER defect_journal_measured AFTER UPDATE OF measured ON defect
WHEN OLD.measured IS NOT NEW.measured AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 114, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.measured)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (114, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 114 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.measured)) DESC,
                    o.cid = 114 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 114 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 114 AND h.val IS json_quote(OLD.measured)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 114 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.measured)
   WHERE row = NEW.id AND cid = 114 AND val IS json_quote(OLD.measured);
END;

CREATE TRIGGER defect_journal_number AFTER UPDATE OF number ON defect
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 104, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (104, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 104 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 104 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 104 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 104 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 104 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 104 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER defect_journal_pack AFTER UPDATE OF pack ON defect
WHEN OLD.pack IS NOT NEW.pack AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 108, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.pack)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (108, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 108 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.pack)) DESC,
                    o.cid = 108 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 108 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 108 AND h.val IS json_quote(OLD.pack)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 108 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.pack)
   WHERE row = NEW.id AND cid = 108 AND val IS json_quote(OLD.pack);
END;

CREATE TRIGGER defect_journal_party_id AFTER UPDATE OF party_id ON defect
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 112, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (112, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 112 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 112 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 112 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 112 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 112 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 112 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER defect_journal_place_id AFTER UPDATE OF place_id ON defect
WHEN OLD.place_id IS NOT NEW.place_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 106, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.place_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (106, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 106 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.place_id)) DESC,
                    o.cid = 106 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 106 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 106 AND h.val IS json_quote(OLD.place_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 106 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.place_id)
   WHERE row = NEW.id AND cid = 106 AND val IS json_quote(OLD.place_id);
END;

CREATE TRIGGER defect_journal_severity AFTER UPDATE OF severity ON defect
WHEN OLD.severity IS NOT NEW.severity AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 111, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.severity)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (111, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 111 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.severity)) DESC,
                    o.cid = 111 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 111 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 111 AND h.val IS json_quote(OLD.severity)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 111 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.severity)
   WHERE row = NEW.id AND cid = 111 AND val IS json_quote(OLD.severity);
END;

CREATE TRIGGER defect_journal_state AFTER UPDATE OF state ON defect
WHEN OLD.state IS NOT NEW.state AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 116, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.state)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (116, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 116 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.state)) DESC,
                    o.cid = 116 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 116 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 116 AND h.val IS json_quote(OLD.state)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 116 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.state)
   WHERE row = NEW.id AND cid = 116 AND val IS json_quote(OLD.state);
END;

CREATE TRIGGER defect_journal_text AFTER UPDATE OF text ON defect
WHEN OLD.text IS NOT NEW.text AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 110, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.text)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (110, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 110 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.text)) DESC,
                    o.cid = 110 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 110 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 110 AND h.val IS json_quote(OLD.text)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 110 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.text)
   WHERE row = NEW.id AND cid = 110 AND val IS json_quote(OLD.text);
END;

CREATE TRIGGER defect_journal_visit_id AFTER UPDATE OF visit_id ON defect
WHEN OLD.visit_id IS NOT NEW.visit_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 105, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.visit_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (105, 103) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 105 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.visit_id)) DESC,
                    o.cid = 105 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 105 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 105 AND h.val IS json_quote(OLD.visit_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 105 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.visit_id)
   WHERE row = NEW.id AND cid = 105 AND val IS json_quote(OLD.visit_id);
END;

CREATE TRIGGER defect_event_guard_delete BEFORE DELETE ON defect_event WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER defect_event_guard_deleted BEFORE UPDATE ON defect_event
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER defect_event_guard_insert BEFORE INSERT ON defect_event WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER defect_event_guard_key BEFORE UPDATE OF id, project_id ON defect_event
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER defect_event_journal_at_ms AFTER UPDATE OF at_ms ON defect_event
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 121, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (121, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 121 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 121 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 121 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 121 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 121 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 121 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER defect_event_journal_by_id AFTER UPDATE OF by_id ON defect_event
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 122, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (122, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 122 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 122 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 122 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 122 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 122 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 122 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER defect_event_journal_defect_id AFTER UPDATE OF defect_id ON defect_event
WHEN OLD.defect_id IS NOT NEW.defect_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 119, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.defect_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (119, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 119 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.defect_id)) DESC,
                    o.cid = 119 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 119 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 119 AND h.val IS json_quote(OLD.defect_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 119 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.defect_id)
   WHERE row = NEW.id AND cid = 119 AND val IS json_quote(OLD.defect_id);
END;

CREATE TRIGGER defect_event_journal_deleted AFTER UPDATE OF deleted ON defect_event
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 127, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (127, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 127 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 127 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 127 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 127 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 127 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 127 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 127 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 127 AND k.tbl = 'defect_event' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER defect_event_journal_done_by AFTER UPDATE OF done_by ON defect_event
WHEN OLD.done_by IS NOT NEW.done_by AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 336, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.done_by)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (336, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 336 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.done_by)) DESC,
                    o.cid = 336 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 336 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 336 AND h.val IS json_quote(OLD.done_by)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 336 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.done_by)
   WHERE row = NEW.id AND cid = 336 AND val IS json_quote(OLD.done_by);
END;

CREATE TRIGGER defect_event_journal_done_on AFTER UPDATE OF done_on ON defect_event
WHEN OLD.done_on IS NOT NEW.done_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 335, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.done_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (335, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 335 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.done_on)) DESC,
                    o.cid = 335 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 335 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 335 AND h.val IS json_quote(OLD.done_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 335 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.done_on)
   WHERE row = NEW.id AND cid = 335 AND val IS json_quote(OLD.done_on);
END;

CREATE TRIGGER defect_event_journal_due_on AFTER UPDATE OF due_on ON defect_event
WHEN OLD.due_on IS NOT NEW.due_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 125, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.due_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (125, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 125 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.due_on)) DESC,
                    o.cid = 125 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 125 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 125 AND h.val IS json_quote(OLD.due_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 125 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.due_on)
   WHERE row = NEW.id AND cid = 125 AND val IS json_quote(OLD.due_on);
END;

CREATE TRIGGER defect_event_journal_insert AFTER INSERT ON defect_event WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 118, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'defect_id', NEW.defect_id, 'step', NEW.step, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id, 'round', NEW.round, 'reason', NEW.reason, 'due_on', NEW.due_on, 'party_id', NEW.party_id, 'done_on', NEW.done_on, 'done_by', NEW.done_by, 'reply_id', NEW.reply_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER defect_event_journal_party_id AFTER UPDATE OF party_id ON defect_event
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 126, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (126, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 126 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 126 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 126 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 126 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 126 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 126 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER defect_event_journal_reason AFTER UPDATE OF reason ON defect_event
WHEN OLD.reason IS NOT NEW.reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 124, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (124, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 124 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reason)) DESC,
                    o.cid = 124 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 124 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 124 AND h.val IS json_quote(OLD.reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 124 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reason)
   WHERE row = NEW.id AND cid = 124 AND val IS json_quote(OLD.reason);
END;

CREATE TRIGGER defect_event_journal_reply_id AFTER UPDATE OF reply_id ON defect_event
WHEN OLD.reply_id IS NOT NEW.reply_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 337, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reply_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (337, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 337 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reply_id)) DESC,
                    o.cid = 337 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 337 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 337 AND h.val IS json_quote(OLD.reply_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 337 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reply_id)
   WHERE row = NEW.id AND cid = 337 AND val IS json_quote(OLD.reply_id);
END;

CREATE TRIGGER defect_event_journal_round AFTER UPDATE OF round ON defect_event
WHEN OLD.round IS NOT NEW.round AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 123, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.round)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (123, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 123 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.round)) DESC,
                    o.cid = 123 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 123 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 123 AND h.val IS json_quote(OLD.round)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 123 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.round)
   WHERE row = NEW.id AND cid = 123 AND val IS json_quote(OLD.round);
END;

CREATE TRIGGER defect_event_journal_step AFTER UPDATE OF step ON defect_event
WHEN OLD.step IS NOT NEW.step AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 120, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.step)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (120, 118) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 120 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.step)) DESC,
                    o.cid = 120 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 120 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 120 AND h.val IS json_quote(OLD.step)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 120 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.step)
   WHERE row = NEW.id AND cid = 120 AND val IS json_quote(OLD.step);
END;

CREATE TRIGGER device_guard_delete BEFORE DELETE ON device WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER device_guard_deleted BEFORE UPDATE ON device
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER device_guard_insert BEFORE INSERT ON device WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER device_guard_key BEFORE UPDATE OF id, project_id ON device
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER device_journal_code AFTER UPDATE OF code ON device
WHEN OLD.code IS NOT NEW.code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 6, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (6, 5) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 6 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.code)) DESC,
                    o.cid = 6 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 6 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 6 AND h.val IS json_quote(OLD.code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 6 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.code)
   WHERE row = NEW.id AND cid = 6 AND val IS json_quote(OLD.code);
END;

CREATE TRIGGER device_journal_deleted AFTER UPDATE OF deleted ON device
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 10, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (10, 5) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 10 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 10 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 10 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 10 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 10 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 10 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 10 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 10 AND k.tbl = 'device' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER device_journal_insert AFTER INSERT ON device WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 5, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'code', NEW.code, 'name', NEW.name, 'key', NEW.key, 'replica', NEW.replica))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER device_journal_key AFTER UPDATE OF key ON device
WHEN OLD.key IS NOT NEW.key AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 8, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.key)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (8, 5) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 8 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.key)) DESC,
                    o.cid = 8 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 8 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 8 AND h.val IS json_quote(OLD.key)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 8 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.key)
   WHERE row = NEW.id AND cid = 8 AND val IS json_quote(OLD.key);
END;

CREATE TRIGGER device_journal_name AFTER UPDATE OF name ON device
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 7, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (7, 5) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 7 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 7 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 7 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 7 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 7 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 7 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER device_journal_replica AFTER UPDATE OF replica ON device
WHEN OLD.replica IS NOT NEW.replica AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 9, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.replica)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (9, 5) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 9 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.replica)) DESC,
                    o.cid = 9 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 9 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 9 AND h.val IS json_quote(OLD.replica)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 9 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.replica)
   WHERE row = NEW.id AND cid = 9 AND val IS json_quote(OLD.replica);
END;

CREATE TRIGGER disclosure_guard_delete BEFORE DELETE ON disclosure WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER disclosure_guard_deleted BEFORE UPDATE ON disclosure
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER disclosure_guard_insert BEFORE INSERT ON disclosure WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER disclosure_guard_key BEFORE UPDATE OF id, project_id ON disclosure
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER disclosure_journal_at_ms AFTER UPDATE OF at_ms ON disclosure
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 411, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (411, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 411 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 411 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 411 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 411 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 411 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 411 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER disclosure_journal_by_id AFTER UPDATE OF by_id ON disclosure
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 412, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (412, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 412 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 412 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 412 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 412 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 412 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 412 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER disclosure_journal_deleted AFTER UPDATE OF deleted ON disclosure
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 413, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (413, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 413 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 413 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 413 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 413 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 413 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 413 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 413 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 413 AND k.tbl = 'disclosure' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER disclosure_journal_insert AFTER INSERT ON disclosure WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 405, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'visit_id', NEW.visit_id, 'issued_on', NEW.issued_on, 'reason', NEW.reason, 'note', NEW.note, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER disclosure_journal_issued_on AFTER UPDATE OF issued_on ON disclosure
WHEN OLD.issued_on IS NOT NEW.issued_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 408, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.issued_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (408, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 408 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.issued_on)) DESC,
                    o.cid = 408 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 408 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 408 AND h.val IS json_quote(OLD.issued_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 408 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.issued_on)
   WHERE row = NEW.id AND cid = 408 AND val IS json_quote(OLD.issued_on);
END;

CREATE TRIGGER disclosure_journal_note AFTER UPDATE OF note ON disclosure
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 410, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (410, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 410 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 410 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 410 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 410 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 410 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 410 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER disclosure_journal_number AFTER UPDATE OF number ON disclosure
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 406, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (406, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 406 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 406 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 406 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 406 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 406 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 406 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER disclosure_journal_reason AFTER UPDATE OF reason ON disclosure
WHEN OLD.reason IS NOT NEW.reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 409, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (409, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 409 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reason)) DESC,
                    o.cid = 409 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 409 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 409 AND h.val IS json_quote(OLD.reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 409 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reason)
   WHERE row = NEW.id AND cid = 409 AND val IS json_quote(OLD.reason);
END;

CREATE TRIGGER disclosure_journal_visit_id AFTER UPDATE OF visit_id ON disclosure
WHEN OLD.visit_id IS NOT NEW.visit_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 407, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.visit_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (407, 405) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 407 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.visit_id)) DESC,
                    o.cid = 407 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 407 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 407 AND h.val IS json_quote(OLD.visit_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 407 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.visit_id)
   WHERE row = NEW.id AND cid = 407 AND val IS json_quote(OLD.visit_id);
END;

CREATE TRIGGER disclosure_row_guard_delete BEFORE DELETE ON disclosure_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER disclosure_row_guard_deleted BEFORE UPDATE ON disclosure_row
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER disclosure_row_guard_insert BEFORE INSERT ON disclosure_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER disclosure_row_guard_key BEFORE UPDATE OF id, project_id ON disclosure_row
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER disclosure_row_journal_defect_id AFTER UPDATE OF defect_id ON disclosure_row
WHEN OLD.defect_id IS NOT NEW.defect_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 416, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.defect_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (416, 414) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 416 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.defect_id)) DESC,
                    o.cid = 416 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 416 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 416 AND h.val IS json_quote(OLD.defect_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 416 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.defect_id)
   WHERE row = NEW.id AND cid = 416 AND val IS json_quote(OLD.defect_id);
END;

CREATE TRIGGER disclosure_row_journal_deleted AFTER UPDATE OF deleted ON disclosure_row
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 419, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (419, 414) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 419 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 419 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 419 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 419 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 419 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 419 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 419 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 419 AND k.tbl = 'disclosure_row' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER disclosure_row_journal_disclosure_id AFTER UPDATE OF disclosure_id ON disclosure_row
WHEN OLD.disclosure_id IS NOT NEW.disclosure_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 415, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.disclosure_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (415, 414) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 415 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.disclosure_id)) DESC,
                    o.cid = 415 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 415 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 415 AND h.val IS json_quote(OLD.disclosure_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 415 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.disclosure_id)
   WHERE row = NEW.id AND cid = 415 AND val IS json_quote(OLD.disclosure_id);
END;

CREATE TRIGGER disclosure_row_journal_insert AFTER INSERT ON disclosure_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 414, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'disclosure_id', NEW.disclosure_id, 'defect_id', NEW.defect_id, 'position', NEW.position, 'told', NEW.told))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER disclosure_row_journal_position AFTER UPDATE OF position ON disclosure_row
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 417, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (417, 414) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 417 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 417 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 417 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 417 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 417 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 417 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER disclosure_row_journal_told AFTER UPDATE OF told ON disclosure_row
WHEN OLD.told IS NOT NEW.told AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 418, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.told)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (418, 414) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 418 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.told)) DESC,
                    o.cid = 418 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 418 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 418 AND h.val IS json_quote(OLD.told)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 418 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.told)
   WHERE row = NEW.id AND cid = 418 AND val IS json_quote(OLD.told);
END;

CREATE TRIGGER document_guard_delete BEFORE DELETE ON document WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER document_guard_deleted BEFORE UPDATE ON document
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER document_guard_insert BEFORE INSERT ON document WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER document_guard_key BEFORE UPDATE OF id, project_id ON document
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER document_journal_deleted AFTER UPDATE OF deleted ON document
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 305, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (305, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 305 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 305 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 305 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 305 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 305 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 305 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 305 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 305 AND k.tbl = 'document' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER document_journal_insert AFTER INSERT ON document WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 295, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'kind', NEW.kind, 'title', NEW.title, 'number', NEW.number, 'issued_on', NEW.issued_on, 'issuer', NEW.issuer, 'opinion', NEW.opinion, 'sha256', NEW.sha256, 'size', NEW.size, 'name', NEW.name))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER document_journal_issued_on AFTER UPDATE OF issued_on ON document
WHEN OLD.issued_on IS NOT NEW.issued_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 299, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.issued_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (299, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 299 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.issued_on)) DESC,
                    o.cid = 299 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 299 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 299 AND h.val IS json_quote(OLD.issued_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 299 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.issued_on)
   WHERE row = NEW.id AND cid = 299 AND val IS json_quote(OLD.issued_on);
END;

CREATE TRIGGER document_journal_issuer AFTER UPDATE OF issuer ON document
WHEN OLD.issuer IS NOT NEW.issuer AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 300, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.issuer)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (300, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 300 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.issuer)) DESC,
                    o.cid = 300 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 300 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 300 AND h.val IS json_quote(OLD.issuer)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 300 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.issuer)
   WHERE row = NEW.id AND cid = 300 AND val IS json_quote(OLD.issuer);
END;

CREATE TRIGGER document_journal_kind AFTER UPDATE OF kind ON document
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 296, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (296, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 296 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 296 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 296 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 296 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 296 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 296 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER document_journal_name AFTER UPDATE OF name ON document
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 304, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (304, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 304 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 304 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 304 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 304 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 304 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 304 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER document_journal_number AFTER UPDATE OF number ON document
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 298, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (298, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 298 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 298 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 298 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 298 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 298 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 298 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER document_journal_opinion AFTER UPDATE OF opinion ON document
WHEN OLD.opinion IS NOT NEW.opinion AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 301, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.opinion)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (301, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 301 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.opinion)) DESC,
                    o.cid = 301 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 301 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 301 AND h.val IS json_quote(OLD.opinion)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 301 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.opinion)
   WHERE row = NEW.id AND cid = 301 AND val IS json_quote(OLD.opinion);
END;

CREATE TRIGGER document_journal_sha256 AFTER UPDATE OF sha256 ON document
WHEN OLD.sha256 IS NOT NEW.sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 302, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (302, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 302 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.sha256)) DESC,
                    o.cid = 302 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 302 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 302 AND h.val IS json_quote(OLD.sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 302 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.sha256)
   WHERE row = NEW.id AND cid = 302 AND val IS json_quote(OLD.sha256);
END;

CREATE TRIGGER document_journal_size AFTER UPDATE OF size ON document
WHEN OLD.size IS NOT NEW.size AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 303, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.size)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (303, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 303 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.size)) DESC,
                    o.cid = 303 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 303 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 303 AND h.val IS json_quote(OLD.size)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 303 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.size)
   WHERE row = NEW.id AND cid = 303 AND val IS json_quote(OLD.size);
END;

CREATE TRIGGER document_journal_title AFTER UPDATE OF title ON document
WHEN OLD.title IS NOT NEW.title AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 297, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.title)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (297, 295) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 297 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.title)) DESC,
                    o.cid = 297 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 297 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 297 AND h.val IS json_quote(OLD.title)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 297 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.title)
   WHERE row = NEW.id AND cid = 297 AND val IS json_quote(OLD.title);
END;

CREATE TRIGGER erasure_guard_delete BEFORE DELETE ON erasure WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER erasure_guard_deleted BEFORE UPDATE ON erasure
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER erasure_guard_insert BEFORE INSERT ON erasure WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER erasure_guard_key BEFORE UPDATE OF id, project_id ON erasure
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER erasure_journal_at_ms AFTER UPDATE OF at_ms ON erasure
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 197, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (197, 193) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 197 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 197 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 197 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 197 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 197 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 197 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER erasure_journal_by_id AFTER UPDATE OF by_id ON erasure
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 198, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (198, 193) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 198 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 198 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 198 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 198 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 198 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 198 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER erasure_journal_column_name AFTER UPDATE OF column_name ON erasure
WHEN OLD.column_name IS NOT NEW.column_name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 195, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.column_name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (195, 193) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 195 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.column_name)) DESC,
                    o.cid = 195 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 195 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 195 AND h.val IS json_quote(OLD.column_name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 195 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.column_name)
   WHERE row = NEW.id AND cid = 195 AND val IS json_quote(OLD.column_name);
END;

CREATE TRIGGER erasure_journal_deleted AFTER UPDATE OF deleted ON erasure
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 199, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (199, 193) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 199 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 199 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 199 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 199 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 199 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 199 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 199 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 199 AND k.tbl = 'erasure' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER erasure_journal_insert AFTER INSERT ON erasure WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 193, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'row_id', NEW.row_id, 'column_name', NEW.column_name, 'reason', NEW.reason, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER erasure_journal_reason AFTER UPDATE OF reason ON erasure
WHEN OLD.reason IS NOT NEW.reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 196, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (196, 193) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 196 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reason)) DESC,
                    o.cid = 196 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 196 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 196 AND h.val IS json_quote(OLD.reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 196 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reason)
   WHERE row = NEW.id AND cid = 196 AND val IS json_quote(OLD.reason);
END;

CREATE TRIGGER erasure_journal_row_id AFTER UPDATE OF row_id ON erasure
WHEN OLD.row_id IS NOT NEW.row_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 194, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.row_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (194, 193) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 194 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.row_id)) DESC,
                    o.cid = 194 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 194 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 194 AND h.val IS json_quote(OLD.row_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 194 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.row_id)
   WHERE row = NEW.id AND cid = 194 AND val IS json_quote(OLD.row_id);
END;

CREATE TRIGGER filing_guard_delete BEFORE DELETE ON filing WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER filing_guard_deleted BEFORE UPDATE ON filing
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER filing_guard_insert BEFORE INSERT ON filing WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER filing_guard_key BEFORE UPDATE OF id, project_id ON filing
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER filing_journal_archive_opinion AFTER UPDATE OF archive_opinion ON filing
WHEN OLD.archive_opinion IS NOT NEW.archive_opinion AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 429, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.archive_opinion)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (429, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 429 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.archive_opinion)) DESC,
                    o.cid = 429 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 429 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 429 AND h.val IS json_quote(OLD.archive_opinion)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 429 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.archive_opinion)
   WHERE row = NEW.id AND cid = 429 AND val IS json_quote(OLD.archive_opinion);
END;

CREATE TRIGGER filing_journal_deleted AFTER UPDATE OF deleted ON filing
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 430, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (430, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 430 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 430 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 430 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 430 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 430 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 430 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 430 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 430 AND k.tbl = 'filing' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER filing_journal_filed_on AFTER UPDATE OF filed_on ON filing
WHEN OLD.filed_on IS NOT NEW.filed_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 426, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.filed_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (426, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 426 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.filed_on)) DESC,
                    o.cid = 426 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 426 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 426 AND h.val IS json_quote(OLD.filed_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 426 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.filed_on)
   WHERE row = NEW.id AND cid = 426 AND val IS json_quote(OLD.filed_on);
END;

CREATE TRIGGER filing_journal_filing_number AFTER UPDATE OF filing_number ON filing
WHEN OLD.filing_number IS NOT NEW.filing_number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 425, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.filing_number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (425, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 425 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.filing_number)) DESC,
                    o.cid = 425 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 425 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 425 AND h.val IS json_quote(OLD.filing_number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 425 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.filing_number)
   WHERE row = NEW.id AND cid = 425 AND val IS json_quote(OLD.filing_number);
END;

CREATE TRIGGER filing_journal_insert AFTER INSERT ON filing WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 421, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'works_code', NEW.works_code, 'region_code', NEW.region_code, 'owner_code', NEW.owner_code, 'filing_number', NEW.filing_number, 'filed_on', NEW.filed_on, 'latitude', NEW.latitude, 'longitude', NEW.longitude, 'archive_opinion', NEW.archive_opinion))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER filing_journal_latitude AFTER UPDATE OF latitude ON filing
WHEN OLD.latitude IS NOT NEW.latitude AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 427, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.latitude)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (427, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 427 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.latitude)) DESC,
                    o.cid = 427 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 427 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 427 AND h.val IS json_quote(OLD.latitude)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 427 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.latitude)
   WHERE row = NEW.id AND cid = 427 AND val IS json_quote(OLD.latitude);
END;

CREATE TRIGGER filing_journal_longitude AFTER UPDATE OF longitude ON filing
WHEN OLD.longitude IS NOT NEW.longitude AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 428, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.longitude)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (428, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 428 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.longitude)) DESC,
                    o.cid = 428 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 428 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 428 AND h.val IS json_quote(OLD.longitude)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 428 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.longitude)
   WHERE row = NEW.id AND cid = 428 AND val IS json_quote(OLD.longitude);
END;

CREATE TRIGGER filing_journal_owner_code AFTER UPDATE OF owner_code ON filing
WHEN OLD.owner_code IS NOT NEW.owner_code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 424, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.owner_code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (424, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 424 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.owner_code)) DESC,
                    o.cid = 424 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 424 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 424 AND h.val IS json_quote(OLD.owner_code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 424 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.owner_code)
   WHERE row = NEW.id AND cid = 424 AND val IS json_quote(OLD.owner_code);
END;

CREATE TRIGGER filing_journal_region_code AFTER UPDATE OF region_code ON filing
WHEN OLD.region_code IS NOT NEW.region_code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 423, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.region_code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (423, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 423 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.region_code)) DESC,
                    o.cid = 423 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 423 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 423 AND h.val IS json_quote(OLD.region_code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 423 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.region_code)
   WHERE row = NEW.id AND cid = 423 AND val IS json_quote(OLD.region_code);
END;

CREATE TRIGGER filing_journal_works_code AFTER UPDATE OF works_code ON filing
WHEN OLD.works_code IS NOT NEW.works_code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 422, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.works_code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (422, 421) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 422 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.works_code)) DESC,
                    o.cid = 422 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 422 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 422 AND h.val IS json_quote(OLD.works_code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 422 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.works_code)
   WHERE row = NEW.id AND cid = 422 AND val IS json_quote(OLD.works_code);
END;

CREATE TRIGGER final_account_guard_delete BEFORE DELETE ON final_account WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER final_account_guard_deleted BEFORE UPDATE ON final_account
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER final_account_guard_insert BEFORE INSERT ON final_account WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER final_account_guard_key BEFORE UPDATE OF id, project_id ON final_account
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER final_account_journal_approval_paper AFTER UPDATE OF approval_paper ON final_account
WHEN OLD.approval_paper IS NOT NEW.approval_paper AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 366, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.approval_paper)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (366, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 366 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.approval_paper)) DESC,
                    o.cid = 366 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 366 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 366 AND h.val IS json_quote(OLD.approval_paper)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 366 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.approval_paper)
   WHERE row = NEW.id AND cid = 366 AND val IS json_quote(OLD.approval_paper);
END;

CREATE TRIGGER final_account_journal_approved_by AFTER UPDATE OF approved_by ON final_account
WHEN OLD.approved_by IS NOT NEW.approved_by AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 365, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.approved_by)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (365, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 365 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.approved_by)) DESC,
                    o.cid = 365 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 365 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 365 AND h.val IS json_quote(OLD.approved_by)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 365 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.approved_by)
   WHERE row = NEW.id AND cid = 365 AND val IS json_quote(OLD.approved_by);
END;

CREATE TRIGGER final_account_journal_approved_on AFTER UPDATE OF approved_on ON final_account
WHEN OLD.approved_on IS NOT NEW.approved_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 364, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.approved_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (364, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 364 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.approved_on)) DESC,
                    o.cid = 364 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 364 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 364 AND h.val IS json_quote(OLD.approved_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 364 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.approved_on)
   WHERE row = NEW.id AND cid = 364 AND val IS json_quote(OLD.approved_on);
END;

CREATE TRIGGER final_account_journal_contract_yuan AFTER UPDATE OF contract_yuan ON final_account
WHEN OLD.contract_yuan IS NOT NEW.contract_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 356, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.contract_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (356, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 356 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.contract_yuan)) DESC,
                    o.cid = 356 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 356 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 356 AND h.val IS json_quote(OLD.contract_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 356 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.contract_yuan)
   WHERE row = NEW.id AND cid = 356 AND val IS json_quote(OLD.contract_yuan);
END;

CREATE TRIGGER final_account_journal_deleted AFTER UPDATE OF deleted ON final_account
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 367, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (367, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 367 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 367 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 367 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 367 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 367 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 367 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 367 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 367 AND k.tbl = 'final_account' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER final_account_journal_due_on AFTER UPDATE OF due_on ON final_account
WHEN OLD.due_on IS NOT NEW.due_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 363, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.due_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (363, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 363 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.due_on)) DESC,
                    o.cid = 363 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 363 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 363 AND h.val IS json_quote(OLD.due_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 363 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.due_on)
   WHERE row = NEW.id AND cid = 363 AND val IS json_quote(OLD.due_on);
END;

CREATE TRIGGER final_account_journal_estimate_yuan AFTER UPDATE OF estimate_yuan ON final_account
WHEN OLD.estimate_yuan IS NOT NEW.estimate_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 355, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.estimate_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (355, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 355 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.estimate_yuan)) DESC,
                    o.cid = 355 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 355 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 355 AND h.val IS json_quote(OLD.estimate_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 355 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.estimate_yuan)
   WHERE row = NEW.id AND cid = 355 AND val IS json_quote(OLD.estimate_yuan);
END;

CREATE TRIGGER final_account_journal_explanation AFTER UPDATE OF explanation ON final_account
WHEN OLD.explanation IS NOT NEW.explanation AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 362, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.explanation)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (362, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 362 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.explanation)) DESC,
                    o.cid = 362 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 362 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 362 AND h.val IS json_quote(OLD.explanation)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 362 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.explanation)
   WHERE row = NEW.id AND cid = 362 AND val IS json_quote(OLD.explanation);
END;

CREATE TRIGGER final_account_journal_final_yuan AFTER UPDATE OF final_yuan ON final_account
WHEN OLD.final_yuan IS NOT NEW.final_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 358, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.final_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (358, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 358 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.final_yuan)) DESC,
                    o.cid = 358 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 358 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 358 AND h.val IS json_quote(OLD.final_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 358 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.final_yuan)
   WHERE row = NEW.id AND cid = 358 AND val IS json_quote(OLD.final_yuan);
END;

CREATE TRIGGER final_account_journal_fiscal_yuan AFTER UPDATE OF fiscal_yuan ON final_account
WHEN OLD.fiscal_yuan IS NOT NEW.fiscal_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 359, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.fiscal_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (359, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 359 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.fiscal_yuan)) DESC,
                    o.cid = 359 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 359 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 359 AND h.val IS json_quote(OLD.fiscal_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 359 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.fiscal_yuan)
   WHERE row = NEW.id AND cid = 359 AND val IS json_quote(OLD.fiscal_yuan);
END;

CREATE TRIGGER final_account_journal_insert AFTER INSERT ON final_account WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 354, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'estimate_yuan', NEW.estimate_yuan, 'contract_yuan', NEW.contract_yuan, 'settled_yuan', NEW.settled_yuan, 'final_yuan', NEW.final_yuan, 'fiscal_yuan', NEW.fiscal_yuan, 'residents_yuan', NEW.residents_yuan, 'social_yuan', NEW.social_yuan, 'explanation', NEW.explanation, 'due_on', NEW.due_on, 'approved_on', NEW.approved_on, 'approved_by', NEW.approved_by, 'approval_paper', NEW.approval_paper))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER final_account_journal_residents_yuan AFTER UPDATE OF residents_yuan ON final_account
WHEN OLD.residents_yuan IS NOT NEW.residents_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 360, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.residents_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (360, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 360 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.residents_yuan)) DESC,
                    o.cid = 360 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 360 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 360 AND h.val IS json_quote(OLD.residents_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 360 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.residents_yuan)
   WHERE row = NEW.id AND cid = 360 AND val IS json_quote(OLD.residents_yuan);
END;

CREATE TRIGGER final_account_journal_settled_yuan AFTER UPDATE OF settled_yuan ON final_account
WHEN OLD.settled_yuan IS NOT NEW.settled_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 357, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.settled_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (357, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 357 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.settled_yuan)) DESC,
                    o.cid = 357 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 357 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 357 AND h.val IS json_quote(OLD.settled_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 357 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.settled_yuan)
   WHERE row = NEW.id AND cid = 357 AND val IS json_quote(OLD.settled_yuan);
END;

CREATE TRIGGER final_account_journal_social_yuan AFTER UPDATE OF social_yuan ON final_account
WHEN OLD.social_yuan IS NOT NEW.social_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 361, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.social_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (361, 354) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 361 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.social_yuan)) DESC,
                    o.cid = 361 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 361 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 361 AND h.val IS json_quote(OLD.social_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 361 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.social_yuan)
   WHERE row = NEW.id AND cid = 361 AND val IS json_quote(OLD.social_yuan);
END;

CREATE TRIGGER gate_record_guard_delete BEFORE DELETE ON gate_record WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER gate_record_guard_deleted BEFORE UPDATE ON gate_record
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER gate_record_guard_insert BEFORE INSERT ON gate_record WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER gate_record_guard_key BEFORE UPDATE OF id, project_id ON gate_record
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER gate_record_journal_authority AFTER UPDATE OF authority ON gate_record
WHEN OLD.authority IS NOT NEW.authority AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 310, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.authority)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (310, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 310 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.authority)) DESC,
                    o.cid = 310 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 310 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 310 AND h.val IS json_quote(OLD.authority)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 310 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.authority)
   WHERE row = NEW.id AND cid = 310 AND val IS json_quote(OLD.authority);
END;

CREATE TRIGGER gate_record_journal_by_id AFTER UPDATE OF by_id ON gate_record
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 314, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (314, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 314 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 314 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 314 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 314 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 314 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 314 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER gate_record_journal_deleted AFTER UPDATE OF deleted ON gate_record
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 315, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (315, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 315 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 315 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 315 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 315 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 315 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 315 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 315 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 315 AND k.tbl = 'gate_record' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER gate_record_journal_holds AFTER UPDATE OF holds ON gate_record
WHEN OLD.holds IS NOT NEW.holds AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 313, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.holds)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (313, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 313 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.holds)) DESC,
                    o.cid = 313 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 313 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 313 AND h.val IS json_quote(OLD.holds)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 313 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.holds)
   WHERE row = NEW.id AND cid = 313 AND val IS json_quote(OLD.holds);
END;

CREATE TRIGGER gate_record_journal_insert AFTER INSERT ON gate_record WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 306, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'kind', NEW.kind, 'target', NEW.target, 'said_on', NEW.said_on, 'authority', NEW.authority, 'paper', NEW.paper, 'reason', NEW.reason, 'holds', NEW.holds, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER gate_record_journal_kind AFTER UPDATE OF kind ON gate_record
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 307, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (307, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 307 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 307 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 307 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 307 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 307 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 307 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER gate_record_journal_paper AFTER UPDATE OF paper ON gate_record
WHEN OLD.paper IS NOT NEW.paper AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 311, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.paper)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (311, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 311 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.paper)) DESC,
                    o.cid = 311 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 311 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 311 AND h.val IS json_quote(OLD.paper)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 311 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.paper)
   WHERE row = NEW.id AND cid = 311 AND val IS json_quote(OLD.paper);
END;

CREATE TRIGGER gate_record_journal_reason AFTER UPDATE OF reason ON gate_record
WHEN OLD.reason IS NOT NEW.reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 312, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (312, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 312 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reason)) DESC,
                    o.cid = 312 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 312 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 312 AND h.val IS json_quote(OLD.reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 312 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reason)
   WHERE row = NEW.id AND cid = 312 AND val IS json_quote(OLD.reason);
END;

CREATE TRIGGER gate_record_journal_said_on AFTER UPDATE OF said_on ON gate_record
WHEN OLD.said_on IS NOT NEW.said_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 309, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.said_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (309, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 309 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.said_on)) DESC,
                    o.cid = 309 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 309 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 309 AND h.val IS json_quote(OLD.said_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 309 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.said_on)
   WHERE row = NEW.id AND cid = 309 AND val IS json_quote(OLD.said_on);
END;

CREATE TRIGGER gate_record_journal_target AFTER UPDATE OF target ON gate_record
WHEN OLD.target IS NOT NEW.target AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 308, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.target)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (308, 306) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 308 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.target)) DESC,
                    o.cid = 308 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 308 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 308 AND h.val IS json_quote(OLD.target)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 308 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.target)
   WHERE row = NEW.id AND cid = 308 AND val IS json_quote(OLD.target);
END;

CREATE TRIGGER handover_row_guard_delete BEFORE DELETE ON handover_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER handover_row_guard_deleted BEFORE UPDATE ON handover_row
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER handover_row_guard_insert BEFORE INSERT ON handover_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER handover_row_guard_key BEFORE UPDATE OF id, project_id ON handover_row
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER handover_row_journal_deleted AFTER UPDATE OF deleted ON handover_row
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 387, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (387, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 387 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 387 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 387 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 387 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 387 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 387 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 387 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 387 AND k.tbl = 'handover_row' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER handover_row_journal_handed_on AFTER UPDATE OF handed_on ON handover_row
WHEN OLD.handed_on IS NOT NEW.handed_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 383, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.handed_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (383, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 383 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.handed_on)) DESC,
                    o.cid = 383 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 383 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 383 AND h.val IS json_quote(OLD.handed_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 383 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.handed_on)
   WHERE row = NEW.id AND cid = 383 AND val IS json_quote(OLD.handed_on);
END;

CREATE TRIGGER handover_row_journal_insert AFTER INSERT ON handover_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 378, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'kind', NEW.kind, 'item', NEW.item, 'quantity', NEW.quantity, 'receiver', NEW.receiver, 'handed_on', NEW.handed_on, 'paper', NEW.paper, 'note', NEW.note, 'position', NEW.position))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER handover_row_journal_item AFTER UPDATE OF item ON handover_row
WHEN OLD.item IS NOT NEW.item AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 380, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.item)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (380, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 380 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.item)) DESC,
                    o.cid = 380 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 380 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 380 AND h.val IS json_quote(OLD.item)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 380 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.item)
   WHERE row = NEW.id AND cid = 380 AND val IS json_quote(OLD.item);
END;

CREATE TRIGGER handover_row_journal_kind AFTER UPDATE OF kind ON handover_row
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 379, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (379, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 379 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 379 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 379 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 379 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 379 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 379 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER handover_row_journal_note AFTER UPDATE OF note ON handover_row
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 385, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (385, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 385 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 385 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 385 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 385 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 385 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 385 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER handover_row_journal_paper AFTER UPDATE OF paper ON handover_row
WHEN OLD.paper IS NOT NEW.paper AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 384, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.paper)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (384, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 384 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.paper)) DESC,
                    o.cid = 384 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 384 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 384 AND h.val IS json_quote(OLD.paper)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 384 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.paper)
   WHERE row = NEW.id AND cid = 384 AND val IS json_quote(OLD.paper);
END;

CREATE TRIGGER handover_row_journal_position AFTER UPDATE OF position ON handover_row
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 386, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (386, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 386 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 386 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 386 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 386 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 386 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 386 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER handover_row_journal_quantity AFTER UPDATE OF quantity ON handover_row
WHEN OLD.quantity IS NOT NEW.quantity AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 381, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.quantity)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (381, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 381 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.quantity)) DESC,
                    o.cid = 381 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 381 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 381 AND h.val IS json_quote(OLD.quantity)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 381 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.quantity)
   WHERE row = NEW.id AND cid = 381 AND val IS json_quote(OLD.quantity);
END;

CREATE TRIGGER handover_row_journal_receiver AFTER UPDATE OF receiver ON handover_row
WHEN OLD.receiver IS NOT NEW.receiver AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 382, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.receiver)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (382, 378) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 382 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.receiver)) DESC,
                    o.cid = 382 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 382 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 382 AND h.val IS json_quote(OLD.receiver)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 382 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.receiver)
   WHERE row = NEW.id AND cid = 382 AND val IS json_quote(OLD.receiver);
END;

CREATE TRIGGER management_guard_delete BEFORE DELETE ON management WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER management_guard_deleted BEFORE UPDATE ON management
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER management_guard_insert BEFORE INSERT ON management WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER management_guard_key BEFORE UPDATE OF id, project_id ON management
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER management_journal_agreement AFTER UPDATE OF agreement ON management
WHEN OLD.agreement IS NOT NEW.agreement AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 391, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.agreement)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (391, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 391 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.agreement)) DESC,
                    o.cid = 391 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 391 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 391 AND h.val IS json_quote(OLD.agreement)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 391 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.agreement)
   WHERE row = NEW.id AND cid = 391 AND val IS json_quote(OLD.agreement);
END;

CREATE TRIGGER management_journal_body AFTER UPDATE OF body ON management
WHEN OLD.body IS NOT NEW.body AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 390, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.body)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (390, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 390 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.body)) DESC,
                    o.cid = 390 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 390 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 390 AND h.val IS json_quote(OLD.body)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 390 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.body)
   WHERE row = NEW.id AND cid = 390 AND val IS json_quote(OLD.body);
END;

CREATE TRIGGER management_journal_deleted AFTER UPDATE OF deleted ON management
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 397, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (397, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 397 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 397 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 397 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 397 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 397 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 397 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 397 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 397 AND k.tbl = 'management' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER management_journal_fund_on AFTER UPDATE OF fund_on ON management
WHEN OLD.fund_on IS NOT NEW.fund_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 394, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.fund_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (394, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 394 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.fund_on)) DESC,
                    o.cid = 394 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 394 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 394 AND h.val IS json_quote(OLD.fund_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 394 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.fund_on)
   WHERE row = NEW.id AND cid = 394 AND val IS json_quote(OLD.fund_on);
END;

CREATE TRIGGER management_journal_insert AFTER INSERT ON management WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 388, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'mode', NEW.mode, 'body', NEW.body, 'agreement', NEW.agreement, 'signed_on', NEW.signed_on, 'until_on', NEW.until_on, 'fund_on', NEW.fund_on, 'rules_on', NEW.rules_on, 'note', NEW.note))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER management_journal_mode AFTER UPDATE OF mode ON management
WHEN OLD.mode IS NOT NEW.mode AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 389, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.mode)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (389, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 389 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.mode)) DESC,
                    o.cid = 389 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 389 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 389 AND h.val IS json_quote(OLD.mode)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 389 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.mode)
   WHERE row = NEW.id AND cid = 389 AND val IS json_quote(OLD.mode);
END;

CREATE TRIGGER management_journal_note AFTER UPDATE OF note ON management
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 396, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (396, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 396 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 396 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 396 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 396 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 396 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 396 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER management_journal_rules_on AFTER UPDATE OF rules_on ON management
WHEN OLD.rules_on IS NOT NEW.rules_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 395, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.rules_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (395, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 395 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.rules_on)) DESC,
                    o.cid = 395 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 395 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 395 AND h.val IS json_quote(OLD.rules_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 395 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.rules_on)
   WHERE row = NEW.id AND cid = 395 AND val IS json_quote(OLD.rules_on);
END;

CREATE TRIGGER management_journal_signed_on AFTER UPDATE OF signed_on ON management
WHEN OLD.signed_on IS NOT NEW.signed_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 392, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.signed_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (392, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 392 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.signed_on)) DESC,
                    o.cid = 392 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 392 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 392 AND h.val IS json_quote(OLD.signed_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 392 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.signed_on)
   WHERE row = NEW.id AND cid = 392 AND val IS json_quote(OLD.signed_on);
END;

CREATE TRIGGER management_journal_until_on AFTER UPDATE OF until_on ON management
WHEN OLD.until_on IS NOT NEW.until_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 393, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.until_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (393, 388) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 393 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.until_on)) DESC,
                    o.cid = 393 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 393 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 393 AND h.val IS json_quote(OLD.until_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 393 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.until_on)
   WHERE row = NEW.id AND cid = 393 AND val IS json_quote(OLD.until_on);
END;

CREATE TRIGGER mandate_guard_delete BEFORE DELETE ON mandate WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER mandate_guard_deleted BEFORE UPDATE ON mandate
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER mandate_guard_insert BEFORE INSERT ON mandate WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER mandate_guard_key BEFORE UPDATE OF id, project_id ON mandate
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER mandate_journal_at_ms AFTER UPDATE OF at_ms ON mandate
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 208, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (208, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 208 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 208 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 208 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 208 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 208 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 208 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER mandate_journal_by_id AFTER UPDATE OF by_id ON mandate
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 209, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (209, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 209 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 209 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 209 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 209 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 209 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 209 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER mandate_journal_code AFTER UPDATE OF code ON mandate
WHEN OLD.code IS NOT NEW.code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 206, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (206, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 206 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.code)) DESC,
                    o.cid = 206 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 206 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 206 AND h.val IS json_quote(OLD.code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 206 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.code)
   WHERE row = NEW.id AND cid = 206 AND val IS json_quote(OLD.code);
END;

CREATE TRIGGER mandate_journal_deleted AFTER UPDATE OF deleted ON mandate
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 210, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (210, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 210 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 210 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 210 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 210 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 210 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 210 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 210 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 210 AND k.tbl = 'mandate' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER mandate_journal_insert AFTER INSERT ON mandate WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 200, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'kind', NEW.kind, 'subject', NEW.subject, 'role', NEW.role, 'name', NEW.name, 'unit', NEW.unit, 'code', NEW.code, 'seal_key', NEW.seal_key, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER mandate_journal_kind AFTER UPDATE OF kind ON mandate
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 201, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (201, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 201 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 201 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 201 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 201 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 201 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 201 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER mandate_journal_name AFTER UPDATE OF name ON mandate
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 204, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (204, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 204 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 204 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 204 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 204 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 204 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 204 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER mandate_journal_role AFTER UPDATE OF role ON mandate
WHEN OLD.role IS NOT NEW.role AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 203, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.role)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (203, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 203 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.role)) DESC,
                    o.cid = 203 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 203 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 203 AND h.val IS json_quote(OLD.role)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 203 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.role)
   WHERE row = NEW.id AND cid = 203 AND val IS json_quote(OLD.role);
END;

CREATE TRIGGER mandate_journal_seal_key AFTER UPDATE OF seal_key ON mandate
WHEN OLD.seal_key IS NOT NEW.seal_key AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 207, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.seal_key)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (207, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 207 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.seal_key)) DESC,
                    o.cid = 207 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 207 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 207 AND h.val IS json_quote(OLD.seal_key)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 207 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.seal_key)
   WHERE row = NEW.id AND cid = 207 AND val IS json_quote(OLD.seal_key);
END;

CREATE TRIGGER mandate_journal_subject AFTER UPDATE OF subject ON mandate
WHEN OLD.subject IS NOT NEW.subject AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 202, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.subject)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (202, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 202 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.subject)) DESC,
                    o.cid = 202 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 202 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 202 AND h.val IS json_quote(OLD.subject)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 202 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.subject)
   WHERE row = NEW.id AND cid = 202 AND val IS json_quote(OLD.subject);
END;

CREATE TRIGGER mandate_journal_unit AFTER UPDATE OF unit ON mandate
WHEN OLD.unit IS NOT NEW.unit AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 205, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.unit)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (205, 200) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 205 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.unit)) DESC,
                    o.cid = 205 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 205 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 205 AND h.val IS json_quote(OLD.unit)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 205 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.unit)
   WHERE row = NEW.id AND cid = 205 AND val IS json_quote(OLD.unit);
END;

CREATE TRIGGER mandate_end_guard_delete BEFORE DELETE ON mandate_end WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER mandate_end_guard_deleted BEFORE UPDATE ON mandate_end
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER mandate_end_guard_insert BEFORE INSERT ON mandate_end WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER mandate_end_guard_key BEFORE UPDATE OF id, project_id ON mandate_end
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER mandate_end_journal_accepts AFTER UPDATE OF accepts ON mandate_end
WHEN OLD.accepts IS NOT NEW.accepts AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 213, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.accepts)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (213, 211) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 213 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.accepts)) DESC,
                    o.cid = 213 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 213 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 213 AND h.val IS json_quote(OLD.accepts)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 213 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.accepts)
   WHERE row = NEW.id AND cid = 213 AND val IS json_quote(OLD.accepts);
END;

CREATE TRIGGER mandate_end_journal_at_ms AFTER UPDATE OF at_ms ON mandate_end
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 215, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (215, 211) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 215 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 215 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 215 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 215 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 215 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 215 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER mandate_end_journal_by_id AFTER UPDATE OF by_id ON mandate_end
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 216, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (216, 211) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 216 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 216 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 216 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 216 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 216 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 216 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER mandate_end_journal_deleted AFTER UPDATE OF deleted ON mandate_end
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 217, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (217, 211) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 217 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 217 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 217 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 217 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 217 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 217 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 217 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 217 AND k.tbl = 'mandate_end' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER mandate_end_journal_insert AFTER INSERT ON mandate_end WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 211, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'mandate_id', NEW.mandate_id, 'accepts', NEW.accepts, 'reason', NEW.reason, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER mandate_end_journal_mandate_id AFTER UPDATE OF mandate_id ON mandate_end
WHEN OLD.mandate_id IS NOT NEW.mandate_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 212, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.mandate_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (212, 211) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 212 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.mandate_id)) DESC,
                    o.cid = 212 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 212 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 212 AND h.val IS json_quote(OLD.mandate_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 212 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.mandate_id)
   WHERE row = NEW.id AND cid = 212 AND val IS json_quote(OLD.mandate_id);
END;

CREATE TRIGGER mandate_end_journal_reason AFTER UPDATE OF reason ON mandate_end
WHEN OLD.reason IS NOT NEW.reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 214, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (214, 211) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 214 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reason)) DESC,
                    o.cid = 214 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 214 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 214 AND h.val IS json_quote(OLD.reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 214 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reason)
   WHERE row = NEW.id AND cid = 214 AND val IS json_quote(OLD.reason);
END;

CREATE TRIGGER meeting_guard_delete BEFORE DELETE ON meeting WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER meeting_guard_deleted BEFORE UPDATE ON meeting
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER meeting_guard_insert BEFORE INSERT ON meeting WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER meeting_guard_key BEFORE UPDATE OF id, project_id ON meeting
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER meeting_journal_agenda AFTER UPDATE OF agenda ON meeting
WHEN OLD.agenda IS NOT NEW.agenda AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 437, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.agenda)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (437, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 437 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.agenda)) DESC,
                    o.cid = 437 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 437 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 437 AND h.val IS json_quote(OLD.agenda)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 437 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.agenda)
   WHERE row = NEW.id AND cid = 437 AND val IS json_quote(OLD.agenda);
END;

CREATE TRIGGER meeting_journal_chair AFTER UPDATE OF chair ON meeting
WHEN OLD.chair IS NOT NEW.chair AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 229, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.chair)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (229, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 229 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.chair)) DESC,
                    o.cid = 229 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 229 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 229 AND h.val IS json_quote(OLD.chair)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 229 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.chair)
   WHERE row = NEW.id AND cid = 229 AND val IS json_quote(OLD.chair);
END;

CREATE TRIGGER meeting_journal_deleted AFTER UPDATE OF deleted ON meeting
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 232, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (232, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 232 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 232 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 232 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 232 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 232 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 232 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 232 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 232 AND k.tbl = 'meeting' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER meeting_journal_held_on AFTER UPDATE OF held_on ON meeting
WHEN OLD.held_on IS NOT NEW.held_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 227, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.held_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (227, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 227 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.held_on)) DESC,
                    o.cid = 227 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 227 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 227 AND h.val IS json_quote(OLD.held_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 227 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.held_on)
   WHERE row = NEW.id AND cid = 227 AND val IS json_quote(OLD.held_on);
END;

CREATE TRIGGER meeting_journal_insert AFTER INSERT ON meeting WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 224, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'round', NEW.round, 'held_on', NEW.held_on, 'venue', NEW.venue, 'chair', NEW.chair, 'rules', NEW.rules, 'verdict', NEW.verdict, 'agenda', NEW.agenda))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER meeting_journal_number AFTER UPDATE OF number ON meeting
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 225, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (225, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 225 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 225 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 225 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 225 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 225 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 225 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER meeting_journal_round AFTER UPDATE OF round ON meeting
WHEN OLD.round IS NOT NEW.round AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 226, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.round)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (226, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 226 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.round)) DESC,
                    o.cid = 226 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 226 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 226 AND h.val IS json_quote(OLD.round)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 226 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.round)
   WHERE row = NEW.id AND cid = 226 AND val IS json_quote(OLD.round);
END;

CREATE TRIGGER meeting_journal_rules AFTER UPDATE OF rules ON meeting
WHEN OLD.rules IS NOT NEW.rules AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 230, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.rules)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (230, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 230 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.rules)) DESC,
                    o.cid = 230 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 230 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 230 AND h.val IS json_quote(OLD.rules)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 230 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.rules)
   WHERE row = NEW.id AND cid = 230 AND val IS json_quote(OLD.rules);
END;

CREATE TRIGGER meeting_journal_venue AFTER UPDATE OF venue ON meeting
WHEN OLD.venue IS NOT NEW.venue AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 228, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.venue)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (228, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 228 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.venue)) DESC,
                    o.cid = 228 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 228 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 228 AND h.val IS json_quote(OLD.venue)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 228 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.venue)
   WHERE row = NEW.id AND cid = 228 AND val IS json_quote(OLD.venue);
END;

CREATE TRIGGER meeting_journal_verdict AFTER UPDATE OF verdict ON meeting
WHEN OLD.verdict IS NOT NEW.verdict AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 231, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.verdict)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (231, 224) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 231 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.verdict)) DESC,
                    o.cid = 231 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 231 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 231 AND h.val IS json_quote(OLD.verdict)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 231 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.verdict)
   WHERE row = NEW.id AND cid = 231 AND val IS json_quote(OLD.verdict);
END;

CREATE TRIGGER meeting_group_guard_delete BEFORE DELETE ON meeting_group WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER meeting_group_guard_deleted BEFORE UPDATE ON meeting_group
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER meeting_group_guard_insert BEFORE INSERT ON meeting_group WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER meeting_group_guard_key BEFORE UPDATE OF id, project_id ON meeting_group
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER meeting_group_journal_deleted AFTER UPDATE OF deleted ON meeting_group
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 263, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (263, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 263 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 263 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 263 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 263 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 263 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 263 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 263 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 263 AND k.tbl = 'meeting_group' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER meeting_group_journal_insert AFTER INSERT ON meeting_group WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 253, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'meeting_id', NEW.meeting_id, 'kind', NEW.kind, 'name', NEW.name, 'scope', NEW.scope, 'items', NEW.items, 'members', NEW.members, 'said', NEW.said, 'missing', NEW.missing, 'position', NEW.position))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER meeting_group_journal_items AFTER UPDATE OF items ON meeting_group
WHEN OLD.items IS NOT NEW.items AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 258, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.items)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (258, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 258 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.items)) DESC,
                    o.cid = 258 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 258 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 258 AND h.val IS json_quote(OLD.items)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 258 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.items)
   WHERE row = NEW.id AND cid = 258 AND val IS json_quote(OLD.items);
END;

CREATE TRIGGER meeting_group_journal_kind AFTER UPDATE OF kind ON meeting_group
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 255, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (255, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 255 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 255 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 255 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 255 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 255 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 255 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER meeting_group_journal_meeting_id AFTER UPDATE OF meeting_id ON meeting_group
WHEN OLD.meeting_id IS NOT NEW.meeting_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 254, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.meeting_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (254, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 254 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.meeting_id)) DESC,
                    o.cid = 254 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 254 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 254 AND h.val IS json_quote(OLD.meeting_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 254 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.meeting_id)
   WHERE row = NEW.id AND cid = 254 AND val IS json_quote(OLD.meeting_id);
END;

CREATE TRIGGER meeting_group_journal_members AFTER UPDATE OF members ON meeting_group
WHEN OLD.members IS NOT NEW.members AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 259, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.members)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (259, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 259 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.members)) DESC,
                    o.cid = 259 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 259 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 259 AND h.val IS json_quote(OLD.members)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 259 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.members)
   WHERE row = NEW.id AND cid = 259 AND val IS json_quote(OLD.members);
END;

CREATE TRIGGER meeting_group_journal_missing AFTER UPDATE OF missing ON meeting_group
WHEN OLD.missing IS NOT NEW.missing AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 261, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.missing)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (261, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 261 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.missing)) DESC,
                    o.cid = 261 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 261 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 261 AND h.val IS json_quote(OLD.missing)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 261 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.missing)
   WHERE row = NEW.id AND cid = 261 AND val IS json_quote(OLD.missing);
END;

CREATE TRIGGER meeting_group_journal_name AFTER UPDATE OF name ON meeting_group
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 256, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (256, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 256 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 256 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 256 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 256 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 256 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 256 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER meeting_group_journal_position AFTER UPDATE OF position ON meeting_group
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 262, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (262, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 262 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 262 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 262 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 262 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 262 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 262 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER meeting_group_journal_said AFTER UPDATE OF said ON meeting_group
WHEN OLD.said IS NOT NEW.said AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 260, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.said)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (260, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 260 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.said)) DESC,
                    o.cid = 260 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 260 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 260 AND h.val IS json_quote(OLD.said)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 260 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.said)
   WHERE row = NEW.id AND cid = 260 AND val IS json_quote(OLD.said);
END;

CREATE TRIGGER meeting_group_journal_scope AFTER UPDATE OF scope ON meeting_group
WHEN OLD.scope IS NOT NEW.scope AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 257, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.scope)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (257, 253) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 257 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.scope)) DESC,
                    o.cid = 257 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 257 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 257 AND h.val IS json_quote(OLD.scope)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 257 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.scope)
   WHERE row = NEW.id AND cid = 257 AND val IS json_quote(OLD.scope);
END;

CREATE TRIGGER notice_guard_delete BEFORE DELETE ON notice WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER notice_guard_deleted BEFORE UPDATE ON notice
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER notice_guard_insert BEFORE INSERT ON notice WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER notice_guard_key BEFORE UPDATE OF id, project_id ON notice
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER notice_journal_by_id AFTER UPDATE OF by_id ON notice
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 135, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (135, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 135 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 135 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 135 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 135 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 135 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 135 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER notice_journal_deleted AFTER UPDATE OF deleted ON notice
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 136, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (136, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 136 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 136 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 136 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 136 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 136 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 136 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 136 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 136 AND k.tbl = 'notice' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER notice_journal_demand AFTER UPDATE OF demand ON notice
WHEN OLD.demand IS NOT NEW.demand AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 134, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.demand)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (134, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 134 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.demand)) DESC,
                    o.cid = 134 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 134 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 134 AND h.val IS json_quote(OLD.demand)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 134 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.demand)
   WHERE row = NEW.id AND cid = 134 AND val IS json_quote(OLD.demand);
END;

CREATE TRIGGER notice_journal_due_on AFTER UPDATE OF due_on ON notice
WHEN OLD.due_on IS NOT NEW.due_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 132, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.due_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (132, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 132 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.due_on)) DESC,
                    o.cid = 132 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 132 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 132 AND h.val IS json_quote(OLD.due_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 132 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.due_on)
   WHERE row = NEW.id AND cid = 132 AND val IS json_quote(OLD.due_on);
END;

CREATE TRIGGER notice_journal_insert AFTER INSERT ON notice WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 128, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'party_id', NEW.party_id, 'issued_on', NEW.issued_on, 'due_on', NEW.due_on, 'recheck_mode', NEW.recheck_mode, 'demand', NEW.demand, 'by_id', NEW.by_id, 'term', NEW.term, 'withdrawn', NEW.withdrawn))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER notice_journal_issued_on AFTER UPDATE OF issued_on ON notice
WHEN OLD.issued_on IS NOT NEW.issued_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 131, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.issued_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (131, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 131 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.issued_on)) DESC,
                    o.cid = 131 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 131 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 131 AND h.val IS json_quote(OLD.issued_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 131 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.issued_on)
   WHERE row = NEW.id AND cid = 131 AND val IS json_quote(OLD.issued_on);
END;

CREATE TRIGGER notice_journal_number AFTER UPDATE OF number ON notice
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 129, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (129, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 129 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 129 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 129 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 129 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 129 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 129 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER notice_journal_party_id AFTER UPDATE OF party_id ON notice
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 130, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (130, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 130 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 130 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 130 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 130 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 130 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 130 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER notice_journal_recheck_mode AFTER UPDATE OF recheck_mode ON notice
WHEN OLD.recheck_mode IS NOT NEW.recheck_mode AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 133, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.recheck_mode)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (133, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 133 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.recheck_mode)) DESC,
                    o.cid = 133 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 133 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 133 AND h.val IS json_quote(OLD.recheck_mode)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 133 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.recheck_mode)
   WHERE row = NEW.id AND cid = 133 AND val IS json_quote(OLD.recheck_mode);
END;

CREATE TRIGGER notice_journal_term AFTER UPDATE OF term ON notice
WHEN OLD.term IS NOT NEW.term AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 333, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.term)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (333, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 333 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.term)) DESC,
                    o.cid = 333 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 333 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 333 AND h.val IS json_quote(OLD.term)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 333 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.term)
   WHERE row = NEW.id AND cid = 333 AND val IS json_quote(OLD.term);
END;

CREATE TRIGGER notice_journal_withdrawn AFTER UPDATE OF withdrawn ON notice
WHEN OLD.withdrawn IS NOT NEW.withdrawn AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 334, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.withdrawn)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (334, 128) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 334 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.withdrawn)) DESC,
                    o.cid = 334 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 334 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 334 AND h.val IS json_quote(OLD.withdrawn)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 334 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.withdrawn)
   WHERE row = NEW.id AND cid = 334 AND val IS json_quote(OLD.withdrawn);
END;

CREATE TRIGGER notice_row_guard_delete BEFORE DELETE ON notice_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER notice_row_guard_deleted BEFORE UPDATE ON notice_row
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER notice_row_guard_insert BEFORE INSERT ON notice_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER notice_row_guard_key BEFORE UPDATE OF id, project_id ON notice_row
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER notice_row_journal_defect_id AFTER UPDATE OF defect_id ON notice_row
WHEN OLD.defect_id IS NOT NEW.defect_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 139, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.defect_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (139, 137) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 139 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.defect_id)) DESC,
                    o.cid = 139 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 139 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 139 AND h.val IS json_quote(OLD.defect_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 139 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.defect_id)
   WHERE row = NEW.id AND cid = 139 AND val IS json_quote(OLD.defect_id);
END;

CREATE TRIGGER notice_row_journal_deleted AFTER UPDATE OF deleted ON notice_row
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 141, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (141, 137) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 141 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 141 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 141 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 141 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 141 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 141 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 141 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 141 AND k.tbl = 'notice_row' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER notice_row_journal_insert AFTER INSERT ON notice_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 137, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'notice_id', NEW.notice_id, 'defect_id', NEW.defect_id, 'position', NEW.position))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER notice_row_journal_notice_id AFTER UPDATE OF notice_id ON notice_row
WHEN OLD.notice_id IS NOT NEW.notice_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 138, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.notice_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (138, 137) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 138 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.notice_id)) DESC,
                    o.cid = 138 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 138 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 138 AND h.val IS json_quote(OLD.notice_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 138 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.notice_id)
   WHERE row = NEW.id AND cid = 138 AND val IS json_quote(OLD.notice_id);
END;

CREATE TRIGGER notice_row_journal_position AFTER UPDATE OF position ON notice_row
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 140, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (140, 137) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 140 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 140 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 140 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 140 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 140 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 140 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER objection_guard_delete BEFORE DELETE ON objection WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER objection_guard_deleted BEFORE UPDATE ON objection
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER objection_guard_insert BEFORE INSERT ON objection WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER objection_guard_key BEFORE UPDATE OF id, project_id ON objection
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER objection_journal_answer AFTER UPDATE OF answer ON objection
WHEN OLD.answer IS NOT NEW.answer AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 292, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.answer)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (292, 288) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 292 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.answer)) DESC,
                    o.cid = 292 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 292 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 292 AND h.val IS json_quote(OLD.answer)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 292 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.answer)
   WHERE row = NEW.id AND cid = 292 AND val IS json_quote(OLD.answer);
END;

CREATE TRIGGER objection_journal_answered_on AFTER UPDATE OF answered_on ON objection
WHEN OLD.answered_on IS NOT NEW.answered_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 293, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.answered_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (293, 288) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 293 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.answered_on)) DESC,
                    o.cid = 293 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 293 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 293 AND h.val IS json_quote(OLD.answered_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 293 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.answered_on)
   WHERE row = NEW.id AND cid = 293 AND val IS json_quote(OLD.answered_on);
END;

CREATE TRIGGER objection_journal_deleted AFTER UPDATE OF deleted ON objection
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 294, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (294, 288) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 294 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 294 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 294 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 294 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 294 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 294 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 294 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 294 AND k.tbl = 'objection' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER objection_journal_insert AFTER INSERT ON objection WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 288, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'publicity_id', NEW.publicity_id, 'text', NEW.text, 'raised_on', NEW.raised_on, 'answer', NEW.answer, 'answered_on', NEW.answered_on))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER objection_journal_publicity_id AFTER UPDATE OF publicity_id ON objection
WHEN OLD.publicity_id IS NOT NEW.publicity_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 289, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.publicity_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (289, 288) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 289 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.publicity_id)) DESC,
                    o.cid = 289 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 289 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 289 AND h.val IS json_quote(OLD.publicity_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 289 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.publicity_id)
   WHERE row = NEW.id AND cid = 289 AND val IS json_quote(OLD.publicity_id);
END;

CREATE TRIGGER objection_journal_raised_on AFTER UPDATE OF raised_on ON objection
WHEN OLD.raised_on IS NOT NEW.raised_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 291, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.raised_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (291, 288) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 291 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.raised_on)) DESC,
                    o.cid = 291 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 291 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 291 AND h.val IS json_quote(OLD.raised_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 291 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.raised_on)
   WHERE row = NEW.id AND cid = 291 AND val IS json_quote(OLD.raised_on);
END;

CREATE TRIGGER objection_journal_text AFTER UPDATE OF text ON objection
WHEN OLD.text IS NOT NEW.text AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 290, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.text)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (290, 288) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 290 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.text)) DESC,
                    o.cid = 290 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 290 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 290 AND h.val IS json_quote(OLD.text)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 290 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.text)
   WHERE row = NEW.id AND cid = 290 AND val IS json_quote(OLD.text);
END;

CREATE TRIGGER opinion_guard_delete BEFORE DELETE ON opinion WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER opinion_guard_deleted BEFORE UPDATE ON opinion
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER opinion_guard_insert BEFORE INSERT ON opinion WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER opinion_guard_key BEFORE UPDATE OF id, project_id ON opinion
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER opinion_journal_deleted AFTER UPDATE OF deleted ON opinion
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 247, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (247, 243) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 247 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 247 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 247 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 247 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 247 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 247 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 247 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 247 AND k.tbl = 'opinion' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER opinion_journal_insert AFTER INSERT ON opinion WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 243, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'meeting_id', NEW.meeting_id, 'party_id', NEW.party_id, 'said', NEW.said, 'letter_sha256', NEW.letter_sha256, 'letter_name', NEW.letter_name))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER opinion_journal_letter_name AFTER UPDATE OF letter_name ON opinion
WHEN OLD.letter_name IS NOT NEW.letter_name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 486, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.letter_name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (486, 243) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 486 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.letter_name)) DESC,
                    o.cid = 486 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 486 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 486 AND h.val IS json_quote(OLD.letter_name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 486 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.letter_name)
   WHERE row = NEW.id AND cid = 486 AND val IS json_quote(OLD.letter_name);
END;

CREATE TRIGGER opinion_journal_letter_sha256 AFTER UPDATE OF letter_sha256 ON opinion
WHEN OLD.letter_sha256 IS NOT NEW.letter_sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 485, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.letter_sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (485, 243) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 485 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.letter_sha256)) DESC,
                    o.cid = 485 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 485 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 485 AND h.val IS json_quote(OLD.letter_sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 485 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.letter_sha256)
   WHERE row = NEW.id AND cid = 485 AND val IS json_quote(OLD.letter_sha256);
END;

CREATE TRIGGER opinion_journal_meeting_id AFTER UPDATE OF meeting_id ON opinion
WHEN OLD.meeting_id IS NOT NEW.meeting_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 244, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.meeting_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (244, 243) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 244 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.meeting_id)) DESC,
                    o.cid = 244 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 244 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 244 AND h.val IS json_quote(OLD.meeting_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 244 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.meeting_id)
   WHERE row = NEW.id AND cid = 244 AND val IS json_quote(OLD.meeting_id);
END;

CREATE TRIGGER opinion_journal_party_id AFTER UPDATE OF party_id ON opinion
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 245, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (245, 243) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 245 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 245 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 245 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 245 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 245 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 245 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER opinion_journal_said AFTER UPDATE OF said ON opinion
WHEN OLD.said IS NOT NEW.said AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 246, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.said)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (246, 243) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 246 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.said)) DESC,
                    o.cid = 246 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 246 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 246 AND h.val IS json_quote(OLD.said)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 246 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.said)
   WHERE row = NEW.id AND cid = 246 AND val IS json_quote(OLD.said);
END;

CREATE TRIGGER opinion_condition_guard_delete BEFORE DELETE ON opinion_condition WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER opinion_condition_guard_deleted BEFORE UPDATE ON opinion_condition
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER opinion_condition_guard_insert BEFORE INSERT ON opinion_condition WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER opinion_condition_guard_key BEFORE UPDATE OF id, project_id ON opinion_condition
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER opinion_condition_journal_defect_id AFTER UPDATE OF defect_id ON opinion_condition
WHEN OLD.defect_id IS NOT NEW.defect_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 251, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.defect_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (251, 248) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 251 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.defect_id)) DESC,
                    o.cid = 251 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 251 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 251 AND h.val IS json_quote(OLD.defect_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 251 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.defect_id)
   WHERE row = NEW.id AND cid = 251 AND val IS json_quote(OLD.defect_id);
END;

CREATE TRIGGER opinion_condition_journal_deleted AFTER UPDATE OF deleted ON opinion_condition
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 252, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (252, 248) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 252 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 252 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 252 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 252 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 252 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 252 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 252 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 252 AND k.tbl = 'opinion_condition' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER opinion_condition_journal_insert AFTER INSERT ON opinion_condition WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 248, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'meeting_id', NEW.meeting_id, 'party_id', NEW.party_id, 'defect_id', NEW.defect_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER opinion_condition_journal_meeting_id AFTER UPDATE OF meeting_id ON opinion_condition
WHEN OLD.meeting_id IS NOT NEW.meeting_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 249, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.meeting_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (249, 248) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 249 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.meeting_id)) DESC,
                    o.cid = 249 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 249 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 249 AND h.val IS json_quote(OLD.meeting_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 249 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.meeting_id)
   WHERE row = NEW.id AND cid = 249 AND val IS json_quote(OLD.meeting_id);
END;

CREATE TRIGGER opinion_condition_journal_party_id AFTER UPDATE OF party_id ON opinion_condition
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 250, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (250, 248) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 250 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 250 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 250 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 250 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 250 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 250 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER party_guard_delete BEFORE DELETE ON party WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER party_guard_deleted BEFORE UPDATE ON party
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER party_guard_insert BEFORE INSERT ON party WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER party_guard_key BEFORE UPDATE OF id, project_id ON party
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER party_journal_deleted AFTER UPDATE OF deleted ON party
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 65, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (65, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 65 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 65 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 65 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 65 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 65 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 65 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 65 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 65 AND k.tbl = 'party' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER party_journal_dismissed AFTER UPDATE OF dismissed ON party
WHEN OLD.dismissed IS NOT NEW.dismissed AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 484, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.dismissed)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (484, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 484 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.dismissed)) DESC,
                    o.cid = 484 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 484 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 484 AND h.val IS json_quote(OLD.dismissed)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 484 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.dismissed)
   WHERE row = NEW.id AND cid = 484 AND val IS json_quote(OLD.dismissed);
END;

CREATE TRIGGER party_journal_insert AFTER INSERT ON party WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 59, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'role', NEW.role, 'unit', NEW.unit, 'representative', NEW.representative, 'phone', NEW.phone, 'position', NEW.position, 'resident', NEW.resident, 'dismissed', NEW.dismissed))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER party_journal_phone AFTER UPDATE OF phone ON party
WHEN OLD.phone IS NOT NEW.phone AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 63, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.phone)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (63, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 63 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.phone)) DESC,
                    o.cid = 63 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 63 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 63 AND h.val IS json_quote(OLD.phone)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 63 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.phone)
   WHERE row = NEW.id AND cid = 63 AND val IS json_quote(OLD.phone);
END;

CREATE TRIGGER party_journal_position AFTER UPDATE OF position ON party
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 64, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (64, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 64 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 64 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 64 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 64 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 64 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 64 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER party_journal_representative AFTER UPDATE OF representative ON party
WHEN OLD.representative IS NOT NEW.representative AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 62, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.representative)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (62, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 62 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.representative)) DESC,
                    o.cid = 62 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 62 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 62 AND h.val IS json_quote(OLD.representative)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 62 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.representative)
   WHERE row = NEW.id AND cid = 62 AND val IS json_quote(OLD.representative);
END;

CREATE TRIGGER party_journal_resident AFTER UPDATE OF resident ON party
WHEN OLD.resident IS NOT NEW.resident AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 438, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.resident)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (438, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 438 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.resident)) DESC,
                    o.cid = 438 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 438 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 438 AND h.val IS json_quote(OLD.resident)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 438 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.resident)
   WHERE row = NEW.id AND cid = 438 AND val IS json_quote(OLD.resident);
END;

CREATE TRIGGER party_journal_role AFTER UPDATE OF role ON party
WHEN OLD.role IS NOT NEW.role AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 60, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.role)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (60, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 60 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.role)) DESC,
                    o.cid = 60 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 60 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 60 AND h.val IS json_quote(OLD.role)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 60 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.role)
   WHERE row = NEW.id AND cid = 60 AND val IS json_quote(OLD.role);
END;

CREATE TRIGGER party_journal_unit AFTER UPDATE OF unit ON party
WHEN OLD.unit IS NOT NEW.unit AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 61, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.unit)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (61, 59) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 61 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.unit)) DESC,
                    o.cid = 61 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 61 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 61 AND h.val IS json_quote(OLD.unit)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 61 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.unit)
   WHERE row = NEW.id AND cid = 61 AND val IS json_quote(OLD.unit);
END;

CREATE TRIGGER person_guard_delete BEFORE DELETE ON person WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER person_guard_deleted BEFORE UPDATE ON person
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER person_guard_insert BEFORE INSERT ON person WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER person_guard_key BEFORE UPDATE OF id, project_id ON person
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER person_journal_deleted AFTER UPDATE OF deleted ON person
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 4, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (4, 1) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 4 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 4 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 4 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 4 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 4 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 4 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 4 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 4 AND k.tbl = 'person' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER person_journal_insert AFTER INSERT ON person WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 1, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'name', NEW.name, 'unit', NEW.unit))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER person_journal_name AFTER UPDATE OF name ON person
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 2, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (2, 1) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 2 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 2 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 2 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 2 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 2 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 2 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER person_journal_unit AFTER UPDATE OF unit ON person
WHEN OLD.unit IS NOT NEW.unit AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 3, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.unit)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (3, 1) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 3 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.unit)) DESC,
                    o.cid = 3 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 3 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 3 AND h.val IS json_quote(OLD.unit)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 3 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.unit)
   WHERE row = NEW.id AND cid = 3 AND val IS json_quote(OLD.unit);
END;

CREATE TRIGGER photo_guard_delete BEFORE DELETE ON photo WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER photo_guard_deleted BEFORE UPDATE ON photo
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER photo_guard_insert BEFORE INSERT ON photo WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER photo_guard_key BEFORE UPDATE OF id, project_id ON photo
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER photo_journal_altitude_m AFTER UPDATE OF altitude_m ON photo
WHEN OLD.altitude_m IS NOT NEW.altitude_m AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 152, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.altitude_m)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (152, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 152 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.altitude_m)) DESC,
                    o.cid = 152 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 152 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 152 AND h.val IS json_quote(OLD.altitude_m)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 152 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.altitude_m)
   WHERE row = NEW.id AND cid = 152 AND val IS json_quote(OLD.altitude_m);
END;

CREATE TRIGGER photo_journal_background AFTER UPDATE OF background ON photo
WHEN OLD.background IS NOT NEW.background AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 464, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.background)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (464, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 464 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.background)) DESC,
                    o.cid = 464 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 464 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 464 AND h.val IS json_quote(OLD.background)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 464 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.background)
   WHERE row = NEW.id AND cid = 464 AND val IS json_quote(OLD.background);
END;

CREATE TRIGGER photo_journal_caption AFTER UPDATE OF caption ON photo
WHEN OLD.caption IS NOT NEW.caption AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 163, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.caption)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (163, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 163 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.caption)) DESC,
                    o.cid = 163 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 163 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 163 AND h.val IS json_quote(OLD.caption)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 163 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.caption)
   WHERE row = NEW.id AND cid = 163 AND val IS json_quote(OLD.caption);
END;

CREATE TRIGGER photo_journal_deleted AFTER UPDATE OF deleted ON photo
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 164, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (164, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 164 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 164 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 164 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 164 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 164 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 164 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 164 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 164 AND k.tbl = 'photo' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER photo_journal_direction AFTER UPDATE OF direction ON photo
WHEN OLD.direction IS NOT NEW.direction AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 153, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.direction)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (153, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 153 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.direction)) DESC,
                    o.cid = 153 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 153 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 153 AND h.val IS json_quote(OLD.direction)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 153 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.direction)
   WHERE row = NEW.id AND cid = 153 AND val IS json_quote(OLD.direction);
END;

CREATE TRIGGER photo_journal_group_title AFTER UPDATE OF group_title ON photo
WHEN OLD.group_title IS NOT NEW.group_title AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 466, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.group_title)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (466, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 466 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.group_title)) DESC,
                    o.cid = 466 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 466 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 466 AND h.val IS json_quote(OLD.group_title)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 466 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.group_title)
   WHERE row = NEW.id AND cid = 466 AND val IS json_quote(OLD.group_title);
END;

CREATE TRIGGER photo_journal_height AFTER UPDATE OF height ON photo
WHEN OLD.height IS NOT NEW.height AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 148, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.height)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (148, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 148 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.height)) DESC,
                    o.cid = 148 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 148 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 148 AND h.val IS json_quote(OLD.height)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 148 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.height)
   WHERE row = NEW.id AND cid = 148 AND val IS json_quote(OLD.height);
END;

CREATE TRIGGER photo_journal_insert AFTER INSERT ON photo WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 142, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'sha256', NEW.sha256, 'size', NEW.size, 'mime', NEW.mime, 'name', NEW.name, 'width', NEW.width, 'height', NEW.height, 'orientation', NEW.orientation, 'position', NEW.position, 'position_reason', NEW.position_reason, 'altitude_m', NEW.altitude_m, 'direction', NEW.direction, 'taken', NEW.taken, 'make', NEW.make, 'model', NEW.model, 'software', NEW.software, 'processing_method', NEW.processing_method, 'notes', NEW.notes, 'visit_id', NEW.visit_id, 'place_id', NEW.place_id, 'photographer', NEW.photographer, 'caption', NEW.caption, 'people', NEW.people, 'background', NEW.background, 'taken_said', NEW.taken_said, 'group_title', NEW.group_title))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER photo_journal_make AFTER UPDATE OF make ON photo
WHEN OLD.make IS NOT NEW.make AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 155, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.make)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (155, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 155 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.make)) DESC,
                    o.cid = 155 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 155 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 155 AND h.val IS json_quote(OLD.make)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 155 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.make)
   WHERE row = NEW.id AND cid = 155 AND val IS json_quote(OLD.make);
END;

CREATE TRIGGER photo_journal_mime AFTER UPDATE OF mime ON photo
WHEN OLD.mime IS NOT NEW.mime AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 145, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.mime)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (145, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 145 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.mime)) DESC,
                    o.cid = 145 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 145 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 145 AND h.val IS json_quote(OLD.mime)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 145 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.mime)
   WHERE row = NEW.id AND cid = 145 AND val IS json_quote(OLD.mime);
END;

CREATE TRIGGER photo_journal_model AFTER UPDATE OF model ON photo
WHEN OLD.model IS NOT NEW.model AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 156, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.model)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (156, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 156 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.model)) DESC,
                    o.cid = 156 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 156 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 156 AND h.val IS json_quote(OLD.model)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 156 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.model)
   WHERE row = NEW.id AND cid = 156 AND val IS json_quote(OLD.model);
END;

CREATE TRIGGER photo_journal_name AFTER UPDATE OF name ON photo
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 146, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (146, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 146 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 146 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 146 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 146 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 146 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 146 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER photo_journal_notes AFTER UPDATE OF notes ON photo
WHEN OLD.notes IS NOT NEW.notes AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 159, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.notes)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (159, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 159 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.notes)) DESC,
                    o.cid = 159 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 159 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 159 AND h.val IS json_quote(OLD.notes)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 159 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.notes)
   WHERE row = NEW.id AND cid = 159 AND val IS json_quote(OLD.notes);
END;

CREATE TRIGGER photo_journal_orientation AFTER UPDATE OF orientation ON photo
WHEN OLD.orientation IS NOT NEW.orientation AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 149, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.orientation)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (149, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 149 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.orientation)) DESC,
                    o.cid = 149 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 149 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 149 AND h.val IS json_quote(OLD.orientation)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 149 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.orientation)
   WHERE row = NEW.id AND cid = 149 AND val IS json_quote(OLD.orientation);
END;

CREATE TRIGGER photo_journal_people AFTER UPDATE OF people ON photo
WHEN OLD.people IS NOT NEW.people AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 463, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.people)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (463, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 463 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.people)) DESC,
                    o.cid = 463 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 463 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 463 AND h.val IS json_quote(OLD.people)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 463 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.people)
   WHERE row = NEW.id AND cid = 463 AND val IS json_quote(OLD.people);
END;

CREATE TRIGGER photo_journal_photographer AFTER UPDATE OF photographer ON photo
WHEN OLD.photographer IS NOT NEW.photographer AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 162, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.photographer)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (162, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 162 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.photographer)) DESC,
                    o.cid = 162 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 162 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 162 AND h.val IS json_quote(OLD.photographer)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 162 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.photographer)
   WHERE row = NEW.id AND cid = 162 AND val IS json_quote(OLD.photographer);
END;

CREATE TRIGGER photo_journal_place_id AFTER UPDATE OF place_id ON photo
WHEN OLD.place_id IS NOT NEW.place_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 161, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.place_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (161, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 161 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.place_id)) DESC,
                    o.cid = 161 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 161 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 161 AND h.val IS json_quote(OLD.place_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 161 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.place_id)
   WHERE row = NEW.id AND cid = 161 AND val IS json_quote(OLD.place_id);
END;

CREATE TRIGGER photo_journal_position AFTER UPDATE OF position ON photo
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 150, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (150, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 150 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 150 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 150 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 150 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 150 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 150 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER photo_journal_position_reason AFTER UPDATE OF position_reason ON photo
WHEN OLD.position_reason IS NOT NEW.position_reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 151, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position_reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (151, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 151 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position_reason)) DESC,
                    o.cid = 151 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 151 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 151 AND h.val IS json_quote(OLD.position_reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 151 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position_reason)
   WHERE row = NEW.id AND cid = 151 AND val IS json_quote(OLD.position_reason);
END;

CREATE TRIGGER photo_journal_processing_method AFTER UPDATE OF processing_method ON photo
WHEN OLD.processing_method IS NOT NEW.processing_method AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 158, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.processing_method)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (158, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 158 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.processing_method)) DESC,
                    o.cid = 158 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 158 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 158 AND h.val IS json_quote(OLD.processing_method)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 158 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.processing_method)
   WHERE row = NEW.id AND cid = 158 AND val IS json_quote(OLD.processing_method);
END;

CREATE TRIGGER photo_journal_sha256 AFTER UPDATE OF sha256 ON photo
WHEN OLD.sha256 IS NOT NEW.sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 143, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (143, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 143 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.sha256)) DESC,
                    o.cid = 143 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 143 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 143 AND h.val IS json_quote(OLD.sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 143 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.sha256)
   WHERE row = NEW.id AND cid = 143 AND val IS json_quote(OLD.sha256);
END;

CREATE TRIGGER photo_journal_size AFTER UPDATE OF size ON photo
WHEN OLD.size IS NOT NEW.size AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 144, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.size)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (144, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 144 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.size)) DESC,
                    o.cid = 144 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 144 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 144 AND h.val IS json_quote(OLD.size)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 144 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.size)
   WHERE row = NEW.id AND cid = 144 AND val IS json_quote(OLD.size);
END;

CREATE TRIGGER photo_journal_software AFTER UPDATE OF software ON photo
WHEN OLD.software IS NOT NEW.software AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 157, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.software)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (157, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 157 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.software)) DESC,
                    o.cid = 157 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 157 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 157 AND h.val IS json_quote(OLD.software)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 157 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.software)
   WHERE row = NEW.id AND cid = 157 AND val IS json_quote(OLD.software);
END;

CREATE TRIGGER photo_journal_taken AFTER UPDATE OF taken ON photo
WHEN OLD.taken IS NOT NEW.taken AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 154, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.taken)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (154, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 154 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.taken)) DESC,
                    o.cid = 154 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 154 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 154 AND h.val IS json_quote(OLD.taken)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 154 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.taken)
   WHERE row = NEW.id AND cid = 154 AND val IS json_quote(OLD.taken);
END;

CREATE TRIGGER photo_journal_taken_said AFTER UPDATE OF taken_said ON photo
WHEN OLD.taken_said IS NOT NEW.taken_said AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 465, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.taken_said)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (465, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 465 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.taken_said)) DESC,
                    o.cid = 465 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 465 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 465 AND h.val IS json_quote(OLD.taken_said)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 465 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.taken_said)
   WHERE row = NEW.id AND cid = 465 AND val IS json_quote(OLD.taken_said);
END;

CREATE TRIGGER photo_journal_visit_id AFTER UPDATE OF visit_id ON photo
WHEN OLD.visit_id IS NOT NEW.visit_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 160, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.visit_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (160, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 160 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.visit_id)) DESC,
                    o.cid = 160 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 160 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 160 AND h.val IS json_quote(OLD.visit_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 160 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.visit_id)
   WHERE row = NEW.id AND cid = 160 AND val IS json_quote(OLD.visit_id);
END;

CREATE TRIGGER photo_journal_width AFTER UPDATE OF width ON photo
WHEN OLD.width IS NOT NEW.width AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 147, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.width)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (147, 142) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 147 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.width)) DESC,
                    o.cid = 147 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 147 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 147 AND h.val IS json_quote(OLD.width)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 147 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.width)
   WHERE row = NEW.id AND cid = 147 AND val IS json_quote(OLD.width);
END;

CREATE TRIGGER photo_link_guard_delete BEFORE DELETE ON photo_link WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER photo_link_guard_deleted BEFORE UPDATE ON photo_link
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER photo_link_guard_insert BEFORE INSERT ON photo_link WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER photo_link_guard_key BEFORE UPDATE OF id, project_id ON photo_link
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER photo_link_journal_deleted AFTER UPDATE OF deleted ON photo_link
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 171, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (171, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 171 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 171 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 171 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 171 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 171 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 171 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 171 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 171 AND k.tbl = 'photo_link' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER photo_link_journal_event_id AFTER UPDATE OF event_id ON photo_link
WHEN OLD.event_id IS NOT NEW.event_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 420, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.event_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (420, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 420 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.event_id)) DESC,
                    o.cid = 420 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 420 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 420 AND h.val IS json_quote(OLD.event_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 420 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.event_id)
   WHERE row = NEW.id AND cid = 420 AND val IS json_quote(OLD.event_id);
END;

CREATE TRIGGER photo_link_journal_insert AFTER INSERT ON photo_link WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 165, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'photo_id', NEW.photo_id, 'target', NEW.target, 'target_id', NEW.target_id, 'role', NEW.role, 'position', NEW.position, 'event_id', NEW.event_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER photo_link_journal_photo_id AFTER UPDATE OF photo_id ON photo_link
WHEN OLD.photo_id IS NOT NEW.photo_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 166, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.photo_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (166, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 166 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.photo_id)) DESC,
                    o.cid = 166 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 166 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 166 AND h.val IS json_quote(OLD.photo_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 166 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.photo_id)
   WHERE row = NEW.id AND cid = 166 AND val IS json_quote(OLD.photo_id);
END;

CREATE TRIGGER photo_link_journal_position AFTER UPDATE OF position ON photo_link
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 170, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (170, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 170 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 170 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 170 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 170 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 170 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 170 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER photo_link_journal_role AFTER UPDATE OF role ON photo_link
WHEN OLD.role IS NOT NEW.role AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 169, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.role)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (169, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 169 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.role)) DESC,
                    o.cid = 169 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 169 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 169 AND h.val IS json_quote(OLD.role)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 169 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.role)
   WHERE row = NEW.id AND cid = 169 AND val IS json_quote(OLD.role);
END;

CREATE TRIGGER photo_link_journal_target AFTER UPDATE OF target ON photo_link
WHEN OLD.target IS NOT NEW.target AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 167, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.target)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (167, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 167 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.target)) DESC,
                    o.cid = 167 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 167 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 167 AND h.val IS json_quote(OLD.target)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 167 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.target)
   WHERE row = NEW.id AND cid = 167 AND val IS json_quote(OLD.target);
END;

CREATE TRIGGER photo_link_journal_target_id AFTER UPDATE OF target_id ON photo_link
WHEN OLD.target_id IS NOT NEW.target_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 168, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.target_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (168, 165) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 168 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.target_id)) DESC,
                    o.cid = 168 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 168 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 168 AND h.val IS json_quote(OLD.target_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 168 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.target_id)
   WHERE row = NEW.id AND cid = 168 AND val IS json_quote(OLD.target_id);
END;

CREATE TRIGGER photo_mask_guard_delete BEFORE DELETE ON photo_mask WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER photo_mask_guard_deleted BEFORE UPDATE ON photo_mask
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER photo_mask_guard_insert BEFORE INSERT ON photo_mask WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER photo_mask_guard_key BEFORE UPDATE OF id, project_id ON photo_mask
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER photo_mask_journal_at_ms AFTER UPDATE OF at_ms ON photo_mask
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 443, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (443, 439) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 443 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 443 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 443 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 443 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 443 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 443 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER photo_mask_journal_box AFTER UPDATE OF box ON photo_mask
WHEN OLD.box IS NOT NEW.box AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 442, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.box)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (442, 439) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 442 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.box)) DESC,
                    o.cid = 442 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 442 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 442 AND h.val IS json_quote(OLD.box)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 442 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.box)
   WHERE row = NEW.id AND cid = 442 AND val IS json_quote(OLD.box);
END;

CREATE TRIGGER photo_mask_journal_by_id AFTER UPDATE OF by_id ON photo_mask
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 444, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (444, 439) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 444 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 444 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 444 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 444 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 444 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 444 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER photo_mask_journal_deleted AFTER UPDATE OF deleted ON photo_mask
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 445, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (445, 439) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 445 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 445 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 445 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 445 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 445 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 445 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 445 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 445 AND k.tbl = 'photo_mask' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER photo_mask_journal_insert AFTER INSERT ON photo_mask WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 439, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'photo_id', NEW.photo_id, 'kind', NEW.kind, 'box', NEW.box, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER photo_mask_journal_kind AFTER UPDATE OF kind ON photo_mask
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 441, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (441, 439) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 441 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 441 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 441 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 441 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 441 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 441 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER photo_mask_journal_photo_id AFTER UPDATE OF photo_id ON photo_mask
WHEN OLD.photo_id IS NOT NEW.photo_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 440, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.photo_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (440, 439) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 440 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.photo_id)) DESC,
                    o.cid = 440 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 440 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 440 AND h.val IS json_quote(OLD.photo_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 440 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.photo_id)
   WHERE row = NEW.id AND cid = 440 AND val IS json_quote(OLD.photo_id);
END;

CREATE TRIGGER photo_review_guard_delete BEFORE DELETE ON photo_review WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER photo_review_guard_deleted BEFORE UPDATE ON photo_review
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER photo_review_guard_insert BEFORE INSERT ON photo_review WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER photo_review_guard_key BEFORE UPDATE OF id, project_id ON photo_review
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER photo_review_journal_at_ms AFTER UPDATE OF at_ms ON photo_review
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 448, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (448, 446) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 448 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 448 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 448 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 448 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 448 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 448 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER photo_review_journal_by_id AFTER UPDATE OF by_id ON photo_review
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 449, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (449, 446) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 449 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 449 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 449 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 449 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 449 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 449 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER photo_review_journal_deleted AFTER UPDATE OF deleted ON photo_review
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 450, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (450, 446) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 450 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 450 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 450 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 450 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 450 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 450 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 450 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 450 AND k.tbl = 'photo_review' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER photo_review_journal_insert AFTER INSERT ON photo_review WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 446, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'photo_id', NEW.photo_id, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER photo_review_journal_photo_id AFTER UPDATE OF photo_id ON photo_review
WHEN OLD.photo_id IS NOT NEW.photo_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 447, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.photo_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (447, 446) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 447 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.photo_id)) DESC,
                    o.cid = 447 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 447 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 447 AND h.val IS json_quote(OLD.photo_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 447 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.photo_id)
   WHERE row = NEW.id AND cid = 447 AND val IS json_quote(OLD.photo_id);
END;

CREATE TRIGGER place_guard_delete BEFORE DELETE ON place WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER place_guard_deleted BEFORE UPDATE ON place
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER place_guard_insert BEFORE INSERT ON place WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER place_guard_key BEFORE UPDATE OF id, project_id ON place
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER place_journal_address AFTER UPDATE OF address ON place
WHEN OLD.address IS NOT NEW.address AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 57, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.address)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (57, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 57 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.address)) DESC,
                    o.cid = 57 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 57 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 57 AND h.val IS json_quote(OLD.address)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 57 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.address)
   WHERE row = NEW.id AND cid = 57 AND val IS json_quote(OLD.address);
END;

CREATE TRIGGER place_journal_built_year AFTER UPDATE OF built_year ON place
WHEN OLD.built_year IS NOT NEW.built_year AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 49, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.built_year)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (49, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 49 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.built_year)) DESC,
                    o.cid = 49 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 49 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 49 AND h.val IS json_quote(OLD.built_year)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 49 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.built_year)
   WHERE row = NEW.id AND cid = 49 AND val IS json_quote(OLD.built_year);
END;

CREATE TRIGGER place_journal_code AFTER UPDATE OF code ON place
WHEN OLD.code IS NOT NEW.code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 46, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (46, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 46 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.code)) DESC,
                    o.cid = 46 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 46 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 46 AND h.val IS json_quote(OLD.code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 46 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.code)
   WHERE row = NEW.id AND cid = 46 AND val IS json_quote(OLD.code);
END;

CREATE TRIGGER place_journal_deleted AFTER UPDATE OF deleted ON place
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 58, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (58, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 58 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 58 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 58 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 58 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 58 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 58 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 58 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 58 AND k.tbl = 'place' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER place_journal_floor_area_m2 AFTER UPDATE OF floor_area_m2 ON place
WHEN OLD.floor_area_m2 IS NOT NEW.floor_area_m2 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 53, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.floor_area_m2)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (53, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 53 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.floor_area_m2)) DESC,
                    o.cid = 53 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 53 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 53 AND h.val IS json_quote(OLD.floor_area_m2)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 53 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.floor_area_m2)
   WHERE row = NEW.id AND cid = 53 AND val IS json_quote(OLD.floor_area_m2);
END;

CREATE TRIGGER place_journal_has_lift AFTER UPDATE OF has_lift ON place
WHEN OLD.has_lift IS NOT NEW.has_lift AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 56, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.has_lift)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (56, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 56 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.has_lift)) DESC,
                    o.cid = 56 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 56 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 56 AND h.val IS json_quote(OLD.has_lift)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 56 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.has_lift)
   WHERE row = NEW.id AND cid = 56 AND val IS json_quote(OLD.has_lift);
END;

CREATE TRIGGER place_journal_height_m AFTER UPDATE OF height_m ON place
WHEN OLD.height_m IS NOT NEW.height_m AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 54, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.height_m)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (54, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 54 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.height_m)) DESC,
                    o.cid = 54 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 54 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 54 AND h.val IS json_quote(OLD.height_m)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 54 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.height_m)
   WHERE row = NEW.id AND cid = 54 AND val IS json_quote(OLD.height_m);
END;

CREATE TRIGGER place_journal_households AFTER UPDATE OF households ON place
WHEN OLD.households IS NOT NEW.households AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 52, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.households)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (52, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 52 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.households)) DESC,
                    o.cid = 52 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 52 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 52 AND h.val IS json_quote(OLD.households)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 52 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.households)
   WHERE row = NEW.id AND cid = 52 AND val IS json_quote(OLD.households);
END;

CREATE TRIGGER place_journal_insert AFTER INSERT ON place WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 43, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'parent_id', NEW.parent_id, 'kind', NEW.kind, 'code', NEW.code, 'name', NEW.name, 'position', NEW.position, 'built_year', NEW.built_year, 'storeys', NEW.storeys, 'units', NEW.units, 'households', NEW.households, 'floor_area_m2', NEW.floor_area_m2, 'height_m', NEW.height_m, 'structure', NEW.structure, 'has_lift', NEW.has_lift, 'address', NEW.address))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER place_journal_kind AFTER UPDATE OF kind ON place
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 45, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (45, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 45 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 45 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 45 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 45 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 45 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 45 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER place_journal_name AFTER UPDATE OF name ON place
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 47, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (47, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 47 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 47 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 47 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 47 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 47 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 47 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER place_journal_parent_id AFTER UPDATE OF parent_id ON place
WHEN OLD.parent_id IS NOT NEW.parent_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 44, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.parent_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (44, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 44 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.parent_id)) DESC,
                    o.cid = 44 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 44 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 44 AND h.val IS json_quote(OLD.parent_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 44 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.parent_id)
   WHERE row = NEW.id AND cid = 44 AND val IS json_quote(OLD.parent_id);
END;

CREATE TRIGGER place_journal_position AFTER UPDATE OF position ON place
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 48, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (48, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 48 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 48 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 48 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 48 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 48 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 48 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER place_journal_storeys AFTER UPDATE OF storeys ON place
WHEN OLD.storeys IS NOT NEW.storeys AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 50, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.storeys)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (50, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 50 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.storeys)) DESC,
                    o.cid = 50 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 50 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 50 AND h.val IS json_quote(OLD.storeys)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 50 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.storeys)
   WHERE row = NEW.id AND cid = 50 AND val IS json_quote(OLD.storeys);
END;

CREATE TRIGGER place_journal_structure AFTER UPDATE OF structure ON place
WHEN OLD.structure IS NOT NEW.structure AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 55, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.structure)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (55, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 55 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.structure)) DESC,
                    o.cid = 55 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 55 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 55 AND h.val IS json_quote(OLD.structure)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 55 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.structure)
   WHERE row = NEW.id AND cid = 55 AND val IS json_quote(OLD.structure);
END;

CREATE TRIGGER place_journal_units AFTER UPDATE OF units ON place
WHEN OLD.units IS NOT NEW.units AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 51, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.units)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (51, 43) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 51 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.units)) DESC,
                    o.cid = 51 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 51 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 51 AND h.val IS json_quote(OLD.units)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 51 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.units)
   WHERE row = NEW.id AND cid = 51 AND val IS json_quote(OLD.units);
END;

CREATE TRIGGER programme_guard_delete BEFORE DELETE ON programme WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER programme_guard_deleted BEFORE UPDATE ON programme
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER programme_guard_insert BEFORE INSERT ON programme WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER programme_guard_key BEFORE UPDATE OF id, project_id ON programme
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER programme_journal_buildings AFTER UPDATE OF buildings ON programme
WHEN OLD.buildings IS NOT NEW.buildings AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 17, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.buildings)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (17, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 17 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.buildings)) DESC,
                    o.cid = 17 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 17 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 17 AND h.val IS json_quote(OLD.buildings)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 17 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.buildings)
   WHERE row = NEW.id AND cid = 17 AND val IS json_quote(OLD.buildings);
END;

CREATE TRIGGER programme_journal_communities AFTER UPDATE OF communities ON programme
WHEN OLD.communities IS NOT NEW.communities AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 16, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.communities)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (16, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 16 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.communities)) DESC,
                    o.cid = 16 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 16 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 16 AND h.val IS json_quote(OLD.communities)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 16 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.communities)
   WHERE row = NEW.id AND cid = 16 AND val IS json_quote(OLD.communities);
END;

CREATE TRIGGER programme_journal_cutoff_year AFTER UPDATE OF cutoff_year ON programme
WHEN OLD.cutoff_year IS NOT NEW.cutoff_year AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 319, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.cutoff_year)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (319, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 319 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.cutoff_year)) DESC,
                    o.cid = 319 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 319 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 319 AND h.val IS json_quote(OLD.cutoff_year)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 319 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.cutoff_year)
   WHERE row = NEW.id AND cid = 319 AND val IS json_quote(OLD.cutoff_year);
END;

CREATE TRIGGER programme_journal_deleted AFTER UPDATE OF deleted ON programme
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 18, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (18, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 18 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 18 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 18 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 18 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 18 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 18 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 18 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 18 AND k.tbl = 'programme' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER programme_journal_district AFTER UPDATE OF district ON programme
WHEN OLD.district IS NOT NEW.district AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 13, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.district)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (13, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 13 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.district)) DESC,
                    o.cid = 13 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 13 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 13 AND h.val IS json_quote(OLD.district)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 13 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.district)
   WHERE row = NEW.id AND cid = 13 AND val IS json_quote(OLD.district);
END;

CREATE TRIGGER programme_journal_first_year AFTER UPDATE OF first_year ON programme
WHEN OLD.first_year IS NOT NEW.first_year AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 14, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.first_year)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (14, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 14 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.first_year)) DESC,
                    o.cid = 14 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 14 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 14 AND h.val IS json_quote(OLD.first_year)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 14 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.first_year)
   WHERE row = NEW.id AND cid = 14 AND val IS json_quote(OLD.first_year);
END;

CREATE TRIGGER programme_journal_flats AFTER UPDATE OF flats ON programme
WHEN OLD.flats IS NOT NEW.flats AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 316, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.flats)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (316, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 316 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.flats)) DESC,
                    o.cid = 316 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 316 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 316 AND h.val IS json_quote(OLD.flats)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 316 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.flats)
   WHERE row = NEW.id AND cid = 316 AND val IS json_quote(OLD.flats);
END;

CREATE TRIGGER programme_journal_floor_area_m2 AFTER UPDATE OF floor_area_m2 ON programme
WHEN OLD.floor_area_m2 IS NOT NEW.floor_area_m2 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 318, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.floor_area_m2)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (318, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 318 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.floor_area_m2)) DESC,
                    o.cid = 318 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 318 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 318 AND h.val IS json_quote(OLD.floor_area_m2)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 318 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.floor_area_m2)
   WHERE row = NEW.id AND cid = 318 AND val IS json_quote(OLD.floor_area_m2);
END;

CREATE TRIGGER programme_journal_households AFTER UPDATE OF households ON programme
WHEN OLD.households IS NOT NEW.households AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 317, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.households)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (317, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 317 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.households)) DESC,
                    o.cid = 317 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 317 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 317 AND h.val IS json_quote(OLD.households)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 317 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.households)
   WHERE row = NEW.id AND cid = 317 AND val IS json_quote(OLD.households);
END;

CREATE TRIGGER programme_journal_insert AFTER INSERT ON programme WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 11, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'name', NEW.name, 'district', NEW.district, 'first_year', NEW.first_year, 'last_year', NEW.last_year, 'communities', NEW.communities, 'buildings', NEW.buildings, 'flats', NEW.flats, 'households', NEW.households, 'floor_area_m2', NEW.floor_area_m2, 'cutoff_year', NEW.cutoff_year))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER programme_journal_last_year AFTER UPDATE OF last_year ON programme
WHEN OLD.last_year IS NOT NEW.last_year AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 15, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.last_year)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (15, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 15 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.last_year)) DESC,
                    o.cid = 15 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 15 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 15 AND h.val IS json_quote(OLD.last_year)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 15 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.last_year)
   WHERE row = NEW.id AND cid = 15 AND val IS json_quote(OLD.last_year);
END;

CREATE TRIGGER programme_journal_name AFTER UPDATE OF name ON programme
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 12, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (12, 11) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 12 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 12 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 12 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 12 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 12 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 12 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER project_guard_delete BEFORE DELETE ON project WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER project_guard_deleted BEFORE UPDATE ON project
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER project_guard_insert BEFORE INSERT ON project WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER project_guard_key BEFORE UPDATE OF id, project_id ON project
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER project_journal_address AFTER UPDATE OF address ON project
WHEN OLD.address IS NOT NEW.address AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 35, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.address)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (35, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 35 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.address)) DESC,
                    o.cid = 35 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 35 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 35 AND h.val IS json_quote(OLD.address)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 35 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.address)
   WHERE row = NEW.id AND cid = 35 AND val IS json_quote(OLD.address);
END;

CREATE TRIGGER project_journal_approval_number AFTER UPDATE OF approval_number ON project
WHEN OLD.approval_number IS NOT NEW.approval_number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 36, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.approval_number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (36, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 36 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.approval_number)) DESC,
                    o.cid = 36 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 36 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 36 AND h.val IS json_quote(OLD.approval_number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 36 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.approval_number)
   WHERE row = NEW.id AND cid = 36 AND val IS json_quote(OLD.approval_number);
END;

CREATE TRIGGER project_journal_code AFTER UPDATE OF code ON project
WHEN OLD.code IS NOT NEW.code AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 29, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.code)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (29, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 29 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.code)) DESC,
                    o.cid = 29 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 29 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 29 AND h.val IS json_quote(OLD.code)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 29 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.code)
   WHERE row = NEW.id AND cid = 29 AND val IS json_quote(OLD.code);
END;

CREATE TRIGGER project_journal_deleted AFTER UPDATE OF deleted ON project
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 42, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (42, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 42 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 42 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 42 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 42 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 42 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 42 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 42 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 42 AND k.tbl = 'project' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER project_journal_district AFTER UPDATE OF district ON project
WHEN OLD.district IS NOT NEW.district AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 33, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.district)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (33, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 33 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.district)) DESC,
                    o.cid = 33 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 33 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 33 AND h.val IS json_quote(OLD.district)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 33 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.district)
   WHERE row = NEW.id AND cid = 33 AND val IS json_quote(OLD.district);
END;

CREATE TRIGGER project_journal_finished_on AFTER UPDATE OF finished_on ON project
WHEN OLD.finished_on IS NOT NEW.finished_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 41, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.finished_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (41, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 41 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.finished_on)) DESC,
                    o.cid = 41 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 41 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 41 AND h.val IS json_quote(OLD.finished_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 41 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.finished_on)
   WHERE row = NEW.id AND cid = 41 AND val IS json_quote(OLD.finished_on);
END;

CREATE TRIGGER project_journal_insert AFTER INSERT ON project WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 28, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'code', NEW.code, 'name', NEW.name, 'programme_id', NEW.programme_id, 'plan_year', NEW.plan_year, 'district', NEW.district, 'subdistrict', NEW.subdistrict, 'address', NEW.address, 'approval_number', NEW.approval_number, 'investment_yuan', NEW.investment_yuan, 'planned_start_on', NEW.planned_start_on, 'planned_finish_on', NEW.planned_finish_on, 'started_on', NEW.started_on, 'finished_on', NEW.finished_on))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER project_journal_investment_yuan AFTER UPDATE OF investment_yuan ON project
WHEN OLD.investment_yuan IS NOT NEW.investment_yuan AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 37, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.investment_yuan)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (37, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 37 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.investment_yuan)) DESC,
                    o.cid = 37 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 37 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 37 AND h.val IS json_quote(OLD.investment_yuan)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 37 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.investment_yuan)
   WHERE row = NEW.id AND cid = 37 AND val IS json_quote(OLD.investment_yuan);
END;

CREATE TRIGGER project_journal_name AFTER UPDATE OF name ON project
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 30, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (30, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 30 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 30 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 30 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 30 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 30 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 30 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER project_journal_plan_year AFTER UPDATE OF plan_year ON project
WHEN OLD.plan_year IS NOT NEW.plan_year AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 32, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.plan_year)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (32, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 32 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.plan_year)) DESC,
                    o.cid = 32 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 32 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 32 AND h.val IS json_quote(OLD.plan_year)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 32 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.plan_year)
   WHERE row = NEW.id AND cid = 32 AND val IS json_quote(OLD.plan_year);
END;

CREATE TRIGGER project_journal_planned_finish_on AFTER UPDATE OF planned_finish_on ON project
WHEN OLD.planned_finish_on IS NOT NEW.planned_finish_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 39, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.planned_finish_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (39, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 39 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.planned_finish_on)) DESC,
                    o.cid = 39 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 39 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 39 AND h.val IS json_quote(OLD.planned_finish_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 39 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.planned_finish_on)
   WHERE row = NEW.id AND cid = 39 AND val IS json_quote(OLD.planned_finish_on);
END;

CREATE TRIGGER project_journal_planned_start_on AFTER UPDATE OF planned_start_on ON project
WHEN OLD.planned_start_on IS NOT NEW.planned_start_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 38, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.planned_start_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (38, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 38 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.planned_start_on)) DESC,
                    o.cid = 38 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 38 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 38 AND h.val IS json_quote(OLD.planned_start_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 38 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.planned_start_on)
   WHERE row = NEW.id AND cid = 38 AND val IS json_quote(OLD.planned_start_on);
END;

CREATE TRIGGER project_journal_programme_id AFTER UPDATE OF programme_id ON project
WHEN OLD.programme_id IS NOT NEW.programme_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 31, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.programme_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (31, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 31 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.programme_id)) DESC,
                    o.cid = 31 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 31 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 31 AND h.val IS json_quote(OLD.programme_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 31 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.programme_id)
   WHERE row = NEW.id AND cid = 31 AND val IS json_quote(OLD.programme_id);
END;

CREATE TRIGGER project_journal_started_on AFTER UPDATE OF started_on ON project
WHEN OLD.started_on IS NOT NEW.started_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 40, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.started_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (40, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 40 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.started_on)) DESC,
                    o.cid = 40 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 40 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 40 AND h.val IS json_quote(OLD.started_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 40 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.started_on)
   WHERE row = NEW.id AND cid = 40 AND val IS json_quote(OLD.started_on);
END;

CREATE TRIGGER project_journal_subdistrict AFTER UPDATE OF subdistrict ON project
WHEN OLD.subdistrict IS NOT NEW.subdistrict AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 34, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.subdistrict)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (34, 28) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 34 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.subdistrict)) DESC,
                    o.cid = 34 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 34 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 34 AND h.val IS json_quote(OLD.subdistrict)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 34 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.subdistrict)
   WHERE row = NEW.id AND cid = 34 AND val IS json_quote(OLD.subdistrict);
END;

CREATE TRIGGER public_copy_guard_delete BEFORE DELETE ON public_copy WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER public_copy_guard_deleted BEFORE UPDATE ON public_copy
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER public_copy_guard_insert BEFORE INSERT ON public_copy WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER public_copy_guard_key BEFORE UPDATE OF id, project_id ON public_copy
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER public_copy_journal_by_id AFTER UPDATE OF by_id ON public_copy
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 461, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (461, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 461 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 461 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 461 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 461 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 461 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 461 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER public_copy_journal_deleted AFTER UPDATE OF deleted ON public_copy
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 462, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (462, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 462 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 462 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 462 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 462 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 462 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 462 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 462 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 462 AND k.tbl = 'public_copy' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER public_copy_journal_files AFTER UPDATE OF files ON public_copy
WHEN OLD.files IS NOT NEW.files AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 457, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.files)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (457, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 457 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.files)) DESC,
                    o.cid = 457 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 457 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 457 AND h.val IS json_quote(OLD.files)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 457 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.files)
   WHERE row = NEW.id AND cid = 457 AND val IS json_quote(OLD.files);
END;

CREATE TRIGGER public_copy_journal_insert AFTER INSERT ON public_copy WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 451, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'made_at', NEW.made_at, 'name', NEW.name, 'sha256', NEW.sha256, 'size', NEW.size, 'files', NEW.files, 'photos', NEW.photos, 'left_out', NEW.left_out, 'released', NEW.released, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER public_copy_journal_left_out AFTER UPDATE OF left_out ON public_copy
WHEN OLD.left_out IS NOT NEW.left_out AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 459, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.left_out)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (459, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 459 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.left_out)) DESC,
                    o.cid = 459 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 459 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 459 AND h.val IS json_quote(OLD.left_out)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 459 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.left_out)
   WHERE row = NEW.id AND cid = 459 AND val IS json_quote(OLD.left_out);
END;

CREATE TRIGGER public_copy_journal_made_at AFTER UPDATE OF made_at ON public_copy
WHEN OLD.made_at IS NOT NEW.made_at AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 453, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.made_at)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (453, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 453 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.made_at)) DESC,
                    o.cid = 453 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 453 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 453 AND h.val IS json_quote(OLD.made_at)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 453 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.made_at)
   WHERE row = NEW.id AND cid = 453 AND val IS json_quote(OLD.made_at);
END;

CREATE TRIGGER public_copy_journal_name AFTER UPDATE OF name ON public_copy
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 454, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (454, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 454 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 454 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 454 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 454 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 454 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 454 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER public_copy_journal_number AFTER UPDATE OF number ON public_copy
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 452, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (452, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 452 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 452 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 452 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 452 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 452 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 452 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER public_copy_journal_photos AFTER UPDATE OF photos ON public_copy
WHEN OLD.photos IS NOT NEW.photos AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 458, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.photos)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (458, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 458 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.photos)) DESC,
                    o.cid = 458 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 458 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 458 AND h.val IS json_quote(OLD.photos)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 458 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.photos)
   WHERE row = NEW.id AND cid = 458 AND val IS json_quote(OLD.photos);
END;

CREATE TRIGGER public_copy_journal_released AFTER UPDATE OF released ON public_copy
WHEN OLD.released IS NOT NEW.released AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 460, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.released)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (460, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 460 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.released)) DESC,
                    o.cid = 460 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 460 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 460 AND h.val IS json_quote(OLD.released)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 460 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.released)
   WHERE row = NEW.id AND cid = 460 AND val IS json_quote(OLD.released);
END;

CREATE TRIGGER public_copy_journal_sha256 AFTER UPDATE OF sha256 ON public_copy
WHEN OLD.sha256 IS NOT NEW.sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 455, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (455, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 455 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.sha256)) DESC,
                    o.cid = 455 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 455 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 455 AND h.val IS json_quote(OLD.sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 455 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.sha256)
   WHERE row = NEW.id AND cid = 455 AND val IS json_quote(OLD.sha256);
END;

CREATE TRIGGER public_copy_journal_size AFTER UPDATE OF size ON public_copy
WHEN OLD.size IS NOT NEW.size AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 456, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.size)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (456, 451) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 456 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.size)) DESC,
                    o.cid = 456 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 456 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 456 AND h.val IS json_quote(OLD.size)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 456 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.size)
   WHERE row = NEW.id AND cid = 456 AND val IS json_quote(OLD.size);
END;

CREATE TRIGGER publicity_guard_delete BEFORE DELETE ON publicity WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER publicity_guard_deleted BEFORE UPDATE ON publicity
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER publicity_guard_insert BEFORE INSERT ON publicity WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER publicity_guard_key BEFORE UPDATE OF id, project_id ON publicity
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER publicity_journal_deleted AFTER UPDATE OF deleted ON publicity
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 287, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (287, 282) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 287 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 287 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 287 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 287 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 287 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 287 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 287 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 287 AND k.tbl = 'publicity' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER publicity_journal_end_on AFTER UPDATE OF end_on ON publicity
WHEN OLD.end_on IS NOT NEW.end_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 285, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.end_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (285, 282) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 285 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.end_on)) DESC,
                    o.cid = 285 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 285 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 285 AND h.val IS json_quote(OLD.end_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 285 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.end_on)
   WHERE row = NEW.id AND cid = 285 AND val IS json_quote(OLD.end_on);
END;

CREATE TRIGGER publicity_journal_insert AFTER INSERT ON publicity WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 282, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'title', NEW.title, 'start_on', NEW.start_on, 'end_on', NEW.end_on, 'place', NEW.place))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER publicity_journal_place AFTER UPDATE OF place ON publicity
WHEN OLD.place IS NOT NEW.place AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 286, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.place)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (286, 282) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 286 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.place)) DESC,
                    o.cid = 286 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 286 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 286 AND h.val IS json_quote(OLD.place)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 286 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.place)
   WHERE row = NEW.id AND cid = 286 AND val IS json_quote(OLD.place);
END;

CREATE TRIGGER publicity_journal_start_on AFTER UPDATE OF start_on ON publicity
WHEN OLD.start_on IS NOT NEW.start_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 284, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.start_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (284, 282) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 284 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.start_on)) DESC,
                    o.cid = 284 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 284 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 284 AND h.val IS json_quote(OLD.start_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 284 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.start_on)
   WHERE row = NEW.id AND cid = 284 AND val IS json_quote(OLD.start_on);
END;

CREATE TRIGGER publicity_journal_title AFTER UPDATE OF title ON publicity
WHEN OLD.title IS NOT NEW.title AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 283, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.title)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (283, 282) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 283 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.title)) DESC,
                    o.cid = 283 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 283 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 283 AND h.val IS json_quote(OLD.title)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 283 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.title)
   WHERE row = NEW.id AND cid = 283 AND val IS json_quote(OLD.title);
END;

CREATE TRIGGER reading_guard_delete BEFORE DELETE ON reading WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER reading_guard_deleted BEFORE UPDATE ON reading
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER reading_guard_insert BEFORE INSERT ON reading WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER reading_guard_key BEFORE UPDATE OF id, project_id ON reading
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER reading_journal_answer_id AFTER UPDATE OF answer_id ON reading
WHEN OLD.answer_id IS NOT NEW.answer_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 99, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.answer_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (99, 98) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 99 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.answer_id)) DESC,
                    o.cid = 99 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 99 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 99 AND h.val IS json_quote(OLD.answer_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 99 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.answer_id)
   WHERE row = NEW.id AND cid = 99 AND val IS json_quote(OLD.answer_id);
END;

CREATE TRIGGER reading_journal_deleted AFTER UPDATE OF deleted ON reading
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 102, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (102, 98) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 102 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 102 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 102 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 102 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 102 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 102 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 102 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 102 AND k.tbl = 'reading' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER reading_journal_insert AFTER INSERT ON reading WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 98, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'answer_id', NEW.answer_id, 'position', NEW.position, 'value', NEW.value))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER reading_journal_position AFTER UPDATE OF position ON reading
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 100, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (100, 98) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 100 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 100 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 100 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 100 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 100 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 100 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER reading_journal_value AFTER UPDATE OF value ON reading
WHEN OLD.value IS NOT NEW.value AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 101, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.value)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (101, 98) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 101 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.value)) DESC,
                    o.cid = 101 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 101 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 101 AND h.val IS json_quote(OLD.value)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 101 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.value)
   WHERE row = NEW.id AND cid = 101 AND val IS json_quote(OLD.value);
END;

CREATE TRIGGER reply_guard_delete BEFORE DELETE ON reply WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER reply_guard_deleted BEFORE UPDATE ON reply
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER reply_guard_insert BEFORE INSERT ON reply WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER reply_guard_key BEFORE UPDATE OF id, project_id ON reply
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER reply_journal_at_ms AFTER UPDATE OF at_ms ON reply
WHEN OLD.at_ms IS NOT NEW.at_ms AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 330, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.at_ms)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (330, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 330 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.at_ms)) DESC,
                    o.cid = 330 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 330 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 330 AND h.val IS json_quote(OLD.at_ms)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 330 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.at_ms)
   WHERE row = NEW.id AND cid = 330 AND val IS json_quote(OLD.at_ms);
END;

CREATE TRIGGER reply_journal_by_id AFTER UPDATE OF by_id ON reply
WHEN OLD.by_id IS NOT NEW.by_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 331, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.by_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (331, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 331 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.by_id)) DESC,
                    o.cid = 331 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 331 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 331 AND h.val IS json_quote(OLD.by_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 331 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.by_id)
   WHERE row = NEW.id AND cid = 331 AND val IS json_quote(OLD.by_id);
END;

CREATE TRIGGER reply_journal_deleted AFTER UPDATE OF deleted ON reply
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 332, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (332, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 332 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 332 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 332 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 332 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 332 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 332 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 332 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 332 AND k.tbl = 'reply' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER reply_journal_insert AFTER INSERT ON reply WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 325, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'notice_id', NEW.notice_id, 'sha256', NEW.sha256, 'size', NEW.size, 'name', NEW.name, 'at_ms', NEW.at_ms, 'by_id', NEW.by_id))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER reply_journal_name AFTER UPDATE OF name ON reply
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 329, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (329, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 329 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 329 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 329 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 329 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 329 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 329 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER reply_journal_notice_id AFTER UPDATE OF notice_id ON reply
WHEN OLD.notice_id IS NOT NEW.notice_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 326, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.notice_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (326, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 326 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.notice_id)) DESC,
                    o.cid = 326 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 326 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 326 AND h.val IS json_quote(OLD.notice_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 326 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.notice_id)
   WHERE row = NEW.id AND cid = 326 AND val IS json_quote(OLD.notice_id);
END;

CREATE TRIGGER reply_journal_sha256 AFTER UPDATE OF sha256 ON reply
WHEN OLD.sha256 IS NOT NEW.sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 327, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (327, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 327 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.sha256)) DESC,
                    o.cid = 327 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 327 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 327 AND h.val IS json_quote(OLD.sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 327 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.sha256)
   WHERE row = NEW.id AND cid = 327 AND val IS json_quote(OLD.sha256);
END;

CREATE TRIGGER reply_journal_size AFTER UPDATE OF size ON reply
WHEN OLD.size IS NOT NEW.size AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 328, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.size)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (328, 325) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 328 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.size)) DESC,
                    o.cid = 328 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 328 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 328 AND h.val IS json_quote(OLD.size)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 328 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.size)
   WHERE row = NEW.id AND cid = 328 AND val IS json_quote(OLD.size);
END;

CREATE TRIGGER report_guard_delete BEFORE DELETE ON report WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER report_guard_deleted BEFORE UPDATE ON report
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER report_guard_insert BEFORE INSERT ON report WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER report_guard_key BEFORE UPDATE OF id, project_id ON report
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER report_journal_conclusion AFTER UPDATE OF conclusion ON report
WHEN OLD.conclusion IS NOT NEW.conclusion AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 182, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.conclusion)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (182, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 182 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.conclusion)) DESC,
                    o.cid = 182 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 182 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 182 AND h.val IS json_quote(OLD.conclusion)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 182 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.conclusion)
   WHERE row = NEW.id AND cid = 182 AND val IS json_quote(OLD.conclusion);
END;

CREATE TRIGGER report_journal_deleted AFTER UPDATE OF deleted ON report
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 183, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (183, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 183 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 183 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 183 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 183 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 183 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 183 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 183 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 183 AND k.tbl = 'report' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER report_journal_insert AFTER INSERT ON report WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 172, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'version', NEW.version, 'kind', NEW.kind, 'title', NEW.title, 'made_at', NEW.made_at, 'name', NEW.name, 'sha256', NEW.sha256, 'snapshot', NEW.snapshot, 'pages', NEW.pages, 'conclusion', NEW.conclusion, 'parts', NEW.parts))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER report_journal_kind AFTER UPDATE OF kind ON report
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 175, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (175, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 175 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 175 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 175 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 175 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 175 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 175 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER report_journal_made_at AFTER UPDATE OF made_at ON report
WHEN OLD.made_at IS NOT NEW.made_at AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 177, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.made_at)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (177, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 177 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.made_at)) DESC,
                    o.cid = 177 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 177 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 177 AND h.val IS json_quote(OLD.made_at)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 177 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.made_at)
   WHERE row = NEW.id AND cid = 177 AND val IS json_quote(OLD.made_at);
END;

CREATE TRIGGER report_journal_name AFTER UPDATE OF name ON report
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 178, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (178, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 178 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 178 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 178 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 178 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 178 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 178 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER report_journal_number AFTER UPDATE OF number ON report
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 173, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (173, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 173 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 173 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 173 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 173 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 173 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 173 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER report_journal_pages AFTER UPDATE OF pages ON report
WHEN OLD.pages IS NOT NEW.pages AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 181, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.pages)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (181, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 181 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.pages)) DESC,
                    o.cid = 181 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 181 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 181 AND h.val IS json_quote(OLD.pages)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 181 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.pages)
   WHERE row = NEW.id AND cid = 181 AND val IS json_quote(OLD.pages);
END;

CREATE TRIGGER report_journal_parts AFTER UPDATE OF parts ON report
WHEN OLD.parts IS NOT NEW.parts AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 404, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.parts)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (404, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 404 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.parts)) DESC,
                    o.cid = 404 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 404 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 404 AND h.val IS json_quote(OLD.parts)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 404 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.parts)
   WHERE row = NEW.id AND cid = 404 AND val IS json_quote(OLD.parts);
END;

CREATE TRIGGER report_journal_sha256 AFTER UPDATE OF sha256 ON report
WHEN OLD.sha256 IS NOT NEW.sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 179, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (179, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 179 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.sha256)) DESC,
                    o.cid = 179 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 179 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 179 AND h.val IS json_quote(OLD.sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 179 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.sha256)
   WHERE row = NEW.id AND cid = 179 AND val IS json_quote(OLD.sha256);
END;

CREATE TRIGGER report_journal_snapshot AFTER UPDATE OF snapshot ON report
WHEN OLD.snapshot IS NOT NEW.snapshot AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 180, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.snapshot)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (180, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 180 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.snapshot)) DESC,
                    o.cid = 180 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 180 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 180 AND h.val IS json_quote(OLD.snapshot)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 180 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.snapshot)
   WHERE row = NEW.id AND cid = 180 AND val IS json_quote(OLD.snapshot);
END;

CREATE TRIGGER report_journal_title AFTER UPDATE OF title ON report
WHEN OLD.title IS NOT NEW.title AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 176, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.title)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (176, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 176 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.title)) DESC,
                    o.cid = 176 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 176 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 176 AND h.val IS json_quote(OLD.title)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 176 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.title)
   WHERE row = NEW.id AND cid = 176 AND val IS json_quote(OLD.title);
END;

CREATE TRIGGER report_journal_version AFTER UPDATE OF version ON report
WHEN OLD.version IS NOT NEW.version AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 174, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.version)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (174, 172) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 174 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.version)) DESC,
                    o.cid = 174 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 174 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 174 AND h.val IS json_quote(OLD.version)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 174 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.version)
   WHERE row = NEW.id AND cid = 174 AND val IS json_quote(OLD.version);
END;

CREATE TRIGGER resident_voice_guard_delete BEFORE DELETE ON resident_voice WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER resident_voice_guard_deleted BEFORE UPDATE ON resident_voice
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER resident_voice_guard_insert BEFORE INSERT ON resident_voice WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER resident_voice_guard_key BEFORE UPDATE OF id, project_id ON resident_voice
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER resident_voice_journal_comment AFTER UPDATE OF comment ON resident_voice
WHEN OLD.comment IS NOT NEW.comment AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 268, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.comment)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (268, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 268 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.comment)) DESC,
                    o.cid = 268 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 268 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 268 AND h.val IS json_quote(OLD.comment)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 268 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.comment)
   WHERE row = NEW.id AND cid = 268 AND val IS json_quote(OLD.comment);
END;

CREATE TRIGGER resident_voice_journal_deleted AFTER UPDATE OF deleted ON resident_voice
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 271, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (271, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 271 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 271 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 271 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 271 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 271 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 271 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 271 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 271 AND k.tbl = 'resident_voice' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER resident_voice_journal_home AFTER UPDATE OF home ON resident_voice
WHEN OLD.home IS NOT NEW.home AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 266, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.home)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (266, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 266 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.home)) DESC,
                    o.cid = 266 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 266 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 266 AND h.val IS json_quote(OLD.home)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 266 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.home)
   WHERE row = NEW.id AND cid = 266 AND val IS json_quote(OLD.home);
END;

CREATE TRIGGER resident_voice_journal_insert AFTER INSERT ON resident_voice WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 264, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'meeting_id', NEW.meeting_id, 'home', NEW.home, 'level', NEW.level, 'comment', NEW.comment, 'resident', NEW.resident, 'phone', NEW.phone))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER resident_voice_journal_level AFTER UPDATE OF level ON resident_voice
WHEN OLD.level IS NOT NEW.level AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 267, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.level)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (267, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 267 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.level)) DESC,
                    o.cid = 267 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 267 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 267 AND h.val IS json_quote(OLD.level)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 267 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.level)
   WHERE row = NEW.id AND cid = 267 AND val IS json_quote(OLD.level);
END;

CREATE TRIGGER resident_voice_journal_meeting_id AFTER UPDATE OF meeting_id ON resident_voice
WHEN OLD.meeting_id IS NOT NEW.meeting_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 265, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.meeting_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (265, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 265 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.meeting_id)) DESC,
                    o.cid = 265 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 265 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 265 AND h.val IS json_quote(OLD.meeting_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 265 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.meeting_id)
   WHERE row = NEW.id AND cid = 265 AND val IS json_quote(OLD.meeting_id);
END;

CREATE TRIGGER resident_voice_journal_phone AFTER UPDATE OF phone ON resident_voice
WHEN OLD.phone IS NOT NEW.phone AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 270, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.phone)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (270, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 270 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.phone)) DESC,
                    o.cid = 270 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 270 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 270 AND h.val IS json_quote(OLD.phone)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 270 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.phone)
   WHERE row = NEW.id AND cid = 270 AND val IS json_quote(OLD.phone);
END;

CREATE TRIGGER resident_voice_journal_resident AFTER UPDATE OF resident ON resident_voice
WHEN OLD.resident IS NOT NEW.resident AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 269, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.resident)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (269, 264) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 269 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.resident)) DESC,
                    o.cid = 269 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 269 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 269 AND h.val IS json_quote(OLD.resident)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 269 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.resident)
   WHERE row = NEW.id AND cid = 269 AND val IS json_quote(OLD.resident);
END;

CREATE TRIGGER scheme_row_guard_delete BEFORE DELETE ON scheme_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER scheme_row_guard_deleted BEFORE UPDATE ON scheme_row
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER scheme_row_guard_insert BEFORE INSERT ON scheme_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER scheme_row_guard_key BEFORE UPDATE OF id, project_id ON scheme_row
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER scheme_row_journal_deleted AFTER UPDATE OF deleted ON scheme_row
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 77, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (77, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 77 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 77 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 77 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 77 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 77 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 77 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 77 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 77 AND k.tbl = 'scheme_row' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER scheme_row_journal_design_value AFTER UPDATE OF design_value ON scheme_row
WHEN OLD.design_value IS NOT NEW.design_value AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 73, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.design_value)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (73, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 73 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.design_value)) DESC,
                    o.cid = 73 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 73 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 73 AND h.val IS json_quote(OLD.design_value)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 73 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.design_value)
   WHERE row = NEW.id AND cid = 73 AND val IS json_quote(OLD.design_value);
END;

CREATE TRIGGER scheme_row_journal_done_quantity AFTER UPDATE OF done_quantity ON scheme_row
WHEN OLD.done_quantity IS NOT NEW.done_quantity AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 72, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.done_quantity)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (72, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 72 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.done_quantity)) DESC,
                    o.cid = 72 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 72 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 72 AND h.val IS json_quote(OLD.done_quantity)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 72 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.done_quantity)
   WHERE row = NEW.id AND cid = 72 AND val IS json_quote(OLD.done_quantity);
END;

CREATE TRIGGER scheme_row_journal_due_points AFTER UPDATE OF due_points ON scheme_row
WHEN OLD.due_points IS NOT NEW.due_points AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 75, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.due_points)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (75, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 75 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.due_points)) DESC,
                    o.cid = 75 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 75 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 75 AND h.val IS json_quote(OLD.due_points)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 75 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.due_points)
   WHERE row = NEW.id AND cid = 75 AND val IS json_quote(OLD.due_points);
END;

CREATE TRIGGER scheme_row_journal_duty AFTER UPDATE OF duty ON scheme_row
WHEN OLD.duty IS NOT NEW.duty AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 70, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.duty)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (70, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 70 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.duty)) DESC,
                    o.cid = 70 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 70 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 70 AND h.val IS json_quote(OLD.duty)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 70 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.duty)
   WHERE row = NEW.id AND cid = 70 AND val IS json_quote(OLD.duty);
END;

CREATE TRIGGER scheme_row_journal_insert AFTER INSERT ON scheme_row WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 66, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'pack', NEW.pack, 'item_id', NEW.item_id, 'place_id', NEW.place_id, 'duty', NEW.duty, 'planned', NEW.planned, 'done_quantity', NEW.done_quantity, 'design_value', NEW.design_value, 'variant', NEW.variant, 'due_points', NEW.due_points, 'note', NEW.note))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER scheme_row_journal_item_id AFTER UPDATE OF item_id ON scheme_row
WHEN OLD.item_id IS NOT NEW.item_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 68, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.item_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (68, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 68 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.item_id)) DESC,
                    o.cid = 68 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 68 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 68 AND h.val IS json_quote(OLD.item_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 68 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.item_id)
   WHERE row = NEW.id AND cid = 68 AND val IS json_quote(OLD.item_id);
END;

CREATE TRIGGER scheme_row_journal_note AFTER UPDATE OF note ON scheme_row
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 76, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (76, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 76 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 76 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 76 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 76 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 76 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 76 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER scheme_row_journal_pack AFTER UPDATE OF pack ON scheme_row
WHEN OLD.pack IS NOT NEW.pack AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 67, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.pack)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (67, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 67 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.pack)) DESC,
                    o.cid = 67 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 67 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 67 AND h.val IS json_quote(OLD.pack)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 67 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.pack)
   WHERE row = NEW.id AND cid = 67 AND val IS json_quote(OLD.pack);
END;

CREATE TRIGGER scheme_row_journal_place_id AFTER UPDATE OF place_id ON scheme_row
WHEN OLD.place_id IS NOT NEW.place_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 69, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.place_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (69, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 69 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.place_id)) DESC,
                    o.cid = 69 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 69 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 69 AND h.val IS json_quote(OLD.place_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 69 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.place_id)
   WHERE row = NEW.id AND cid = 69 AND val IS json_quote(OLD.place_id);
END;

CREATE TRIGGER scheme_row_journal_planned AFTER UPDATE OF planned ON scheme_row
WHEN OLD.planned IS NOT NEW.planned AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 71, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.planned)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (71, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 71 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.planned)) DESC,
                    o.cid = 71 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 71 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 71 AND h.val IS json_quote(OLD.planned)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 71 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.planned)
   WHERE row = NEW.id AND cid = 71 AND val IS json_quote(OLD.planned);
END;

CREATE TRIGGER scheme_row_journal_variant AFTER UPDATE OF variant ON scheme_row
WHEN OLD.variant IS NOT NEW.variant AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 74, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.variant)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (74, 66) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 74 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.variant)) DESC,
                    o.cid = 74 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 74 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 74 AND h.val IS json_quote(OLD.variant)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 74 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.variant)
   WHERE row = NEW.id AND cid = 74 AND val IS json_quote(OLD.variant);
END;

CREATE TRIGGER sealed_bundle_guard_delete BEFORE DELETE ON sealed_bundle WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER sealed_bundle_guard_deleted BEFORE UPDATE ON sealed_bundle
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER sealed_bundle_guard_insert BEFORE INSERT ON sealed_bundle WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER sealed_bundle_guard_key BEFORE UPDATE OF id, project_id ON sealed_bundle
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER sealed_bundle_journal_deleted AFTER UPDATE OF deleted ON sealed_bundle
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 192, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (192, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 192 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 192 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 192 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 192 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 192 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 192 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 192 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 192 AND k.tbl = 'sealed_bundle' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER sealed_bundle_journal_files AFTER UPDATE OF files ON sealed_bundle
WHEN OLD.files IS NOT NEW.files AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 190, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.files)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (190, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 190 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.files)) DESC,
                    o.cid = 190 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 190 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 190 AND h.val IS json_quote(OLD.files)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 190 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.files)
   WHERE row = NEW.id AND cid = 190 AND val IS json_quote(OLD.files);
END;

CREATE TRIGGER sealed_bundle_journal_gaps AFTER UPDATE OF gaps ON sealed_bundle
WHEN OLD.gaps IS NOT NEW.gaps AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 467, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.gaps)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (467, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 467 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.gaps)) DESC,
                    o.cid = 467 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 467 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 467 AND h.val IS json_quote(OLD.gaps)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 467 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.gaps)
   WHERE row = NEW.id AND cid = 467 AND val IS json_quote(OLD.gaps);
END;

CREATE TRIGGER sealed_bundle_journal_gaps_reason AFTER UPDATE OF gaps_reason ON sealed_bundle
WHEN OLD.gaps_reason IS NOT NEW.gaps_reason AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 468, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.gaps_reason)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (468, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 468 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.gaps_reason)) DESC,
                    o.cid = 468 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 468 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 468 AND h.val IS json_quote(OLD.gaps_reason)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 468 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.gaps_reason)
   WHERE row = NEW.id AND cid = 468 AND val IS json_quote(OLD.gaps_reason);
END;

CREATE TRIGGER sealed_bundle_journal_insert AFTER INSERT ON sealed_bundle WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 184, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'made_at', NEW.made_at, 'name', NEW.name, 'sha256', NEW.sha256, 'size', NEW.size, 'files', NEW.files, 'report_id', NEW.report_id, 'gaps', NEW.gaps, 'gaps_reason', NEW.gaps_reason))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER sealed_bundle_journal_made_at AFTER UPDATE OF made_at ON sealed_bundle
WHEN OLD.made_at IS NOT NEW.made_at AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 186, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.made_at)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (186, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 186 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.made_at)) DESC,
                    o.cid = 186 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 186 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 186 AND h.val IS json_quote(OLD.made_at)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 186 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.made_at)
   WHERE row = NEW.id AND cid = 186 AND val IS json_quote(OLD.made_at);
END;

CREATE TRIGGER sealed_bundle_journal_name AFTER UPDATE OF name ON sealed_bundle
WHEN OLD.name IS NOT NEW.name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 187, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (187, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 187 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.name)) DESC,
                    o.cid = 187 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 187 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 187 AND h.val IS json_quote(OLD.name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 187 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.name)
   WHERE row = NEW.id AND cid = 187 AND val IS json_quote(OLD.name);
END;

CREATE TRIGGER sealed_bundle_journal_number AFTER UPDATE OF number ON sealed_bundle
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 185, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (185, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 185 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 185 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 185 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 185 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 185 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 185 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER sealed_bundle_journal_report_id AFTER UPDATE OF report_id ON sealed_bundle
WHEN OLD.report_id IS NOT NEW.report_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 191, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.report_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (191, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 191 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.report_id)) DESC,
                    o.cid = 191 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 191 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 191 AND h.val IS json_quote(OLD.report_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 191 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.report_id)
   WHERE row = NEW.id AND cid = 191 AND val IS json_quote(OLD.report_id);
END;

CREATE TRIGGER sealed_bundle_journal_sha256 AFTER UPDATE OF sha256 ON sealed_bundle
WHEN OLD.sha256 IS NOT NEW.sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 188, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (188, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 188 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.sha256)) DESC,
                    o.cid = 188 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 188 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 188 AND h.val IS json_quote(OLD.sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 188 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.sha256)
   WHERE row = NEW.id AND cid = 188 AND val IS json_quote(OLD.sha256);
END;

CREATE TRIGGER sealed_bundle_journal_size AFTER UPDATE OF size ON sealed_bundle
WHEN OLD.size IS NOT NEW.size AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 189, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.size)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (189, 184) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 189 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.size)) DESC,
                    o.cid = 189 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 189 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 189 AND h.val IS json_quote(OLD.size)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 189 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.size)
   WHERE row = NEW.id AND cid = 189 AND val IS json_quote(OLD.size);
END;

CREATE TRIGGER signature_guard_delete BEFORE DELETE ON signature WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER signature_guard_deleted BEFORE UPDATE ON signature
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER signature_guard_insert BEFORE INSERT ON signature WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER signature_guard_key BEFORE UPDATE OF id, project_id ON signature
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER signature_journal_deleted AFTER UPDATE OF deleted ON signature
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 353, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (353, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 353 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 353 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 353 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 353 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 353 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 353 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 353 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 353 AND k.tbl = 'signature' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER signature_journal_device AFTER UPDATE OF device ON signature
WHEN OLD.device IS NOT NEW.device AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 347, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.device)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (347, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 347 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.device)) DESC,
                    o.cid = 347 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 347 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 347 AND h.val IS json_quote(OLD.device)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 347 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.device)
   WHERE row = NEW.id AND cid = 347 AND val IS json_quote(OLD.device);
END;

CREATE TRIGGER signature_journal_ink AFTER UPDATE OF ink ON signature
WHEN OLD.ink IS NOT NEW.ink AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 348, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.ink)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (348, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 348 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.ink)) DESC,
                    o.cid = 348 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 348 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 348 AND h.val IS json_quote(OLD.ink)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 348 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.ink)
   WHERE row = NEW.id AND cid = 348 AND val IS json_quote(OLD.ink);
END;

CREATE TRIGGER signature_journal_insert AFTER INSERT ON signature WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 338, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'meeting_id', NEW.meeting_id, 'party_id', NEW.party_id, 'kind', NEW.kind, 'shown', NEW.shown, 'signer', NEW.signer, 'resident', NEW.resident, 'post', NEW.post, 'signed_at', NEW.signed_at, 'device', NEW.device, 'ink', NEW.ink, 'scan_sha256', NEW.scan_sha256, 'scan_name', NEW.scan_name, 'report_id', NEW.report_id, 'withdrawn', NEW.withdrawn))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER signature_journal_kind AFTER UPDATE OF kind ON signature
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 341, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (341, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 341 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 341 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 341 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 341 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 341 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 341 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER signature_journal_meeting_id AFTER UPDATE OF meeting_id ON signature
WHEN OLD.meeting_id IS NOT NEW.meeting_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 339, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.meeting_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (339, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 339 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.meeting_id)) DESC,
                    o.cid = 339 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 339 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 339 AND h.val IS json_quote(OLD.meeting_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 339 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.meeting_id)
   WHERE row = NEW.id AND cid = 339 AND val IS json_quote(OLD.meeting_id);
END;

CREATE TRIGGER signature_journal_party_id AFTER UPDATE OF party_id ON signature
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 340, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (340, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 340 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 340 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 340 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 340 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 340 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 340 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER signature_journal_post AFTER UPDATE OF post ON signature
WHEN OLD.post IS NOT NEW.post AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 345, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.post)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (345, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 345 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.post)) DESC,
                    o.cid = 345 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 345 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 345 AND h.val IS json_quote(OLD.post)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 345 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.post)
   WHERE row = NEW.id AND cid = 345 AND val IS json_quote(OLD.post);
END;

CREATE TRIGGER signature_journal_report_id AFTER UPDATE OF report_id ON signature
WHEN OLD.report_id IS NOT NEW.report_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 351, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.report_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (351, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 351 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.report_id)) DESC,
                    o.cid = 351 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 351 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 351 AND h.val IS json_quote(OLD.report_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 351 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.report_id)
   WHERE row = NEW.id AND cid = 351 AND val IS json_quote(OLD.report_id);
END;

CREATE TRIGGER signature_journal_resident AFTER UPDATE OF resident ON signature
WHEN OLD.resident IS NOT NEW.resident AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 344, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.resident)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (344, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 344 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.resident)) DESC,
                    o.cid = 344 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 344 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 344 AND h.val IS json_quote(OLD.resident)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 344 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.resident)
   WHERE row = NEW.id AND cid = 344 AND val IS json_quote(OLD.resident);
END;

CREATE TRIGGER signature_journal_scan_name AFTER UPDATE OF scan_name ON signature
WHEN OLD.scan_name IS NOT NEW.scan_name AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 350, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.scan_name)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (350, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 350 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.scan_name)) DESC,
                    o.cid = 350 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 350 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 350 AND h.val IS json_quote(OLD.scan_name)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 350 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.scan_name)
   WHERE row = NEW.id AND cid = 350 AND val IS json_quote(OLD.scan_name);
END;

CREATE TRIGGER signature_journal_scan_sha256 AFTER UPDATE OF scan_sha256 ON signature
WHEN OLD.scan_sha256 IS NOT NEW.scan_sha256 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 349, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.scan_sha256)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (349, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 349 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.scan_sha256)) DESC,
                    o.cid = 349 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 349 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 349 AND h.val IS json_quote(OLD.scan_sha256)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 349 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.scan_sha256)
   WHERE row = NEW.id AND cid = 349 AND val IS json_quote(OLD.scan_sha256);
END;

CREATE TRIGGER signature_journal_shown AFTER UPDATE OF shown ON signature
WHEN OLD.shown IS NOT NEW.shown AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 342, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.shown)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (342, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 342 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.shown)) DESC,
                    o.cid = 342 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 342 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 342 AND h.val IS json_quote(OLD.shown)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 342 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.shown)
   WHERE row = NEW.id AND cid = 342 AND val IS json_quote(OLD.shown);
END;

CREATE TRIGGER signature_journal_signed_at AFTER UPDATE OF signed_at ON signature
WHEN OLD.signed_at IS NOT NEW.signed_at AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 346, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.signed_at)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (346, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 346 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.signed_at)) DESC,
                    o.cid = 346 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 346 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 346 AND h.val IS json_quote(OLD.signed_at)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 346 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.signed_at)
   WHERE row = NEW.id AND cid = 346 AND val IS json_quote(OLD.signed_at);
END;

CREATE TRIGGER signature_journal_signer AFTER UPDATE OF signer ON signature
WHEN OLD.signer IS NOT NEW.signer AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 343, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.signer)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (343, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 343 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.signer)) DESC,
                    o.cid = 343 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 343 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 343 AND h.val IS json_quote(OLD.signer)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 343 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.signer)
   WHERE row = NEW.id AND cid = 343 AND val IS json_quote(OLD.signer);
END;

CREATE TRIGGER signature_journal_withdrawn AFTER UPDATE OF withdrawn ON signature
WHEN OLD.withdrawn IS NOT NEW.withdrawn AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 352, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.withdrawn)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (352, 338) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 352 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.withdrawn)) DESC,
                    o.cid = 352 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 352 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 352 AND h.val IS json_quote(OLD.withdrawn)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 352 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.withdrawn)
   WHERE row = NEW.id AND cid = 352 AND val IS json_quote(OLD.withdrawn);
END;

CREATE TRIGGER sync_op_guard_delete BEFORE DELETE ON sync_op
WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: the journal is never cut');
END;

CREATE TRIGGER sync_op_guard_update BEFORE UPDATE ON sync_op
WHEN coalesce((SELECT applying FROM sync_self), 0) = 0 AND (OLD.opid IS NOT NEW.opid OR OLD.row IS NOT NEW.row OR OLD.cid IS NOT NEW.cid
  OR OLD.rank IS NOT NEW.rank OR OLD.at IS NOT NEW.at OR OLD.prev IS NOT NEW.prev
  OR NEW.val IS NOT NULL
  OR (SELECT hash FROM sync_segment WHERE seg = OLD.opid >> 20) IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'inspector: the journal is never rewritten');
END;

CREATE TRIGGER sync_op_roll_over AFTER INSERT ON sync_op
WHEN (NEW.opid & 1048575) = 9999 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_segment(project_id, replica, user_id, schema_version, state)
  SELECT g.project_id, m.replica, m.user_id, m.schema_version, 0
    FROM sync_segment g, sync_self m
   WHERE g.seg = NEW.opid >> 20;
  UPDATE sync_open SET seg = last_insert_rowid() WHERE seg = NEW.opid >> 20;
END;

CREATE TRIGGER sync_segment_guard_delete
BEFORE DELETE ON sync_segment WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: the journal is never cut');
END;

CREATE TRIGGER sync_segment_guard_update
BEFORE UPDATE OF seg, project_id, hash, replica, height, prev, user_id, device_key,
  schema_version, n, t0, t1, sig, body ON sync_segment
WHEN OLD.hash IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'inspector: a sealed segment never changes');
END;

CREATE TRIGGER sync_self_guard_delete
BEFORE DELETE ON sync_self
BEGIN
  SELECT RAISE(ABORT, 'inspector: who this is is never removed');
END;

CREATE TRIGGER visit_guard_delete BEFORE DELETE ON visit WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER visit_guard_deleted BEFORE UPDATE ON visit
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER visit_guard_insert BEFORE INSERT ON visit WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER visit_guard_key BEFORE UPDATE OF id, project_id ON visit
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER visit_journal_days AFTER UPDATE OF days ON visit
WHEN OLD.days IS NOT NEW.days AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 82, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.days)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (82, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 82 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.days)) DESC,
                    o.cid = 82 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 82 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 82 AND h.val IS json_quote(OLD.days)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 82 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.days)
   WHERE row = NEW.id AND cid = 82 AND val IS json_quote(OLD.days);
END;

CREATE TRIGGER visit_journal_deleted AFTER UPDATE OF deleted ON visit
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 85, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (85, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 85 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 85 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 85 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 85 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 85 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 85 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 85 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 85 AND k.tbl = 'visit' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER visit_journal_insert AFTER INSERT ON visit WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 78, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'kind', NEW.kind, 'title', NEW.title, 'days', NEW.days, 'inspectors', NEW.inspectors, 'note', NEW.note))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER visit_journal_inspectors AFTER UPDATE OF inspectors ON visit
WHEN OLD.inspectors IS NOT NEW.inspectors AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 83, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.inspectors)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (83, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 83 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.inspectors)) DESC,
                    o.cid = 83 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 83 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 83 AND h.val IS json_quote(OLD.inspectors)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 83 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.inspectors)
   WHERE row = NEW.id AND cid = 83 AND val IS json_quote(OLD.inspectors);
END;

CREATE TRIGGER visit_journal_kind AFTER UPDATE OF kind ON visit
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 80, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (80, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 80 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 80 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 80 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 80 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 80 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 80 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER visit_journal_note AFTER UPDATE OF note ON visit
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 84, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (84, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 84 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 84 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 84 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 84 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 84 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 84 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER visit_journal_number AFTER UPDATE OF number ON visit
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 79, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (79, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 79 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 79 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 79 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 79 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 79 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 79 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER visit_journal_title AFTER UPDATE OF title ON visit
WHEN OLD.title IS NOT NEW.title AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 81, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.title)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (81, 78) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 81 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.title)) DESC,
                    o.cid = 81 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 81 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 81 AND h.val IS json_quote(OLD.title)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 81 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.title)
   WHERE row = NEW.id AND cid = 81 AND val IS json_quote(OLD.title);
END;

CREATE TRIGGER vote_guard_delete BEFORE DELETE ON vote WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER vote_guard_deleted BEFORE UPDATE ON vote
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER vote_guard_insert BEFORE INSERT ON vote WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER vote_guard_key BEFORE UPDATE OF id, project_id ON vote
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER vote_journal_area_m2 AFTER UPDATE OF area_m2 ON vote
WHEN OLD.area_m2 IS NOT NEW.area_m2 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 275, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.area_m2)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (275, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 275 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.area_m2)) DESC,
                    o.cid = 275 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 275 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 275 AND h.val IS json_quote(OLD.area_m2)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 275 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.area_m2)
   WHERE row = NEW.id AND cid = 275 AND val IS json_quote(OLD.area_m2);
END;

CREATE TRIGGER vote_journal_deleted AFTER UPDATE OF deleted ON vote
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 281, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (281, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 281 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 281 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 281 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 281 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 281 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 281 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 281 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 281 AND k.tbl = 'vote' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER vote_journal_first_on AFTER UPDATE OF first_on ON vote
WHEN OLD.first_on IS NOT NEW.first_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 277, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.first_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (277, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 277 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.first_on)) DESC,
                    o.cid = 277 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 277 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 277 AND h.val IS json_quote(OLD.first_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 277 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.first_on)
   WHERE row = NEW.id AND cid = 277 AND val IS json_quote(OLD.first_on);
END;

CREATE TRIGGER vote_journal_households AFTER UPDATE OF households ON vote
WHEN OLD.households IS NOT NEW.households AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 274, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.households)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (274, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 274 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.households)) DESC,
                    o.cid = 274 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 274 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 274 AND h.val IS json_quote(OLD.households)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 274 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.households)
   WHERE row = NEW.id AND cid = 274 AND val IS json_quote(OLD.households);
END;

CREATE TRIGGER vote_journal_insert AFTER INSERT ON vote WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 272, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'subject', NEW.subject, 'households', NEW.households, 'area_m2', NEW.area_m2, 'rule', NEW.rule, 'first_on', NEW.first_on, 'last_on', NEW.last_on, 'method', NEW.method, 'note', NEW.note))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER vote_journal_last_on AFTER UPDATE OF last_on ON vote
WHEN OLD.last_on IS NOT NEW.last_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 278, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.last_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (278, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 278 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.last_on)) DESC,
                    o.cid = 278 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 278 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 278 AND h.val IS json_quote(OLD.last_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 278 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.last_on)
   WHERE row = NEW.id AND cid = 278 AND val IS json_quote(OLD.last_on);
END;

CREATE TRIGGER vote_journal_method AFTER UPDATE OF method ON vote
WHEN OLD.method IS NOT NEW.method AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 279, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.method)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (279, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 279 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.method)) DESC,
                    o.cid = 279 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 279 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 279 AND h.val IS json_quote(OLD.method)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 279 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.method)
   WHERE row = NEW.id AND cid = 279 AND val IS json_quote(OLD.method);
END;

CREATE TRIGGER vote_journal_note AFTER UPDATE OF note ON vote
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 280, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (280, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 280 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 280 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 280 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 280 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 280 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 280 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER vote_journal_rule AFTER UPDATE OF rule ON vote
WHEN OLD.rule IS NOT NEW.rule AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 276, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.rule)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (276, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 276 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.rule)) DESC,
                    o.cid = 276 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 276 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 276 AND h.val IS json_quote(OLD.rule)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 276 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.rule)
   WHERE row = NEW.id AND cid = 276 AND val IS json_quote(OLD.rule);
END;

CREATE TRIGGER vote_journal_subject AFTER UPDATE OF subject ON vote
WHEN OLD.subject IS NOT NEW.subject AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 273, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.subject)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (273, 272) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 273 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.subject)) DESC,
                    o.cid = 273 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 273 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 273 AND h.val IS json_quote(OLD.subject)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 273 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.subject)
   WHERE row = NEW.id AND cid = 273 AND val IS json_quote(OLD.subject);
END;

CREATE TRIGGER warranty_guard_delete BEFORE DELETE ON warranty WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER warranty_guard_deleted BEFORE UPDATE ON warranty
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER warranty_guard_insert BEFORE INSERT ON warranty WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER warranty_guard_key BEFORE UPDATE OF id, project_id ON warranty
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER warranty_journal_deleted AFTER UPDATE OF deleted ON warranty
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 377, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (377, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 377 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 377 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 377 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 377 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 377 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 377 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 377 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 377 AND k.tbl = 'warranty' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER warranty_journal_ends_on AFTER UPDATE OF ends_on ON warranty
WHEN OLD.ends_on IS NOT NEW.ends_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 372, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.ends_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (372, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 372 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.ends_on)) DESC,
                    o.cid = 372 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 372 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 372 AND h.val IS json_quote(OLD.ends_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 372 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.ends_on)
   WHERE row = NEW.id AND cid = 372 AND val IS json_quote(OLD.ends_on);
END;

CREATE TRIGGER warranty_journal_insert AFTER INSERT ON warranty WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 368, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'kind', NEW.kind, 'part', NEW.part, 'starts_on', NEW.starts_on, 'ends_on', NEW.ends_on, 'months', NEW.months, 'party_id', NEW.party_id, 'paper', NEW.paper, 'position', NEW.position))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER warranty_journal_kind AFTER UPDATE OF kind ON warranty
WHEN OLD.kind IS NOT NEW.kind AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 369, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.kind)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (369, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 369 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.kind)) DESC,
                    o.cid = 369 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 369 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 369 AND h.val IS json_quote(OLD.kind)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 369 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.kind)
   WHERE row = NEW.id AND cid = 369 AND val IS json_quote(OLD.kind);
END;

CREATE TRIGGER warranty_journal_months AFTER UPDATE OF months ON warranty
WHEN OLD.months IS NOT NEW.months AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 373, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.months)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (373, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 373 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.months)) DESC,
                    o.cid = 373 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 373 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 373 AND h.val IS json_quote(OLD.months)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 373 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.months)
   WHERE row = NEW.id AND cid = 373 AND val IS json_quote(OLD.months);
END;

CREATE TRIGGER warranty_journal_paper AFTER UPDATE OF paper ON warranty
WHEN OLD.paper IS NOT NEW.paper AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 375, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.paper)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (375, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 375 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.paper)) DESC,
                    o.cid = 375 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 375 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 375 AND h.val IS json_quote(OLD.paper)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 375 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.paper)
   WHERE row = NEW.id AND cid = 375 AND val IS json_quote(OLD.paper);
END;

CREATE TRIGGER warranty_journal_part AFTER UPDATE OF part ON warranty
WHEN OLD.part IS NOT NEW.part AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 370, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.part)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (370, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 370 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.part)) DESC,
                    o.cid = 370 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 370 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 370 AND h.val IS json_quote(OLD.part)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 370 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.part)
   WHERE row = NEW.id AND cid = 370 AND val IS json_quote(OLD.part);
END;

CREATE TRIGGER warranty_journal_party_id AFTER UPDATE OF party_id ON warranty
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 374, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (374, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 374 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 374 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 374 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 374 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 374 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 374 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER warranty_journal_position AFTER UPDATE OF position ON warranty
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 376, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (376, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 376 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 376 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 376 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 376 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 376 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 376 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER warranty_journal_starts_on AFTER UPDATE OF starts_on ON warranty
WHEN OLD.starts_on IS NOT NEW.starts_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 371, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.starts_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (371, 368) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 371 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.starts_on)) DESC,
                    o.cid = 371 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 371 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 371 AND h.val IS json_quote(OLD.starts_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 371 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.starts_on)
   WHERE row = NEW.id AND cid = 371 AND val IS json_quote(OLD.starts_on);
END;

CREATE TRIGGER warranty_claim_guard_delete BEFORE DELETE ON warranty_claim WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END;

CREATE TRIGGER warranty_claim_guard_deleted BEFORE UPDATE ON warranty_claim
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END;

CREATE TRIGGER warranty_claim_guard_insert BEFORE INSERT ON warranty_claim WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END;

CREATE TRIGGER warranty_claim_guard_key BEFORE UPDATE OF id, project_id ON warranty_claim
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END;

CREATE TRIGGER warranty_claim_journal_closed_by AFTER UPDATE OF closed_by ON warranty_claim
WHEN OLD.closed_by IS NOT NEW.closed_by AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 480, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.closed_by)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (480, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 480 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.closed_by)) DESC,
                    o.cid = 480 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 480 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 480 AND h.val IS json_quote(OLD.closed_by)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 480 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.closed_by)
   WHERE row = NEW.id AND cid = 480 AND val IS json_quote(OLD.closed_by);
END;

CREATE TRIGGER warranty_claim_journal_closed_on AFTER UPDATE OF closed_on ON warranty_claim
WHEN OLD.closed_on IS NOT NEW.closed_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 479, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.closed_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (479, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 479 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.closed_on)) DESC,
                    o.cid = 479 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 479 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 479 AND h.val IS json_quote(OLD.closed_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 479 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.closed_on)
   WHERE row = NEW.id AND cid = 479 AND val IS json_quote(OLD.closed_on);
END;

CREATE TRIGGER warranty_claim_journal_deleted AFTER UPDATE OF deleted ON warranty_claim
WHEN OLD.deleted IS NOT NEW.deleted AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 483, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.deleted)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (483, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 483 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.deleted)) DESC,
                    o.cid = 483 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 483 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 483 AND h.val IS json_quote(OLD.deleted)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 483 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.deleted)
   WHERE row = NEW.id AND cid = 483 AND val IS json_quote(OLD.deleted);
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 483 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> 483 AND k.tbl = 'warranty_claim' AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
END;

CREATE TRIGGER warranty_claim_journal_insert AFTER INSERT ON warranty_claim WHEN coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '*');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 469, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{}', json_object('project_id', NEW.project_id, 'number', NEW.number, 'reported_on', NEW.reported_on, 'text', NEW.text, 'place_id', NEW.place_id, 'warranty_id', NEW.warranty_id, 'party_id', NEW.party_id, 'repaired_on', NEW.repaired_on, 'repaired_by', NEW.repaired_by, 'repair', NEW.repair, 'closed_on', NEW.closed_on, 'closed_by', NEW.closed_by, 'note', NEW.note, 'position', NEW.position))
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
END;

CREATE TRIGGER warranty_claim_journal_note AFTER UPDATE OF note ON warranty_claim
WHEN OLD.note IS NOT NEW.note AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 481, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.note)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (481, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 481 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.note)) DESC,
                    o.cid = 481 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 481 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 481 AND h.val IS json_quote(OLD.note)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 481 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.note)
   WHERE row = NEW.id AND cid = 481 AND val IS json_quote(OLD.note);
END;

CREATE TRIGGER warranty_claim_journal_number AFTER UPDATE OF number ON warranty_claim
WHEN OLD.number IS NOT NEW.number AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 470, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.number)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (470, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 470 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.number)) DESC,
                    o.cid = 470 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 470 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 470 AND h.val IS json_quote(OLD.number)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 470 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.number)
   WHERE row = NEW.id AND cid = 470 AND val IS json_quote(OLD.number);
END;

CREATE TRIGGER warranty_claim_journal_party_id AFTER UPDATE OF party_id ON warranty_claim
WHEN OLD.party_id IS NOT NEW.party_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 475, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.party_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (475, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 475 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.party_id)) DESC,
                    o.cid = 475 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 475 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 475 AND h.val IS json_quote(OLD.party_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 475 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.party_id)
   WHERE row = NEW.id AND cid = 475 AND val IS json_quote(OLD.party_id);
END;

CREATE TRIGGER warranty_claim_journal_place_id AFTER UPDATE OF place_id ON warranty_claim
WHEN OLD.place_id IS NOT NEW.place_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 473, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.place_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (473, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 473 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.place_id)) DESC,
                    o.cid = 473 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 473 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 473 AND h.val IS json_quote(OLD.place_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 473 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.place_id)
   WHERE row = NEW.id AND cid = 473 AND val IS json_quote(OLD.place_id);
END;

CREATE TRIGGER warranty_claim_journal_position AFTER UPDATE OF position ON warranty_claim
WHEN OLD.position IS NOT NEW.position AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 482, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.position)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (482, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 482 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.position)) DESC,
                    o.cid = 482 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 482 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 482 AND h.val IS json_quote(OLD.position)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 482 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.position)
   WHERE row = NEW.id AND cid = 482 AND val IS json_quote(OLD.position);
END;

CREATE TRIGGER warranty_claim_journal_repair AFTER UPDATE OF repair ON warranty_claim
WHEN OLD.repair IS NOT NEW.repair AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 478, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.repair)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (478, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 478 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.repair)) DESC,
                    o.cid = 478 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 478 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 478 AND h.val IS json_quote(OLD.repair)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 478 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.repair)
   WHERE row = NEW.id AND cid = 478 AND val IS json_quote(OLD.repair);
END;

CREATE TRIGGER warranty_claim_journal_repaired_by AFTER UPDATE OF repaired_by ON warranty_claim
WHEN OLD.repaired_by IS NOT NEW.repaired_by AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 477, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.repaired_by)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (477, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 477 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.repaired_by)) DESC,
                    o.cid = 477 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 477 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 477 AND h.val IS json_quote(OLD.repaired_by)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 477 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.repaired_by)
   WHERE row = NEW.id AND cid = 477 AND val IS json_quote(OLD.repaired_by);
END;

CREATE TRIGGER warranty_claim_journal_repaired_on AFTER UPDATE OF repaired_on ON warranty_claim
WHEN OLD.repaired_on IS NOT NEW.repaired_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 476, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.repaired_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (476, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 476 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.repaired_on)) DESC,
                    o.cid = 476 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 476 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 476 AND h.val IS json_quote(OLD.repaired_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 476 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.repaired_on)
   WHERE row = NEW.id AND cid = 476 AND val IS json_quote(OLD.repaired_on);
END;

CREATE TRIGGER warranty_claim_journal_reported_on AFTER UPDATE OF reported_on ON warranty_claim
WHEN OLD.reported_on IS NOT NEW.reported_on AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 471, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.reported_on)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (471, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 471 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.reported_on)) DESC,
                    o.cid = 471 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 471 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 471 AND h.val IS json_quote(OLD.reported_on)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 471 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.reported_on)
   WHERE row = NEW.id AND cid = 471 AND val IS json_quote(OLD.reported_on);
END;

CREATE TRIGGER warranty_claim_journal_text AFTER UPDATE OF text ON warranty_claim
WHEN OLD.text IS NOT NEW.text AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 472, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.text)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (472, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 472 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.text)) DESC,
                    o.cid = 472 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 472 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 472 AND h.val IS json_quote(OLD.text)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 472 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.text)
   WHERE row = NEW.id AND cid = 472 AND val IS json_quote(OLD.text);
END;

CREATE TRIGGER warranty_claim_journal_warranty_id AFTER UPDATE OF warranty_id ON warranty_claim
WHEN OLD.warranty_id IS NOT NEW.warranty_id AND coalesce((SELECT applying FROM sync_self), 0) = 0
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << 20 AND opid < (s.seg + 1) << 20),
    s.seg << 20),
         NEW.id, 474, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.warranty_id)
    FROM sync_open s, (SELECT inspector_now_ms() AS ms, rep16 FROM sync_self) t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN (474, 469) AND EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> 20 AND g.project_id = NEW.project_id)
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = 474 AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.warranty_id)) DESC,
                    o.cid = 474 DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 474 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1) w, sync_head h
   WHERE h.row = NEW.id AND h.cid = 474 AND h.val IS json_quote(OLD.warranty_id)
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM (SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g ON g.seg = o.opid >> 20 WHERE o.row = NEW.id AND o.cid = 474 AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)), val = json_quote(NEW.warranty_id)
   WHERE row = NEW.id AND cid = 474 AND val IS json_quote(OLD.warranty_id);
END;
