//! The rights that have a name, each with the policy that it becomes and with its words for people.

use twilio_capability_rules::policy_url::WORKSPACES;

use super::channel::{ChannelKind, ChannelParts};
use super::policy::PolicyMethod::{self, Delete, Get, Post};
use super::policy_filter::PolicyFilter;
use crate::values::FilterName;

/// A set of rights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Rights(u16);

/// A policy of a right.
pub(super) struct Right {
    of: Rights,
    pub(super) method: PolicyMethod,
    place: Place,
    /// The field that the form of a request must have.
    post: Option<&'static str>,
    /// What it allows. `{}` is the channel.
    pub(super) words: &'static str,
}

/// What a right is about: the resource of the channel or the workspace, and the path below it.
#[derive(Clone, Copy)]
enum Place {
    Channel(&'static str),
    Workspace(&'static str),
}

/// The policies of all rights, in the order in which tokens have them.
static RIGHTS: [Right; 12] = [
    right(Rights::FETCH_SELF, Get, Place::Channel(""), "read {}"),
    right(Rights::UPDATE_SELF, Post, Place::Channel(""), "change {}"),
    right(Rights::DELETE_SELF, Delete, Place::Channel(""), "delete {}"),
    right(Rights::FETCH_SUBRESOURCES, Get, Place::Channel("/**"), "read everything below {}"),
    right(Rights::UPDATE_SUBRESOURCES, Post, Place::Channel("/**"), "change everything below {}"),
    right(Rights::DELETE_SUBRESOURCES, Delete, Place::Channel("/**"), "delete everything below {}"),
    right(Rights::FETCH_ACTIVITIES, Get, Place::Workspace("/Activities"), "read the workspace's activities"),
    right(Rights::FETCH_RESERVATIONS, Get, TASKS, "read the workspace's tasks and their reservations"),
    right(Rights::FETCH_WORKER_RESERVATIONS, Get, RESERVATIONS, "read its own reservations"),
    Right {
        post: Some("ActivitySid"),
        ..right(Rights::ACTIVITY_UPDATES, Post, Place::Channel(""), "update its own activity")
    },
    right(Rights::RESERVATION_UPDATES, Post, TASKS, "update the workspace's tasks and their reservations"),
    right(Rights::RESERVATION_UPDATES, Post, RESERVATIONS, "update its own reservations"),
];

const TASKS: Place = Place::Workspace("/Tasks/**");
const RESERVATIONS: Place = Place::Channel("/Reservations/**");

const fn right(of: Rights, method: PolicyMethod, place: Place, words: &'static str) -> Right {
    Right { of, method, place, post: None, words }
}

impl Right {
    /// The URL of the policy.
    pub(super) fn url(&self, channel: ChannelParts<'_>) -> String {
        let mut url = String::with_capacity(192);
        url.push_str(WORKSPACES);
        url.push_str(channel.workspace);
        let path = match self.place {
            Place::Workspace(path) => path,
            Place::Channel(path) => {
                if let Some(folder) = channel.kind.folder() {
                    url.push_str(folder);
                    url.push_str(channel.sid);
                }
                path
            }
        };
        url.push_str(path);
        url
    }

    /// The filter of the policy for the form of a request.
    pub(super) fn filter(&self) -> PolicyFilter {
        let field = self.post.map(FilterName::from_static);
        field.map_or_else(PolicyFilter::new, |field| PolicyFilter::new().required(field))
    }
}

impl Rights {
    pub(super) const FETCH_SELF: Self = Self(1);
    pub(super) const UPDATE_SELF: Self = Self(1 << 1);
    pub(super) const DELETE_SELF: Self = Self(1 << 2);
    pub(super) const FETCH_SUBRESOURCES: Self = Self(1 << 3);
    pub(super) const UPDATE_SUBRESOURCES: Self = Self(1 << 4);
    pub(super) const DELETE_SUBRESOURCES: Self = Self(1 << 5);
    pub(super) const FETCH_ACTIVITIES: Self = Self(1 << 6);
    pub(super) const FETCH_RESERVATIONS: Self = Self(1 << 7);
    pub(super) const FETCH_WORKER_RESERVATIONS: Self = Self(1 << 8);
    pub(super) const ACTIVITY_UPDATES: Self = Self(1 << 9);
    pub(super) const RESERVATION_UPDATES: Self = Self(1 << 10);

    /// No rights.
    pub(super) const NONE: Self = Self(0);

    /// The rights that a channel has by default.
    pub(super) const fn default_of(channel: ChannelKind) -> Self {
        match channel {
            ChannelKind::Worker => Self::FETCH_SELF
                .and(Self::FETCH_ACTIVITIES)
                .and(Self::FETCH_RESERVATIONS)
                .and(Self::FETCH_WORKER_RESERVATIONS),
            ChannelKind::TaskQueue | ChannelKind::Workspace => Self::FETCH_SELF,
        }
    }

    /// The rights of an access token with the role `worker`.
    pub(super) const OF_A_WORKER: Self =
        Self::default_of(ChannelKind::Worker).and(Self::ACTIVITY_UPDATES).and(Self::RESERVATION_UPDATES);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The policies of these rights.
    pub(super) fn policies(self) -> impl Iterator<Item = &'static Right> {
        RIGHTS.iter().filter(move |right| self.contains(right.of))
    }

    /// The policies of all rights that have a name.
    pub(super) fn all() -> impl Iterator<Item = &'static Right> {
        RIGHTS.iter()
    }
}
