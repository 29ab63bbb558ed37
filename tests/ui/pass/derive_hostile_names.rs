//! Nothing that is in scope at a declaration changes what it means.

#![allow(dead_code, unused_macros, non_camel_case_types, non_snake_case, non_upper_case_globals)]

extern crate alloc as core;

mod hostile {
    pub struct Result;
    pub struct Option<T>(T);
    pub struct String;
    pub struct ParamName;
    pub struct ParamsWriter;
    pub struct ReceivedParams;
    pub struct CallParamsError;
    pub struct Wrapped<const N: usize>;
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod twilio_capability {}
    pub mod __private {}

    pub fn Ok() {}
    pub fn Some() {}
    pub fn None() {}
    pub fn write_field() {}
    pub const NAME: usize = 7;
    pub const writer: () = ();
    pub const received: () = ();

    macro_rules! compile_error {
        () => {};
    }

    /// Every value has methods of the same names.
    pub trait Methods: Sized {
        fn from_static(self) {}
        fn write_params(self) {}
        fn param(self) {}
        fn parse(self) {}
        fn fmt(self) {}
        fn to_string(self) {}
    }

    impl<T> Methods for T {}

    pub trait CallParams {}

    impl ::std::fmt::Display for Wrapped<NAME> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str("7")
        }
    }

    impl ::std::str::FromStr for Wrapped<NAME> {
        type Err = ::std::convert::Infallible;

        fn from_str(_: &str) -> ::std::result::Result<Self, Self::Err> {
            ::std::result::Result::Ok(Self)
        }
    }

    #[derive(::twilio_capability::CallParams)]
    pub struct Caller {
        pub writer: u64,
        pub received: ::std::option::Option<::std::string::String>,
        pub r#type: bool,
        pub NAME: Wrapped<NAME>,
        pub __twilio_capability_writer: u8,
    }

    pub fn in_a_function() {
        #[derive(::twilio_capability::CallParams)]
        struct Inner {
            plan: ::std::string::String,
        }
    }
}

fn main() {
    let caller = hostile::Caller {
        writer: 1,
        received: None,
        r#type: true,
        NAME: hostile::Wrapped,
        __twilio_capability_writer: 2,
    };
    let params = twilio_capability::Params::from(&caller);
    let pairs: Vec<_> = params.iter().collect();
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(pairs, [("writer", "1"), ("type", "true"), ("NAME", "7"), ("__twilio_capability_writer", "2")]);
    let received = params.iter().collect();
    let caller = <hostile::Caller as twilio_capability::CallParams>::read_params(&received).unwrap();
    assert!(caller.r#type && caller.received.is_none());
}
