//! What a collectivity pays: by school, by pupil, by class, flat, as a share, capped, by slices; for one school year
//! and over the term. Whole cents in and out; nothing here knows a dossier, nor who sends the bill.
//!
//! Rounding: only a share can fall between two cents; it goes to the nearest one, a half upwards.

use crate::values::{Cents, SchoolYear};

/// How much is paid for a school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeRule {
    /// How it is counted.
    pub basis: Basis,
    /// The most that is paid for a year, when there is a cap.
    pub cap: Option<Cents>,
}

/// How a year's amount is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Nothing is paid.
    Free,
    /// So much for each unit: a school, a pupil, a class.
    PerUnit(Cents),
    /// So much, however many units there are.
    Flat(Cents),
    /// A part of a cost.
    Share {
        /// The whole cost.
        of: Cents,
        /// The part that is paid.
        part: Percent,
    },
    /// So much for each unit, by slices: the first units at one price, the next ones at another.
    Slices(Vec<Slice>),
}

/// A slice of units that have one price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The last unit of the slice, counted from 1; none for all the rest.
    pub up_to: Option<u32>,
    /// What each unit of the slice costs.
    pub unit: Cents,
}

/// A part of a whole, from 0 to 100 %, to the hundredth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u16);

/// Hundredths of a percent in a whole.
const WHOLE: u16 = 10_000;

impl Percent {
    /// So many hundredths of a percent; `None` above 100 %.
    pub fn of_hundredths(hundredths: u16) -> Option<Self> {
        (hundredths <= WHOLE).then_some(Self(hundredths))
    }

    /// Reads « 12 », « 12,5 », « 12.5 % »; `None` for anything else, and above 100 %.
    pub fn read(typed: &str) -> Option<Self> {
        let bare = typed.trim().trim_end_matches('%').trim_end();
        let (whole, decimals) = bare.split_once([',', '.']).unwrap_or((bare, ""));
        let digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
        if whole.is_empty() || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
            return None;
        }
        let whole: u16 = whole.parse().ok()?;
        let decimals: u16 = format!("{decimals:0<2}").parse().ok()?;
        Self::of_hundredths(whole.checked_mul(100)?.checked_add(decimals)?)
    }

    /// This part of an amount, to the nearest cent, a half upwards.
    pub fn part_of(self, amount: Cents) -> Cents {
        let whole = u64::from(WHOLE);
        let cents = amount.cents() * u64::from(self.0) + whole / 2;
        Cents::new(cents / whole).unwrap_or(amount)
    }
}

/// What is paid for one school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearFee {
    /// The school year.
    pub year: SchoolYear,
    /// How many units it was counted on.
    pub units: u32,
    /// The amount.
    pub amount: Cents,
}

impl FeeRule {
    /// What is paid for a year with so many units; `None` above [`Cents::MAX`].
    pub fn amount(&self, units: u32) -> Option<Cents> {
        let amount = match &self.basis {
            Basis::Free => Cents::default(),
            Basis::PerUnit(unit) => unit.times(units)?,
            Basis::Flat(amount) => *amount,
            Basis::Share { of, part } => part.part_of(*of),
            Basis::Slices(slices) => sliced(slices, units)?,
        };
        Some(self.cap.map_or(amount, |cap| amount.min(cap)))
    }

    /// What is paid for each school year of a term, when nothing changes; `None` above [`Cents::MAX`].
    pub fn forecast(&self, first: SchoolYear, years: u8, units: u32) -> Option<Vec<YearFee>> {
        let amount = self.amount(units)?;
        let years = std::iter::successors(Some(first), |year| Some(year.next())).take(years.into());
        Some(
            years
                .map(|year| YearFee {
                    year,
                    units,
                    amount,
                })
                .collect(),
        )
    }
}

/// The sum of a forecast; `None` above [`Cents::MAX`].
pub fn total(forecast: &[YearFee]) -> Option<Cents> {
    Cents::total(forecast.iter().map(|year| year.amount))
}

/// Each unit at the price of its slice; units after the last slice cost nothing.
fn sliced(slices: &[Slice], units: u32) -> Option<Cents> {
    let (mut total, mut counted) = (Cents::default(), 0);
    for slice in slices {
        let end = slice.up_to.unwrap_or(units).min(units);
        let inside = end.saturating_sub(counted);
        total = total.plus(slice.unit.times(inside)?)?;
        counted = counted.max(end);
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::amount_in_letters;
    use proptest::prelude::*;

    fn euros(typed: &str) -> Cents {
        typed.parse().unwrap()
    }

    fn rule(basis: Basis) -> FeeRule {
        FeeRule { basis, cap: None }
    }

    fn slices() -> Basis {
        let slice = |up_to, unit| Slice {
            up_to,
            unit: euros(unit),
        };
        Basis::Slices(vec![
            slice(Some(5), "45"),
            slice(Some(10), "40"),
            slice(None, "30,50"),
        ])
    }

    #[track_caller]
    fn check(rule: &FeeRule, units: u32, expected: &str) {
        assert_eq!(rule.amount(units), Some(euros(expected)), "{units} units");
    }

    #[test]
    fn each_mode_counts_its_own_way() {
        check(&rule(Basis::Free), 7, "0");
        check(&rule(Basis::PerUnit(euros("45"))), 77, "3465");
        check(&rule(Basis::Flat(euros("1200,50"))), 77, "1200,50");
        let half = Percent::read("12,5").unwrap();
        let share = Basis::Share {
            of: euros("1000,01"),
            part: half,
        };
        check(&rule(share), 3, "125,00");
        check(&rule(slices()), 0, "0");
        check(&rule(slices()), 5, "225");
        check(&rule(slices()), 6, "265");
        check(&rule(slices()), 12, "486");
        let capped = FeeRule {
            cap: Some(euros("300")),
            ..rule(Basis::PerUnit(euros("45")))
        };
        check(&capped, 6, "270");
        check(&capped, 7, "300");
    }

    #[test]
    fn figures_and_letters_are_one_value() {
        let amount = rule(Basis::PerUnit(euros("45"))).amount(77).unwrap();
        assert_eq!(amount.printed(), "3\u{202f}465,00\u{a0}€");
        assert_eq!(
            amount_in_letters(amount),
            "trois mille quatre cent soixante-cinq euros"
        );
    }

    #[test]
    fn a_percent_reads_as_people_write_it() {
        for (typed, hundredths) in [
            ("12", 1200),
            ("12,5", 1250),
            ("12.05 %", 1205),
            ("100", 10_000),
            ("0", 0),
        ] {
            assert_eq!(
                Percent::read(typed),
                Percent::of_hundredths(hundredths),
                "{typed}"
            );
        }
        for typed in ["", "%", "-1", "100,01", "12,345", "un", ",5", "700000"] {
            assert_eq!(Percent::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_forecast_follows_the_school_years() {
        let four = rule(Basis::PerUnit(euros("45")))
            .forecast("2026-2027".parse().unwrap(), 4, 6)
            .unwrap();
        let years: Vec<String> = four.iter().map(|year| year.year.to_string()).collect();
        assert_eq!(years, ["2026-2027", "2027-2028", "2028-2029", "2029-2030"]);
        assert_eq!(total(&four), Some(euros("1080")));
    }

    #[test]
    fn what_is_too_much_is_no_amount() {
        assert_eq!(rule(Basis::PerUnit(Cents::MAX)).amount(2), None);
        assert_eq!(
            rule(Basis::Slices(vec![Slice {
                up_to: None,
                unit: Cents::MAX
            }]))
            .amount(2),
            None
        );
    }

    proptest! {
        /// One more unit never costs less, and never more than the dearest unit.
        #[test]
        fn one_more_unit_costs_at_most_the_dearest(units in 0u32..2_000, prices in prop::collection::vec(0u64..100_000, 1..6), width in 1u32..400) {
            let last = prices.len() - 1;
            let slices: Vec<Slice> = (1u32..).zip(&prices).map(|(rank, price)| Slice {
                up_to: (usize::try_from(rank).unwrap() <= last).then_some(rank * width),
                unit: Cents::new(*price).unwrap(),
            }).collect();
            let rule = rule(Basis::Slices(slices));
            let (here, more) = (rule.amount(units).unwrap(), rule.amount(units + 1).unwrap());
            let step = more.cents() - here.cents();
            prop_assert!(prices.contains(&step), "a unit has the price of its slice: {step}");
        }

        /// A single slice is a price by unit.
        #[test]
        fn one_slice_is_a_price_by_unit(units in 0u32..100_000, price in 0u64..10_000_000) {
            let unit = Cents::new(price).unwrap();
            let sliced = rule(Basis::Slices(vec![Slice { up_to: None, unit }]));
            prop_assert_eq!(sliced.amount(units), rule(Basis::PerUnit(unit)).amount(units));
            prop_assert_eq!(sliced.amount(units).unwrap().cents(), price * u64::from(units));
        }

        /// A cap is never passed, and changes nothing below it.
        #[test]
        fn a_cap_is_never_passed(units in 0u32..5_000, price in 0u64..100_000, cap in 0u64..50_000_000) {
            let free = rule(Basis::PerUnit(Cents::new(price).unwrap()));
            let capped = FeeRule { cap: Cents::new(cap), ..free.clone() };
            let (paid, due) = (capped.amount(units).unwrap(), free.amount(units).unwrap());
            prop_assert_eq!(paid.cents(), due.cents().min(cap));
        }

        /// A share is the nearest cent: off by half a cent at most, and two complementary shares by one cent.
        #[test]
        fn a_share_is_the_nearest_cent(cost in 0u64..=10_000_000_000_000, hundredths in 0u16..=10_000) {
            let cost = Cents::new(cost).unwrap();
            let part = Percent::of_hundredths(hundredths).unwrap();
            let rest = Percent::of_hundredths(10_000 - hundredths).unwrap();
            let paid = part.part_of(cost);
            let exact = u128::from(cost.cents()) * u128::from(hundredths);
            prop_assert!((u128::from(paid.cents()) * 10_000).abs_diff(exact) <= 5_000);
            prop_assert!((paid.cents() + rest.part_of(cost).cents()).abs_diff(cost.cents()) <= 1);
        }

        /// The total of a forecast is the year's amount, as many times as there are years.
        #[test]
        fn a_forecast_adds_up(years in 0u8..30, units in 0u32..1_000, price in 0u64..1_000_000) {
            let rule = rule(Basis::PerUnit(Cents::new(price).unwrap()));
            let forecast = rule.forecast("2026-2027".parse().unwrap(), years, units).unwrap();
            prop_assert_eq!(forecast.len(), usize::from(years));
            prop_assert_eq!(total(&forecast).unwrap().cents(), price * u64::from(units) * u64::from(years));
        }
    }
}
