/** Regions as a rule names them: province, regency, district or village. */
import type { Option } from "../../components/Combobox.svelte";
import { call } from "../../lib/ipc/call.ts";
import { t } from "../../lib/i18n.svelte.ts";

/** A region's code in words, narrow before wide. */
export async function regionName(code: string | null): Promise<string> {
  if (!code) return "";
  const path = await call("region_path", code);
  return path ? [path.village, path.district, path.regency].filter(Boolean).join(", ") || path.province : code;
}

/** The office's own regency and its districts first, then every regency of the country. */
export async function searchRegions(query: string, home: string | undefined): Promise<Option[]> {
  const [near, all] = await Promise.all([home ? call("region_children", home) : [], call("region_regencies")]);
  const fits = (name: string) => name.toLowerCase().includes(query.trim().toLowerCase());
  const own = all.filter((one) => one.code === home);
  const others = query.trim() ? all.filter((one) => one.code !== home) : [];
  return [
    ...own.map((one) => ({ value: one.code, label: one.name })),
    ...near.map((one) => ({ value: one.code, label: one.name, detail: t("field.district_code") })),
    ...others.map((one) => ({ value: one.code, label: one.name })),
  ].filter((one) => fits(one.label)).slice(0, 40);
}
