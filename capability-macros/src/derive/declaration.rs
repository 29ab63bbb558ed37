use std::collections::HashMap;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields};

use crate::derive::attributes::{Place, attributes};
use crate::derive::field::Field;
use crate::macros::mistakes::{Mistake, Mistakes};
use crate::macros::source_span::SourceSpan;

/// The struct and what its attributes say.
pub(crate) struct Declaration<'i> {
    pub(crate) input: &'i DeriveInput,
    /// The path of the facade from `#[params(crate = path)]`.
    pub(crate) facade: Facade,
    /// The fields without mistakes.
    pub(crate) fields: Vec<Field<'i>>,
}

/// Where the expansion finds the facade.
pub(crate) enum Facade {
    /// `::twilio_capability`
    Usual,
    Named(TokenStream),
    /// The attribute is wrong, so a use of the facade could only cause more errors.
    Unknown,
}

impl<'i> Declaration<'i> {
    pub(crate) fn new(input: &'i DeriveInput, mistakes: &mut Mistakes) -> Self {
        let before = mistakes.len();
        let facade = match attributes(&input.attrs, Place::Struct, mistakes).facade {
            Some(path) => Facade::Named(path),
            None if mistakes.len() > before => Facade::Unknown,
            None => Facade::Usual,
        };
        Self { input, facade, fields: fields(input, mistakes) }
    }
}

/// The fields of a struct that has named ones.
fn fields<'i>(input: &'i DeriveInput, mistakes: &mut Mistakes) -> Vec<Field<'i>> {
    let (span, what) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return named(fields.named.iter(), mistakes),
            Fields::Unnamed(fields) => (fields.paren_token.span.join(), "a tuple struct"),
            Fields::Unit => (input.ident.span(), "a unit struct"),
        },
        Data::Enum(data) => (data.enum_token.span, "an enum"),
        Data::Union(data) => (data.union_token.span, "a union"),
    };
    let mistake = Mistake::new(SourceSpan::call(span), format!("`CallParams` cannot be derived for {what}"));
    let ident = &input.ident;
    mistakes.push(match what {
        "an enum" => mistake.help(
            "derive it for a struct; this enum can be the type of a field if it implements `Display` and `FromStr`",
        ),
        "a unit struct" => mistake.help(&format!("write `struct {ident} {{}}`, or use `()` for no parameters")),
        _ => mistake.help(&format!(
            "write `struct {ident} {{ name: Type }}`, because the name of a field is the name of the parameter"
        )),
    });
    Vec::new()
}

fn named<'i>(fields: impl Iterator<Item = &'i syn::Field>, mistakes: &mut Mistakes) -> Vec<Field<'i>> {
    let mut firsts: HashMap<String, String> = HashMap::new();
    let mut sound = Vec::new();
    for field in fields {
        let Some(field) = Field::new(field, mistakes) else { continue };
        if let Some(first) = firsts.get(&field.name) {
            let headline = format!("the parameter `{}` is declared twice", field.name);
            let mistake = Mistake::new(field.name_span, headline);
            mistakes.push(
                mistake.note(&format!("the first is the field `{first}`")).help("rename one of the two"),
            );
            continue;
        }
        firsts.insert(field.name.clone(), field.ident.unraw().to_string());
        sound.push(field);
    }
    sound
}
