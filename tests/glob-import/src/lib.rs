//! All names of the library in a program that has another version of jsonwebtoken; see `tests`.
