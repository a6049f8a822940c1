/** A number template filled as an example. The numbers themselves are given by the Rust side. */
/** What a template may hold, as it is typed. */
export const TOKENS = "{urut:5} {kab} {kab4} {tahun} {bulan} {bulan_romawi} {tanggal} {pc}";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

export function fillTemplate(template: string, counter: number, regency: string, device: string, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return template.replace(/\{([^}:]*)(?::(\d+))?\}/g, (_, name: string, width?: string) => {
    const tokens: Record<string, string> = {
      urut: String(counter).padStart(Math.min(12, Number(width ?? 1)), "0"),
      kab: regency, kab4: regency.replaceAll(".", ""), tahun: year, bulan: month, bulan_romawi: ROMAN[Number(month) - 1] ?? "", tanggal: date, pc: device,
    };
    return Object.hasOwn(tokens, name) ? tokens[name]! : "";
  });
}
