use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{GenericArgument, PathArguments, Type, TypeReference};
use twilio_capability_rules::string::StringRule;

use crate::derive::attributes::{Place, attributes};
use crate::derive::span::span_of;
use crate::macros::mistakes::{Mistake, Mistakes};
use crate::macros::source_span::SourceSpan;

/// A field and the parameter that it is.
pub(crate) struct Field<'i> {
    pub(crate) ident: &'i Ident,
    /// The name of the parameter.
    pub(crate) name: String,
    /// Where the name is written.
    pub(crate) name_span: SourceSpan,
    /// The type of the value: `T` for an `Option<T>`.
    pub(crate) ty: &'i Type,
    pub(crate) is_optional: bool,
}

impl<'i> Field<'i> {
    /// A field, or nothing if its name is wrong, which is then a mistake.
    pub(crate) fn new(field: &'i syn::Field, mistakes: &mut Mistakes) -> Option<Self> {
        let before = mistakes.len();
        let renamed = attributes(&field.attrs, Place::Field, mistakes).name;
        if mistakes.len() > before {
            return None;
        }
        let ident = field.ident.as_ref()?;
        let (name, name_span) =
            renamed.unwrap_or_else(|| (ident.unraw().to_string(), SourceSpan::call(ident.span())));
        if let Err(error) = StringRule::PARAM_NAME.check(&name) {
            mistakes.push(Mistake::new(name_span, error.report(&name).as_str()));
            return None;
        }
        let inner = in_option(&field.ty);
        if let Some(reference) = reference(inner.unwrap_or(&field.ty)) {
            let mistake = Mistake::new(
                span_of(reference),
                "a field cannot borrow its value, because the value is received",
            );
            let is_str = matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("str"));
            mistakes.push(mistake.help(if is_str { "write `String`" } else { "delete the `&`" }));
            return None;
        }
        Some(Self { ident, name, name_span, ty: inner.unwrap_or(&field.ty), is_optional: inner.is_some() })
    }

    /// Whether the type mentions one of the type parameters.
    pub(crate) fn mentions(&self, params: &[&Ident]) -> bool {
        mentions(self.ty.to_token_stream(), params)
    }
}

/// The `T` of `Option<T>`. A derive sees the name of a type and not the type.
fn in_option(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Group(group) => in_option(&group.elem),
        Type::Paren(paren) => in_option(&paren.elem),
        Type::Path(path) => {
            let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
            match arguments.args.first() {
                Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A type that is a reference.
fn reference(ty: &Type) -> Option<&TypeReference> {
    match ty {
        Type::Group(group) => reference(&group.elem),
        Type::Paren(paren) => reference(&paren.elem),
        Type::Reference(found) => Some(found),
        _ => None,
    }
}

fn mentions(tokens: TokenStream, params: &[&Ident]) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => params.contains(&&ident),
        TokenTree::Group(group) => mentions(group.stream(), params),
        _ => false,
    })
}
