//! Tests of reading tokens of any family.

mod attacks;
mod findings_page;
mod inspect_cli;
mod inspections;
mod minted;
mod strict;
mod strings;
