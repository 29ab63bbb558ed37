//! What a signature covers: the URL, and the parameters of a form.

/// The URL followed by each name and value: names in the order of their bytes, and of a name that occurs more than once its
/// distinct values in the order of theirs.
pub(super) fn signed_text<'a>(url: &str, form: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut params: Vec<_> = form.collect();
    params.sort_unstable();
    params.dedup();
    let form_len: usize = params.iter().map(|(name, value)| name.len() + value.len()).sum();
    let mut text = Vec::with_capacity(url.len() + form_len);
    text.extend_from_slice(url.as_bytes());
    for (name, value) in params {
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(value.as_bytes());
    }
    text
}
