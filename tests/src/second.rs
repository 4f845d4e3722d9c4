//! A second reader beside poppler, always there: hayro, which shares no code with it nor with us. It draws pages and
//! says their words; it knows nothing of the structure beside the marks round what is drawn.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::Dict;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// A page as greys: 0 is black, 255 white.
#[derive(Clone, Debug)]
pub struct Greys {
    /// Pixels across.
    pub width: usize,
    /// Row after row, from the top.
    pub pixels: Vec<u8>,
}

/// The pages of a file, drawn at so many dots to the inch, without hinting.
///
/// # Panics
/// When it is no PDF.
pub fn drawn(bytes: &[u8], dots: f32) -> Vec<Greys> {
    let pdf = Pdf::new(bytes.to_vec()).expect("hayro opens the file");
    let (cache, interpreter) = (RenderCache::new(), InterpreterSettings::default());
    let settings = RenderSettings {
        hinting: false,
        ..RenderSettings::default()
    };
    let paper = PixmapSettings {
        x_scale: dots / 72.0,
        y_scale: dots / 72.0,
        bg_color: WHITE,
    };
    let page = |page| {
        let pixmap = render(page, &cache, &interpreter, &settings, &paper);
        let grey = |pixel: &hayro::vello_cpu::color::PremulRgba8| {
            // As poppler weighs colours (ITU-R BT.601).
            let sum =
                299 * u32::from(pixel.r) + 587 * u32::from(pixel.g) + 114 * u32::from(pixel.b);
            u8::try_from((sum + 500) / 1000).unwrap_or(u8::MAX)
        };
        Greys {
            width: usize::from(pixmap.width()),
            pixels: pixmap.data().iter().map(grey).collect(),
        }
    };
    pdf.pages().iter().map(page).collect()
}

/// The words of a file's text, page after page in the order in which they are drawn; what is no part of the text is
/// left out.
///
/// # Panics
/// When it is no PDF.
pub fn words(bytes: &[u8]) -> String {
    let pdf = Pdf::new(bytes.to_vec()).expect("hayro opens the file");
    let cache = InterpreterCache::new();
    let mut ear = Ear::default();
    for page in pdf.pages().iter() {
        let all = Rect::new(0.0, 0.0, 1e4, 1e4);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, all, &cache, page.xref(), settings);
        interpret_page(page, &mut context, &mut ear);
    }
    ear.words
}

/// Hears words and draws nothing.
#[derive(Default)]
struct Ear {
    words: String,
    /// Whether each open mark says that what it holds is part of the text.
    open: Vec<bool>,
}

impl Device<'_> for Ear {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, _: DrawProps<'_>, _: &DrawMode) {
        if self.open.last() != Some(&true) {
            return;
        }
        for glyph in run.glyphs() {
            match glyph.as_unicode() {
                Some(BfString::Char(sign)) => self.words.push(sign),
                Some(BfString::String(signs)) => self.words.push_str(&signs),
                None => self.words.push(char::REPLACEMENT_CHARACTER),
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        self.open.push(tag != b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
