/**
 * How the page looks to this officer: theme, zoom, counter mode, language. Kept by the Rust side for the officer, and all
 * but the language by this window for the time before anyone has signed in: whoever comes next is greeted in Indonesian.
 */
import { i18n, type Language } from "./i18n.svelte.ts";

export const THEMES = ["terang", "gelap", "kontras"] as const;
export type Theme = (typeof THEMES)[number];
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export interface Look { theme: Theme; zoom: number; counter: boolean; language: Language }

const DEFAULT: Look = { theme: "terang", zoom: 100, counter: false, language: "id" };
let kept = $state<Look>({ ...DEFAULT });
let keep: (look: Look) => void = () => {};

export const look = {
  get theme() { return kept.theme; },
  get zoom() { return kept.zoom; },
  get counter() { return kept.counter; },
};

/**
 * Takes over what this window kept, and above it what is known of the officer; `persist` is called with every change.
 * An officer who never chose a language goes on in the one on show. Neither the system nor the browser is asked.
 */
export function startLook(stored: Partial<Look> = {}, persist: (look: Look) => void = () => {}): void {
  keep = persist;
  kept = sane({ ...DEFAULT, ...keptHere(), language: kept.language, ...stored });
  keepHere(kept);
  show();
}

export function setLook(change: Partial<Look>): void {
  kept = sane({ ...kept, ...change });
  show();
  keepHere(kept);
  keep({ ...kept });
}

/** One step larger or smaller; 0 goes back to 100 %. */
export function stepZoom(direction: 1 | -1 | 0): void {
  if (direction === 0) return setLook({ zoom: 100 });
  const larger = ZOOMS.find((step) => step > kept.zoom) ?? ZOOMS[ZOOMS.length - 1]!;
  const smaller = ZOOMS.findLast((step) => step < kept.zoom) ?? ZOOMS[0];
  setLook({ zoom: direction === 1 ? larger : smaller });
}

function sane(wanted: Look): Look {
  return {
    theme: THEMES.includes(wanted.theme) ? wanted.theme : DEFAULT.theme,
    zoom: Math.min(200, Math.max(80, Number(wanted.zoom) || 100)),
    counter: Boolean(wanted.counter),
    language: wanted.language === "en" ? "en" : "id",
  };
}

function show() {
  const root = document.documentElement;
  root.dataset.theme = kept.theme;
  root.style.setProperty("--zoom", String(kept.zoom / 100));
  if (kept.counter) root.dataset.mode = "loket";
  else delete root.dataset.mode;
  i18n.language = kept.language;
}

function keptHere(): Partial<Look> | undefined {
  try {
    return JSON.parse(localStorage.getItem("look") ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function keepHere({ language: _, ...rest }: Look) {
  try {
    localStorage.setItem("look", JSON.stringify(rest));
  } catch {
    // A window without storage forgets; nothing else depends on it.
  }
}
