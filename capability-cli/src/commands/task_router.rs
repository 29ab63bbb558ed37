//! `twilio-token task-router`.

use std::process::ExitCode;

use clap::ValueEnum;
use twilio_capability::{
    AccountCredentials, TaskQueueSid, TaskRouterCapability, Token, WorkerSid, WorkspaceSid,
};

use crate::keys::AccountArgs;
use crate::minted::OutputArgs;
use crate::mistakes::{Mistake, Mistakes};
use crate::times::{TimeArgs, Times};
use crate::values::optional;

/// Mint a TaskRouter capability token
///
/// For TaskRouter.js 1.x; version 2 of Twilio's SDK takes `twilio-token access --task-router`. A worker can read its activities,
/// tasks and reservations; all else is an option. TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN sign the token.
#[derive(clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// The workspace
    #[arg(long, value_name = "WS…", allow_hyphen_values = true)]
    workspace: Option<String>,

    /// The worker that uses the token
    #[arg(long, value_name = "WK…", allow_hyphen_values = true)]
    worker: Option<String>,

    /// The task queue that the token is for
    #[arg(long, value_name = "WQ…", allow_hyphen_values = true)]
    task_queue: Option<String>,

    /// Allow more; can be repeated
    #[arg(long, value_name = "RIGHT", value_delimiter = ',')]
    allow: Vec<Right>,

    #[command(flatten)]
    times: TimeArgs,
    #[command(flatten)]
    keys: AccountArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const EXAMPLE: &str = "\
Example:
  twilio-token task-router --workspace WS11111111111111111111111111111111 \\
    --worker WK11111111111111111111111111111111 --allow activity-updates";

/// A right that is not among those of every token.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Right {
    FetchSubresources,
    UpdateSelf,
    UpdateSubresources,
    DeleteSelf,
    DeleteSubresources,
    /// For a worker
    ActivityUpdates,
    /// For a worker
    ReservationUpdates,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let workspace = optional(&mut mistakes, "--workspace", args.workspace.as_deref());
    let worker: Option<WorkerSid> = optional(&mut mistakes, "--worker", args.worker.as_deref());
    let queue: Option<TaskQueueSid> = optional(&mut mistakes, "--task-queue", args.task_queue.as_deref());
    args.contradictions(&mut mistakes);
    let times = args.times.read(&mut mistakes);
    let account = args.keys.read(&mut mistakes);
    let (Some(workspace), Some(account)) = (workspace, account) else { return Err(mistakes) };
    mistakes.finish()?;
    let token = args.sign(workspace, worker, queue, &account, &times);
    args.output.print(&token, None, times.now)
}

impl Args {
    fn contradictions(&self, mistakes: &mut Mistakes) {
        if self.workspace.is_none() {
            let mistake = Mistake::new("the token has no workspace");
            mistakes.add(mistake.help("add `--workspace WS…`"));
        }
        if self.worker.is_some() && self.task_queue.is_some() {
            let mistake = Mistake::new("a token is for a worker or for a task queue, not for both");
            mistakes.add(mistake.help("remove `--worker` or `--task-queue`"));
        }
        for right in &self.allow {
            let is_of_worker = matches!(right, Right::ActivityUpdates | Right::ReservationUpdates);
            if is_of_worker && self.worker.is_none() {
                let name = right.to_possible_value().map(|value| value.get_name().to_owned());
                let mistake =
                    Mistake::new(format!("only a worker has `--allow {}`", name.unwrap_or_default()));
                mistakes.add(mistake.help("add `--worker WK…`"));
            }
        }
    }

    fn sign(
        &self,
        workspace: WorkspaceSid,
        worker: Option<WorkerSid>,
        queue: Option<TaskQueueSid>,
        account: &AccountCredentials,
        times: &Times,
    ) -> Token {
        // The three kinds of tokens are three types.
        macro_rules! signed {
            ($capability:expr $(, $right:ident => $setter:ident)*) => {{
                let mut capability = $capability
                    .maybe_ttl(times.ttl)
                    .maybe_expires_at(times.expires)
                    .maybe_not_before(times.not_before);
                for right in &self.allow {
                    capability = match right {
                        Right::FetchSubresources => capability.allow_fetch_subresources(),
                        Right::UpdateSelf => capability.allow_update_self(),
                        Right::UpdateSubresources => capability.allow_update_subresources(),
                        Right::DeleteSelf => capability.allow_delete_self(),
                        Right::DeleteSubresources => capability.allow_delete_subresources(),
                        $(Right::$right => capability.$setter(),)*
                        #[allow(unreachable_patterns, reason = "a worker has all rights")]
                        // Other channels do not have the rights of a worker, and there is a mistake if one is asked for.
                        _ => capability,
                    };
                }
                capability.credentials(account).sign_at(times.now)
            }};
        }
        match (worker, queue) {
            (Some(worker), _) => signed!(
                TaskRouterCapability::worker(workspace, worker),
                ActivityUpdates => allow_activity_updates,
                ReservationUpdates => allow_reservation_updates
            ),
            (None, Some(queue)) => signed!(TaskRouterCapability::task_queue(workspace, queue)),
            (None, None) => signed!(TaskRouterCapability::workspace(workspace)),
        }
    }
}
