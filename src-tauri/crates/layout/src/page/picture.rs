//! Reads the picture of a logo, a PNG, a JPEG or an SVG, and brings it to what paper can show. Knows no place on a page.

mod fault;
mod safe;
mod scaled;
mod svg;
mod turned;

pub use fault::{Effect, PictureFault};

use crate::pages::{Image, Length, Pixels};
use std::io::Cursor;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Larger pictures are refused, as they are where they come in: a logo needs no more.
const MOST_PIXELS: usize = 16_000_000;
/// Pixels on an inch of paper: a printer shows no more.
const PER_INCH: i64 = 300;
/// A picture with up to half as many again is left as it is: bringing it down would blur it for nothing.
const TOO_FINE: (i64, i64) = (3, 2);
/// Thousandths of a point in an inch.
const INCH: i64 = 72_000;

/// Reads a PNG, a JPEG or an SVG, by what the file begins with.
///
/// # Errors
/// Why it cannot be shown.
pub fn read(file: &[u8]) -> Result<Image, PictureFault> {
    match file {
        [0x89, b'P', b'N', b'G', ..] => png(file).ok_or(PictureFault::Damaged),
        [0xff, 0xd8, ..] => jpeg(file).ok_or(PictureFault::Damaged),
        _ => match std::str::from_utf8(file) {
            Ok(text) if text.contains("<svg") || text.contains(":svg") => drawn(text),
            _ => Err(PictureFault::Kind),
        },
    }
}

/// Reads a picture to its last pixel.
///
/// # Errors
/// Why it cannot be shown.
pub fn whole(file: &[u8]) -> Result<(), PictureFault> {
    let image = read(file)?;
    let damaged = matches!(image.pixels, Pixels::Jpeg { .. }) && unpacked(file).is_none();
    if damaged {
        return Err(PictureFault::Damaged);
    }
    Ok(())
}

/// The picture as it is printed so large: no finer than paper shows.
pub fn printed(image: Image, (width, height): (Length, Length)) -> Image {
    if let Pixels::Drawn(strokes) = &image.pixels {
        return scaled::printed(&image, strokes, (width, height));
    }
    let wanted = |length: Length| (i64::from(length) * PER_INCH / INCH).max(1);
    let (across, down) = (wanted(width), wanted(height));
    let fine = |pixels: u32, wanted: i64| i64::from(pixels) * TOO_FINE.1 > wanted * TOO_FINE.0;
    if !fine(image.width, across) || !fine(image.height, down) {
        return image;
    }
    let size = u32::try_from(across).ok().zip(u32::try_from(down).ok());
    match (plain(&image), size) {
        (Some((rgb, alpha)), Some(size)) => reduced(&image, (&rgb, alpha.as_deref()), size),
        _ => image,
    }
}

fn png(png: &[u8]) -> Option<Image> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let size = reader
        .output_buffer_size()
        .filter(|size| *size <= MOST_PIXELS * 4)?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(frame.buffer_size());
    let (rgb, alpha) = parted(&bytes, frame.color_type)?;
    let (width, height, file) = (frame.width, frame.height, png.to_vec());
    let pixels = Pixels::Plain { rgb, alpha };
    (width > 0 && height > 0).then_some(Image {
        width,
        height,
        pixels,
        kind: "image/png",
        file,
    })
}

/// One of screen colours or greys is kept as it is, to be unpacked by whoever shows the page. One of printing inks is
/// brought to screen colours, the only ones that the pages have; one of a camera held otherwise is set upright.
fn jpeg(file: &[u8]) -> Option<Image> {
    let mut decoder = decoder(file);
    decoder.decode_headers().ok()?;
    let info = decoder.info()?;
    let size = (usize::from(info.width), usize::from(info.height));
    if size.0 == 0 || size.1 == 0 || size.0 * size.1 > MOST_PIXELS {
        return None;
    }
    let orientation = info.exif_data.as_deref().map_or(1, turned::orientation);
    if orientation > 1 {
        return upright(&unpacked(file)?, size, orientation);
    }
    let pixels = match decoder.input_colorspace()? {
        ColorSpace::Luma => Pixels::Jpeg { grey: true },
        ColorSpace::YCbCr | ColorSpace::RGB => Pixels::Jpeg { grey: false },
        _ => Pixels::Plain {
            rgb: unpacked(file)?,
            alpha: None,
        },
    };
    Some(Image {
        width: u32::from(info.width),
        height: u32::from(info.height),
        pixels,
        kind: "image/jpeg",
        file: file.to_vec(),
    })
}

/// The file is set upright too: not all that shows one knows how the camera was held.
fn upright(rgb: &[u8], size: (usize, usize), orientation: u8) -> Option<Image> {
    let (width, height, rgb) = turned::upright(rgb, size, orientation);
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&rgb).ok()?;
    writer.finish().ok()?;
    Some(Image {
        width,
        height,
        pixels: Pixels::Plain { rgb, alpha: None },
        kind: "image/png",
        file,
    })
}

/// An SVG has no file for the screen: what it draws is drawn anew, and nothing else of it is let through.
fn drawn(text: &str) -> Result<Image, PictureFault> {
    let text = text.trim_start_matches('\u{feff}');
    let ((width, height), strokes) = svg::read(text)?;
    Ok(Image {
        width: width.unsigned_abs(),
        height: height.unsigned_abs(),
        pixels: Pixels::Drawn(strokes),
        kind: "image/svg+xml",
        file: Vec::new(),
    })
}

fn decoder(file: &[u8]) -> JpegDecoder<Cursor<&[u8]>> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    JpegDecoder::new_with_options(Cursor::new(file), options)
}

/// The colours of a JPEG, three bytes a pixel.
fn unpacked(file: &[u8]) -> Option<Vec<u8>> {
    decoder(file).decode().ok()
}

/// Three colours a pixel and, where some are not, how opaque each is.
type Plain = (Vec<u8>, Option<Vec<u8>>);

fn plain(image: &Image) -> Option<Plain> {
    match &image.pixels {
        Pixels::Plain { rgb, alpha } => Some((rgb.clone(), alpha.clone())),
        Pixels::Jpeg { .. } => Some((unpacked(&image.file)?, None)),
        Pixels::Drawn(_) => None,
    }
}

/// Each pixel the mean of those that it stands for; what is not opaque counts by as much.
fn reduced(
    image: &Image,
    (rgb, alpha): (&[u8], Option<&[u8]>),
    (width, height): (u32, u32),
) -> Image {
    let (mut colours, mut opacity) = (Vec::new(), Vec::new());
    for y in 0..height {
        for x in 0..width {
            let mut sums = [0_u64; 4];
            for row in span(y, height, image.height) {
                for column in span(x, width, image.width) {
                    let at = row * image.width as usize + column;
                    let weight =
                        alpha.map_or(255, |alpha| u64::from(alpha.get(at).copied().unwrap_or(0)));
                    let colour = rgb.get(at * 3..at * 3 + 3).unwrap_or(&[255; 3]);
                    for (sum, value) in sums.iter_mut().zip(colour) {
                        *sum += u64::from(*value) * weight;
                    }
                    sums[3] += weight;
                }
            }
            let count = span(y, height, image.height).len() * span(x, width, image.width).len();
            let mean = |sum: u64, of: u64| u8::try_from(sum / of.max(1)).unwrap_or(u8::MAX);
            colours.extend(sums[..3].iter().map(|sum| mean(*sum, sums[3])));
            opacity.push(mean(sums[3], count as u64));
        }
    }
    let pixels = Pixels::Plain {
        rgb: colours,
        alpha: alpha.map(|_| opacity),
    };
    Image {
        width,
        height,
        pixels,
        kind: image.kind,
        file: image.file.clone(),
    }
}

/// The pixels that one of fewer stands for, one at least.
fn span(at: u32, of: u32, all: u32) -> std::ops::Range<usize> {
    let edge = |at: u32| (u64::from(at) * u64::from(all) / u64::from(of.max(1))) as usize;
    edge(at)..edge(at + 1).max(edge(at) + 1)
}

/// Colours on one side, opacity on the other; no opacity when all is opaque.
fn parted(bytes: &[u8], color: png::ColorType) -> Option<Plain> {
    let (step, grey, opacity) = match color {
        png::ColorType::Grayscale => (1, true, false),
        png::ColorType::GrayscaleAlpha => (2, true, true),
        png::ColorType::Rgb => (3, false, false),
        png::ColorType::Rgba => (4, false, true),
        png::ColorType::Indexed => return None,
    };
    let pixels = bytes.chunks_exact(step);
    let rgb = pixels.clone().flat_map(|pixel| {
        if grey {
            [pixel[0]; 3]
        } else {
            [pixel[0], pixel[1], pixel[2]]
        }
    });
    let alpha: Vec<u8> = pixels
        .clone()
        .filter(|_| opacity)
        .map(|pixel| pixel[step - 1])
        .collect();
    let opaque = alpha.iter().all(|alpha| *alpha == u8::MAX);
    Some((rgb.collect(), (!opaque).then_some(alpha)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: &[u8] = include_bytes!("../../tests/sample/carre.jpg");
    const CMYK: &[u8] = include_bytes!("../../tests/sample/encres.jpg");

    fn rgba(width: u32, height: u32, pixel: [u8; 4]) -> Vec<u8> {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        let pixels = pixel.repeat((width * height) as usize);
        writer.write_image_data(&pixels).unwrap();
        writer.finish().unwrap();
        png
    }

    #[test]
    fn what_is_no_picture_is_none() {
        for file in [&b"GIF89a"[..], &[], &JPEG[..100], &[0xff, 0xd8, 0xff, 0xe0]] {
            assert!(read(file).is_err() && whole(file).is_err());
        }
    }

    #[test]
    fn a_png_is_read_with_its_opacity() {
        let image = read(&rgba(1, 2, [1, 2, 3, 0])).unwrap();
        let pixels = Pixels::Plain {
            rgb: vec![1, 2, 3, 1, 2, 3],
            alpha: Some(vec![0, 0]),
        };
        assert_eq!((image.width, image.height, image.pixels), (1, 2, pixels));
    }

    #[test]
    fn a_jpeg_is_kept_as_it_is() {
        let image = read(JPEG).unwrap();
        assert_eq!(
            (image.width, image.height, &image.pixels),
            (64, 48, &Pixels::Jpeg { grey: false })
        );
        assert_eq!(image.file, JPEG);
        for file in [JPEG, CMYK, &rgba(1, 2, [1, 2, 3, 0])] {
            assert_eq!(whole(file), Ok(()));
        }
    }

    #[test]
    fn a_drawing_is_printed_at_its_size() {
        let text = b"\xef\xbb\xbf<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><path d='M2 1h4v2z'/></svg>";
        let image = printed(read(text).unwrap(), (40_000, 20_000));
        assert_eq!((image.width, image.height), (40_000, 20_000));
        let Pixels::Drawn(strokes) = image.pixels else {
            panic!("it has pixels")
        };
        let text = format!("{strokes:?}");
        let path = "Move((10000, 5000)), Line((30000, 5000)), Line((30000, 15000)), Close";
        assert!(text.contains(path), "{text}");
    }

    #[test]
    fn a_jpeg_of_a_turned_camera_is_set_upright() {
        // The EXIF segment goes first (Exif 2.32, 4.5.4): big-endian, one entry, orientation 6.
        let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let file = [&[0xff, 0xd8, 0xff, 0xe1], &length[..], exif, &JPEG[2..]].concat();
        let image = read(&file).unwrap();
        assert_eq!(
            (image.width, image.height, image.kind),
            (48, 64, "image/png")
        );
        let Pixels::Plain { rgb, alpha: None } = &image.pixels else {
            panic!("it is left packed")
        };
        let flat = unpacked(JPEG).unwrap();
        // What was at the foot of the left edge is now at its head.
        assert_eq!(rgb[..3], flat[47 * 64 * 3..47 * 64 * 3 + 3]);
        let shown = read(&image.file).unwrap();
        assert_eq!(shown.pixels, image.pixels);
    }

    #[test]
    fn printing_inks_become_colours_of_the_screen() {
        let image = read(CMYK).unwrap();
        let Pixels::Plain { rgb, alpha: None } = image.pixels else {
            panic!("inks are left")
        };
        assert_eq!(
            (image.width, image.height, rgb.len()),
            (64, 48, 64 * 48 * 3)
        );
        // Full cyan: no red, much blue.
        assert!(rgb[0] < 90 && rgb[2] > 150, "{:?}", &rgb[..3]);
    }

    #[test]
    fn what_is_finer_than_paper_shows_is_brought_down() {
        let inch = 72_000;
        let kept = printed(read(&rgba(440, 440, [9, 9, 9, 255])).unwrap(), (inch, inch));
        assert_eq!((kept.width, kept.height), (440, 440));
        let fine = printed(
            read(&rgba(900, 600, [200, 0, 0, 128])).unwrap(),
            (inch, inch * 2 / 3),
        );
        assert_eq!((fine.width, fine.height), (300, 200));
        let Pixels::Plain {
            rgb,
            alpha: Some(alpha),
        } = fine.pixels
        else {
            panic!("it lost its opacity")
        };
        assert!(
            rgb.chunks(3).all(|pixel| pixel == [200, 0, 0])
                && alpha.iter().all(|alpha| *alpha == 128)
        );
        let jpeg = printed(read(JPEG).unwrap(), (inch / 16, inch * 3 / 64));
        assert_eq!((jpeg.width, jpeg.height), (18, 14));
        assert!(matches!(jpeg.pixels, Pixels::Plain { alpha: None, .. }));
    }
}
