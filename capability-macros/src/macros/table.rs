//! What the language of a family is written down in: a table for each place where statements can be, and in it a row
//! for each word.

use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::StringRule;

use crate::macros::suggest;

/// The statements of a call, or those in the braces of a statement.
pub(crate) struct Table {
    /// What messages call it: `capability!`, or `voice` for the braces of that statement.
    pub(crate) name: &'static str,
    pub(crate) rows: &'static [Row],
    /// Words that belong somewhere else, and where.
    pub(crate) elsewhere: &'static [(&'static [&'static str], &'static str)],
    /// What has to be there.
    pub(crate) needs: &'static [Need],
    /// Two words that say the same, and what they say.
    pub(crate) rivals: &'static [([&'static str; 2], &'static str)],
}

/// Words of which one has to be there, and the message if none is.
pub(crate) struct Need {
    pub(crate) one_of: &'static [&'static str],
    pub(crate) headline: &'static str,
    pub(crate) help: &'static str,
}

/// All about one word.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) word: &'static str,
    pub(crate) takes: Takes,
    /// What may follow as `as name`.
    pub(crate) name: Option<Name>,
    /// What may follow in `{ }` or `< >`.
    pub(crate) params: Option<Params>,
    /// How to write the statement, as a help line.
    pub(crate) help: &'static str,
    pub(crate) becomes: Becomes,
    /// What people call it who know another library or the claims of a token. Neither case nor `_` matter, since each
    /// library has its own way to join words.
    pub(crate) foreign: &'static [&'static str],
    /// The row that holds instead of this one beside a statement of that word.
    pub(crate) beside: Option<(&'static str, &'static Self)>,
}

/// What follows the word of a statement.
#[derive(Clone, Copy)]
pub(crate) enum Takes {
    Nothing,
    /// An expression that ends at the `;`.
    Expr(Value),
    /// An expression that ends at `as`, a brace or `<` as well.
    ExprBeforeTail(Value),
    /// Statements in braces.
    Block(&'static Table),
}

/// A kind of value.
#[derive(Clone, Copy)]
pub(crate) struct Value {
    /// What it is, with its article: `a client name`.
    pub(crate) noun: &'static str,
    /// Its type in the facade. For a type `ClientName`, the function `__private::client_name` takes what an expression
    /// may be.
    pub(crate) ty: &'static str,
    pub(crate) rule: Rule,
}

/// What a literal must be in place of a value.
#[derive(Clone, Copy)]
pub(crate) enum Rule {
    String(StringRule),
    /// A string with a rule that only this statement has, and the note that says why.
    StringBecause(StringRule, &'static str),
    Sid(SidKind),
    Region,
    /// A number of seconds, or with a unit.
    Lifetime,
    /// Nothing: a number does not say which clock and unit it counts.
    Time,
    /// Nothing: credentials do not belong in source code. They are taken by reference. The help line says how to write them.
    Credentials(&'static str),
    /// Nothing, with the headline and the help line that say why.
    NoLiteral(&'static str, &'static str),
}

/// The value behind `as`.
#[derive(Clone, Copy)]
pub(crate) struct Name {
    pub(crate) value: Value,
    pub(crate) setter: &'static str,
}

/// `{ name = value, … }`.
#[derive(Clone, Copy)]
pub(crate) struct Params {
    /// What one of them is called.
    pub(crate) noun: &'static str,
    /// The type of their names in the facade, and the rule.
    pub(crate) name_ty: &'static str,
    pub(crate) name_rule: StringRule,
    pub(crate) setter: &'static str,
    /// What the function in `__private` is named after that says what values may be; if nothing, the setter says it.
    pub(crate) value_ty: Option<&'static str>,
}

/// The call that a statement becomes.
#[derive(Clone, Copy)]
pub(crate) enum Becomes {
    /// `.setter(value)`
    Call(&'static str),
    /// `.setter(Type::constructor(value))`, where all that follows the value becomes calls of `Type`.
    Object { setter: &'static str, ty: &'static str, constructor: &'static str },
    /// `.setter(value)`, or `.setter_with(value, Type::new())` with parameters, which become calls of `Type`.
    CallWith { setter: &'static str, setter_with: &'static str, ty: &'static str },
    /// The argument of the constructor for the braces it is in.
    ConstructorArgument,
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spelling {
    /// As the table has it.
    Exact,
    /// Nearly so.
    Near,
    /// As something else has it: another library, a claim of the token. What follows may have other rules too.
    Foreign,
    /// In no way that could be understood.
    Unknown,
}

impl Row {
    /// What rows without more to say have.
    pub(crate) const PLAIN: Self = Self {
        word: "",
        takes: Takes::Nothing,
        name: None,
        params: None,
        help: "",
        becomes: Becomes::ConstructorArgument,
        foreign: &[],
        beside: None,
    };

    /// What follows the word, with its article.
    pub(crate) fn noun(&self) -> &'static str {
        match self.takes {
            Takes::Nothing => "nothing",
            Takes::Expr(value) | Takes::ExprBeforeTail(value) => value.noun,
            Takes::Block(_) => "statements",
        }
    }
}

impl Table {
    /// The row of a word that is written as the table has it.
    pub(crate) fn row(&self, word: &str) -> Option<&'static Row> {
        self.rows.iter().find(|row| row.word == word)
    }

    /// What somebody means by `text` at the start of a statement.
    pub(crate) fn read(&self, text: &str) -> (Option<&'static Row>, Spelling) {
        if let Some(row) = self.row(text) {
            return (Some(row), Spelling::Exact);
        }
        let bare = bare(text);
        let is_foreign = |row: &&Row| row.foreign.iter().any(|word| self::bare(word) == bare);
        if let Some(row) = self.rows.iter().find(is_foreign) {
            return (Some(row), Spelling::Foreign);
        }
        if self.elsewhere(text).is_some() {
            return (None, Spelling::Unknown);
        }
        match suggest::nearest(text, self.rows.iter().map(|row| row.word)).and_then(|word| self.row(word)) {
            Some(row) => (Some(row), Spelling::Near),
            None => (None, Spelling::Unknown),
        }
    }

    /// Where a word belongs that does not belong here.
    pub(crate) fn elsewhere(&self, text: &str) -> Option<&'static str> {
        self.elsewhere.iter().find(|(words, _)| words.contains(&text)).map(|(_, place)| *place)
    }

    /// All words, for a sentence: `` `a`, `b` or `c` ``.
    pub(crate) fn words(&self) -> String {
        let words: Vec<String> = self.rows.iter().map(|row| format!("`{}`", row.word)).collect();
        match words.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

/// A word as foreign words are compared.
fn bare(text: &str) -> String {
    text.chars().filter(|c| *c != '_').collect::<String>().to_lowercase()
}
