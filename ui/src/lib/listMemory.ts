/** How a list was left when a record was opened from it, so that whoever comes back finds it so. For this run only. */
import type { Cursor } from "./gridMoves.ts";
import type { Selection } from "./selection.ts";

export interface LeftList {
  scrollTop: number;
  cursor: Cursor;
  selected: Selection;
  sort?: { key: string; descending: boolean };
}

const left = new Map<string, LeftList>();

export function rememberList(key: string, list: LeftList): void {
  left.set(key, list);
}

/** Answers once: a list that is then left without opening a record begins anew. */
export function takeList(key: string): LeftList | undefined {
  const found = left.get(key);
  left.delete(key);
  return found;
}

/** Another officer begins at the top of every list. */
export function forgetLists(): void {
  left.clear();
}
