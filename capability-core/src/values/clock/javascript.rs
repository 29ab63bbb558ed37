/// The number of seconds since 1970, by the clock of JavaScript. A clock before 1970 reads as 1970.
///
/// On `wasm32-unknown-unknown`, `SystemTime::now` of the standard library panics.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "cuts off the fraction of a second; a negative number and NaN become 0"
)]
pub(super) fn seconds() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}
