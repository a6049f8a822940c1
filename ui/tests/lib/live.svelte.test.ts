import { mockIPC, clearMocks } from "@tauri-apps/api/mocks";
import { emit } from "@tauri-apps/api/event";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call, Refusal } from "../../src/lib/ipc/call.ts";
import { live, type Live } from "../../src/lib/live.svelte.ts";

let refuse = false;
beforeEach(() => {
  refuse = false;
  Object.assign(globalThis, { window: globalThis, isTauri: true });
  mockIPC((name, args) => {
    if (refuse) throw { kind: "refusal", area: "people", code: "nik_taken", params: { name: "Siti" } };
    return { name, args };
  }, { shouldMockEvents: true });
});
afterEach(() => {
  clearMocks();
  Object.assign(globalThis, { isTauri: false });
});

const settled = async () => {
  await new Promise((done) => setTimeout(done));
  flushSync();
};

/** Runs `make` as a component would, and hands over its live question. */
function asked<T>(make: () => Live<T>): { question: Live<T>; stop: () => void } {
  let question!: Live<T>;
  const stop = $effect.root(() => void (question = make()));
  flushSync();
  return { question, stop };
}

test("a question asks again when what it read changes, and a late answer to the old one is dropped", async () => {
  let query = $state("a");
  const answers: Record<string, (text: string) => void> = {};
  const { question, stop } = asked(() => live(() => {
    const mine = query;
    return new Promise<string>((answer) => (answers[mine] = answer));
  }));
  expect(question.loading).toBe(true);
  query = "b";
  flushSync();
  answers.b!("answer b");
  answers.a!("answer a");
  await settled();
  expect([question.value, question.loading, question.version]).toEqual(["answer b", false, 1]);
  stop();
});

test("a question asks again when one of its tables changed, and not for others", async () => {
  let times = 0;
  const { question, stop } = asked(() => live(async () => ++times, ["person"]));
  await settled();
  await emit("changed", { tables: ["room"] });
  await settled();
  expect(question.value).toBe(1);
  await emit("changed", { tables: ["room", "person"] });
  await settled();
  expect(question.value).toBe(2);
  stop();
  await emit("changed", { tables: ["person"] });
  await settled();
  expect(times).toBe(2);
});

test("an error is kept beside the last answer", async () => {
  let fail = $state(false);
  const { question, stop } = asked(() => live(async () => {
    if (fail) throw new Refusal("people", "not_found");
    return "here";
  }));
  await settled();
  fail = true;
  flushSync();
  await settled();
  expect([question.value, question.error]).toEqual(["here", new Refusal("people", "not_found")]);
  stop();
});

test("a command's input crosses as `input`, and what it throws is a refusal with its words", async () => {
  const any = call as (name: string, input?: unknown) => Promise<unknown>;
  expect(await any("person_search", { text: "siti" })).toEqual({ name: "person_search", args: { input: { text: "siti" } } });
  expect(await any("office_status")).toEqual({ name: "office_status", args: {} });
  refuse = true;
  await expect(any("person_save", {})).rejects.toEqual(new Refusal("people", "nik_taken", { name: "Siti" }));
});
