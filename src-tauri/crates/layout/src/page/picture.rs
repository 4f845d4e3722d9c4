//! Reads the PNG of a logo into pixels. Knows no place on a page.

use crate::pages::Image;
use std::io::Cursor;

/// Larger pictures are refused: a logo needs no more.
const MOST_PIXELS: usize = 40_000_000;

/// Reads a PNG; none when it is no PNG that can be read, or too large.
pub fn read(png: &[u8]) -> Option<Image> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let size = reader
        .output_buffer_size()
        .filter(|size| *size <= MOST_PIXELS)?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(frame.buffer_size());
    let (rgb, alpha) = parted(&bytes, frame.color_type)?;
    let (width, height, png) = (frame.width, frame.height, png.to_vec());
    (width > 0 && height > 0).then_some(Image {
        width,
        height,
        rgb,
        alpha,
        png,
    })
}

/// Colours on one side, opacity on the other; no opacity when all is opaque.
fn parted(bytes: &[u8], color: png::ColorType) -> Option<(Vec<u8>, Option<Vec<u8>>)> {
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

#[test]
fn what_is_no_png_is_no_picture() {
    assert_eq!(read(b"GIF89a"), None);
    assert_eq!(read(&[]), None);
}

#[test]
fn a_png_is_read_with_its_opacity() {
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 1, 2);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&[1, 2, 3, 255, 4, 5, 6, 0])
        .unwrap();
    writer.finish().unwrap();
    let image = read(&png).unwrap();
    assert_eq!(
        (image.width, image.height, image.rgb, image.alpha),
        (1, 2, vec![1, 2, 3, 4, 5, 6], Some(vec![255, 0]))
    );
}
