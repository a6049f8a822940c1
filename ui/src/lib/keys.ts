/**
 * Keys. One listener on the window; a hotkey is registered with the word that the help panel shows for it.
 * Inside a form: Enter goes to the next field, Ctrl+Enter saves, Ctrl+Shift+Enter saves and begins another.
 */
import { on } from "svelte/events";

/** `run` returns false when the key is not its business after all. */
export interface Hotkey { keys: string; title?: string; run: (event: KeyboardEvent) => unknown }

const registered: Hotkey[] = [];

/** The chord of an event: `ctrl+shift+enter`, `f6`, `ctrl+1`. AltGr is a letter key, not a chord. */
export function chord(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (event.key === " " ? "space" : event.key.toLowerCase());
  const altGraph = event.getModifierState?.("AltGraph") ?? false;
  const held = [
    (event.ctrlKey || event.metaKey) && !altGraph && "ctrl",
    event.altKey && !altGraph && "alt",
    event.shiftKey && "shift",
  ];
  return [...held.filter(Boolean), key].join("+");
}

/** Registers keys until the returned function is called; the latest registered wins. Fits `$effect(() => hotkey(..))`. */
export function hotkey(keys: string, run: Hotkey["run"], title?: string): () => void {
  const mine: Hotkey = { keys, run, title };
  if (registered.length === 0) window.addEventListener("keydown", onKey);
  registered.push(mine);
  return () => {
    registered.splice(registered.indexOf(mine), 1);
    if (registered.length === 0) window.removeEventListener("keydown", onKey);
  };
}

/** What can be pressed now, for the help panel. */
export const hotkeysNow = (): readonly Hotkey[] => registered.filter((key) => key.title);

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = chord(event);
  // A modal dialog holds the keyboard: what lies behind it must not act. Only zooming does.
  const modal = document.querySelector("dialog:modal");
  const found = registered.findLast((key) => key.keys === pressed && (!modal || /^ctrl\+(shift\+)?[-+=0]$/.test(pressed)));
  if (!found) return;
  if (found.run(event) !== false) event.preventDefault();
}

const FOCUSABLE = "a[href],button,input,select,textarea,[tabindex]";

export function focusable(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility?.() !== false && !element.closest("[inert]"),
  );
}

/** F6: to the next `data-region`, to where the focus was in it last, if that is still there. */
export function cycleRegion(backwards = false): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((region) => !region.parentElement?.closest("[data-region]") && focusable(region).length > 0);
  if (regions.length === 0) return;
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  if (here >= 0 && document.activeElement instanceof HTMLElement) lastFocus.set(regions[here]!, document.activeElement);
  const next = regions[(here + (backwards ? -1 : 1) + regions.length) % regions.length]!;
  const remembered = lastFocus.get(next);
  (remembered?.isConnected && next.contains(remembered) ? remembered : focusable(next)[0])?.focus();
}
const lastFocus = new WeakMap<HTMLElement, HTMLElement>();

export interface FormKeys { save?: () => void; saveAndAdd?: () => void }

/** `<form {@attach formKeys({save, saveAndAdd})}>` */
export function formKeys(acts: FormKeys) {
  return (form: HTMLElement) => {
    const onFormKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.key !== "Enter") return;
      const pressed = chord(event);
      if (pressed === "ctrl+enter") act(event, acts.save);
      else if (pressed === "ctrl+shift+enter") act(event, acts.saveAndAdd);
      else if (pressed === "enter" && movesOn(event.target)) act(event, () => nextField(form, event.target as HTMLElement));
    };
    // Heard after the fields' own keys, which Svelte hears at the root: Enter chooses an option before it goes on.
    return on(form, "keydown", onFormKey);
  };
}

function act(event: KeyboardEvent, run?: () => void) {
  if (!run) return;
  event.preventDefault();
  // Fields mend and report on leaving them: leave this one before its value is used.
  (document.activeElement as HTMLElement | null)?.dispatchEvent(new FocusEvent("blur"));
  run();
}

/** After a refused save: to the first field that is wrong, once the messages are on show. False if there is none. */
export function goToInvalid(form: ParentNode): boolean {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = wrong?.matches('[role="radiogroup"]') ? wrong.querySelector<HTMLElement>("input") : wrong;
  target?.focus();
  return Boolean(target);
}

const movesOn = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ? target.type !== "file" : target instanceof HTMLSelectElement;

function nextField(form: HTMLElement, from: HTMLElement) {
  const all = focusable(form).filter((element) => element.matches("input,select,textarea,button[type=submit],[data-field]"));
  // A group of radio buttons is one field: the one that is chosen stands for it, or the first.
  const groups = new Map<string, HTMLElement>();
  for (const one of all.filter(isRadio)) if (one.checked || !groups.has(one.name)) groups.set(one.name, one);
  if (isRadio(from)) groups.set(from.name, from);
  const fields = all.filter((one) => !isRadio(one) || groups.get(one.name) === one);
  const next = fields[fields.indexOf(from) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement && next.type !== "radio" && next.type !== "checkbox") next.select();
}

const isRadio = (element: HTMLElement): element is HTMLInputElement => element instanceof HTMLInputElement && element.type === "radio";
