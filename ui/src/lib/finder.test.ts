import { expect, test } from "vitest";
import { Finder, type PaletteItem } from "./finder.svelte.ts";

const item = (id: string): PaletteItem => ({ id, label: id, run: () => {} });

/** A source that answers when it is told to. */
function slow() {
  const waiting: ((ids: string[]) => void)[] = [];
  const search = () => new Promise<PaletteItem[]>((answer) => waiting.push((ids) => answer(ids.map(item))));
  return { source: { id: "slow", title: "", search }, answer: (at: number, ...ids: string[]) => waiting[at]!(ids) };
}

/** All that was answered so far has been taken in. */
const answered = () => new Promise((done) => setImmediate(done));

test("Enter right after the last letter waits for what all letters find", async () => {
  const { source, answer } = slow();
  const finder = new Finder(() => [source]);
  finder.ask("sakit");
  answer(0, "agus", "bambang");
  expect((await finder.meant())?.id).toBe("agus");
  finder.ask("sakit bambang");
  const meant = finder.meant();
  answer(1, "bambang");
  expect((await meant)?.id).toBe("bambang");
});

test("what the arrows marked stays marked when another source answers late", async () => {
  const { source, answer } = slow();
  const quick = { id: "quick", title: "", search: () => [item("one"), item("two")] };
  const finder = new Finder(() => [source, quick]);
  finder.ask("x");
  await answered();
  finder.steer(1);
  expect(finder.marked?.id).toBe("two");
  answer(0, "late");
  await answered();
  expect(finder.all.map((one) => one.id)).toEqual(["late", "one", "two"]);
  expect((await finder.meant())?.id).toBe("two");
});

test("an answer to an older word is dropped", async () => {
  const { source, answer } = slow();
  const finder = new Finder(() => [source]);
  finder.ask("a");
  finder.ask("ab");
  answer(1, "new");
  answer(0, "old");
  await finder.meant();
  expect(finder.all.map((one) => one.id)).toEqual(["new"]);
});
