/** How an input learns what the Field around it says: its id, its hint, its message, whether it must be filled. */
import { getContext, setContext } from "svelte";

export interface FieldLink {
  readonly id: string;
  readonly labelledby: string | undefined;
  readonly describedby: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  /** An input that cannot read what was typed says so in the field's own place for errors. */
  complain(problem: string | undefined): void;
}

const KEY = Symbol("field");
const ALONE: FieldLink = { id: "", labelledby: undefined, describedby: undefined, invalid: false, required: false, complain: () => {} };

export const provideField = (link: FieldLink): FieldLink => setContext(KEY, link);
export const useField = (): FieldLink => getContext<FieldLink>(KEY) ?? ALONE;
