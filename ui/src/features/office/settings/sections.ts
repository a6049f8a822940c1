/** The parts of the settings, in the order in which they stand. */
import type { Right } from "../../../lib/ipc/bindings/Right.ts";
import type { WordKey } from "../../../lib/i18n.svelte.ts";

export type SectionId = "office" | "officers" | "rules" | "numbers" | "backup" | "key" | "acts" | "password" | "display" | "about";
export interface Section { id: SectionId; title: WordKey; lead: WordKey; may?: Right }

export const SECTIONS: readonly Section[] = [
  { id: "office", title: "setting.office", lead: "setting.officeLead", may: "manage" },
  { id: "officers", title: "setting.officers", lead: "setting.officersLead", may: "manage" },
  { id: "rules", title: "setting.rules", lead: "setting.rulesLead" },
  { id: "numbers", title: "setting.numbers", lead: "setting.numbersLead", may: "manage" },
  { id: "backup", title: "setting.backup", lead: "setting.backupLead", may: "backup" },
  { id: "key", title: "setting.key", lead: "setting.keyLead", may: "manage" },
  { id: "acts", title: "setting.acts", lead: "setting.actsLead" },
  { id: "password", title: "setting.password", lead: "setting.passwordLead" },
  { id: "display", title: "setting.display", lead: "setting.displayLead" },
  { id: "about", title: "setting.about", lead: "setting.aboutLead" },
];
