/** Short notes after an act. One that can be undone stays 10 s, and longer while it is pointed at or focused. */
export type ToastKind = "done" | "note" | "problem";
export interface Toast { id: number; text: string; kind: ToastKind; undo?: () => void | Promise<void>; undoLabel?: string }

const SECONDS = 10;
let shown = $state<Toast[]>([]);
let next = 1;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

export const toasts = { get all(): readonly Toast[] { return shown; } };

export function toast(text: string, options: { kind?: ToastKind; undo?: () => void | Promise<void>; undoLabel?: string } = {}): number {
  const id = next++;
  shown = [...shown.slice(-3), { id, text, kind: options.kind ?? "done", undo: options.undo, undoLabel: options.undoLabel }];
  resume(id);
  return id;
}

export function dismiss(id: number): void {
  hold(id);
  shown = shown.filter((one) => one.id !== id);
}

/** WCAG 2.2.1: nobody has to hurry while reading. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

export function resume(id: number): void {
  hold(id);
  timers.set(id, setTimeout(() => dismiss(id), SECONDS * 1000));
}

export async function undo(one: Toast): Promise<void> {
  dismiss(one.id);
  await one.undo?.();
}
