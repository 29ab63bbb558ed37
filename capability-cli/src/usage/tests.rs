use clap::{ArgAction, CommandFactory, Parser};

use super::*;
use crate::call::Call;

const SECRETS: [&str; 3] = [
    "hunter2hunter2hunter2hunter2abcd",
    "0123456789abcdef0123456789abcdef",
    "Kq7Zt2Xw9Lm4Bv6Nc8Rd1Fs3Gh5Jp0Ya",
];

/// What the command prints for a call that clap refuses. `None` if clap accepts it.
fn refused(call: &[&str]) -> Option<String> {
    let error = Call::try_parse_from([&["twilio-token"], call].concat()).err()?;
    Some(mistake(&error).map_or_else(|| error.render().to_string(), |mistake| mistake.to_string()))
}

#[test]
fn no_message_of_any_option_repeats_its_value() {
    let mut kinds = std::collections::HashSet::new();
    let mut command = Call::command();
    command.build();
    for secret in SECRETS {
        for subcommand in command.get_subcommands() {
            let name = subcommand.get_name();
            for arg in subcommand.get_arguments() {
                let joined = |option: String| vec![format!("{option}={secret}"), format!("{option}{secret}")];
                let long = arg.get_long().map(|long| format!("--{long}"));
                let short = arg.get_short().map(|short| format!("-{short}"));
                for written in long.clone().into_iter().chain(short.clone()).flat_map(joined) {
                    for call in [vec![name, &*written], vec![name, "a", &*written]] {
                        let message = refused(&call).unwrap_or_default();
                        assert!(!message.contains(secret), "{name} {arg}: {message}");
                    }
                }
                for option in long.into_iter().chain(short) {
                    for call in [vec![name, &option, secret], vec![name, &option, secret, &option, secret]] {
                        let message = refused(&call).unwrap_or_default();
                        assert!(!message.contains(secret), "{name} {arg}: {message}");
                    }
                }
                kinds.insert(format!("{:?}", arg.get_action()));
            }
            for call in [
                &[name, secret][..],
                &[name, secret, secret],
                &[name, "--", secret, secret],
                &["help", name, secret],
                &[name, &format!("--{secret}")],
                &[name, &format!("-{secret}")],
                &[name, &format!("--{secret}=1")],
            ] {
                let message = refused(call).unwrap_or_default();
                assert!(!message.contains(secret), "{call:?}: {message}");
            }
        }
    }
    for action in [ArgAction::Set, ArgAction::Append, ArgAction::SetTrue, ArgAction::Help] {
        assert!(kinds.contains(&format!("{action:?}")), "no option has the action {action:?}");
    }
}

#[test]
fn a_message_has_what_the_command_knows() {
    for (call, says) in [
        (&["inspect", "--json=x", "a"][..], "`--json` takes no value"),
        (&["inspect", "--expect", "acess", "a"], "did you mean `access`?"),
        (&["inspect", "--expect"], "`--expect` has no value"),
        (&["inspect", "--expect", "x", "a"], "write `capability`, `access` or `task-router`"),
        (&["capability", "--incoming"], "`--incoming` has no value"),
        (&["completions", "powershell"], "write `bash`, `zsh` or `fish`"),
        (&["capability", "--incomming"], "there is no option `--incomming`"),
        (&["capability", "--incomming"], "did you mean `--incoming`?"),
        (&["capabilty"], "did you mean `twilio-token capability`?"),
        (&["inspect"], "<TOKEN>"),
        (&["capability", "--auth-token", "x"], "a secret cannot be an argument such as `--auth-token`"),
        (&["capability", "--auth-tokens7"], "a secret cannot be an argument\n"),
    ] {
        let message = refused(call).unwrap();
        assert!(message.contains(says), "{call:?}: {message}");
    }
}
