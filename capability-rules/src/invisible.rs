//! Characters that cannot be seen, in `const` code.

/// Whether `c` is white space, a control character, or one that prints nothing or changes how the characters around it print.
///
/// These are the characters with one of the Unicode properties `White_Space`, `Default_Ignorable_Code_Point` and the general
/// categories `Cc` and `Cf`, which include the byte order mark, zero-width spaces and the controls of bidirectional text, and the
/// empty Braille pattern.
///
/// ```
/// use twilio_capability_rules::is_invisible;
///
/// assert!(is_invisible(' ') && is_invisible('\u{200B}') && is_invisible('\u{202E}'));
/// assert!(!is_invisible('é'));
/// ```
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    // One pattern and no call, because the compiler interprets this for the characters of a literal.
    matches!(c,
        '\0'..=' ' | '\x7F'..='\u{A0}' | '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}'
        | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{115F}' | '\u{1160}' | '\u{1680}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{2800}'
        | '\u{3000}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{110BD}'
        | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use regex_syntax::hir::{Class, HirKind};

    use super::*;

    #[test]
    fn the_characters_are_those_of_unicode() {
        let properties =
            r"[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{gc=Cc}\p{gc=Cf}\p{Bidi_Control}\x{2800}]";
        let class = regex_syntax::parse(properties).unwrap();
        let HirKind::Class(Class::Unicode(class)) = class.kind() else { panic!("{class:?}") };
        for c in '\0'..=char::MAX {
            let expected = class.iter().any(|range| (range.start()..=range.end()).contains(&c));
            assert_eq!(is_invisible(c), expected, "{c:?}");
        }
    }
}
