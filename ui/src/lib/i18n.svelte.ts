/**
 * The words. Keys are typed from id.json, so a word that is missing in either language does not compile.
 * A message may hold `{name}` and, where a language bends with number, `{count?row|rows}` (one | other).
 */
import type en from "../../../assets/i18n/en.json";
import id from "../../../assets/i18n/id.json";

type Words = typeof id;
type English = typeof en;
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
export type WordKey = Leaves<Words>;
export type Params = Record<string, string | number>;
export type Language = "id" | "en";

// Both directions: a word only in English is as wrong as one only in Indonesian.
id satisfies English;

// The first screen waits for no language but its own.
let languages = $state.raw<{ id: Words; en?: Words }>({ id });
let language = $state<Language>("id");
let wanted: Language = "id";

export const i18n = {
  get language() { return language; },
  set language(chosen: Language) {
    wanted = chosen;
    if (languages[chosen]) speak();
    else void loadLanguages().then(speak);
  },
};

function speak() {
  language = wanted;
  if (typeof document !== "undefined") document.documentElement.lang = wanted;
}

/** Brings the words that do not come with the first screen. */
export async function loadLanguages(): Promise<void> {
  if (languages.en) return;
  const { default: en } = await import("../../../assets/i18n/en.json");
  languages = { id, en: en satisfies Words };
}

/** The word for a key that the compiler knows. */
export function t(key: WordKey, params?: Params): string {
  return fill(find(spoken(), key) ?? key, params);
}

/** The word for a key that only the run knows, such as the code of a refusal. */
export function word(key: string, params?: Params): string | undefined {
  const found = find(spoken(), key);
  return found === undefined ? undefined : fill(found, params);
}

/** The words for a key in every language at once: whoever searches finds them in either. */
export function inEveryLanguage(key: WordKey, params?: Params): string {
  return Object.values(languages).map((words) => fill(find(words, key) ?? key, params)).join("\n");
}

const spoken = () => languages[language] ?? id;

/** The words for whatever `call` threw. */
export function wordsFor(error: unknown): string {
  const thrown = error as { area?: string; code?: string; params?: Params; incident?: string };
  if (thrown.area && thrown.code) {
    return word(`${thrown.area}.${thrown.code}`, thrown.params) ?? t("ui.error.refused", { code: `${thrown.area}.${thrown.code}` });
  }
  return t("ui.error.fault", { incident: thrown.incident ?? "?" });
}

function find(words: unknown, key: string): string | undefined {
  let here: unknown = words;
  for (const step of key.split(".")) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return typeof here === "string" ? here : undefined;
}

export function fill(message: string, params: Params = {}): string {
  return message.replace(/\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined) return (Number(value) === 1 ? one : other) ?? "";
    return typeof value === "number" ? grouped(value) : value;
  });
}

// Office papers group thousands with a point whatever the language of the screen.
const grouping = new Intl.NumberFormat("id-ID");
const grouped = (value: number) => grouping.format(value);
