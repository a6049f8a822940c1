//! The photo of a person (*pas foto*): 3 × 4, at most 480 × 640 pixels and 60 kB.

use super::{
    attachment,
    person::Person,
    picture::{PictureRefusal, decode, jpeg_within, on_white},
    register::{PersonRefusal, present},
};
use crate::{
    base::id::Id,
    store::{Result, Work},
};
use image::{DynamicImage, imageops::FilterType};
use serde::Deserialize;
use ts_rs::TS;

/// Largest photo in bytes.
pub const PHOTO_MAX: usize = 60_000;
const WIDTH: u32 = 480;
const HEIGHT: u32 = 640;
/// Fewer pixels make a face of squares on the card.
const WIDTH_MIN: u32 = 90;

/// The part of the upright picture to keep, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, TS)]
pub struct Crop {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A photo that may be stored: JPEG, 3 × 4, small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo(Vec<u8>);

impl Photo {
    /// Crops and shrinks a picture. Slow for large ones: call it before the unit of work is begun.
    pub fn prepare(bytes: &[u8], crop: Option<Crop>) -> std::result::Result<Photo, PictureRefusal> {
        let picture = decode(bytes)?;
        let (x, y, width, height) = frame(picture.width(), picture.height(), crop);
        if width < WIDTH_MIN {
            return Err(PictureRefusal::PixelsFew { width: width.to_string(), height: height.to_string() });
        }
        let part = picture.crop_imm(x, y, width, height);
        let part = if width > WIDTH { part.resize_exact(WIDTH, HEIGHT, FilterType::CatmullRom) } else { part };
        jpeg_within(DynamicImage::from(on_white(part)), PHOTO_MAX).map(Photo)
    }

    /// The JPEG.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Left, top, width and height of the 3 × 4 frame: as large as fits in the crop, in its middle, inside the picture.
fn frame(width: u32, height: u32, crop: Option<Crop>) -> (u32, u32, u32, u32) {
    let (full_width, full_height) = (f64::from(width), f64::from(height));
    let whole = Crop { x: 0.0, y: 0.0, width: full_width, height: full_height };
    let crop =
        crop.filter(|crop| [crop.x, crop.y, crop.width, crop.height].iter().all(|n| n.is_finite())).unwrap_or(whole);
    let (left, top) = (crop.x.clamp(0.0, full_width), crop.y.clamp(0.0, full_height));
    let (right, bottom) =
        ((crop.x + crop.width).clamp(left, full_width), (crop.y + crop.height).clamp(top, full_height));
    // A unit is a third of the width and a quarter of the height, so that the ratio is exact.
    let unit = ((right - left) / 3.0).min((bottom - top) / 4.0).round().max(0.0);
    let unit = unit.min((full_width / 3.0).floor()).min((full_height / 4.0).floor());
    let place = |from: f64, to: f64, size: f64, end: f64| ((from + to - size) / 2.0).round().clamp(0.0, end - size);
    let (x, y) = (place(left, right, unit * 3.0, full_width), place(top, bottom, unit * 4.0, full_height));
    let whole = |number: f64| number as u32;
    (whole(x), whole(y), whole(unit) * 3, whole(unit) * 4)
}

/// Gives a person a photo, or with `None` takes it away. Refuses `people.not_found`, `people.restricted`.
pub async fn save(work: &mut Work, person: Id<Person>, photo: Option<&Photo>) -> Result<()> {
    let mut person = present(work, person).await?;
    if person.restricted_at.is_some() {
        return Err(PersonRefusal::Restricted.into());
    }
    person.photo_hash = match photo {
        Some(photo) => Some(attachment::keep(work, "image/jpeg", photo.bytes()).await?),
        None => None,
    };
    work.put(&person).await?;
    work.about(person.id).await
}

#[cfg(test)]
mod tests {
    use super::{super::picture::testing::*, *};
    use crate::{people::testing::a_person, store::testing::*};
    use image::ImageFormat;
    use proptest::prelude::*;

    fn size(photo: &Photo) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(photo.bytes(), ImageFormat::Jpeg).expect("a JPEG");
        (picture.width(), picture.height())
    }

    #[test]
    fn a_wide_picture_loses_its_sides_and_shrinks() {
        let mut picture = image::RgbImage::from_pixel(1600, 900, image::Rgb([200, 0, 0]));
        // The middle 675 columns are blue: only they may remain.
        for x in 463..1138 {
            (0..900).for_each(|y| picture.put_pixel(x, y, image::Rgb([0, 0, 200])));
        }
        let photo = Photo::prepare(&file(&picture.into(), ImageFormat::Png), None).expect("a photo");
        assert_eq!(size(&photo), (480, 640));
        let seen = image::load_from_memory(photo.bytes()).expect("a JPEG").into_rgb8();
        for x in [4, 240, 475] {
            let [red, _, blue] = seen.get_pixel(x, 320).0;
            assert!(red < 40 && blue > 160, "column {x}: {red} {blue}");
        }
    }

    #[test]
    fn even_the_worst_picture_ends_below_sixty_kilobytes() {
        let photo = Photo::prepare(&file(&noise(1200, 1600), ImageFormat::Png), None).expect("a photo");
        assert!(photo.bytes().len() <= 60_000, "{}", photo.bytes().len());
        let (width, height) = size(&photo);
        assert!(width >= 200 && width * 4 == height * 3, "{width} x {height}");
    }

    #[test]
    fn a_small_picture_is_not_blown_up_and_a_tiny_one_is_refused() {
        let photo = Photo::prepare(&file(&noise(150, 200), ImageFormat::WebP), None).expect("a photo");
        assert_eq!(size(&photo), (150, 200));
        let refusal = Photo::prepare(&file(&noise(60, 80), ImageFormat::Png), None).expect_err("refused");
        assert_eq!(refusal, PictureRefusal::PixelsFew { width: "60".into(), height: "80".into() });
    }

    #[test]
    fn the_crop_is_kept_to_where_it_was_drawn() {
        let crop = |x, y, width, height| Some(Crop { x, y, width, height });
        assert_eq!(frame(1600, 900, None), (463, 0, 675, 900));
        assert_eq!(frame(1600, 900, crop(100.0, 50.0, 300.0, 400.0)), (100, 50, 300, 400));
        assert_eq!(frame(1600, 900, crop(100.0, 50.0, 300.0, 800.0)), (100, 250, 300, 400));
        assert_eq!(frame(1600, 900, crop(1500.0, 700.0, 600.0, 800.0)), (1501, 734, 99, 132));
        assert_eq!(frame(1600, 900, crop(f64::NAN, 0.0, 3.0, 4.0)), (463, 0, 675, 900));
    }

    proptest! {
        #[test]
        fn a_frame_is_three_by_four_and_inside(
            width in 3_u32..5000, height in 4_u32..5000,
            x in -6000.0..6000.0, y in -6000.0..6000.0, across in -10.0..9000.0, down in -10.0..9000.0,
        ) {
            let (left, top, wide, high) = frame(width, height, Some(Crop { x, y, width: across, height: down }));
            prop_assert_eq!(wide * 4, high * 3);
            prop_assert!(left + wide <= width && top + high <= height);
        }
    }

    #[tokio::test]
    async fn a_photo_is_saved_read_back_and_taken_back_with_its_act() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let photo = Photo::prepare(&file(&noise(300, 400), ImageFormat::Png), None).expect("a photo");
        let mut work = begin(&store, "photo_save").await;
        save(&mut work, person, Some(&photo)).await.expect("saved");
        let act = work.commit().await.expect("commit").act;
        let hash = async || {
            let mut reader = store.read().await.expect("reader");
            crate::store::open::get::<Person>(&mut reader, person).await.expect("get").expect("there").photo_hash
        };
        let kept = hash().await.expect("a photo");
        let read =
            attachment::read(&mut store.read().await.expect("reader"), &kept).await.expect("read").expect("kept");
        assert_eq!((read.mime.as_str(), read.bytes.as_slice()), ("image/jpeg", photo.bytes()));
        store.undo(act, an_act("undo")).await.expect("undone");
        assert_eq!(hash().await, None);
    }
}
