//! Tests of reading tokens of any family.

mod attacks;
mod findings_page;
mod minted;
mod strict;
mod strings;
