use std::cmp::Ordering;

use super::builder::AccessToken;
use super::grant_state::{Grants, NoVoice};
use super::grants::built::TaskRouterGrant;
use super::migrate::MigrationError;
use super::state::NoIdentity;
use crate::keys::NoCredentials;
use crate::task_router::{TaskRouterCapability, WorkerChannel};
use crate::values::WorkerRole;

impl<C> TaskRouterCapability<WorkerChannel, C> {
    /// Converts the capability of a worker to an access token with a TaskRouter grant, for `twilio-taskrouter` 2.x.
    ///
    /// The token has the workspace, the worker, the role `worker` and the times of this capability. Add an identity and the
    /// credentials of an API key.
    ///
    /// # Errors
    ///
    /// The capability does not have exactly the rights of the role `worker`. These are the rights that it has by default,
    /// [`allow_activity_updates`](Self::allow_activity_updates) and
    /// [`allow_reservation_updates`](Self::allow_reservation_updates).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{ApiKeyCredentials, Error, TaskRouterCapability, Token};
    ///
    /// fn token(
    ///     worker: &TaskRouterCapability<WorkerChannel>,
    ///     identity: &str,
    ///     api_key: &ApiKeyCredentials,
    /// ) -> Result<Token, Error> {
    ///     Ok(worker.to_access_token()?.identity(identity.parse()?).credentials(api_key).sign())
    /// }
    /// ```
    pub fn to_access_token(
        &self,
    ) -> Result<AccessToken<NoCredentials, NoIdentity, Grants<NoVoice>>, MigrationError> {
        match self.compared_with_a_worker() {
            Ordering::Equal => {}
            Ordering::Greater => return Err(MigrationError::TooManyRights),
            Ordering::Less => return Err(MigrationError::TooFewRights),
        }
        let (workspace, worker) = self.sids();
        let grant = TaskRouterGrant::new(workspace).worker(worker).role(WorkerRole::WORKER);
        let mut token = AccessToken::new().task_router(grant);
        token.times = self.times;
        Ok(token)
    }
}
