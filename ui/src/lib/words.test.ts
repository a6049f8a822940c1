import { expect, test } from "vitest";
import en from "../../../assets/i18n/en.json";
import id from "../../../assets/i18n/id.json";
import { fill, i18n, loadLanguages, t, word, wordsFor } from "./i18n.svelte.ts";

const leaves = (words: object, path = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`)));
const names = (message: string) => [...new Set([...message.matchAll(/\{(\w+)/g)].map((found) => found[1]))].sort();

test("both languages have the same words with the same gaps", () => {
  const english = new Map(leaves(en));
  expect([...english.keys()]).toEqual(leaves(id).map(([key]) => key));
  for (const [key, message] of leaves(id)) expect(names(english.get(key)!), key).toEqual(names(message));
});

test("no word is empty or ends in a blank", () => {
  for (const [key, message] of [...leaves(id), ...leaves(en)]) expect(message.trim(), key).toBe(message);
  for (const [key, message] of [...leaves(id), ...leaves(en)]) expect(message, key).not.toBe("");
});

test("gaps are filled, thousands grouped, and English bends with number", () => {
  expect(fill("{count} baris", { count: 12480 })).toBe("12.480 baris");
  expect(fill("{count} {count?row|rows}", { count: 1 })).toBe("1 row");
  expect(fill("{count} {count?row|rows}", { count: 0 })).toBe("0 rows");
  expect(fill("{name} dan {other}", { name: "Siti" })).toBe("Siti dan {other}");
});

test("the language is switched without a reload, once its words are there", async () => {
  expect(t("ui.cancel")).toBe("Batal");
  i18n.language = "en";
  expect(t("ui.cancel")).toBe("Batal");
  await loadLanguages();
  await Promise.resolve();
  expect(t("ui.cancel")).toBe("Cancel");
  i18n.language = "id";
});

test("a refusal without words still names its code, and no key of Object is a word", () => {
  expect(wordsFor({ area: "people", code: "no_such_code" })).toContain("people.no_such_code");
  expect(wordsFor({ incident: "K7-204" })).toContain("K7-204");
  expect(word("constructor.name")).toBeUndefined();
});
