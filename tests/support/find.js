// Finds the first visible element of a kind. Arguments: how ("css", "role", "text"), what, name.
// The accessible name follows the usual order: labelledby, label, <label>, alt, own text, title, placeholder.
const [how, what, name] = arguments;

const implied = {
  button: "button, summary, input[type=button], input[type=submit]",
  cell: "td",
  checkbox: "input[type=checkbox]",
  columnheader: "th",
  combobox: "select",
  dialog: "dialog[open]",
  field: "input:not([type=hidden]), select, textarea, [role=textbox], [role=combobox], [role=spinbutton], [role=switch]",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img",
  link: "a[href]",
  listitem: "li",
  navigation: "nav",
  option: "option",
  radio: "input[type=radio]",
  region: "section",
  row: "tr",
  searchbox: "input[type=search]",
  table: "table",
  textbox: "input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=password], textarea",
};

const tidy = (words) => (words ?? "").replace(/\s+/g, " ").trim();

function seen(element) {
  return element.tagName === "OPTION" || (element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true }));
}

function nameOf(element) {
  const ids = tidy(element.getAttribute("aria-labelledby")).split(" ").filter(Boolean);
  const from = (ids) => tidy(ids.map((id) => document.getElementById(id)?.textContent).join(" "));
  return (
    from(ids) ||
    tidy(element.getAttribute("aria-label")) ||
    tidy([...(element.labels ?? [])].map((label) => label.textContent).join(" ")) ||
    tidy(element.getAttribute("alt")) ||
    tidy(element.matches("input, select, textarea") ? "" : element.textContent) ||
    tidy(element.getAttribute("title")) ||
    tidy(element.getAttribute("placeholder")) ||
    tidy(element.matches("input[type=submit], input[type=button]") ? element.value : "")
  );
}

function byRole(role, name) {
  const own = `[role="${role}"]`;
  const selector = implied[role] ? `${own}, ${implied[role]}` : own;
  const all = [...document.querySelectorAll(selector)].filter(seen);
  // A role of one's own takes an element out of its implied role.
  const fit = all.filter((element) => role === "field" || (element.getAttribute("role") ?? role) === role);
  // What lies behind a modal dialog is seen but out of reach: the dialog's own goes first.
  const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
  fit.sort((a, b) => Number(modal?.contains(b) ?? false) - Number(modal?.contains(a) ?? false));
  return fit.find((element) => nameOf(element) === name) ?? fit.find((element) => nameOf(element).includes(name));
}

function byText(words) {
  const all = [...document.body.querySelectorAll("*")].filter((element) => tidy(element.textContent).includes(words));
  return all.findLast((element) => seen(element) && !["SCRIPT", "STYLE"].includes(element.tagName));
}

if (how === "css") return [...document.querySelectorAll(what)].find(seen) ?? null;
if (how === "text") return byText(what) ?? null;
return byRole(what, name) ?? null;
