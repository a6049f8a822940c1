/** Numbers as Indonesian papers write them: points for thousands, a comma for decimals, in both languages. */

const plain = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat("id-ID", { style: "percent", maximumFractionDigits: 1 });

export const formatNumber = (value: number): string => plain.format(value);
export const formatPercent = (share: number): string => percent.format(share);

/** `Rp50.000.000`: no space, no cents. */
export const formatRupiah = (amount: number): string => (amount < 0 ? "-" : "") + "Rp" + plain.format(Math.abs(Math.round(amount)));

/** Reads `1.234,5`, `1234`, `Rp50.000`. What is no number is undefined, never NaN. */
export function parseNumber(text: string): number | undefined {
  const bare = text.trim().replace(/^Rp\s*/i, "").replace(/\s/g, "");
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare)) return undefined;
  return Number(bare.replaceAll(".", "").replace(",", "."));
}

/** `1,4 MB`, for progress and attachments. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${plain.format(Math.round(bytes / 100_000) / 10)} MB`;
}
