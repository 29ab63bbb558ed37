use std::collections::HashMap;

use crate::findings::{Finding, Findings};
use crate::syntax::{self, Key, Operand, Place};

/// A parameter of an application, or a filter of events.
pub(crate) struct Param<'t> {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) value: &'t Operand,
}

/// Parameters, each name once; `check` is the rule for their names.
pub(crate) fn params<'t>(
    list: &'t [syntax::Param],
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
            findings.push(twice(&name, place, first.as_deref()));
            continue;
        }
        firsts.insert(name.clone(), value.told());
        if let Some(params) = &mut params {
            params.push(Param { name, place, value });
        }
    }
    params
}

fn twice(name: &str, place: Place, first: Option<&str>) -> Finding {
    let finding = Finding::new(place, format!("the parameter `{name}` is given twice"));
    let finding = match first {
        Some(value) => finding.note(&format!("the first is `{name} = {value}`")),
        None => finding.note("the first stands in front of it"),
    };
    finding.help("delete one of the two, or give it another name")
}
