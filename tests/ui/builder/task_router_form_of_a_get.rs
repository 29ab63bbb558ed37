//! A policy for `GET` or `DELETE`, or for a method at run time, filters a form.

use twilio_capability::{Policy, PolicyFilter, PolicyMethod, PolicyUrl};

fn policies(method: PolicyMethod, url: PolicyUrl, filter: PolicyFilter) -> [Policy; 2] {
    [
        Policy::get(url.clone()).post_filter(filter.clone()),
        Policy::new(method, url).post_filter(filter),
    ]
}

fn main() {}
