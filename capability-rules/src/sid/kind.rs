use crate::message::Message;

/// The kind of thing that a SID names.
///
/// ```
/// # use twilio_capability_rules::sid as twilio_capability;
/// use twilio_capability::SidKind;
///
/// assert_eq!(SidKind::of("WK00"), Some(SidKind::Worker));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[non_exhaustive]
pub enum SidKind {
    /// `AC`: an account or subaccount.
    Account,
    /// `AP`: a TwiML application.
    Application,
    /// `SK`: an API key.
    ApiKey,
    /// `CR`: a push credential.
    Credential,
    /// `IS`: a service of Chat, Conversations or Sync.
    Service,
    /// `RL`: a role.
    Role,
    /// `WS`: a TaskRouter workspace.
    Workspace,
    /// `WK`: a TaskRouter worker.
    Worker,
    /// `WQ`: a TaskRouter task queue.
    TaskQueue,
    /// `WW`: a TaskRouter workflow.
    Workflow,
    /// `WT`: a TaskRouter task.
    Task,
    /// `WR`: a TaskRouter reservation.
    Reservation,
    /// `WA`: a TaskRouter activity.
    Activity,
    /// `RM`: a video room.
    Room,
    /// `CH`: a channel.
    Channel,
    /// `CA`: a call.
    Call,
}

impl SidKind {
    /// All kinds, in the order in which they are declared.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// assert!(SidKind::ALL.iter().all(|kind| kind.prefix().len() == 2));
    /// ```
    pub const ALL: [Self; 16] = [
        Self::Account,
        Self::Application,
        Self::ApiKey,
        Self::Credential,
        Self::Service,
        Self::Role,
        Self::Workspace,
        Self::Worker,
        Self::TaskQueue,
        Self::Workflow,
        Self::Task,
        Self::Reservation,
        Self::Activity,
        Self::Room,
        Self::Channel,
        Self::Call,
    ];

    /// The two letters that a SID of this kind starts with.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// assert_eq!(SidKind::Application.prefix(), "AP");
    /// ```
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Account => "AC",
            Self::Application => "AP",
            Self::ApiKey => "SK",
            Self::Credential => "CR",
            Self::Service => "IS",
            Self::Role => "RL",
            Self::Workspace => "WS",
            Self::Worker => "WK",
            Self::TaskQueue => "WQ",
            Self::Workflow => "WW",
            Self::Task => "WT",
            Self::Reservation => "WR",
            Self::Activity => "WA",
            Self::Room => "RM",
            Self::Channel => "CH",
            Self::Call => "CA",
        }
    }

    /// What messages call such a SID.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// assert_eq!(SidKind::ApiKey.noun(), "API key SID");
    /// ```
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Account => "account SID",
            Self::Application => "application SID",
            Self::ApiKey => "API key SID",
            Self::Credential => "credential SID",
            Self::Service => "service SID",
            Self::Role => "role SID",
            Self::Workspace => "workspace SID",
            Self::Worker => "worker SID",
            Self::TaskQueue => "task queue SID",
            Self::Workflow => "workflow SID",
            Self::Task => "task SID",
            Self::Reservation => "reservation SID",
            Self::Activity => "activity SID",
            Self::Room => "room SID",
            Self::Channel => "channel SID",
            Self::Call => "call SID",
        }
    }

    /// The noun with its article: `an application SID`.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// assert_eq!(SidKind::Account.a_noun().as_str(), "an account SID");
    /// ```
    #[must_use]
    pub const fn a_noun(self) -> Message {
        let article = match self {
            Self::Account | Self::Application | Self::ApiKey | Self::Activity => "an ",
            _ => "a ",
        };
        Message::new().str(article).str(self.noun())
    }

    /// The kind of the SIDs that start with the same two letters as `s`.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// assert_eq!(SidKind::of("AC0123"), Some(SidKind::Account));
    /// assert_eq!(SidKind::of("ac0123"), None);
    /// ```
    #[must_use]
    pub const fn of(s: &str) -> Option<Self> {
        let mut rest = Self::ALL.as_slice();
        while let Some((kind, others)) = rest.split_first() {
            if kind.starts(s) {
                return Some(*kind);
            }
            rest = others;
        }
        None
    }

    /// Whether `s` starts with the two letters of this kind.
    pub(super) const fn starts(self, s: &str) -> bool {
        matches!(
            (self.prefix().as_bytes(), s.as_bytes()),
            ([first, second], [one, two, ..]) if *first == *one && *second == *two
        )
    }
}
