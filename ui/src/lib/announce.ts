/** Says something to a screen reader that everybody else can see. */
let region: HTMLElement | undefined;

export function announce(text: string): void {
  if (!region?.isConnected) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  }
  const target = region;
  // Emptied first: the same sentence twice in a row must be heard twice.
  target.textContent = "";
  setTimeout(() => (target.textContent = text), 40);
}
