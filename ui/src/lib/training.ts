/** The parts of training, for the row of links that all its screens bear. */
import { t } from "./i18n.svelte.ts";

const PARTS = [
  ["intakes", "/training"], ["programmes", "/training/programmes"], ["instructors", "/training/instructors"], ["rooms", "/training/rooms"],
  ["supplies", "/training/supplies"], ["calendar", "/training/calendar"], ["batches", "/training/batches"], ["board", "/training/board"],
] as const;

export type TrainingPart = (typeof PARTS)[number][0];

export const trainingParts = (): { id: TrainingPart; label: string; href: string }[] => PARTS.map(([id, path]) => ({ id, label: t(`training.${id}`), href: `#${path}` }));
