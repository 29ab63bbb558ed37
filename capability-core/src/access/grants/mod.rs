//! The grants of an access token: a file for each, and the list of them.

mod chat;
pub(super) mod identity;
mod playback;
pub(super) mod read;
pub(super) mod read_write;
mod retired;
mod sync;
mod task_router;
mod video;
mod voice;

use std::fmt;

use self::identity::IDENTITY;
pub use self::playback::PlaybackGrantError;
use self::read_write::{Fields, ReadGrant, Unreadable, WriteGrant};
pub use self::voice::ReadOutgoing;
use crate::inspect::Findings;
use crate::jwt::Object;

/// Passes the table of grants to a macro.
///
/// A row has what documentation calls the grant, its two setters (the first is also the name of the field), its variant, the
/// type for building a token, and the type for reading one.
macro_rules! for_each_grant {
    ($macro:ident) => {
        $macro! {
            "The Voice grant" voice maybe_voice Voice VoiceGrant ReadVoice,
            "The Video grant" video maybe_video Video VideoGrant ReadVideo,
            "The grant for Chat or Conversations" chat maybe_chat Chat ChatGrant ReadChat,
            "The Sync grant" sync maybe_sync Sync SyncGrant ReadSync,
            "The TaskRouter grant" task_router maybe_task_router TaskRouter TaskRouterGrant ReadTaskRouter,
            "The grant for the playback of a stream" playback maybe_playback Playback PlaybackGrant ReadPlayback,
        }
    };
}

pub(super) use for_each_grant;

/// Generates the code that exists once for each grant.
macro_rules! grants {
    ($($name:literal $field:ident $maybe:ident $variant:ident $grant:ident $read:ident),+ $(,)?) => {
        /// The types that grants are built with.
        pub(crate) mod built {
            $(pub use super::$field::$grant;)+
        }

        /// The types of grants that were read.
        pub(crate) mod read_back {
            $(pub use super::$field::$read;)+
        }

        use self::built::*;
        use self::read_back::*;

        /// A grant of any kind, for lists that are built at run time. See
        /// [`Grants::from_list`](super::Grants::from_list).
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::{Grant, VideoGrant};
        ///
        /// let grant: Grant = VideoGrant::new().into();
        /// assert_eq!(grant, Grant::Video(VideoGrant::new()));
        /// ```
        #[derive(Clone, PartialEq, Debug)]
        #[non_exhaustive]
        pub enum Grant {
            $(#[doc = concat!($name, ".")] $variant($grant),)+
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
        #[expect(unnameable_types, reason = "only a hidden method of a sealed trait has this type")]
        pub struct GrantSet {
            $(pub(super) $field: Option<$grant>,)+
        }

        impl GrantSet {
            /// Adds a grant. Returns `true` if it replaces a grant of the same kind.
            pub(super) fn insert(&mut self, grant: Grant) -> bool {
                match grant {
                    $(Grant::$variant(grant) => self.$field.replace(grant).is_some(),)+
                }
            }

            /// Adds each of the other grants. It replaces a grant of the same kind.
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

        /// Shows the grants that are set.
        impl fmt::Debug for GrantSet {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut list = f.debug_list();
                $(list.entries(&self.$field);)+
                list.finish()
            }
        }

        /// The grants and the identity of an access token that was read.
        ///
        /// The builder refuses likely mistakes. A token from another library can contain all of them, so names and SIDs
        /// are plain strings here, and each can be missing.
        ///
        /// `Display` describes them in English, on one line. Strings of the token are in quotes, with control
        /// characters escaped.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::read::inspect;
        /// use twilio_capability::{AccessToken, ApiKeyCredentials, ChatGrant, VideoGrant};
        ///
        /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
        ///     let service = "IS00000000000000000000000000000000".parse()?;
        ///     let token = AccessToken::new()
        ///         .identity("zoë".parse()?)
        ///         .video(VideoGrant::new().room("daily".parse()?))
        ///         .chat(ChatGrant::new(service))
        ///         .credentials(api_key)
        ///         .sign();
        ///
        ///     let inspection = inspect(token.as_str());
        ///     let grants = inspection.grants().unwrap();
        ///     assert_eq!(grants.identity.as_deref(), Some("zoë"));
        ///     assert_eq!(grants.video.as_ref().unwrap().room.as_deref(), Some("daily"));
        ///     assert!(grants.voice.is_none());
        ///     Ok(())
        /// }
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # check(&api_key)?;
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, PartialEq, Eq, Debug, Default)]
        #[non_exhaustive]
        pub struct ReadGrants {
            /// The identity that the token is for.
            pub identity: Option<String>,
            $(#[doc = concat!($name, ".")] pub $field: Option<$read>,)+
            /// The names of grants, and of members of grants such as `video.color`, that this library does not know.
            pub others: Vec<String>,
            /// The names of grants, and of members of grants such as `video.room`, that have a wrong type.
            ///
            /// They are in the token, but the fields above do not contain them. A verifier refuses such a token.
            pub unreadable: Vec<String>,
        }

        impl ReadGrants {
            pub(super) fn read_each(
                fields: &mut Fields<'_, '_>,
            ) -> Self {
                Self {
                    identity: fields.string(IDENTITY),
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

for_each_grant!(grants);
