/**
 * The hash is the place: `#/people/018f…?view=baru`. A screen may ask to be left only after saving.
 */
export interface Place { path: string; query: Record<string, string> }

export function parsePlace(hash: string): Place {
  const [path = "", search = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  return { path: "/" + path.replace(/\/+$/, ""), query: Object.fromEntries(new URLSearchParams(search)) };
}

export function hashOf(path: string, query: Record<string, string | undefined> = {}): string {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(kept).toString();
  return "#" + path + (search ? "?" + search : "");
}

/** `/people/:id` against `/people/42` gives `{id: "42"}`; no match gives undefined. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, got] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== got.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(got[at]!);
    else if (part !== got[at]) return undefined;
  }
  return params;
}

let place = $state<Place>({ path: "/", query: {} });
/** Each place as it was left, with its filters, for the way back to it. */
const left = new Map<string, string>();
let guard: (() => boolean | Promise<boolean>) | undefined;

export const route = {
  get path() { return place.path; },
  get query() { return place.query; },
};

/** Goes there, if the screen on show lets go. */
export function go(path: string, query?: Record<string, string | undefined>): void {
  location.hash = hashOf(path, query);
}

/** Changes the query alone, without a step in the history: filters, sorting, the open tab. */
export function setQuery(changes: Record<string, string | undefined>): void {
  const query = Object.fromEntries(Object.entries({ ...place.query, ...changes }).filter(([, value]) => value)) as Record<string, string>;
  place = { path: place.path, query };
  history.replaceState(history.state, "", hashOf(place.path, query));
}

/** `$effect(() => guardLeaving(() => !dirty || confirm()))`: false keeps the screen. */
export function guardLeaving(mayLeave: () => boolean | Promise<boolean>): () => void {
  guard = mayLeave;
  return () => {
    if (guard === mayLeave) guard = undefined;
  };
}

/** The way back to a place as it was left in this run: a list with its filters. */
export const wayBack = (href: string): string => left.get(parsePlace(href).path) ?? href;

/** Another officer begins anew everywhere. */
export const forgetPlaces = (): void => left.clear();

/** Follows the hash until the returned function is called. */
export function followHash(): () => void {
  const follow = async () => {
    const next = parsePlace(location.hash);
    const leaves = next.path !== place.path;
    if (leaves && guard && !(await guard())) return history.replaceState(history.state, "", hashOf(place.path, place.query));
    if (leaves) left.set(place.path, hashOf(place.path, place.query));
    place = next;
  };
  place = parsePlace(location.hash);
  window.addEventListener("hashchange", follow);
  return () => window.removeEventListener("hashchange", follow);
}
