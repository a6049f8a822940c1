/** From sessions and names to the rows and blocks of the board, and back from a place on it to a session's place. */
import type { BlockTone, BoardBlock, BoardDay, BoardRow } from "../../lib/board.ts";
import type { BoardTarget } from "../../components/Board.svelte";
import { formatTime } from "../../lib/date.ts";
import type { BoardWeek } from "../../lib/ipc/bindings/BoardWeek.ts";
import type { Names } from "../../lib/ipc/bindings/Names.ts";
import type { Session } from "../../lib/ipc/bindings/Session.ts";
import type { SessionKind } from "../../lib/ipc/bindings/SessionKind.ts";
import type { SessionPlace } from "../../lib/ipc/bindings/SessionPlace.ts";

export const VIEWS = ["batch", "instructor", "room"] as const;
export type View = (typeof VIEWS)[number];

/** Sessions without a room or an instructor stand in a row of their own. */
export const NOBODY = "-";

const TONES: Record<SessionKind, BlockTone> = { TEORI: "theory", PRAKTIK: "practice", OJT: "outside", PEMBUKAAN: "event", PENUTUPAN: "event", ASESMEN: "event" };

/** Words that the mapping needs, so that it stays without a language of its own. */
export interface BoardWords {
  dayName: (iso: string) => string;
  daySub: (iso: string) => string;
  kind: (kind: SessionKind) => string;
  nobody: (view: View) => string;
  locked: string;
  clash: string;
}

export function daysOf(week: BoardWeek, today: string, words: BoardWords): BoardDay[] {
  return week.days.map((day) => ({
    id: day.day_on,
    title: words.dayName(day.day_on),
    sub: words.daySub(day.day_on),
    today: day.day_on === today,
    ...(day.closed !== null && { closed: day.closed }),
    slots: day.columns.map((column) => ({ label: column.label, time: `${formatTime(column.from_time)}–${formatTime(column.to_time)}` })),
  }));
}

export function rowsOf(view: View, names: Names, week: BoardWeek, only: string | undefined, words: BoardWords): BoardRow[] {
  const used = new Set(week.sessions.flatMap(({ session }) => keysOf(view, session)));
  const keep = (one: { id: string; gone: boolean }) => used.has(one.id) || !one.gone;
  const rows: BoardRow[] =
    view === "batch"
      ? names.batches.filter((one) => used.has(one.id) || (only === one.id && !one.gone)).map((one) => ({ id: one.id, title: one.name }))
      : view === "instructor"
        ? names.instructors.filter(keep).map((one) => ({ id: one.id, title: one.name, sub: one.initials }))
        : names.rooms.filter(keep).map((one) => ({ id: one.id, title: one.code, sub: one.name }));
  if (used.has(NOBODY)) rows.unshift({ id: NOBODY, title: words.nobody(view) });
  return only ? rows.filter((row) => row.id === only) : rows;
}

export function keysOf(view: View, session: Session): string[] {
  if (view === "batch") return [session.batch_id];
  if (view === "room") return [session.room_id ?? NOBODY];
  const both = [session.instructor_id, session.second_id].filter((id) => id !== null);
  return both.length ? both : [NOBODY];
}

/** A session of two instructors is two blocks: `id` and `id:2`. */
export const sessionId = (block: { id: string }) => block.id.replace(/:2$/, "");

/** What tells a unit's code from the others of its field: `001.1` of `M.74DKV01.001.1`. A block is too narrow for more. */
const ownPart = (code: string) => code.split(".").slice(-2).join(".");

export function blocksOf(view: View, names: Names, week: BoardWeek, words: BoardWords): BoardBlock[] {
  const by = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  const [batches, instructors, rooms, units] = [by(names.batches), by(names.instructors), by(names.rooms), by(names.units)];
  const clashing = new Set(week.clashes.filter((clash) => clash.hard).flatMap((clash) => clash.sessions));
  const day = new Map(week.days.map((one, at) => [one.day_on, at]));
  return week.sessions.flatMap(({ session, column, span }) => {
    const unit = session.programme_unit_id === null ? undefined : units.get(session.programme_unit_id);
    const subject = unit?.title ?? session.title ?? words.kind(session.kind);
    const room = session.room_id === null ? "" : (rooms.get(session.room_id)?.code ?? "");
    const who = [session.instructor_id, session.second_id].flatMap((id) => (id === null ? [] : [instructors.get(id)])).filter((one) => one !== undefined);
    const batch = batches.get(session.batch_id)?.name ?? "";
    const initials = who.map((one) => one.initials).join("/");
    const short = unit?.code ? ownPart(unit.code) : subject;
    const [title, ...lines] = view === "batch" ? [short, [room, initials].filter(Boolean).join(" · ")] : view === "room" ? [batch, [short, initials].filter(Boolean).join(" · ")] : [batch, [short, room].filter(Boolean).join(" · ")];
    const clash = clashing.has(session.id);
    const columns = week.days[day.get(session.day_on) ?? 0]?.columns ?? [];
    const [from, to] = [columns[column]?.from_time, columns[column + span - 1]?.to_time];
    // The name begins with what is seen, so that whoever says it reaches the block.
    const seen = [title, ...lines].join(" ");
    const spoken = [
      seen, view !== "batch" ? "" : batch, short === subject ? "" : subject, words.kind(session.kind), `${words.dayName(session.day_on)} ${words.daySub(session.day_on)}`,
      from && to && `${formatTime(from)}–${formatTime(to)}`, `${session.length} JP`, who.map((one) => one.name).join(", "), session.locked && words.locked, clash && words.clash,
    ].filter(Boolean).join(", ");
    return keysOf(view, session).map((row, at) => ({
      id: at === 0 ? session.id : `${session.id}:2`,
      row, day: day.get(session.day_on) ?? -1, slot: column, span, title: title!, lines: lines.filter(Boolean), spoken, tone: TONES[session.kind], locked: session.locked, clash,
    }));
  });
}

/** The lesson of a batch that begins in a column; undefined: none of its lessons does. */
export function lessonAt(week: BoardWeek, names: Names, session: Session, day: number, column: number): number | undefined {
  const pattern = names.batches.find((batch) => batch.id === session.batch_id)?.pattern_id;
  const at = week.days[day]?.lessons.find((one) => one.pattern_id === pattern)?.columns.indexOf(column) ?? -1;
  return at < 0 ? undefined : at + 1;
}

/** The place of a session when its block is put down; undefined: no lesson begins there. */
export function placeAt(view: View, names: Names, week: BoardWeek, session: Session, block: { row: string }, target: BoardTarget): SessionPlace | undefined {
  const slot = lessonAt(week, names, session, target.day, target.slot);
  const day = week.days[target.day];
  if (slot === undefined || !day) return undefined;
  const { id, length, room_id, instructor_id, second_id } = session;
  const place: SessionPlace = { id, day_on: day.day_on, slot, length, room_id, instructor_id, second_id };
  if (target.row === block.row || view === "batch") return place;
  const to = target.row === NOBODY ? null : target.row;
  if (view === "room") return { ...place, room_id: to };
  return session.second_id === block.row ? { ...place, second_id: to } : { ...place, instructor_id: to };
}
