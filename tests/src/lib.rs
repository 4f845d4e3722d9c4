//! What the tests of the whole project share: how to find and read the house, how to run the command, how to make
//! papers and have them judged.
//!
//! Nothing of the product is here: a room that needed this crate would be tested
//! from the wrong side.

pub mod command;
pub mod dossiers;
pub mod house;
pub mod lines;
pub mod objects;
pub mod office;
pub mod papers;
pub mod readers;
pub mod said;
pub mod second;
