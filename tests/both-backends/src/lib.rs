//! Signing in a program that enables both back ends of jsonwebtoken; see `tests`.
