//! Strings from a closed set.

/// Defines an enum shape: variants with their texts, `as_str`, `parse`, decoding and encoding.
macro_rules! string_enum {
    (
        $(#[$outer:meta])*
        $name:ident {
            $(#[$first_doc:meta])* $first:ident = $first_text:literal,
            $($(#[$doc:meta])* $variant:ident = $text:literal,)*
        }
    ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// Every value, in the model's order.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant,)*];
            /// The texts of all values, in the same order.
            pub const TEXTS: &'static [&'static str] = &[$first_text, $($text,)*];

            /// The text on the wire.
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$variant => $text,)*
                }
            }

            /// The value with this text (case-sensitive).
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $first_text => Some(Self::$first),
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(
                value: ::serde_json::Value,
                at: &mut $crate::decode::Decoder,
            ) -> Result<Self, $crate::decode::Malformed> {
                let text = at.text(value)?;
                match Self::parse(&text) {
                    Some(known) => Ok(known),
                    None => at.unknown_value(text).map(|()| Self::default()),
                }
            }
        }

        impl $crate::encode::Encode for $name {
            fn encode(&self, out: &mut String) {
                $crate::encode::string(self.as_str(), out);
            }
        }
    };
}
pub(crate) use string_enum;
