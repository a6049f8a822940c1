/**
 * The one door to the Rust side, and the only file that knows Tauri.
 * Whatever goes wrong leaves here as a Refusal (a person can act) or a Fault (we must look into the log).
 */
import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands } from "./bindings/commands.ts";

export type CommandName = keyof Commands;
type Input<K extends CommandName> = Commands[K] extends { input: infer I } ? I : null;
type Output<K extends CommandName> = Commands[K] extends { output: infer O } ? O : never;
/** A command without input takes no second argument. */
type Rest<K extends CommandName> = Input<K> extends null | void ? [] : [input: Input<K>];

/** Expected: the words are in `assets/i18n` under `area.code`. */
export class Refusal extends Error {
  constructor(
    readonly area: string,
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${area}.${code}`);
    this.name = "Refusal";
  }
}

/** Unexpected: the log of the Rust side holds the story under this number. */
export class Fault extends Error {
  constructor(readonly incident: string) {
    super(`incident ${incident}`);
    this.name = "Fault";
  }
}

export async function call<K extends CommandName>(name: K, ...rest: Rest<K>): Promise<Output<K>> {
  if (!isTauri()) throw new Fault("no-window");
  try {
    return await invoke<Output<K>>(name as string, rest.length ? { input: rest[0] } : {});
  } catch (thrown) {
    throw understood(thrown);
  }
}

/** Turns what came over the wire into a Refusal or a Fault; never lets a bare string through. */
export function understood(thrown: unknown): Refusal | Fault {
  if (thrown instanceof Refusal || thrown instanceof Fault) return thrown;
  if (typeof thrown === "object" && thrown !== null) {
    const wire = thrown as Record<string, unknown>;
    if (typeof wire.area === "string" && typeof wire.code === "string") {
      return new Refusal(wire.area, wire.code, (wire.params ?? {}) as Record<string, string | number>);
    }
    if (typeof wire.incident === "string") return new Fault(wire.incident);
  }
  console.error("call", thrown);
  return new Fault("page");
}

/** Hears an event of the Rust side until the returned function is called. Without a window: silence. */
export function hear<T>(event: string, heard: (payload: T) => void): () => void {
  if (!isTauri()) return () => {};
  const stop = listen<T>(event, (e) => heard(e.payload));
  return () => void stop.then((off) => off());
}

export const inWindow = isTauri;
