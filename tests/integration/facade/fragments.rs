//! Expressions with fragments of `macro_rules!` mean what they mean in plain Rust.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(
    clippy::complexity,
    clippy::pedantic,
    clippy::style,
    clippy::if_same_then_else,
    reason = "the expressions differ in precedence and not in what they are for"
)]
#![deny(warnings)]
#![allow(redundant_semicolons, reason = "a statement of `macro_rules!` has its own")]

use std::cell::Cell;
use std::future;
use std::future::Future as _;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::support::{API_SECRET, AUTH_TOKEN, account, api_key, decode, now, scopes};
use serde_json::Value;
use twilio_capability::{ApplicationSid, ClientName, Params, Token, Ttl, access_token, capability};

/// The parameter `x` of the only scope.
fn x_of(token: &Token) -> String {
    let claims = decode(token.as_str(), AUTH_TOKEN).claims;
    let params = scopes(claims["scope"].as_str().unwrap()).pop().unwrap().params;
    params.into_iter().find(|(name, _)| name == "x").unwrap().1
}

/// Checks that an expression is the same in plain Rust, in both macros, and in all places of a parameter.
macro_rules! same {
    ($($expr:tt)*) => {{
        let plain = ($($expr)*).to_string();
        let account = account();
        let braces = capability! { outgoing "AP11111111111111111111111111111111" { x = $($expr)*, y = 1 }; credentials &account };
        assert_eq!(x_of(&braces.sign_at(now())), plain);
        let filter = capability! { events { x = $($expr)* }; credentials &account };
        assert_eq!(x_of(&filter.sign_at(now())), plain);
        let in_angles = capability! { events < x = ($($expr)*), y = 1 >; credentials &account };
        assert_eq!(x_of(&in_angles.sign_at(now())), plain);
        // Deeper in an expression.
        let nested = capability! { events { x = [Some({ let y = ($($expr)*).to_string(); y })][0].as_deref().unwrap() }; credentials &account };
        assert_eq!(x_of(&nested.sign_at(now())), plain);
        let key = api_key();
        let access = access_token! {
            identity "john";
            voice { outgoing "AP11111111111111111111111111111111" { x = ($($expr)*).to_string() } };
            credentials &key
        };
        let claims = decode(access.sign_at(now()).as_str(), API_SECRET).claims;
        assert_eq!(claims["grants"]["voice"]["outgoing"]["params"]["x"], Value::from(plain));
    }};
}

macro_rules! operators {
    ($a:expr, $n:expr) => {{
        same!($a != true);
        same!(true != $a);
        same!(!$a);
        same!($a && false);
        same!(false && $a);
        same!($a as u8);
        same!($a == true && $a);
        same!($n > 3);
        same!(3 >= $n);
        same!(-$n);
        same!($n * 2);
        same!(2 * $n - $n);
        same!($n as f64 / 2.0);
        same!($n << 1);
        same!(if $a && false { 2 * $n } else { 3 * $n });
        same!(if false && $a { 1 } else { 2 });
        same!(match $n {
            4 | 5 if $a != true => 2 * $n,
            _ => 3 * $n,
        });
        same!([$n * 2, 7][0]);
        same!(Some($n * 2).map(|n| n + $n * 2).unwrap());
        same!(Cell::new($n * 2).get() * 2);
        same!({
            let n = $n * 2;
            n * $n
        });
        same!(format!("{} {}", $n * 2, !$a));
        same!(stringify!($a));
        same!((2 * $n).min($n));
        same!((2 * $n));
    }};
}

#[test]
fn operators_take_the_whole_fragment() {
    operators!(true || false, 1 + 3);
    operators!(false && true, 2 - 7);
    operators!(
        {
            let yes = true;
            yes
        },
        {
            let n = 5;
            n
        }
    );
    operators!(true, -5);
    operators!(1 < 2 && true, 9 as i32);
    operators!(if true { false } else { true }, if false { 1 } else { 2 });
}

macro_rules! postfix {
    ($list:expr, $function:expr, $number:expr, $path:path, $ty:ty, $literal:literal) => {{
        same!($list[1]);
        same!($list[..2].len());
        same!($list.len());
        same!($function(3));
        same!($function($number) * 2);
        same!($number.pow(2));
        same!($literal.pow(2));
        same!($literal - $literal);
        same!(-$literal);
        same!($number as $ty);
        same!($number as $ty < 100);
        same!($number as $ty << 2);
        same!(($number as $ty) < 100 && 1 as $ty < 2);
        same!(<$ty>::MAX);
        same!(Vec::<$ty>::new().len());
        same!({
            let n: $ty = 7;
            n
        });
        same!($path("7").len());
        same!(Some("7").map($path).unwrap());
    }};
}

#[test]
fn what_follows_takes_the_whole_fragment() {
    postfix!(&[1, 2, 3], |n: i32| n + 1, 1_i32 + 2, String::from, u64, -3_i32);
    postfix!(*&vec![1, 2, 3], if true { i32::abs } else { i32::signum }, -2_i32, str::to_owned, u64, 3_i32);
}

macro_rules! generic_type {
    ($ty:ty, $path:path) => {{
        same!(<$ty>::new().len());
        same!(Option::<$ty>::None.is_none());
        same!($path(7).is_some());
    }};
}

macro_rules! items {
    ($item:item, $statement:stmt, $pattern:pat, $x:ident, $sum:expr, $function:path, $visibility:vis) => {{
        same!({
            $item
            $statement;
            $visibility const N: u8 = 1;
            let $pattern = [$function($x), 1];
            $sum + N
        });
    }};
}

mod inner {
    pub(super) const fn same(n: u8) -> u8 {
        n
    }
}

#[test]
fn types_and_paths_stay_what_they_are() {
    generic_type!(Vec<u8>, Option::<u8>::Some);
    generic_type!(String, Some);
}

#[test]
fn fragments_that_are_no_expressions_stay_as_they_are() {
    items!(fn sum(a: u8, b: u8) -> u8 { a + b }, let x = 1 + 1, [a, b], x, sum(a, b), inner::same, pub(self));
    items!(static F: u8 = 3;, let x = 7, [a @ (0 | 1..), b], x, a - b + F, inner::same, pub(crate));
}

#[test]
fn a_block_can_be_the_operand_before_a_block() {
    let n = 7;
    same!(if { n } > 3 { 1 } else { 2 });
    same!(if 3 > { n } {
        1
    } else if { n } == 7 {
        3
    } else {
        2
    });
    same!(match { n } + 1 {
        8 => 1,
        _ => 2,
    });
    same!(if !{ n < 3 } && 7 == n { 1 } else { 2 } + 1);
    same!({
        let mut count = 0;
        while { count } < 3 {
            count += 1;
        }
        count
    });
    same!(if n == 7 { 1 } else { 2 });
}

macro_rules! labeled {
    ($label:lifetime, $n:expr) => {{
        same!($label: loop { break $label $n });
        same!($label: { if $n == 0 { break $label 1; } $n });
        same!({
            fn first<$label>(list: &$label [u8]) -> Option<&$label u8> {
                list.first()
            }
            first(&[$n]).copied().unwrap_or_default()
        });
    }};
}

#[test]
fn a_lifetime_is_a_label_and_a_parameter() {
    labeled!('a, 7_u8);
    labeled!('outer, 3_u8 - 3);
}

macro_rules! question_mark {
    ($result:expr, $option:expr) => {
        (
            || -> Result<_, ()> { Ok(capability! { incoming $result?; credentials &account() }) },
            || -> Option<_> { Some(capability! { incoming $option?.clone(); credentials &account() }) },
        )
    };
}

#[test]
fn a_question_mark_takes_the_whole_fragment() {
    let name = Ok::<_, ()>(ClientName::from_static("john"));
    let fails = true;
    let (result, option) = question_mark!(
        if fails { Err(()) } else { name.clone() },
        if fails { None } else { name.as_ref().ok() }
    );
    assert!(result().is_err() && option().is_none());
}

macro_rules! awaited {
    ($future:expr) => {
        async { capability! { incoming $future.await; credentials &account() }.sign_at(now()) }
    };
}

#[test]
fn an_await_takes_the_whole_fragment() {
    let name = ClientName::from_static("john");
    let other = ClientName::from_static("jane");
    let awaited = pin!(awaited!(if name == "john" { future::ready(name) } else { future::ready(other) }));
    let Poll::Ready(token) = awaited.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("it is ready")
    };
    assert_eq!(
        token.as_str(),
        capability! { incoming "john"; credentials &account() }.sign_at(now()).as_str()
    );
}

macro_rules! blocks {
    ($name:block, $app:block, $ttl:block) => {
        [
            capability! { incoming $name; credentials &account() },
            capability! { outgoing $app; ttl $ttl; credentials &account() },
            capability! { outgoing $app as $name; credentials &account() },
            capability! { outgoing $app { x = $ttl.as_secs() }; credentials &account() },
            capability! { outgoing $app as $name { x = $ttl.as_secs() * 2, y = $name }; credentials &account() },
        ]
    };
}

#[test]
fn a_block_is_an_expression() {
    let john = ClientName::from_static("john");
    let app = ApplicationSid::from_static("AP11111111111111111111111111111111");
    let ttl = Ttl::from_static(300);
    let tokens = blocks!({ john.clone() }, { app }, {
        let twice = ttl.as_secs();
        Ttl::from_secs(twice.into()).unwrap()
    });
    let expected = [
        capability! { incoming "john"; credentials &account() },
        capability! { outgoing app; ttl 5m; credentials &account() },
        capability! { outgoing app as "john"; credentials &account() },
        capability! { outgoing app { x = 300 }; credentials &account() },
        capability! { outgoing app as "john" { x = 600, y = "john" }; credentials &account() },
    ];
    for (token, expected) in tokens.iter().zip(&expected) {
        assert_eq!(token.sign_at(now()).as_str(), expected.sign_at(now()).as_str());
    }
}

macro_rules! in_braces {
    ($params:block) => {
        capability! { outgoing "AP11111111111111111111111111111111" as "john" $params; credentials &account() }
    };
}

#[test]
fn a_block_after_the_value_is_still_the_parameters() {
    assert_eq!(x_of(&in_braces!({ x = 7 }).sign_at(now())), "7");
}

macro_rules! everywhere {
    ($name:expr, $app:expr, $ttl:expr, $account:expr, $more:expr) => {
        capability! {
            incoming $name.clone();
            outgoing *$app as $name.clone() { x = 1, ..$more };
            ttl $ttl;
            credentials $account
        }
        .sign_at(now())
    };
}

#[test]
fn a_fragment_can_be_any_expression_of_a_call() {
    let john = ClientName::from_static("john");
    let app = ApplicationSid::from_static("AP11111111111111111111111111111111");
    let more = Params::try_from_iter([("y", 2)]).unwrap();
    let accounts = [account()];
    let yes = accounts.len() == 1;
    let token = everywhere!(
        if yes { &john } else { &john },
        if yes { &app } else { &app },
        if yes { Ttl::MAX } else { Ttl::from_static(1) },
        &accounts[0],
        if yes { &more } else { &more }
    );
    let expected = capability! {
        incoming "john";
        outgoing "AP11111111111111111111111111111111" as "john" { y = 2, x = 1 };
        ttl 24h;
        credentials &accounts[0]
    };
    assert_eq!(token.as_str(), expected.sign_at(now()).as_str());
}
