/** The paper on show before it is printed or saved. Any screen asks for one; the frame shows it in one preview. */
import type { Paper } from "./ipc/bindings/Paper.ts";
import { wordsFor } from "./i18n.svelte.ts";
import { toast } from "./toasts.svelte.ts";

let shown = $state.raw<Paper>();

export const papers = {
  get shown() { return shown; },
};

export function showPaper(paper: Paper): void {
  shown = paper;
}

/** Shows a paper that is being made; what goes wrong is told. */
export async function preview(making: Promise<Paper>): Promise<void> {
  await making.then(showPaper, (error: unknown) => toast(wordsFor(error), { kind: "problem" }));
}

export function closePaper(): void {
  shown = undefined;
}
