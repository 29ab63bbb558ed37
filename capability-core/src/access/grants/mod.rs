//! The grants of an access token: a file for each, and the list of them.

pub(crate) mod chat;
pub(super) mod identity;
pub(crate) mod playback;
pub(super) mod read;
mod retired;
pub(crate) mod sync;
pub(crate) mod task_router;
pub(crate) mod video;
pub(crate) mod voice;
pub(super) mod wire;

use std::fmt;

use self::chat::{ChatGrant, ReadChat};
use self::playback::{PlaybackGrant, ReadPlayback};
use self::sync::{ReadSync, SyncGrant};
use self::task_router::{ReadTaskRouter, TaskRouterGrant};
use self::video::{ReadVideo, VideoGrant};
use self::voice::{ReadVoice, VoiceGrant};
use self::wire::{Fields, ReadGrant, Unreadable, WriteGrant};
use crate::inspect::Findings;
use crate::jwt::Object;

/// What is there once for each grant. A row says how a grant is called as a field and as a variant, the type that a token
/// is built with, and the type that is read.
macro_rules! grants {
    ($($(#[$doc:meta])* $field:ident $variant:ident $grant:ident $read:ident),+ $(,)?) => {
        /// A grant of any kind, for lists that are put together at run time; see
        /// [`Grants::from_list`](super::Grants::from_list).
        ///
        /// ```
        /// use twilio_capability_core::{Grant, VideoGrant};
        ///
        /// let grant: Grant = VideoGrant::new().into();
        /// assert_eq!(grant, Grant::Video(VideoGrant::new()));
        /// ```
        #[derive(Clone, PartialEq, Debug)]
        #[non_exhaustive]
        pub enum Grant {
            $($(#[$doc])* $variant($grant),)+
        }

        impl Grant {
            /// The name of its setter.
            pub(super) fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => stringify!($field),)+
                }
            }
        }

        $(
            impl From<$grant> for Grant {
                fn from(grant: $grant) -> Self {
                    Self::$variant(grant)
                }
            }
        )+

        /// At most one grant of each kind.
        #[derive(Clone, PartialEq, Default)]
        #[expect(unnameable_types, reason = "only a sealed trait shows it, hidden")]
        pub struct GrantSet {
            $(pub(super) $field: Option<$grant>,)+
        }

        impl GrantSet {
            /// Adds a grant. Says so if it replaces one of its kind.
            pub(super) fn insert(&mut self, grant: Grant) -> bool {
                match grant {
                    $(Grant::$variant(grant) => self.$field.replace(grant).is_some(),)+
                }
            }

            /// Adds each of the other grants; it replaces one of its kind.
            pub(super) fn extend(&mut self, others: Self) {
                $(self.$field = others.$field.or(self.$field.take());)+
            }

            pub(super) fn is_empty(&self) -> bool {
                $(self.$field.is_none())&&+
            }

            pub(super) fn write(&self, grants: &mut Object<'_>) {
                $(
                    if let Some(grant) = &self.$field {
                        grant.write(grants);
                    }
                )+
            }
        }

        /// Shows the grants that are there.
        impl fmt::Debug for GrantSet {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut list = f.debug_list();
                $(list.entries(&self.$field);)+
                list.finish()
            }
        }

        /// What an access token that was read grants, and to whom.
        ///
        /// What builds a token refuses what is likely a mistake. A token that somebody else minted may have any of it, so here
        /// names and SIDs are plain text, and each may be missing.
        ///
        /// `Display` says it in words, on one line. Texts of the token stand in quotes, with control characters escaped.
        ///
        /// ```
        /// use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let service = "IS00000000000000000000000000000000".parse()?;
        /// # let token = AccessToken::new()
        /// #     .identity("zoë".parse()?)
        /// #     .video(VideoGrant::new().room("daily".parse()?))
        /// #     .chat(ChatGrant::new(service))
        /// #     .credentials(&api_key)
        /// #     .sign();
        ///
        /// let inspection = inspect(token.as_str());
        /// let grants = inspection.grants().unwrap();
        /// assert_eq!(grants.identity.as_deref(), Some("zoë"));
        /// assert_eq!(grants.video.as_ref().unwrap().room.as_deref(), Some("daily"));
        /// assert!(grants.voice.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, PartialEq, Eq, Debug, Default)]
        #[non_exhaustive]
        pub struct ReadGrants {
            /// Whom it is for.
            pub identity: Option<String>,
            $($(#[$doc])* pub $field: Option<$read>,)+
            /// What there is besides, by name: grants, or members of grants such as `video.color`, that this library does
            /// not know.
            pub others: Vec<String>,
            /// What has a wrong type, by name: grants, or members of grants such as `video.room`. They are there, and
            /// `None` in the fields above. A token with such a member is never a verified one.
            pub unreadable: Vec<String>,
        }

        impl ReadGrants {
            pub(super) fn read_each(
                fields: &mut Fields<'_, '_, '_>,
            ) -> Self {
                Self {
                    identity: identity::read(fields),
                    $($field: $read::read(fields),)+
                    others: Vec::new(),
                    unreadable: Vec::new(),
                }
            }

            pub(super) fn explain_each(&self) -> impl Iterator<Item = String> {
                let unreadable = Unreadable(&self.unreadable);
                [$(self.$field.as_ref().and_then(|grant| grant.explain(&unreadable))),+].into_iter().flatten()
            }

            pub(super) fn find_each(&self, findings: &mut Findings) {
                let unreadable = Unreadable(&self.unreadable);
                $(
                    if let Some(grant) = &self.$field {
                        grant.find(&unreadable, findings);
                    }
                )+
            }

            pub(super) fn has_known_grant(&self) -> bool {
                $(self.$field.is_some())||+
            }
        }
    };
}

grants! {
    /// Voice.
    voice Voice VoiceGrant ReadVoice,
    /// Video.
    video Video VideoGrant ReadVideo,
    /// Chat or Conversations.
    chat Chat ChatGrant ReadChat,
    /// Sync.
    sync Sync SyncGrant ReadSync,
    /// TaskRouter.
    task_router TaskRouter TaskRouterGrant ReadTaskRouter,
    /// The playback of a stream.
    playback Playback PlaybackGrant ReadPlayback,
}
