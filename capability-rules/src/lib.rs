#![doc = include_str!("../README.md")]
#![no_std]

pub mod lifetime;
pub mod percent;
pub mod policy_url;
pub mod region;
pub mod sid;
pub mod string;
pub mod time;

mod chars;
mod error;
mod invisible;
mod message;

pub use crate::invisible::is_invisible;
pub use crate::message::Message;
