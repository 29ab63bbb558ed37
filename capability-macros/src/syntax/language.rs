use crate::suggest;
use crate::syntax::Spelling;

/// The statements that a macro knows.
pub(crate) struct Language<K: 'static> {
    /// The macro, as its users write it: `capability!`.
    pub(crate) name: &'static str,
    pub(crate) forms: &'static [Form<K>],
    /// Words that people know from elsewhere, and what they mean by them; in lower case and without `_`, since each
    /// library has its own way to join words.
    pub(crate) foreign: &'static [(&'static str, K)],
    /// Words that belong somewhere else, and where.
    pub(crate) elsewhere: &'static [(&'static str, &'static str)],
}

/// One kind of statement.
pub(crate) struct Form<K: 'static> {
    pub(crate) kind: K,
    pub(crate) word: &'static str,
    pub(crate) takes: Takes<K>,
    /// What the operand is, with its article: `a client name`.
    pub(crate) operand: &'static str,
    /// How to write the statement, as a help line.
    pub(crate) help: &'static str,
    /// Whether `as name` may follow.
    pub(crate) name: bool,
    /// What those are called that may follow in `{ }` or `< >`, if any may.
    pub(crate) params: Option<&'static str>,
}

/// What follows the word of a statement.
#[derive(Clone, Copy)]
pub(crate) enum Takes<K: 'static> {
    Nothing,
    /// An expression that ends at `as`, a brace or `<`.
    Operand,
    /// An expression that ends at the `;`.
    Expression,
    /// Statements of another language, in braces.
    Block(&'static Language<K>),
}

impl<K: Copy + PartialEq> Language<K> {
    pub(crate) fn form(&self, kind: K) -> Option<&'static Form<K>> {
        self.forms.iter().find(|form| form.kind == kind)
    }

    pub(crate) fn is_word(&self, text: &str) -> bool {
        self.forms.iter().any(|form| form.word == text)
    }

    /// What somebody means by `text` at the start of a statement.
    pub(crate) fn read(&self, text: &str) -> (Option<K>, Spelling) {
        if let Some(form) = self.forms.iter().find(|form| form.word == text) {
            return (Some(form.kind), Spelling::Exact);
        }
        let bare = bare(text);
        if let Some((_, kind)) = self.foreign.iter().find(|(word, _)| self::bare(word) == bare) {
            return (Some(*kind), Spelling::Foreign);
        }
        if self.elsewhere(text).is_some() {
            return (None, Spelling::Unknown);
        }
        let near = suggest::nearest(text, self.forms.iter().map(|form| form.word));
        match self.forms.iter().find(|form| Some(form.word) == near) {
            Some(form) => (Some(form.kind), Spelling::Near),
            None => (None, Spelling::Unknown),
        }
    }

    /// Where a word belongs that does not belong here.
    pub(crate) fn elsewhere(&self, text: &str) -> Option<&'static str> {
        self.elsewhere.iter().find(|(word, _)| *word == text).map(|(_, place)| *place)
    }

    /// All words, for a sentence: `` `a`, `b` or `c` ``.
    pub(crate) fn words(&self) -> String {
        let mut text = String::new();
        for (n, form) in self.forms.iter().enumerate() {
            let before = match self.forms.len() - n {
                _ if n == 0 => "",
                1 => " or ",
                _ => ", ",
            };
            text.push_str(before);
            text.push('`');
            text.push_str(form.word);
            text.push('`');
        }
        text
    }
}

/// A word in the form that foreign words are listed in.
fn bare(text: &str) -> String {
    text.chars().filter(|c| *c != '_').collect::<String>().to_lowercase()
}
