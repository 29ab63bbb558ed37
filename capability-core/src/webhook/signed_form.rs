//! What a signature covers after the URL: the parameters of a form.

use crate::call_params::ReceivedParams;

/// Each name and value: names in the order of their bytes, and of a name that occurs more than once its distinct values in the
/// order of theirs.
pub(super) fn signed_form(form: &ReceivedParams) -> String {
    let mut params = Vec::with_capacity(form.len());
    params.extend(form.iter());
    params.sort_unstable();
    params.dedup();
    let mut text = String::with_capacity(params.iter().map(|(name, value)| name.len() + value.len()).sum());
    for (name, value) in params {
        text.push_str(name);
        text.push_str(value);
    }
    text
}
