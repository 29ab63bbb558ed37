/// Defines an enum for the words of a parameter that Twilio sets. A word that is not in the list is kept.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_doc])*
                #[doc = concat!("`", $word, "`")]
                $variant,
            )+
            /// A word that this library does not know, as it arrived.
            Other(String),
        }

        impl $name {
            /// The word that Twilio sends.
            ///
            /// ```
            /// # extern crate twilio_capability_core as twilio_capability;
            #[doc = concat!("use twilio_capability::webhook::", stringify!($name), ";")]
            ///
            #[doc = concat!("assert_eq!(\"new-word\".parse::<", stringify!($name), ">()?.as_str(), \"new-word\");")]
            /// # Ok::<(), std::convert::Infallible>(())
            /// ```
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Ok(match s {
                    $($word => Self::$variant,)+
                    _ => Self::Other(s.to_owned()),
                })
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

pub(super) use words;
