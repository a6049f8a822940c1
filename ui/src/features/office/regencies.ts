/** Regencies and cities to choose from, and the time zone that their province keeps. */
import type { Option } from "../../components/Combobox.svelte";
import type { Zone } from "../../lib/ipc/bindings/Zone.ts";
import { call } from "../../lib/ipc/call.ts";

let asked: Promise<Option[]> | undefined;

async function ask(): Promise<Option[]> {
  const [regencies, provinces] = await Promise.all([call("region_regencies"), call("region_children", "")]);
  const names = new Map(provinces.map((province) => [province.code, province.name]));
  return regencies.map(({ code, name }) => ({ value: code, label: name, detail: names.get(code.slice(0, 2)) }));
}

/** Those whose name or province holds every word that was typed; where the name begins with it first. */
export async function searchRegency(query: string): Promise<Option[]> {
  const all = await (asked ??= ask().catch((thrown) => ((asked = undefined), Promise.reject(thrown))));
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const whole = (option: Option) => `${option.label} ${option.detail ?? ""}`.toLowerCase();
  const bare = (option: Option) => option.label.toLowerCase().replace(/^(kabupaten|kota)( administrasi)? /, "");
  const rank = (option: Option) => (words[0] && bare(option).startsWith(words[0]) ? 0 : 1);
  return all.filter((option) => words.every((part) => whole(option).includes(part))).sort((a, b) => rank(a) - rank(b)).slice(0, 40);
}

/** Keppres 41/1987: Sumatra, Java, West and Central Kalimantan keep WIB; Maluku and Papua WIT; the rest WITA. */
export function zoneOf(regency: string): Zone {
  const province = Number(regency.slice(0, 2));
  if (province <= 36 || province === 61 || province === 62) return "WIB";
  return province >= 81 ? "WIT" : "WITA";
}
