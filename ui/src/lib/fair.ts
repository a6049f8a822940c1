/** The parts of job fairs and of one fair, for the rows of links that their screens bear. */
import { t } from "./i18n.svelte.ts";

const PARTS = [["fairs", "/fairs"], ["companies", "/fairs/companies"], ["vacancies", "/fairs/vacancies"], ["duties", "/fairs/duties"]] as const;
const OWN = ["overview", "floor", "visitors", "gate", "jobs", "queue", "report"] as const;

export type FairPart = (typeof PARTS)[number][0];
export type OwnPart = (typeof OWN)[number];

export const fairParts = (): { id: FairPart; label: string; href: string }[] => PARTS.map(([id, path]) => ({ id, label: t(`fair.part.${id}`), href: `#${path}` }));

export const ownParts = (fair: string): { id: OwnPart; label: string; href: string }[] =>
  OWN.map((id) => ({ id, label: t(`fair.own.${id}`), href: `#/fairs/${fair}${id === "overview" ? "" : `/${id}`}` }));
