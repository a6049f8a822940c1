/** How identity and phone numbers look on the screen. Whether they are right is for the Rust side to say. */

export const NIK_LENGTH = 16;
export const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** `327105 580199 0002`: region, birth date, serial, as the number is made. */
export function groupNik(digits: string): string {
  return [digits.slice(0, 6), digits.slice(6, 12), digits.slice(12, 16)].filter(Boolean).join(" ");
}

/** Only the last four can be seen: `•••••• •••••• 0002`. */
export function maskNik(digits: string): string {
  return groupNik("•".repeat(Math.max(0, digits.length - 4)) + digits.slice(-4));
}

/** `0812-3456-7890` from any of `+62 812…`, `62812…`, `812…`. */
export function groupPhone(text: string): string {
  const digits = nationalPhone(text);
  if (digits.length <= 4) return digits;
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].filter(Boolean).join("-");
}

export function nationalPhone(text: string): string {
  const digits = digitsOf(text);
  if (digits.startsWith("62")) return "0" + digits.slice(2);
  return digits.startsWith("8") ? "0" + digits : digits;
}
