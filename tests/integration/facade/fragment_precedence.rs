//! Each expression is a fragment of `macro_rules!` next to each operator, and means what it means in plain Rust.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "the expressions differ in precedence and not in what they are for"
)]
#![allow(unreachable_code, reason = "an operand can be a `return`")]

use crate::support::{AUTH_TOKEN, account, decode, now, scopes};
use twilio_capability::{AccountCredentials, ClientCapability, Scopes, capability};

/// The filters of a token.
fn filters(capability: ClientCapability<AccountCredentials, Scopes>) -> Vec<(String, String)> {
    let claims = decode(capability.sign_at(now()).as_str(), AUTH_TOKEN).claims;
    scopes(claims["scope"].as_str().unwrap()).pop().unwrap().params
}

/// Checks that each expression is the same in plain Rust and in the macro.
macro_rules! same {
    ($of:expr; $($name:literal: { $($expr:tt)+ })+) => {{
        let plain = [$(($name.to_owned(), ($($expr)+).to_string()),)+];
        let account = account();
        let token = filters(capability! { events { $($name = $($expr)+),+ }; credentials &account });
        assert_eq!(token, plain, "{}", $of);
        let nested = filters(capability! { events { $($name = [Some($($expr)+)][0].unwrap()),+ }; credentials &account });
        assert_eq!(nested, plain, "{}, deeper in an expression", $of);
    }};
}

macro_rules! conditions {
    ($($e:expr;)+) => {$(
        same! {
            stringify!($e);
            "00": { !$e }
            "01": { $e && false }
            "02": { false && $e }
            "03": { true || $e }
            "04": { $e || true }
            "06": { false != $e }
            "07": { $e as u8 }
            "08": { $e as u8 + 1 }
            "09": { $e & false }
            "10": { true ^ $e }
            "11": { !$e == true && !$e }
            "12": { if $e && false { 1 } else { 2 } }
            "13": { if !$e { 1 } else { 2 } }
            "14": { match 1 { 1 if $e && false => 1, _ => 2 } }
            "15": { match 1 { 1 => false & $e, _ => true } }
            "16": { $e.then_some(1).is_some() }
            "17": { { false & $e } }
            "18": { (|| $e & false)() }
            "19": { match !$e { true => !$e & true, false => true && $e } }
            "20": { false > $e }
        }
    )+};
}

macro_rules! numbers {
    ($($e:expr;)+) => {$(
        same! {
            stringify!($e);
            "00": { -$e }
            "01": { !$e }
            "02": { $e * 2 }
            "03": { 2 * $e }
            "04": { 100 - $e }
            "05": { $e - 1 }
            "06": { 1 - $e * 2 }
            "07": { $e << 1 }
            "08": { $e as u8 as i32 }
            "09": { -$e as i8 }
            "10": { $e & 6 | $e }
            "11": { $e == 4 && $e > 3 }
            "12": { $e.pow(2) }
            "13": { -$e.pow(2) }
            "14": { if 3 < $e { 1 - $e } else { 1 + $e } }
            "15": { match -$e { -4 => 1 - $e, _ => 2 * $e } }
            "16": { { 1 - $e } }
            "17": { { let n = $e - 1; n * $e } }
            "18": { (|| $e * 2)() }
            "19": { ($e * 2..$e * 3).len() }
            "20": { [$e * 2, $e][0] }
            "21": { $e > 3 }
            "22": { $e as i64 > 3 }
        }
    )+};
}

macro_rules! if_ {
    ($n:expr) => {
        if $n > 3 { 1 } else { $n - 2 }
    };
}

/// Passes the fragment on, which puts it into one more group.
macro_rules! passed_on {
    ($which:ident $($e:expr;)+) => { $which! { $($e;)+ } };
}

macro_rules! jump {
    ($e:expr) => {
        same! { stringify!($e); "returned": { (|| -> u8 { let _ = $e as u32; 1 })() } }
    };
}

#[test]
fn a_return_ends_where_the_fragment_ends() {
    jump!(return ::core::primitive::u8::MAX);
    jump!(return 7);
}

mod a {
    pub(super) const N: i32 = 4;
    pub(super) const YES: bool = true;

    pub(super) fn n<T>() -> i32 {
        4
    }

    #[derive(PartialEq, PartialOrd, Clone, Copy)]
    pub(super) struct Unit<T = u8>(pub(super) T);
}

#[test]
fn conditions_keep_their_meaning() {
    let (x, y, z) = (1_u32, 2_u32, 3_u32);
    let (yes, no) = (true, false);
    conditions! {
        yes;
        a::YES;
        yes || no;
        yes && no;
        !yes;
        x < y;
        x > y;
        x == y;
        x < y && z > x;
        x < y && z > 9;
        x < y && z > ::core::primitive::u32::MAX;
        x < y && z > ::core::primitive::u32::MIN;
        x < y || z > ::core::primitive::u32::MAX;
        x < y && (z) > ::core::primitive::u32::MAX;
        x < y && z > ::core::cmp::max::<u32>(y, z);
        x < y && Some(z) > ::core::option::Option::None::<u32>;
        a::N < 5 && 4 > ::core::primitive::i32::MAX;
        x <= y && z >= ::core::primitive::u32::MAX;
        x < y && z > <u32>::MAX;
        x < y && z > { 2 };
        x < y && z > x as u32;
        (x < y) == (z > y);
        x < ::core::primitive::u32::MAX && z > ::core::primitive::u32::MAX;
        a::n::<u8>() < 5 && 4 > ::core::primitive::i32::MAX;
        matches!(x, 1 | 2);
        matches! { x, 1 | 2 };
        matches!(x, 1) && no;
        if yes { no } else { yes };
        match x { 1 => yes, _ => no };
        { yes };
        { let other = no; other };
        const { 1 < 2 };
        yes as u8 == 1;
        (|| no)();
        loop { break no };
        [yes, no][1];
    }
}

#[test]
fn numbers_keep_their_meaning() {
    let (x, y) = (1_i32, 2_i32);
    let [macro_rules, union, auto, raw, safe, default] = [3_i32; 6];
    let pair = (3_i32, 4_i32);
    let list = [1_i32, 2, 3];
    numbers! {
        4_i32;
        -4_i32;
        x;
        a::N;
        ::core::primitive::i8::MAX as i32;
        x + 1;
        x - 1;
        -x;
        !x;
        x << y;
        x << 3 >> ::core::mem::size_of::<u8>();
        x << y >> a::N;
        x << y >> ::core::primitive::u8::MIN;
        x as i32;
        x as u8 as i32;
        x | 6;
        a::n::<u8>();
        a::n::<u8>() + 1;
        a::Unit::<i32>(4).0;
        a::Unit(x).0 + 1;
        *&x + 1;
        macro_rules;
        macro_rules + 1;
        macro_rules - 1;
        macro_rules + { 1 };
        union + 1;
        auto + 1;
        raw + 1;
        safe + 1;
        default + { 1 };
        r#macro_rules + 1;
        pair.0;
        pair.0 + pair.1;
        list[1] + 1;
        list[1];
        { x };
        { let n = x; n + 1 };
        { x } + 1;
        const { 3_i32 } + 1;
        if x > y { 1_i32 } else { 2 };
        if x > y { 1_i32 } else { 2 } + 3;
        match x { 1 => 3_i32, _ => 4 };
        match x { 1 => 3_i32, _ => 4 } + 1;
        loop { break 3_i32 };
        (|n: i32| n + 1)(3);
        x.max(3) + 1;
        x.max(3);
        i32::max(x, 3);
        (x + 1);
        if_!(x);
        if_![x];
        if_! { x };
        if_!(x) + 1;
    }
    passed_on! { numbers
        x + 1;
        -4_i32;
        -x;
        { x };
        x << y >> ::core::primitive::u8::MIN;
        macro_rules + 1;
    }
}
