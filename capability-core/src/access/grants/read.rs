use std::fmt;

use super::ReadGrants;
use super::identity::{self, IDENTITY};
use super::read_write::{Fields, GRANTS, Leftovers, UnknownMember, Unreadable};
use super::retired;
use super::video::VIDEO;
use super::voice::VOICE;
use crate::access::findings::{NO_GRANTS, RETIRED, UNKNOWN};
use crate::inspect::{Findings, Quoted, QuotedJson};
use crate::jwt::{Members, VerifyError, claims};

impl ReadGrants {
    /// Whether there is no grant.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadGrants;
    ///
    /// assert!(ReadGrants::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.has_known_grant()
            && self.others.is_empty()
            && self.unreadable.iter().all(|name| name == IDENTITY.name())
    }

    /// Reads the claim `grants`. The leftovers have an error for each member that is [`unreadable`](Self::unreadable).
    pub(in crate::access) fn read<'a>(claims: &Members<'a>) -> Result<(Self, Leftovers<'a>), VerifyError> {
        let grants = claims::object(claims, GRANTS)?;
        let mut leftovers = Leftovers::default();
        let read = Fields::of(GRANTS, grants, &mut leftovers, Self::read_each);
        let others = std::mem::take(&mut leftovers.others);
        let unreadable = Unreadable::names(&leftovers.wrong);
        Ok((Self { others, unreadable, ..read }, leftovers))
    }

    /// Describes each grant in English.
    pub(in crate::access) fn in_words(&self) -> impl Iterator<Item = String> {
        let others = self.others.iter().map(|name| {
            let fault = if retired::is_retired(name) {
                "which Twilio has retired"
            } else {
                "which is not known here"
            };
            format!("{}, {fault}", Quoted(name))
        });
        let unreadable = self.unreadable.iter().filter(|name| *name != IDENTITY.name());
        let unreadable = unreadable.map(|name| format!("{}, which cannot be read", Quoted(name)));
        self.explain_each().chain(others).chain(unreadable)
    }

    /// Finds what is wrong with the grants, except for wrong types. A member of a wrong type is not missing. `unknown` are the
    /// members that were read and are not known.
    pub(in crate::access) fn find(&self, unknown: &[UnknownMember<'_>], findings: &mut Findings) {
        if self.is_empty() {
            findings.add(&NO_GRANTS, GRANTS.path(), "the token grants nothing");
        }
        let unreadable = Unreadable(&self.unreadable);
        let needed = identity::NeededFor {
            voice: self.voice.is_some() || unreadable.contains(VOICE),
            video: self.video.is_some() || unreadable.contains(VIDEO),
        };
        identity::find(self.identity.as_deref(), needed, &unreadable, findings);
        self.find_each(findings);
        for member in unknown {
            let (name, value) = (Quoted(&member.name), QuotedJson(&member.value));
            let path = member.path.clone();
            if let Some(advice) = retired::advice(&path) {
                findings.add(&RETIRED, path, format_args!("Twilio has retired {name} ({value}): {advice}"));
            } else {
                let sentence =
                    format!("there is a grant, or a member of one, that is not known here: {name} ({value})");
                findings.add(&UNKNOWN, path, sentence);
            }
        }
    }
}

impl fmt::Display for ReadGrants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.identity {
            Some(identity) => write!(f, "to {}", Quoted(identity))?,
            None if Unreadable(&self.unreadable).contains(IDENTITY) => {
                f.write_str("to an identity that cannot be read")?;
            }
            None => f.write_str("without an identity")?,
        }
        if self.is_empty() {
            f.write_str("; nothing")?;
        }
        self.in_words().try_for_each(|words| write!(f, "; {words}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::access::grants::voice::ReadVoice;
    use crate::jwt::VerifyErrorKind;
    use crate::jwt::json_read as strict;

    fn read(grants: &str) -> Result<ReadGrants, (VerifyErrorKind, &'static str, String)> {
        let claims = format!("{{\"grants\":{grants}}}");
        let claims = strict::parse(claims.as_bytes()).unwrap();
        let first = ReadGrants::read(&claims.members()).and_then(|(grants, leftovers)| {
            match leftovers.wrong.first() {
                None => Ok(grants),
                Some(error) => Err(error.clone()),
            }
        });
        first.map_err(|error| {
            assert_eq!(error.twilio_code(), Some(20106));
            (error.kind(), error.path(), error.to_string())
        })
    }

    #[test]
    fn every_field_is_read_and_described() {
        let read = read(
            r#"{"identity":"zoë","voice":{"incoming":{"allow":true},"outgoing":{"application_sid":"AP1",
                "params":{"a":[1,"\u001b\u202e\\"],"b":"\"x'"}},"push_credential_sid":"CR1","endpoint_id":"e"},
                "video":{"room":"daily"},"chat":{"service_sid":"IS1","endpoint_id":"f","deployment_role_sid":"RL1",
                "push_credential_sid":"CR2"},"data_sync":{"service_sid":"IS2","endpoint_id":"g"},
                "task_router":{"workspace_sid":"WS1","worker_sid":"WK1","role":"worker"},"player":{"a":{"b":null}}}"#,
        )
        .unwrap();
        let outgoing = read.voice.as_ref().unwrap().outgoing.as_ref().unwrap();
        assert_eq!(json!(outgoing.params), json!({"a": [1, "\u{1b}\u{202e}\\"], "b": "\"x'"}));
        assert_eq!(json!(read.playback.as_ref().unwrap().to_map()), json!({"a": {"b": null}}));
        assert_eq!(format!("{:?}", read.playback), "Some(ReadPlayback([redacted]))");
        assert!(read.others.is_empty() && !read.is_empty());
        assert_eq!(
            read.to_string(),
            "to \"zoë\"; Voice: can receive calls, can make calls to application \"AP1\" with \"a\" = \
             [1,\"\\u001b\\u{202e}\\\\\"] and \"b\" = \"\\\"x'\", push credential \"CR1\", endpoint \"e\"; \
             Video: can enter room \"daily\"; \
             Chat or Conversations: service \"IS1\", role \"RL1\", push credential \"CR2\", endpoint \"f\"; \
             Sync: service \"IS2\", endpoint \"g\"; TaskRouter: workspace \"WS1\", worker \"WK1\", role \"worker\"; \
             Playback of a stream"
        );
    }

    #[test]
    fn every_field_can_be_missing() {
        let empty = read("{}").unwrap();
        assert_eq!(
            (empty.to_string().as_str(), &empty),
            ("without an identity; nothing", &ReadGrants::default())
        );
        let bare = read(
            r#"{"voice":{"incoming":{"allow":false},"outgoing":{}},"video":{},"chat":{},"data_sync":{},"task_router":{},
                "player":{}}"#,
        )
        .unwrap();
        assert_eq!(
            bare.to_string(),
            "without an identity; Voice: can make calls to no application; Video: can enter any room; \
             Chat or Conversations: nothing; Sync: nothing; TaskRouter: nothing; Playback of a stream"
        );
        assert_eq!(read(r#"{"voice":{"incoming":{}}}"#).unwrap().voice, Some(ReadVoice::default()));
    }

    #[test]
    fn unknown_members_are_listed() {
        let read = read(
            r#"{"new":1,"voice":{"x":1,"incoming":{"y":1},"outgoing":{"z":1}},"video":{"v":1},"chat":{"c":1},
                "data_sync":{"s":1},"task_router":{"t":1}}"#,
        )
        .unwrap();
        let names = [
            "new",
            "voice.x",
            "voice.incoming.y",
            "voice.outgoing.z",
            "video.v",
            "chat.c",
            "data_sync.s",
            "task_router.t",
        ];
        assert_eq!(read.others, names);
        assert!(read.to_string().ends_with("; \"task_router.t\", which is not known here"), "{read}");
    }

    #[test]
    fn a_member_of_a_wrong_type_is_not_missing() {
        for (claim, expected) in [
            ("identity", "a string"),
            ("voice", "an object"),
            ("voice.incoming", "an object"),
            ("voice.incoming.allow", "`true` or `false`"),
            ("voice.outgoing", "an object"),
            ("voice.outgoing.application_sid", "a string"),
            ("voice.outgoing.params", "an object"),
            ("voice.push_credential_sid", "a string"),
            ("voice.endpoint_id", "a string"),
            ("video", "an object"),
            ("video.room", "a string"),
            ("chat", "an object"),
            ("chat.service_sid", "a string"),
            ("chat.endpoint_id", "a string"),
            ("chat.deployment_role_sid", "a string"),
            ("chat.push_credential_sid", "a string"),
            ("data_sync", "an object"),
            ("data_sync.service_sid", "a string"),
            ("data_sync.endpoint_id", "a string"),
            ("task_router", "an object"),
            ("task_router.workspace_sid", "a string"),
            ("task_router.worker_sid", "a string"),
            ("task_router.role", "a string"),
            ("player", "an object"),
        ] {
            for wrong in ["null", "1", "[]"] {
                let grants =
                    claim.rsplit('.').fold(wrong.to_owned(), |inner, name| format!("{{\"{name}\":{inner}}}"));
                let (kind, path, says) = read(&grants).unwrap_err();
                assert_eq!(says, format!("the claim `grants.{claim}` is not {expected}"));
                assert_eq!(kind, VerifyErrorKind::WrongType);
                assert_eq!(path, format!("/grants/{}", claim.replace('.', "/")));
            }
        }
        let (kind, path, _) = read("[]").unwrap_err();
        assert_eq!((kind, path), (VerifyErrorKind::WrongType, "/grants"));
        let missing = ReadGrants::read(&strict::parse(b"{}").unwrap().members()).unwrap_err();
        assert_eq!(
            (missing.kind(), missing.path(), missing.twilio_code()),
            (VerifyErrorKind::Missing, "/grants", Some(20106))
        );
    }

    #[test]
    fn members_of_the_right_type_are_read_although_others_are_wrong() {
        let claims = br#"{"grants":{"identity":7,"voice":{"incoming":{"allow":"yes"},"outgoing":{"params":[],
            "application_sid":"AP1"}},"video":null,"chat":{"service_sid":"IS1","endpoint_id":[]},"new":1}}"#;
        let document = strict::parse(claims).unwrap();
        let (grants, Leftovers { wrong, .. }) = ReadGrants::read(&document.members()).unwrap();
        assert_eq!(
            grants.to_string(),
            "to an identity that cannot be read; Voice: can make calls to application \"AP1\"; \
             Chat or Conversations: service \"IS1\"; \"new\", which is not known here; \
             \"voice.incoming.allow\", which cannot be read; \"voice.outgoing.params\", which cannot be read; \
             \"video\", which cannot be read; \"chat.endpoint_id\", which cannot be read"
        );
        let claims =
            ["identity", "voice.incoming.allow", "voice.outgoing.params", "video", "chat.endpoint_id"];
        for (error, claim) in wrong.iter().zip(claims) {
            assert_eq!(error.kind(), VerifyErrorKind::WrongType);
            assert_eq!(error.path(), format!("/grants/{}", claim.replace('.', "/")));
        }
        assert_eq!(wrong.len(), claims.len());
        assert_eq!(grants.unreadable, claims);
        // A grant that cannot be read is not described as a grant.
        for (grants, says) in [
            (r#"{"video":{"room":7}}"#, "\"video.room\""),
            (
                r#"{"voice":{"outgoing":{"application_sid":7,"params":{"a":1}}}}"#,
                "\"voice.outgoing.application_sid\"",
            ),
            (r#"{"voice":{"incoming":7}}"#, "\"voice.incoming\""),
            (r#"{"chat":{"service_sid":7}}"#, "\"chat.service_sid\""),
            (r#"{"data_sync":{"service_sid":7}}"#, "\"data_sync.service_sid\""),
            (r#"{"task_router":{"role":7}}"#, "\"task_router.role\""),
            (r#"{"player":7}"#, "\"player\""),
        ] {
            let claims = format!("{{\"grants\":{grants}}}");
            let document = strict::parse(claims.as_bytes()).unwrap();
            let (grants, _) = ReadGrants::read(&document.members()).unwrap();
            assert_eq!(grants.to_string(), format!("without an identity; {says}, which cannot be read"));
            assert!(!grants.is_empty());
        }
    }
}
