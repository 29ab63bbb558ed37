//! What a declaration becomes: which parameters are written, and how they are read.

use std::convert::Infallible;
use std::error::Error as _;
use std::fmt::{self, Display};
use std::net::IpAddr;
use std::str::FromStr;

use twilio_capability::{
    ApplicationSid, CallParams, CallParamsError, CallParamsErrorKind, ClientName, Error, ErrorKind, Kind,
    OutgoingParams, ParamName, Params, ParamsWriter, ReceivedParams, Sid, kind,
};

/// An enum with words, as a program would write it.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Plan {
    Free,
    Paid,
}

impl Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Free => "free",
            Self::Paid => "paid",
        })
    }
}

impl FromStr for Plan {
    /// Not an `Error`, but a string becomes one.
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        match s {
            "free" => Ok(Self::Free),
            "paid" => Ok(Self::Paid),
            _ => Err(format!("no plan is called {s}")),
        }
    }
}

#[derive(CallParams, Clone, PartialEq, Debug)]
#[allow(unused_qualifications, reason = "an `Option` is recognised by the end of its path")]
struct Caller {
    user_id: u64,
    plan: Option<Plan>,
    #[params(rename = "return-to")]
    return_to: std::option::Option<String>,
    r#type: char,
    address: core::option::Option<IpAddr>,
    client: ClientName,
}

fn caller() -> Caller {
    Caller {
        user_id: 7,
        plan: Some(Plan::Paid),
        return_to: None,
        r#type: 'é',
        address: Some(IpAddr::from([127, 0, 0, 1])),
        client: ClientName::from_static("john"),
    }
}

fn pairs(params: &Params) -> Vec<(String, String)> {
    params.iter().collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

// The edition tests include this file, and `from_iter` is not in the prelude of edition 2018.
fn arrived(pairs: &[(&str, &str)]) -> ReceivedParams {
    pairs.iter().copied().collect()
}

#[test]
fn each_field_that_has_a_value_is_a_parameter() {
    let expected =
        [("user_id", "7"), ("plan", "paid"), ("type", "é"), ("address", "127.0.0.1"), ("client", "john")];
    assert_eq!(pairs(&Params::from(&caller())), owned(&expected));
    let json = OutgoingParams::from(&caller());
    let json: Vec<_> = json.iter().map(|(name, value)| (name, value.as_str().unwrap())).collect();
    assert_eq!(json, expected);
}

#[test]
fn what_is_written_is_read() {
    let received: ReceivedParams = Params::from(&caller()).iter().collect();
    assert_eq!(Caller::read_params(&received).unwrap(), caller());
    let all = Caller { plan: None, return_to: Some(String::new()), address: None, ..caller() };
    let received: ReceivedParams = Params::from(&all).iter().collect();
    assert_eq!(received.get("return-to"), Some(""));
    assert_eq!(Caller::read_params(&received).unwrap(), all);
}

/// Reads what arrives of `caller` with `more` after it, without the parameter `left_out`.
fn read(left_out: &str, more: &[(&str, &str)]) -> Result<Caller, CallParamsError> {
    let arrives = [("user_id", "7"), ("type", "x"), ("client", "john"), ("From", "client:john")];
    let arrives = arrives.iter().filter(|(name, _)| *name != left_out).chain(more).copied();
    Caller::read_params(&arrives.collect())
}

#[test]
fn an_error_names_the_parameter() {
    assert_eq!(read("", &[]).unwrap().user_id, 7);
    let error = |left_out, more: &[(&str, &str)]| {
        let error = read(left_out, more).unwrap_err();
        (error.name().to_owned(), error.kind(), error.source().map(ToString::to_string))
    };
    assert_eq!(error("type", &[]), ("type".to_owned(), CallParamsErrorKind::Missing, None));
    let twice = [("return-to", "a"), ("return-to", "a")];
    assert_eq!(error("", &twice), ("return-to".to_owned(), CallParamsErrorKind::Repeated, None));
    let source = Some("no plan is called gold".to_owned());
    assert_eq!(error("", &[("plan", "gold")]), ("plan".to_owned(), CallParamsErrorKind::Malformed, source));
    // `From` arrives twice, but it belongs to Twilio.
    assert!(read("", &[("From", "client:jane")]).is_ok());
}

#[test]
fn the_error_of_the_library_says_what_to_do() {
    let error = Error::from(Caller::read_params(&ReceivedParams::default()).unwrap_err());
    assert_eq!(error.kind(), ErrorKind::UnreadableParams);
    assert_eq!(error.help(), Some("if calls without it are right, read it as an `Option`"));
    assert_eq!(
        format!("{error:?}"),
        "the parameter `user_id` is missing\nhelp: if calls without it are right, read it as an `Option`"
    );
    let received = arrived(&[("user_id", "-1")]);
    let error = Error::from(Caller::read_params(&received).unwrap_err());
    assert_eq!(
        format!("{error:#}"),
        "the parameter `user_id` cannot be read: invalid digit found in string\n\
         help: refuse the call: the page can give a parameter any value"
    );
}

/// The bounds are inferred: those of `T` and of `Sid<K>`, but none of `K`.
#[derive(CallParams, Debug)]
struct Generic<T, K: Kind, const N: usize>
where
    T: Clone,
{
    value: T,
    other: Option<T>,
    sid: Sid<K>,
    padded: Padded<N>,
}

/// The bounds are written by hand.
#[derive(CallParams)]
struct Explicit<T>
where
    T: Display + FromStr,
    T::Err: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    value: T,
}

#[derive(Clone, PartialEq, Debug)]
struct Padded<const N: usize>(String);

impl<const N: usize> Display for Padded<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>N$}", self.0)
    }
}

impl<const N: usize> FromStr for Padded<N> {
    type Err = Infallible;

    fn from_str(s: &str) -> Result<Self, Infallible> {
        Ok(Self(s.trim_start().to_owned()))
    }
}

#[test]
fn a_declaration_can_be_generic() {
    const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
    let generic = Generic::<u8, kind::Application, 3> {
        value: 1,
        other: Some(2),
        sid: APPLICATION,
        padded: Padded("x".to_owned()),
    };
    let params = Params::from(&generic);
    let expected = [("value", "1"), ("other", "2"), ("sid", APPLICATION.as_str()), ("padded", "  x")];
    assert_eq!(pairs(&params), owned(&expected));
    let read: Generic<u8, kind::Application, 3> = Generic::read_params(&params.iter().collect()).unwrap();
    assert_eq!((read.value, read.other, read.sid, read.padded), (1, Some(2), APPLICATION, generic.padded));

    let params = Params::from(&Explicit { value: true });
    assert!(Explicit::<bool>::read_params(&params.iter().collect()).unwrap().value);
}

/// Fragments of `macro_rules!` are in invisible groups.
macro_rules! declared {
    ($name:ident, $field:ident: $ty:ty = $param:literal) => {
        #[derive(CallParams)]
        struct $name {
            #[params(rename = $param)]
            $field: $ty,
        }
    };
}

declared!(FromMacro, seat: Option<u32> = "the-seat");

#[test]
fn a_declaration_can_come_from_a_macro() {
    assert_eq!(pairs(&Params::from(&FromMacro { seat: Some(4) })), owned(&[("the-seat", "4")]));
    assert!(Params::from(&FromMacro { seat: None }).is_empty());
}

#[derive(CallParams, PartialEq, Debug)]
struct Nothing {}

#[test]
fn a_struct_without_fields_has_no_parameters() {
    assert!(Params::from(&Nothing {}).is_empty() && Params::from(&()).is_empty());
    let received = arrived(&[("a", "1"), ("a", "2")]);
    assert_eq!(Nothing::read_params(&received).unwrap(), Nothing {});
    assert!(<()>::read_params(&received).is_ok());
}

/// The `Display` of a field reports an error halfway.
struct GivesUp;

impl Display for GivesUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("12")?;
        Err(fmt::Error)
    }
}

/// Written by hand: a name that is written twice has the last value.
struct ByHand;

impl CallParams for ByHand {
    fn write_params(&self, writer: &mut ParamsWriter<'_>) {
        const PLAN: ParamName = ParamName::from_static("plan");
        const SEAT: ParamName = ParamName::from_static("seat");
        writer.param(PLAN, "free").param(SEAT, GivesUp).param(PLAN, "paid");
    }

    fn read_params(_: &ReceivedParams) -> Result<Self, CallParamsError> {
        Ok(Self)
    }
}

#[test]
fn an_implementation_can_be_written_by_hand() {
    let expected = owned(&[("seat", ""), ("plan", "paid")]);
    assert_eq!(pairs(&Params::from(&ByHand)), expected);
    let json = OutgoingParams::from(&ByHand);
    let json: Vec<_> =
        json.iter().map(|(name, value)| (name.to_owned(), value.as_str().unwrap().to_owned())).collect();
    assert_eq!(json, expected);
}
