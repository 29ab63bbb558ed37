//! The language of a family as data: a table for each place where statements can be, with a row for each keyword.

use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::StringRule;

use crate::macros::suggest;

/// The statements of a call, or those in the braces of a statement.
pub(crate) struct Table {
    /// Its name in messages: `capability!`, or `voice` for the braces of that statement.
    pub(crate) name: &'static str,
    pub(crate) rows: &'static [Row],
    /// Keywords that belong somewhere else, and a help line that says where.
    pub(crate) elsewhere: &'static [(&'static [&'static str], &'static str)],
    /// The statements that are required.
    pub(crate) needs: &'static [Need],
    /// Pairs of statements that exclude each other, and what both of them say.
    pub(crate) rivals: &'static [([&'static str; 2], &'static str)],
}

/// A list of statements of which one is required, and the message if there is none.
pub(crate) struct Need {
    pub(crate) one_of: &'static [&'static str],
    pub(crate) headline: &'static str,
    pub(crate) help: &'static str,
}

/// Everything about one statement.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) word: &'static str,
    pub(crate) takes: Takes,
    /// What `as name` after the value means, if it is allowed.
    pub(crate) name: Option<Name>,
    /// What parameters in `{ }` or `< >` mean, if they are allowed.
    pub(crate) params: Option<Params>,
    /// How to write the statement, as a help line.
    pub(crate) help: &'static str,
    pub(crate) becomes: Becomes,
    /// Its names in other libraries and in the claims of a token. Case and `_` are ignored, because each library joins
    /// words in its own way.
    pub(crate) foreign: &'static [&'static str],
    /// The row that replaces this one if there is also a statement of that name.
    pub(crate) beside: Option<(&'static str, &'static Self)>,
    /// Whether the statement can be there more than once.
    pub(crate) repeats: bool,
    /// The statement around the braces, or around the list, without which this one is not possible, and who has it.
    pub(crate) only_with: Option<(&'static str, &'static str)>,
}

/// What follows the keyword of a statement.
#[derive(Clone, Copy)]
pub(crate) enum Takes {
    Nothing,
    /// An expression that ends at the `;`.
    Expr(Value),
    /// An expression that ends at `as`, a brace or `<` as well.
    ExprBeforeTail(Value),
    /// Statements in braces.
    Block(&'static Table),
    /// Statements without braces, and what they are called together.
    Inline(&'static Table, Separator, &'static str),
}

/// What is between statements without braces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separator {
    Comma,
    Nothing,
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

/// What a literal must be if it is used as a value.
#[derive(Clone, Copy)]
pub(crate) enum Rule {
    String(StringRule),
    /// A string with a rule that only this statement has, and a note that gives the reason.
    StringBecause(StringRule, &'static str),
    Sid(SidKind),
    Region,
    PolicyUrl,
    /// A number of seconds, or with a unit.
    Lifetime,
    /// A literal is refused, because a number does not say which clock and unit it counts.
    Time,
    /// A literal is refused, because credentials do not belong in source code. The value is taken by reference. Holds the
    /// help line.
    Credentials(&'static str),
    /// A literal is refused, with this headline and this help line.
    NoLiteral(&'static str, &'static str),
}

/// The value after `as`.
#[derive(Clone, Copy)]
pub(crate) struct Name {
    pub(crate) value: Value,
    pub(crate) setter: &'static str,
}

/// `{ name = value, … }`.
#[derive(Clone, Copy)]
pub(crate) struct Params {
    /// What one parameter is called in messages.
    pub(crate) noun: &'static str,
    /// The type of the names in the facade, and their rule.
    pub(crate) name_ty: &'static str,
    pub(crate) name_rule: StringRule,
    pub(crate) setter: &'static str,
    /// Names the function in `__private` that says what a value can be. Without it, the setter says so.
    pub(crate) value_ty: Option<&'static str>,
    /// The words of which the value is one. Each is the setter of the parameter. If there are none, the value is an expression.
    pub(crate) choices: &'static [&'static str],
    /// Names the functions in `__private` that say what `..expr` at the end of the list can be, if it is allowed: alone, and after
    /// parameters with a name.
    pub(crate) spread_ty: Option<(&'static str, &'static str)>,
}

/// The call that a statement becomes.
#[derive(Clone, Copy)]
pub(crate) enum Becomes {
    /// `.setter(value)`
    Call(&'static str),
    /// `.setter(Type::constructor(value))`, where everything after the value becomes calls of `Type`.
    Object { setter: &'static str, ty: &'static str, constructor: &'static str },
    /// `.setter(value)`; with parameters `.setter_with(value, Type::new())`, where each parameter is a call of `Type`.
    CallWith { setter: &'static str, setter_with: &'static str, ty: &'static str },
    /// The argument of the constructor that the surrounding braces become.
    ConstructorArgument,
    /// `Type::constructor(value).then()`, from which the surrounding calls start.
    Start { ty: &'static str, constructor: &'static str, then: &'static [&'static str] },
    /// The calls of the statements in it. They come after all others, because no expression is in them.
    Calls,
}

/// How a keyword is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spelling {
    /// Exactly as in the table.
    Exact,
    /// Misspelled.
    Near,
    /// A name from another library or from the claims of a token. Its argument can follow other rules too.
    Foreign,
    /// Unknown.
    Unknown,
}

impl Row {
    /// The defaults for the fields of a row.
    pub(crate) const PLAIN: Self = Self {
        word: "",
        takes: Takes::Nothing,
        name: None,
        params: None,
        help: "",
        becomes: Becomes::ConstructorArgument,
        foreign: &[],
        beside: None,
        repeats: false,
        only_with: None,
    };

    /// The table of the statements in it.
    pub(crate) fn table(&self) -> Option<&'static Table> {
        match self.takes {
            Takes::Block(table) | Takes::Inline(table, ..) => Some(table),
            _ => None,
        }
    }

    /// What follows the keyword, with its article.
    pub(crate) fn noun(&self) -> &'static str {
        match self.takes {
            Takes::Nothing => "nothing",
            Takes::Expr(value) | Takes::ExprBeforeTail(value) => value.noun,
            Takes::Block(_) => "statements",
            Takes::Inline(_, _, noun) => noun,
        }
    }
}

impl Table {
    /// The row whose keyword is exactly `word`.
    pub(crate) fn row(&self, word: &str) -> Option<&'static Row> {
        self.rows.iter().find(|row| row.word == word)
    }

    /// The row that `text` at the start of a statement means, and how it is written.
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

    /// The keywords of the statements that exclude this one.
    pub(crate) fn rivals_of(&self, word: &str) -> impl Iterator<Item = &'static str> {
        self.rivals.iter().filter_map(move |([one, other], _)| match word {
            word if word == *one => Some(*other),
            word if word == *other => Some(*one),
            _ => None,
        })
    }

    /// The help line for a keyword that belongs somewhere else.
    pub(crate) fn elsewhere(&self, text: &str) -> Option<&'static str> {
        self.elsewhere.iter().find(|(words, _)| words.contains(&text)).map(|(_, place)| *place)
    }

    /// All keywords, for a sentence: `` `a`, `b` or `c` ``.
    pub(crate) fn words(&self) -> String {
        let words: Vec<String> = self.rows.iter().map(|row| format!("`{}`", row.word)).collect();
        match words.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

/// A name in the form in which foreign names are compared.
fn bare(text: &str) -> String {
    text.chars().filter(|c| *c != '_').collect::<String>().to_lowercase()
}
