use std::collections::HashMap;

use crate::findings::{Finding, Findings};
use crate::syntax::{self, Key, Operand, Place};
use crate::values::text::{filter_name, param_name};

/// A parameter of an application, or a filter of events.
pub(crate) struct Param<'t> {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) value: &'t Operand,
}

/// The parameters of an application.
pub(crate) fn params<'t>(list: &'t [syntax::Param], findings: &mut Findings) -> Option<Vec<Param<'t>>> {
    named(list, "parameter", findings, param_name)
}

/// The filters of events.
pub(crate) fn filters<'t>(list: &'t [syntax::Param], findings: &mut Findings) -> Option<Vec<Param<'t>>> {
    named(list, "filter", findings, filter_name)
}

/// Each name once; `check` is the rule for them, and `noun` what one of the list is called.
fn named<'t>(
    list: &'t [syntax::Param],
    noun: &str,
    findings: &mut Findings,
    check: impl Fn(&Key, &mut Findings) -> Option<(String, Place)>,
) -> Option<Vec<Param<'t>>> {
    let mut firsts: HashMap<String, Option<String>> = HashMap::new();
    let mut params = Some(Vec::new());
    for param in list {
        let named = param.key.as_ref().and_then(|key| check(key, findings));
        let Some(((name, place), value)) = named.zip(param.value.as_ref()) else {
            params = None;
            continue;
        };
        if let Some(first) = firsts.get(&name) {
            findings.push(twice(noun, &name, place, first.as_deref()));
            continue;
        }
        firsts.insert(name.clone(), value.told());
        if let Some(params) = &mut params {
            params.push(Param { name, place, value });
        }
    }
    params
}

fn twice(noun: &str, name: &str, place: Place, first: Option<&str>) -> Finding {
    let finding = Finding::new(place, format!("the {noun} `{name}` is given twice"));
    let finding = match first {
        Some(value) => finding.note(&format!("the first is `{name} = {value}`")),
        None => finding.note("the first stands in front of it"),
    };
    finding.help("delete one of the two, or give it another name")
}
