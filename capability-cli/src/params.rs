//! `--param name=value` and its like.

use std::collections::HashSet;
use std::str::FromStr;

use twilio_capability::{FilterName, Json, ParamName, StringError};

use crate::mistakes::{Mistake, Mistakes};

/// The pairs of an option that can occur several times.
pub(crate) fn pairs<N>(mistakes: &mut Mistakes, option: &str, given: &[String]) -> Vec<(N, String)>
where
    N: FromStr<Err = StringError>,
{
    let mut seen = HashSet::new();
    let mut pairs = Vec::new();
    for pair in given {
        pairs.extend(mistakes.take(split(option, pair, &mut seen)));
    }
    pairs
}

/// `--param`.
pub(crate) fn texts(mistakes: &mut Mistakes, given: &[String]) -> Vec<(ParamName, String)> {
    pairs(mistakes, "--param", given)
}

/// The value of `--events` without a value. No argument of a process contains this character, so an empty variable of a shell in
/// `--events "$FILTER"` is an error, and does not stand for all events.
pub(crate) const NO_FILTER: &str = "\0";

/// `--events`, which may also occur without a filter.
pub(crate) fn filters(mistakes: &mut Mistakes, given: &[String]) -> Vec<(FilterName, String)> {
    let given: Vec<_> = given.iter().filter(|filter| *filter != NO_FILTER).cloned().collect();
    pairs(mistakes, "--events", &given)
}

/// `--param-json`.
pub(crate) fn jsons(mistakes: &mut Mistakes, given: &[String]) -> Vec<(ParamName, Json)> {
    let pairs = pairs::<ParamName>(mistakes, "--param-json", given);
    let parse = |(name, value): (ParamName, String)| {
        let option = format!("--param-json {name}");
        let json = value.parse().map_err(|error| Mistake::in_value(&option, &value, &error));
        Some((name, mistakes.take(json)?))
    };
    pairs.into_iter().filter_map(parse).collect()
}

fn split<N>(option: &str, pair: &str, seen: &mut HashSet<String>) -> Result<(N, String), Mistake>
where
    N: FromStr<Err = StringError>,
{
    let Some((name, value)) = pair.split_once('=') else {
        let mistake = Mistake::new(format!("{option}: there is no `=` in this value"));
        return Err(mistake.help(format!("write a name and a value, such as `{option} name=value`")));
    };
    let parsed = name.parse().map_err(|error| Mistake::in_value(option, name, &error))?;
    if !seen.insert(name.to_owned()) {
        return Err(Mistake::new(format!("{option}: `{name}` has two values")).help("remove one of them"));
    }
    Ok((parsed, value.to_owned()))
}
