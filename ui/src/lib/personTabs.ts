/**
 * Parts of a person's page that other features bring (cards, applications). A feature never imports another: App.svelte,
 * which knows all of them, hangs these in, and the person's page shows what hangs there.
 */
import type { Component } from "svelte";
import type { Right } from "./ipc/bindings/Right.ts";
import type { WordKey } from "./i18n.svelte.ts";

export interface PersonTab {
  /** In the address: `?tab=card`. */
  id: string;
  title: WordKey;
  load: () => Promise<{ default: Component<{ personId: string }> }>;
  /** One letter, pressed anywhere on the person's page. */
  keys?: string;
  /** Shown to whoever has this right. */
  may?: Right;
}

let hung: readonly PersonTab[] = [];

/** Once, before the first screen. */
export function hangPersonTabs(tabs: readonly PersonTab[]): void {
  hung = tabs;
}

export const personTabs = (): readonly PersonTab[] => hung;
