use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::declaration::{Declaration, Facade};
use crate::derive::field::Field;

/// The implementation of the trait.
pub(crate) fn implementation(declaration: &Declaration<'_>) -> TokenStream {
    let fields = declaration.fields.iter().map(|field| {
        let (ident, value) = (field.ident, read(field));
        quote! { #ident: #value, }
    });
    let value = quote! { __twilio_capability::__private::Result::Ok(Self { #(#fields)* }) };
    in_a_scope(declaration, &value)
}

/// An implementation for a struct with mistakes. The types of the fields are checked all the same.
pub(crate) fn fallback(declaration: &Declaration<'_>) -> TokenStream {
    let reads = declaration.fields.iter().map(read);
    in_a_scope(declaration, &quote! { #(#reads;)* __twilio_capability::__private::unfinished() })
}

/// The trait is implemented where only one name is new. The facade has that name, so that a wrong path is one error.
fn in_a_scope(declaration: &Declaration<'_>, read: &TokenStream) -> TokenStream {
    // All of it has one span, at which the compiler reports a path that it does not find.
    let facade = match &declaration.facade {
        Facade::Usual => quote! { ::twilio_capability as __twilio_capability },
        Facade::Named(path) => quote_spanned! {path.span()=> #path as __twilio_capability },
        Facade::Unknown => return TokenStream::new(),
    };
    let ident = &declaration.input.ident;
    let (parameters, arguments, _) = declaration.input.generics.split_for_impl();
    let predicates = predicates(declaration);
    let writes = declaration.fields.iter().map(write);
    quote! {
        const _: () = {
            use #facade;

            #[automatically_derived]
            impl #parameters __twilio_capability::CallParams for #ident #arguments #predicates {
                fn write_params(
                    &self,
                    __twilio_capability_writer: &mut __twilio_capability::ParamsWriter<'_>,
                ) {
                    #(#writes)*
                }

                fn read_params(
                    __twilio_capability_received: &__twilio_capability::ReceivedParams,
                ) -> __twilio_capability::__private::Result<Self, __twilio_capability::CallParamsError> {
                    #read
                }
            }
        };
    }
}

/// The `where` clause of the struct, and what its generic fields need. The bounds are those of whole types, so that a type such as
/// `Sid<K>` asks nothing of `K`.
fn predicates(declaration: &Declaration<'_>) -> TokenStream {
    let generics = &declaration.input.generics;
    let written = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let params: Vec<&Ident> = generics.type_params().map(|param| &param.ident).collect();
    let generic = declaration.fields.iter().filter(|field| field.mentions(&params)).map(|field| field.ty);
    quote! {
        where
            #(#written,)*
            #(#generic: __twilio_capability::__private::WritesParam
                + __twilio_capability::__private::FromStr<Err: __twilio_capability::__private::IntoParamError>,)*
    }
}

/// The statement that writes a field. The rule was checked before, for the message; the constant is for the guarantee.
fn write(Field { ident, name, ty, is_optional, .. }: &Field<'_>) -> TokenStream {
    let function = if *is_optional {
        quote! { write_optional_field }
    } else {
        quote! { write_field }
    };
    let constant = quote! {
        { const NAME: __twilio_capability::ParamName = __twilio_capability::ParamName::from_static(#name); NAME }
    };
    quote! {
        __twilio_capability::__private::#function::<#ty>(__twilio_capability_writer, #constant, &self.#ident);
    }
}

/// The expression that reads a field.
fn read(Field { name, ty, is_optional, .. }: &Field<'_>) -> TokenStream {
    let function = if *is_optional {
        quote! { read_optional_field }
    } else {
        quote! { read_field }
    };
    // The compiler points at the type of the field if the error of its `FromStr` is wrong.
    let error = quote_spanned! {ty.span()=> _ };
    quote! { __twilio_capability::__private::#function::<#ty, #error>(__twilio_capability_received, #name)? }
}
