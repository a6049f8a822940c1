/** What a station sounds like: made by the page itself, so that nothing is fetched and four results differ by ear. */
import type { Verdict } from "../../lib/ipc/bindings/Verdict.ts";

export type Mood = "good" | "bye" | "warn" | "stop";

export const moodOf = (verdict: Verdict): Mood =>
  verdict === "MASUK" ? "good" : verdict === "KELUAR" ? "bye" : verdict === "SUDAH_DI_DALAM" || verdict === "TIDAK_DI_DALAM" || verdict === "TIDAK_TERBACA" ? "warn" : "stop";

/** Tones of each result: hertz and seconds. */
const TONES: Record<Mood, readonly (readonly [number, number])[]> = {
  good: [[880, 0.09], [1320, 0.16]],
  bye: [[1320, 0.09], [880, 0.16]],
  warn: [[520, 0.14], [520, 0.14]],
  stop: [[220, 0.45]],
};

let context: AudioContext | undefined;

export function sound(mood: Mood): void {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  let at = context.currentTime;
  for (const [hertz, seconds] of TONES[mood]) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.25, at);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + 0.03;
  }
}
