"""What a set of segments must show, worked out naively: dicts and loops, no SQL, no code of ours.

Independent of the program on purpose; only the list of columns comes from the schema.
"""

import hashlib
import json
import zlib

from inspector.store.schema import BY_NAME


def parse(digest, body):
    """Read a segment's body into plain values."""
    head = json.loads(zlib.decompress(body))
    refs, at, ops = [digest, *head["refs"]], head["t0"], []
    alias = int.from_bytes(hashlib.sha256(bytes.fromhex(head["replica"])).digest()[:2], "big")
    for index, (col, row, dt, drank, ref, place, value, *parents) in enumerate(head["ops"]):
        at += dt
        table, name = head["cols"][col].split(".")
        ops.append(
            {
                "id": (digest, index),
                "row": head["rows"][row],
                "project": head["project"],
                "table": table,
                "col": name,
                "rank": (at + drank) << 16 | alias,
                "prev": (refs[ref], place) if ref >= 0 else None,
                "parents": [(refs[a], b) for a, b in (parents[0] if parents else [])],
                "value": value,
            }
        )
    needs = set(head["refs"]) | ({head["prev"]} if head["prev"] else set())
    return {
        "hash": digest,
        "prev": head["prev"],
        "key": head["key"],
        "user": head["user"],
        "project": head["project"],
        "needs": needs,
        "ops": ops,
    }


def rules_of(segments, root):
    """Give the mandates and what each end accepts, from what the root key signed."""
    mandates, ends = [], []
    prevs = {s["hash"]: s["prev"] for s in segments}
    for segment in segments:
        if segment["key"] != root or segment["project"] != "org":
            continue
        for op in segment["ops"]:
            if op["col"] == "*" and op["table"] == "mandate":
                mandates.append((op["row"], op["value"]))
            if op["col"] == "*" and op["table"] == "mandate_end":
                accepted = set()
                for tip in json.loads(op["value"]["accepts"]):
                    step = tip
                    while step in prevs and step not in accepted:
                        accepted.add(step)
                        step = prevs[step]
                ends.append((op["value"]["mandate_id"], accepted))
    return mandates, ends


def holds(segment, rules, kind, subject):
    """Tell whether a mandate of some kind holds for a segment."""
    mandates, ends = rules
    return any(
        m["kind"] == kind
        and m["subject"] == subject
        and all(segment["hash"] in accepted for ended, accepted in ends if ended == mid)
        for mid, m in mandates
    )


def merged_of(segments, root, own_key):
    """Give the segments that count, and those whose person may settle."""
    rules = rules_of(segments, root)
    admitted = [
        s
        for s in segments
        if not root or s["key"] in (root, own_key) or holds(s, rules, "laptop", s["key"])
    ]
    merged, grew = {}, True
    while grew:
        grew = False
        for segment in admitted:
            if segment["hash"] not in merged and segment["needs"] <= merged.keys():
                merged[segment["hash"]] = segment
                grew = True
    rights = {
        s["hash"]
        for s in merged.values()
        if not root or s["key"] == root or holds(s, rules, "role", s["user"])
    }
    return list(merged.values()), rights


def state_of(bodies, root="", own_key=""):
    """Give rows, conflicts and uncovered operations of a set of (hash, body)."""
    merged, rights = merged_of([parse(*one) for one in bodies], root, own_key)
    rows, conflicts, left = {}, set(), set()
    for row, table, ops in records_of(merged):
        inserts = [op for op in ops if op["col"] == "*"]
        unknown = {op["col"] for op in ops} - {"*"}  # columns of a newer program count too
        names = unknown | set(names_of(table))
        cells = {name: heads(ops, inserts, name, rights) for name in names}
        for name, found in cells.items():
            if len({json.dumps(value) for _rank, _id, value in found}) > 1:
                conflicts |= {(row, name, oid) for _rank, oid, _value in found}
        shown = {name: found[0][2] if found else None for name, found in cells.items()}
        shown["deleted"] = shown["deleted"] or 0
        if shown["deleted"] == 1:
            unseen = not_covered(ops, inserts, cells, rights)
            left |= {(row, oid) for oid in unseen}
            shown["deleted"] = 0 if unseen else 1
        rows[table, row] = tuple(shown[name] for name in names_of(table))
    return rows, conflicts, left


def records_of(merged):
    """Yield (row, table, operations): of one identifier used twice the first insert counts."""
    by_row = {}
    for segment in merged:
        for op in segment["ops"]:
            by_row.setdefault(op["row"], []).append(op)
    for row, ops in by_row.items():
        inserts = [op for op in ops if op["col"] == "*"]
        if inserts:
            first = min(inserts, key=lambda op: (op["rank"], bytes.fromhex(op["id"][0]), op["id"]))
            table, project = first["table"], first["project"]
            if table in BY_NAME:
                own = [op for op in ops if (op["table"], op["project"]) == (table, project)]
                yield row, table, own


def names_of(table):
    """List the columns of a table that are compared."""
    return ["project_id", *(c.name for c in BY_NAME[table].columns), "deleted"]


def heads(ops, inserts, name, rights):
    """List (rank, id, value) of what nobody replaced in a field, the winner first."""
    sets = [op for op in ops if op["col"] == name]
    value = {op["id"]: op["value"] for op in sets}
    value |= {i["id"]: i["value"].get(name) for i in inserts}
    gone = set()
    for op in sets:
        gone.add(op["prev"])
        for parent in op["parents"]:
            if op["id"][0] in rights or value.get(parent) == value.get(op["prev"]):
                gone.add(parent)
    found = [(op["rank"], op["id"], op["value"]) for op in sets if op["id"] not in gone]
    found += [
        (i["rank"], i["id"], i["value"][name])
        for i in inserts
        if i["id"] not in gone and i["value"].get(name) is not None
    ]
    for op in sets:  # I9: rank grows along every chain
        assert op["rank"] > next(o["rank"] for o in ops if o["id"] == op["prev"])
    return sorted(found, key=lambda head: (head[0], bytes.fromhex(head[1][0]), head[1][1]))[::-1]


def not_covered(ops, inserts, cells, rights):
    """List what no delete had seen."""
    deletes = {oid for _rank, oid, value in cells["deleted"] if value == 1}
    covered = {p for op in ops if op["id"] in deletes for p in op["parents"]}
    live = {i["id"] for i in inserts}
    for name in {op["col"] for op in ops} - {"*", "deleted"}:
        found = cells[name] if name in cells else heads(ops, inserts, name, rights)
        live |= {oid for _rank, oid, _value in found}
    return live - covered
