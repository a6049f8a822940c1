import { expect, test } from "vitest";
import type { ActRow } from "../../lib/ipc/bindings/ActRow.ts";
import { lastOf, redoOf } from "./undo.ts";

const act = (n: number, more: Partial<ActRow> = {}): ActRow => ({ n, verb: "person_correct", at: `2026-11-24T08:0${n}:00Z`, entries: 1, undoes: null, undone_by: null, subject: null, undoable: true, ...more });
const MORNING = "2026-11-24T08:00:00Z";

test("Ctrl+Z means the newest act that can be taken back, not a change of the display", () => {
  expect(lastOf([act(3, { verb: "session_display" }), act(2), act(1)], MORNING)?.n).toBe(2);
  expect(lastOf([act(3, { undoable: false }), act(2)], MORNING)?.n).toBe(2);
});

test("it never takes back what was done before signing in, nor a taking back", () => {
  expect(lastOf([act(1)], "2026-11-24T08:05:00Z")).toBeUndefined();
  expect(lastOf([act(1)], undefined)).toBeUndefined();
  expect(lastOf([act(3, { verb: "act_undo", undoes: 2 }), act(2, { undoable: false, undone_by: 3 }), act(1)], MORNING)?.n).toBe(1);
});

test("doing again means the newest act, when that was a taking back", () => {
  const undone = [act(3, { verb: "act_undo", undoes: 2 }), act(2, { undoable: false, undone_by: 3 })];
  expect(redoOf(undone, MORNING)?.n).toBe(3);
  expect(redoOf([act(4), ...undone], MORNING)).toBeUndefined();
  expect(redoOf([act(4, { verb: "session_display" }), ...undone], MORNING)?.n).toBe(3);
});
