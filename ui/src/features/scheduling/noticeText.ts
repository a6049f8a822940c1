/** A notice of change as text to paste into a message to those concerned. */
import { t } from "../../lib/i18n.svelte.ts";
import type { NoticeLine } from "../../lib/ipc/bindings/NoticeLine.ts";
import type { NoticePlace } from "../../lib/ipc/bindings/NoticePlace.ts";
import { lessonsWords, whenWords } from "./words.ts";

const where = (place: NoticePlace) => [whenWords(place.day_on), lessonsWords(place), place.room, place.instructors.join(" & ")].filter(Boolean).join(", ");

export function noticeText(lines: readonly NoticeLine[], reason?: string | null): string {
  const batches = [...new Set(lines.map((line) => line.batch))];
  const parts = batches.map((batch) => {
    const own = lines.filter((line) => line.batch === batch).map((line) => {
      const subject = line.subject || t(`timetable.kind.${line.kind}`);
      if (!line.before) return t("notice.text.new", { subject, place: where(line.after!) });
      if (!line.after) return t("notice.text.off", { subject, place: where(line.before) });
      return t("notice.text.moved", { subject, before: where(line.before), after: where(line.after) });
    });
    return [`*${batch}*`, ...own.map((line) => `- ${line}`)].join("\n");
  });
  return [t("notice.text.head"), ...(reason ? [t("notice.text.reason", { reason })] : []), ...parts].join("\n\n");
}
