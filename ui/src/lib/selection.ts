/**
 * What is chosen in a list that may be too long to hold: the ids named, or everything but the ids named.
 * A value: every act returns a new one.
 */
export interface Selection { readonly all: boolean; readonly ids: ReadonlySet<string> }

export const NONE: Selection = { all: false, ids: new Set() };
export const ALL: Selection = { all: true, ids: new Set() };

export const only = (id: string): Selection => ({ all: false, ids: new Set([id]) });
export const isSelected = (selection: Selection, id: string): boolean => selection.all !== selection.ids.has(id);
export const countSelected = (selection: Selection, total: number): number =>
  selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;

export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: selection.all, ids };
}

export function addAll(selection: Selection, more: Iterable<string>): Selection {
  const ids = new Set(selection.ids);
  for (const id of more) selection.all ? ids.delete(id) : ids.add(id);
  return { all: selection.all, ids };
}
