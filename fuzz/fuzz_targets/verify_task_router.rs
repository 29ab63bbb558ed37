#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| twilio_capability_fuzz::verify_task_router(data));
