// Parts of a measurement, by the page's own clock. The last argument is called with the milliseconds, or with words when
// something never came. WebKit's clock counts whole milliseconds.
const [part, ...rest] = arguments;
const done = rest.pop();
const frame = () => new Promise((seen) => requestAnimationFrame(seen));
const painted = async () => { await frame(); await frame(); };
const until = async (what, look) => {
  const begun = performance.now();
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() - begun > 20000) throw new Error(`waited in vain for ${what}; the focus is on ${document.activeElement?.outerHTML.slice(0, 300)}`);
    await frame();
  }
};
const block = () => document.querySelector("[data-block]");
const press = (key, more = {}) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const heading = () => document.querySelector("[role=rowheader] b")?.textContent;

const parts = {
  // A word of the page changes its colour: what any change costs on this screen.
  async aWord() {
    const word = document.querySelector("main h1");
    const begun = performance.now();
    word.style.color = word.style.color ? "" : "black";
    await painted();
    return performance.now() - begun;
  },
  async answer(name, input) {
    const begun = performance.now();
    await window.__TAURI_INTERNALS__.invoke(name, input);
    return performance.now() - begun;
  },
  async firstPaint(on) {
    location.hash = "#/people";
    await until("another screen", () => !document.querySelector("[role=grid] [data-block]") && document.querySelector("main h1"));
    await painted();
    const begun = performance.now();
    location.hash = `#/training/board?on=${on}&view=room`;
    await until("the week", block);
    await painted();
    return performance.now() - begun;
  },
  // From rooms to instructors, which asks nothing: what the script and the layout take, then until it is painted.
  async drawAnew(on) {
    location.hash = `#/training/board?on=${on}&view=room`;
    await until("rooms", () => heading()?.startsWith("R"));
    await painted();
    history.replaceState(history.state, "", `#/training/board?on=${on}&view=instructor`);
    const begun = performance.now();
    window.dispatchEvent(new Event("hashchange"));
    for (let turn = 0; turn < 50 && !heading()?.startsWith("I"); turn++) await null;
    document.body.getBoundingClientRect();
    const drawn = performance.now() - begun;
    if (!heading()?.startsWith("I")) throw new Error("the board was not drawn at once");
    await painted();
    return [drawn, performance.now() - begun];
  },
  async scroll() {
    const scroller = block().closest("[role=grid]");
    const begun = performance.now();
    scroller.scrollTop = scroller.scrollTop > 0 ? 0 : scroller.clientHeight;
    await painted();
    return performance.now() - begun;
  },
  async move() {
    document.querySelector("[role=grid]").scrollTop = 0;
    await painted();
    // The last session of the first row goes a day on, to the free Saturday, and back again in the next round.
    const cells = [...document.querySelectorAll("[role=row][aria-rowindex='3'] [data-block]")];
    const saturday = 5 * 8 + 2;
    const moved = cells.find((cell) => Number(cell.ariaColIndex ?? cell.getAttribute("aria-colindex")) >= saturday);
    const cell = moved ?? cells.at(-1);
    const id = cell.dataset.block;
    const before = cell.getAttribute("aria-colindex");
    cell.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0, isPrimary: true }));
    cell.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, button: 0, isPrimary: true }));
    await painted();
    cell.focus();
    press(" ", { code: "Space" });
    await until("the session in hand", () => document.querySelector(".ghost"));
    await painted();
    let begun = performance.now();
    press(moved ? "ArrowLeft" : "ArrowRight", { ctrlKey: true });
    await null;
    document.body.getBoundingClientRect();
    const drawn = performance.now() - begun;
    await painted();
    const carried = performance.now() - begun;
    await until("the verdict", () => document.querySelector(".says.ok, .says.warn, .says.bad"));
    const verdict = performance.now() - begun;
    begun = performance.now();
    press("Enter");
    await until("the session there", () => {
      const now = document.querySelector(`[data-block='${id}']`);
      return now && now.getAttribute("aria-colindex") !== before && !document.querySelector(".ghost");
    });
    await painted();
    return [drawn, carried, verdict, performance.now() - begun];
  },
  async elements() {
    return [document.querySelectorAll("[role=grid] *").length, document.querySelectorAll("*").length];
  },
};
parts[part](...rest).then(done, (error) => done(String(error)));
