//! Why a file is no picture that the pages can show. The sentences are said elsewhere.

/// Why a file is no picture that the pages can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// Neither a PNG, nor a JPEG, nor an SVG.
    #[error("neither a PNG, nor a JPEG, nor an SVG")]
    Kind,
    /// One of these, but it does not read to its end.
    #[error("it does not read to its end")]
    Damaged,
    /// It has no size, too large a one, or is a mere line.
    #[error("its size cannot be printed")]
    Size,
    /// An SVG that holds more than a logo does.
    #[error("too many shapes")]
    Crowded,
    /// An SVG that holds a program.
    #[error("it holds a script")]
    Script,
    /// An SVG that asks for something outside its file.
    #[error("it asks for another file")]
    Outside,
    /// An SVG that declares entities.
    #[error("it declares entities")]
    Entities,
    /// An SVG with words that are not drawn: their face is not in the file.
    #[error("it holds text")]
    Text,
    /// An SVG with a picture of pixels inside.
    #[error("it holds pixels")]
    Pixels,
    /// An SVG with an effect that paper cannot keep as a drawing.
    #[error("it holds {0:?}")]
    Effect(Effect),
    /// An SVG that draws nothing.
    #[error("it draws nothing")]
    Empty,
}

/// What an SVG may ask for that is not kept as a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A filter: a blur, a shadow.
    Filter,
    /// A mask.
    Mask,
    /// A pattern, repeated.
    Pattern,
    /// Colours mixed with those below, or several shapes transparent as one.
    Blend,
    /// A dashed line.
    Dashes,
    /// Shapes at the points of a line.
    Markers,
    /// What shows through several shapes at once.
    Clip,
    /// A gradient that repeats, or that is in part transparent.
    Gradient,
}
