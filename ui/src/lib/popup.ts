/** Puts a popup beside what it belongs to: below, or above where there is more room; never outside the window. */
const GAP = 2;

export function anchored(anchor: () => HTMLElement | undefined, options: { sameWidth?: boolean; end?: boolean } = {}) {
  return (popup: HTMLElement) => {
    const place = () => {
      // Out of the flow first: it may stand inside its anchor and stretch it.
      Object.assign(popup.style, { position: "fixed", left: "0px", top: "0px", maxHeight: "" });
      const at = anchor()?.getBoundingClientRect();
      if (!at) return;
      if (options.sameWidth) popup.style.minWidth = `${at.width}px`;
      // An ancestor with containment moves the origin of "fixed": measure where 0,0 is.
      const origin = popup.getBoundingClientRect();
      const below = innerHeight - at.bottom - GAP * 2;
      const above = at.top - GAP * 2;
      const wanted = popup.scrollHeight + 2;
      const up = wanted > below && above > below;
      const height = Math.min(wanted, up ? above : below);
      const left = options.end ? at.right - origin.width : at.left;
      popup.style.maxHeight = `${Math.max(96, height)}px`;
      popup.style.left = `${Math.max(GAP, Math.min(left, innerWidth - origin.width - GAP)) - origin.left}px`;
      popup.style.top = `${(up ? at.top - GAP - height : at.bottom + GAP) - origin.top}px`;
    };
    place();
    const watcher = new MutationObserver(place);
    watcher.observe(popup, { childList: true, subtree: true, characterData: true });
    const onScroll = (event: Event) => {
      if (!popup.contains(event.target as Node)) place();
    };
    addEventListener("scroll", onScroll, true);
    addEventListener("resize", place);
    return () => {
      watcher.disconnect();
      removeEventListener("scroll", onScroll, true);
      removeEventListener("resize", place);
    };
  };
}
