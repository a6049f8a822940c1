/** Crop arithmetic and the JPEG of a photo: 3 x 4, at most 60 kB. */
export const PHOTO = { width: 360, height: 480, bytesMax: 60_000 } as const;
export const ZOOM_MAX = 4;

/** The crop: its centre as shares of the picture, and how many times closer than "as much as fits". */
export interface Crop { x: number; y: number; zoom: number }
export interface Box { x: number; y: number; width: number; height: number }

/** The part of the picture to keep, in its pixels; never outside it. */
export function cropBox(picture: { width: number; height: number }, crop: Crop): Box {
  const ratio = PHOTO.width / PHOTO.height;
  const fits = picture.width / picture.height > ratio ? picture.height : picture.width / ratio;
  const height = fits / clamp(crop.zoom, 1, ZOOM_MAX);
  const width = height * ratio;
  return {
    x: clamp(crop.x * picture.width - width / 2, 0, picture.width - width),
    y: clamp(crop.y * picture.height - height / 2, 0, picture.height - height),
    width,
    height,
  };
}

/** Moves the crop by shares of what is seen, and keeps the centre where the box really is. */
export function nudge(picture: { width: number; height: number }, crop: Crop, by: { x?: number; y?: number; zoom?: number }): Crop {
  const before = cropBox(picture, crop);
  const moved = {
    x: crop.x + ((by.x ?? 0) * before.width) / picture.width,
    y: crop.y + ((by.y ?? 0) * before.height) / picture.height,
    zoom: clamp(crop.zoom * (by.zoom ?? 1), 1, ZOOM_MAX),
  };
  const box = cropBox(picture, moved);
  return { x: (box.x + box.width / 2) / picture.width, y: (box.y + box.height / 2) / picture.height, zoom: moved.zoom };
}

/** The JPEG as base64 without a prefix: the best quality, then the largest size, that stays under the limit. */
export function toJpeg(source: CanvasImageSource, box: Box): string {
  for (const size of [1, 0.8, 0.6]) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(PHOTO.width * size);
    canvas.height = Math.round(PHOTO.height * size);
    const pen = canvas.getContext("2d")!;
    pen.imageSmoothingQuality = "high";
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(source, box.x, box.y, box.width, box.height, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.9, 0.82, 0.74, 0.66, 0.58, 0.5]) {
      const base64 = canvas.toDataURL("image/jpeg", quality).split(",")[1] ?? "";
      if (base64.length * 0.75 <= PHOTO.bytesMax) return base64;
    }
  }
  throw new Error("a photo of 216 x 288 at half quality is far below the limit");
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
