use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{Attribute, Meta, Path};
use twilio_capability_rules::string::StringRule;

use crate::derive::span::span_of;
use crate::macros::mistakes::{Mistake, Mistakes, shown};
use crate::macros::source_span::SourceSpan;
use crate::macros::suggest::nearest;
use crate::macros::syntax::tokens::peeled;
use crate::macros::values::string::plain;

/// What `#[params(…)]` can be on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Struct,
    Field,
}

/// What the attributes of one place say.
#[derive(Default)]
pub(crate) struct Attributes {
    /// `rename = "name"`, and where the name is written.
    pub(crate) name: Option<(String, SourceSpan)>,
    /// `crate = path`
    pub(crate) facade: Option<TokenStream>,
}

/// A word of `#[params(…)]`.
struct Word {
    text: &'static str,
    place: Place,
    /// How it is written.
    example: &'static str,
    /// What other libraries call it.
    foreign: &'static [&'static str],
}

const RENAME: Word = Word {
    text: "rename",
    place: Place::Field,
    example: "#[params(rename = \"user-id\")]",
    foreign: &["name", "key", "param", "alias", "serialize"],
};

const CRATE: Word = Word {
    text: "crate",
    place: Place::Struct,
    example: "#[params(crate = my_dependencies::twilio_capability)]",
    foreign: &["facade", "krate", "path"],
};

const WORDS: [&Word; 2] = [&RENAME, &CRATE];

/// Reads the `params` attributes.
pub(crate) fn attributes(list: &[Attribute], place: Place, mistakes: &mut Mistakes) -> Attributes {
    let mut found = Attributes::default();
    for attribute in list.iter().filter(|attribute| attribute.path().is_ident("params")) {
        let Meta::List(list) = &attribute.meta else {
            let mistake = Mistake::new(span_of(&attribute.meta), "`params` needs parentheses");
            mistakes.push(mistake.help(&format!("write `{}`", usual(place).example)));
            continue;
        };
        for part in parts(&list.tokens) {
            if let Err(mistake) = found.read(&part, place) {
                mistakes.push(mistake);
            }
        }
    }
    found
}

impl Attributes {
    /// Reads `word = value`.
    fn read(&mut self, part: &[TokenTree], place: Place) -> Result<(), Mistake> {
        let span = span_of(&part.iter().cloned().collect::<TokenStream>());
        let [TokenTree::Ident(ident), rest @ ..] = part else {
            let mistake = Mistake::new(span, "this is not a word of `params`");
            return Err(mistake.help(&format!("write `{}`", usual(place).example)));
        };
        let word = word(ident, place)?;
        let value = match rest {
            [TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' && !value.is_empty() => value,
            _ => {
                let mistake = Mistake::new(span, format!("`{}` has no value", word.text));
                return Err(mistake.help(&format!("write `{}`", word.example)));
            }
        };
        let tokens: TokenStream = value.iter().cloned().collect();
        let is_repeated = if word.text == RENAME.text {
            self.name.replace(name(value, span_of(&tokens))?).is_some()
        } else {
            self.facade.replace(path(&tokens)?).is_some()
        };
        if is_repeated {
            let mistake = Mistake::new(span, format!("`{}` is given twice", word.text));
            return Err(mistake.help("delete one of the two"));
        }
        Ok(())
    }
}

/// The word that `ident` is, if it belongs in this place.
fn word(ident: &Ident, place: Place) -> Result<&'static Word, Mistake> {
    let text = ident.unraw().to_string();
    let span = SourceSpan::call(ident.span());
    let Some(word) = WORDS.into_iter().find(|word| word.text == text) else {
        let headline = match shown(&text) {
            Some(text) => format!("`params` has no word `{text}`"),
            None => "`params` has no such word".to_owned(),
        };
        let mistake = Mistake::new(span, headline);
        let meant = nearest(&text, WORDS.iter().map(|word| word.text));
        let foreign = WORDS.into_iter().find(|word| word.foreign.contains(&text.as_str()));
        return Err(match meant.or(foreign.map(|word| word.text)) {
            Some(meant) => mistake.help(&format!("did you mean `{meant}`?")),
            None => mistake.help(&format!("write `{}`, or delete it", usual(place).example)),
        });
    };
    if word.place == place {
        return Ok(word);
    }
    let here = if word.place == Place::Struct { "the struct" } else { "a field" };
    let mistake = Mistake::new(span, format!("`{text}` belongs on {here}"));
    Err(mistake.help(&format!("write `{}` before {here}", word.example)))
}

/// The word of a place.
fn usual(place: Place) -> &'static Word {
    if place == Place::Struct { &CRATE } else { &RENAME }
}

fn name(value: &[TokenTree], span: SourceSpan) -> Result<(String, SourceSpan), Mistake> {
    let noun = "the name of a parameter";
    let [TokenTree::Literal(literal)] = value else {
        let mistake = Mistake::new(span, format!("{noun} is a string in double quotes"));
        return Err(mistake.help(&format!("write `{}`", RENAME.example)));
    };
    let fits = |name: &str| StringRule::PARAM_NAME.check(name).is_ok();
    Ok((plain(literal, span, noun, fits)?, span))
}

fn path(value: &TokenStream) -> Result<TokenStream, Mistake> {
    let path = Path::parse_mod_style.parse2(value.clone());
    path.map(ToTokens::into_token_stream).map_err(|_| {
        let mistake = Mistake::new(span_of(value), "`crate` takes the path of a crate, without quotes");
        mistake.help(&format!("write `{}`", CRATE.example))
    })
}

/// The parts between commas. An invisible group around a fragment of `macro_rules!` is removed.
fn parts(tokens: &TokenStream) -> Vec<Vec<TokenTree>> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().filter_map(peeled).collect();
    let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',');
    trees.split(is_comma).filter(|part| !part.is_empty()).map(<[TokenTree]>::to_vec).collect()
}
