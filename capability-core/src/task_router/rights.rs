//! The rights that have a name, each with the policy that it becomes and with its words for people.

use super::builder::TaskRouterCapability;
use super::channel::{Channel, ChannelKind, OfWorker};
use super::policy::PolicyMethod::{self, Delete, Get, Post};

/// A set of rights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Rights(u16);

/// A policy of a right.
pub(super) struct Right {
    of: Rights,
    pub(super) method: PolicyMethod,
    pub(super) place: Place,
    /// The field that the form of a request must have.
    pub(super) post: Option<&'static str>,
    /// What it allows. `{}` is the channel.
    pub(super) words: &'static str,
}

/// What a right is about: the resource of the channel or the workspace, and the path below it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
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

impl Rights {
    const FETCH_SELF: Self = Self(1);
    const UPDATE_SELF: Self = Self(1 << 1);
    const DELETE_SELF: Self = Self(1 << 2);
    const FETCH_SUBRESOURCES: Self = Self(1 << 3);
    const UPDATE_SUBRESOURCES: Self = Self(1 << 4);
    const DELETE_SUBRESOURCES: Self = Self(1 << 5);
    const FETCH_ACTIVITIES: Self = Self(1 << 6);
    const FETCH_RESERVATIONS: Self = Self(1 << 7);
    const FETCH_WORKER_RESERVATIONS: Self = Self(1 << 8);
    const ACTIVITY_UPDATES: Self = Self(1 << 9);
    const RESERVATION_UPDATES: Self = Self(1 << 10);

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

macro_rules! rights {
    ($($(#[$doc:meta])* $setter:ident $right:ident $channel:ident $example:literal;)+) => {
        impl<Ch: Channel, C> TaskRouterCapability<Ch, C> {$(
            $(#[$doc])*
            ///
            /// Calling this again changes nothing.
            ///
            /// ```
            /// # extern crate twilio_capability_core as twilio_capability;
            /// use twilio_capability::{TaskRouterCapability, TaskQueueSid, WorkerSid, WorkspaceSid};
            ///
            /// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
            /// const QUEUE: TaskQueueSid = TaskQueueSid::from_static("WQ00000000000000000000000000000000");
            /// const WORKER: WorkerSid = WorkerSid::from_static("WK00000000000000000000000000000000");
            ///
            #[doc = concat!("let capability = TaskRouterCapability::", $example, ".", stringify!($setter), "();")]
            /// ```
            pub fn $setter(self) -> Self
            where
                Ch: $channel,
            {
                self.with_rights(Rights::$right)
            }
        )+}
    };
}

rights! {
    /// Allows reading the worker, task queue or workspace of the token. Tokens have this right by default.
    allow_fetch_self FETCH_SELF Channel "workspace(WORKSPACE)";
    /// Allows changing the worker, task queue or workspace of the token.
    allow_update_self UPDATE_SELF Channel "task_queue(WORKSPACE, QUEUE)";
    /// Allows deleting the worker, task queue or workspace of the token.
    allow_delete_self DELETE_SELF Channel "task_queue(WORKSPACE, QUEUE)";
    /// Allows reading everything below the worker, task queue or workspace of the token.
    allow_fetch_subresources FETCH_SUBRESOURCES Channel "workspace(WORKSPACE)";
    /// Allows changing everything below the worker, task queue or workspace of the token.
    allow_update_subresources UPDATE_SUBRESOURCES Channel "workspace(WORKSPACE)";
    /// Allows deleting everything below the worker, task queue or workspace of the token.
    allow_delete_subresources DELETE_SUBRESOURCES Channel "workspace(WORKSPACE)";
    /// Allows a worker to read the workspace's activities. Tokens of workers have this right by default.
    allow_fetch_activities FETCH_ACTIVITIES OfWorker "worker(WORKSPACE, WORKER)";
    /// Allows a worker to read the workspace's tasks and their reservations. Tokens of workers have this right by default.
    allow_fetch_reservations FETCH_RESERVATIONS OfWorker "worker(WORKSPACE, WORKER)";
    /// Allows a worker to read its own reservations. Tokens of workers have this right by default.
    allow_fetch_worker_reservations FETCH_WORKER_RESERVATIONS OfWorker "worker(WORKSPACE, WORKER)";
    /// Allows a worker to change its own activity, for example to be offline. The request must name the new activity.
    allow_activity_updates ACTIVITY_UPDATES OfWorker "worker(WORKSPACE, WORKER)";
    /// Allows a worker to change its tasks and its reservations, for example to accept one.
    allow_reservation_updates RESERVATION_UPDATES OfWorker "worker(WORKSPACE, WORKER)";
}
