//! How do I grant several products with one token, and some of them only to some users?

use twilio_capability::{
    AccessToken, ApiKeyCredentials, ChatGrant, Error, Region, ServiceSid, SyncGrant, TaskRouterGrant, Token,
    VideoGrant, VoiceGrant, VoiceIdentity, WorkerRole, WorkerSid, WorkspaceSid,
};

const SERVICE: ServiceSid = ServiceSid::from_static("IS00000000000000000000000000000000");
const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");

fn main() -> Result<(), Error> {
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "SK00000000000000000000000000000000".parse()?,
        "not_a_real_api_secret".parse()?,
    );
    println!("{}", token(&api_key, "mary".parse()?, None));
    println!("{}", token(&api_key, "john".parse()?, Some("WK00000000000000000000000000000000".parse()?)));
    Ok(())
}

fn token(api_key: &ApiKeyCredentials, who: VoiceIdentity, worker: Option<WorkerSid>) -> Token {
    let work = worker.map(|worker| TaskRouterGrant::new(WORKSPACE).worker(worker).role(WorkerRole::WORKER));
    AccessToken::new()
        // Because of the Voice grant, the identity has to obey the rule of Voice.
        .voice_identity(who)
        .voice(VoiceGrant::new().incoming())
        .video(VideoGrant::new())
        .chat(ChatGrant::new(SERVICE))
        .sync(SyncGrant::new(SERVICE))
        .maybe_task_router(work)
        // The region of the API key.
        .region(Region::AU1)
        .credentials(api_key)
        .sign()
}
