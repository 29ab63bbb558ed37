//! How the file of a grant writes, reads and explains it.

use std::borrow::Cow;
use std::fmt;

use twilio_capability_rules::sid::SidKind;

use crate::access::findings::{GRANT_SID, GRANT_SID_MISSING};
use crate::inspect::{Findings, Quoted, pointer};
use crate::jwt::{
    Claim, Dotted, JsonObject, Members, Object, Value, VerifyError, VerifyErrorKind, claims, twilio_code,
};

/// The claim that says what an access token grants.
pub(in crate::access) const GRANTS: Claim = Claim::new("/grants", twilio_code::INVALID_GRANTS);

/// A member of the claim `grants`, or of one of its members.
pub(in crate::access) const fn member(path: &'static str) -> Claim {
    Claim::new(path, GRANTS.code())
}

/// A grant that a token is built with.
pub(super) trait WriteGrant {
    /// Adds it to the claim `grants`.
    fn write(&self, grants: &mut Object<'_>);
}

/// A grant of a token that was read.
pub(super) trait ReadGrant: Sized {
    /// Reads it from among the members of the claim `grants`.
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self>;

    /// What it grants, in words; nothing where only what cannot be read would be left to say.
    fn explain(&self, unreadable: &Unreadable) -> Option<String>;

    fn find(&self, unreadable: &Unreadable, findings: &mut Findings);
}

/// What the library does not know, and what has a wrong type.
#[derive(Default, Debug)]
pub(in crate::access) struct Leftovers<'a> {
    /// The name of each member that the library does not know, such as `video.color`.
    pub(in crate::access) others: Vec<String>,
    /// More about the first of these members in each object.
    pub(in crate::access) unknown: Vec<UnknownMember<'a>>,
    pub(in crate::access) wrong: Vec<VerifyError>,
}

/// A member that the library does not know.
#[derive(Debug)]
pub(in crate::access) struct UnknownMember<'a> {
    /// Its name, such as `video.color`.
    pub(in crate::access) name: String,
    /// Its path from the claims on, as a JSON pointer.
    pub(in crate::access) path: String,
    pub(in crate::access) value: Value<'a>,
}

/// The most members of an object that have a meaning.
const MOST: usize = 8;

/// The members of one object, read one after the other. What has a wrong type is noted, and reading goes on.
pub(in crate::access) struct Fields<'r, 'a> {
    members: Members<'a>,
    /// The names that have been asked for: the others are not known.
    asked: [&'static str; MOST],
    count: usize,
    leftovers: &'r mut Leftovers<'a>,
}

impl<'r, 'a> Fields<'r, 'a> {
    /// Reads the object that `claim` is.
    pub(in crate::access) fn of<T>(
        claim: Claim,
        members: Members<'a>,
        leftovers: &'r mut Leftovers<'a>,
        read: impl FnOnce(&mut Fields<'_, 'a>) -> T,
    ) -> T {
        let (start, before) = (leftovers.unknown.len(), leftovers.others.len());
        let mut fields = Fields { members, asked: [""; MOST], count: 0, leftovers };
        let value = read(&mut fields);
        let Fields { asked, count, leftovers, .. } = fields;
        let asked = asked.get(..count).unwrap_or_default();
        // They are counted, because a list that grows step by step takes several times the memory.
        let more = members.except(asked).count();
        if more > 0 {
            let within = Member(claim);
            let Leftovers { others, unknown: details, .. } = leftovers;
            others.reserve_exact(more);
            others.extend(members.except(asked).map(|(name, _)| within.name_of(&name)));
            // Before those of the objects inside of this one.
            others.get_mut(before..).unwrap_or_default().rotate_right(more);
            let first = members.except(asked).take(Findings::MOST);
            details.splice(start..start, first.map(|(name, value)| within.unknown(&name, value)));
        }
        value
    }

    pub(in crate::access) fn string(&mut self, claim: Claim) -> Option<String> {
        self.take(claim, claims::optional_string).map(Cow::into_owned)
    }

    pub(super) fn flag(&mut self, claim: Claim) -> bool {
        self.take(claim, claims::optional_flag).unwrap_or_default()
    }

    /// An object that is passed on as it is.
    pub(super) fn opaque(&mut self, claim: Claim) -> Option<JsonObject> {
        self.take(claim, claims::optional_object_text).map(JsonObject::of)
    }

    pub(super) fn object<T>(
        &mut self,
        claim: Claim,
        read: impl FnOnce(&mut Fields<'_, 'a>) -> T,
    ) -> Option<T> {
        let members = self.take(claim, claims::optional_object)?;
        Some(Fields::of(claim, members, self.leftovers, read))
    }

    fn take<T>(
        &mut self,
        claim: Claim,
        read: impl FnOnce(&Members<'a>, Claim) -> Result<Option<T>, VerifyError>,
    ) -> Option<T> {
        if let Some(place) = self.asked.get_mut(self.count) {
            *place = claim.name();
            self.count += 1;
        }
        read(&self.members, claim).unwrap_or_else(|error| {
            self.leftovers.wrong.push(error);
            None
        })
    }
}

/// A member of the claim `grants` by name: `video.room`.
struct Member(Claim);

impl Member {
    fn separator(&self) -> &'static str {
        if self.path().is_empty() { "" } else { "." }
    }

    /// The name of a member of this object. A name that could be read as a path is in quotes.
    fn name_of(&self, name: &str) -> String {
        let is_word =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        let separator = self.separator();
        if is_word {
            format!("{self}{separator}{name}")
        } else {
            format!("{self}{separator}{}", Quoted(name))
        }
    }

    /// Describes an unknown member of this object.
    fn unknown<'a>(&self, name: &str, value: Value<'a>) -> UnknownMember<'a> {
        UnknownMember { name: self.name_of(name), path: format!("{}{}", self.0.path(), pointer(name)), value }
    }

    fn path(&self) -> &'static str {
        self.0.path().strip_prefix(GRANTS.path()).unwrap_or_default()
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Dotted(self.path()).fmt(f)
    }
}

/// The names of members that are there and have a wrong type.
pub(in crate::access) struct Unreadable<'a>(pub(in crate::access) &'a [String]);

impl Unreadable<'_> {
    /// The names that go with the errors.
    pub(in crate::access) fn names(wrong: &[VerifyError]) -> Vec<String> {
        let wrong = wrong.iter().filter(|error| error.kind() == VerifyErrorKind::WrongType);
        wrong.map(|error| Member(member(error.path())).to_string()).collect()
    }

    pub(in crate::access) fn contains(&self, claim: Claim) -> bool {
        self.0.iter().any(|name| name.split('.').eq(Member(claim).path().split('/').skip(1)))
    }

    fn contains_any_of(&self, claim: Claim) -> bool {
        let path: Vec<_> = Member(claim).path().split('/').skip(1).collect();
        self.0.iter().any(|name| name.split('.').zip(&path).filter(|(a, b)| a == *b).count() == path.len())
    }

    /// A product and what there is of it, unless that is only what cannot be read.
    pub(super) fn list<const N: usize>(
        &self,
        product: &str,
        claim: Claim,
        parts: [Option<String>; N],
    ) -> Option<String> {
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            return Some(format!("{product}: {}", parts.join(", ")));
        }
        let nothing = !self.contains_any_of(claim);
        nothing.then(|| format!("{product}: nothing"))
    }

    /// A SID without which a grant is for nothing.
    pub(super) fn find_needed(
        &self,
        expected: SidKind,
        claim: Claim,
        value: Option<&String>,
        findings: &mut Findings,
    ) {
        if value.is_none() && !self.contains(claim) {
            let sentence = format!("`{}` is missing", Member(claim));
            findings.add(&GRANT_SID_MISSING, claim.path(), sentence);
        }
        find_sid(expected, claim, value, findings);
    }
}

/// A SID that may be missing.
pub(super) fn find_sid(expected: SidKind, claim: Claim, value: Option<&String>, findings: &mut Findings) {
    if let Some(value) = value {
        findings.sid(&GRANT_SID, expected, (&format!("`{}`", Member(claim)), claim.path()), value);
    }
}

/// A part of a grant in words: `room "daily"`.
pub(super) fn called(what: &str, name: Option<&String>) -> Option<String> {
    name.map(|name| format!("{what} {}", Quoted(name)))
}
