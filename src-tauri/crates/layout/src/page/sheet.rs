//! The sheet: where the block stands, portrait or landscape, recto or verso (`page.md` §1).

use super::styles::{AXIS, LINE};
use crate::lengths::{mm, pt};
use crate::pages::{A4, Length};

/// Where things stand on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Width of the paper.
    pub width: Length,
    /// Height of the paper.
    pub height: Length,
    /// Width of the block.
    pub block: Length,
    /// Top of the text area.
    pub top: Length,
    /// Bottom of the text area.
    pub bottom: Length,
    /// The rule of the footer.
    pub foot: Length,
}

/// The binding margin.
const BINDING: Length = mm(25);
/// The outer margin.
const OUTER: Length = mm(21);
/// Top of the text area, and below the free zone of the stamp.
const TOP: Length = pt(740);
const TOP_STAMPED: Length = TOP + 2 * LINE;

impl Sheet {
    /// A sheet on which `stamped` keeps the free zone of the préfecture's stamp.
    pub fn new(landscape: bool, stamped: bool) -> Self {
        let top = if stamped { TOP_STAMPED } else { TOP };
        if landscape {
            let (bottom, foot) = (pt(4940), pt(5164));
            return Self {
                width: A4.1,
                height: A4.0,
                block: mm(251),
                top,
                bottom,
                foot,
            };
        }
        let (bottom, foot) = (pt(7460), pt(7630));
        Self {
            width: A4.0,
            height: A4.1,
            block: mm(164),
            top,
            bottom,
            foot,
        }
    }

    /// Left edge of the block; the margins of a verso are mirrored.
    pub fn left(&self, verso: bool) -> Length {
        let mirrored = verso && self.width < self.height;
        if mirrored { OUTER } else { BINDING }
    }

    /// Height of the text area.
    pub fn room(&self) -> Length {
        self.bottom - self.top
    }

    /// Width of the measure.
    pub fn measure(&self) -> Length {
        self.block - AXIS
    }
}

#[test]
fn the_sheets_hold_whole_lines() {
    let lines = |landscape, stamped| Sheet::new(landscape, stamped).room() / LINE;
    assert_eq!(
        (lines(false, false), lines(false, true), lines(true, false)),
        (48, 46, 30)
    );
}
