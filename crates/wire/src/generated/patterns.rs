// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Patterns of string shapes.

use crate::rt;

pub(crate) static ACCOUNT_ID: rt::Pattern = rt::pattern::compiled!(r"\d+", r"\A(?:[0-9]+)\z");

pub(crate) static ACR_LEVEL_KEY_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"Level[1-4]", r"\A(?:Level[1-4])\z");

pub(crate) static ACR_VALUE_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\x21\x23-\x5B\x5D-\x7E]+", r"\A(?:[\!\#-\[\]-\~]+)\z");

pub(crate) static ARN_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?",
    r"\A(?:arn\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+\:(?:[[0-9A-Za-z_]\+\=\/\,\.\@\-]*)?\:[0-9]+\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+(?:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+)?(?:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+)?)\z"
);

pub(crate) static ATTRIBUTE_NAME_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r ]+",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r ]+)\z"
);

pub(crate) static AWS_ACCOUNT_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[0-9]+", r"\A(?:[0-9]+)\z");

pub(crate) static CLIENT_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w+]+", r"\A(?:[[0-9A-Za-z_]\+]+)\z");

pub(crate) static CLIENT_NAME_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\w\s+=,.@-]+",
    r"\A(?:[[0-9A-Za-z_][\t\n\x0B\x0C\r ]\+\=\,\.\@\-]+)\z"
);

pub(crate) static COGNITO_IDENTITY_PROVIDER_CLIENT_ID: rt::Pattern =
    rt::pattern::compiled!(r"[\w_]+", r"\A(?:[[0-9A-Za-z_]_]+)\z");

pub(crate) static COGNITO_IDENTITY_PROVIDER_NAME: rt::Pattern =
    rt::pattern::compiled!(r"[\w._:/-]+", r"\A(?:[[0-9A-Za-z_]\._\:\/\-]+)\z");

pub(crate) static COMPLETION_MESSAGE_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w]+", r"\A(?:[[0-9A-Za-z_]]+)\z");

pub(crate) static CONFIRMATION_CODE_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\S]+", r"\A(?:[[^\t\n\x0B\x0C\r ]]+)\z");

pub(crate) static CUSTOM_ATTRIBUTE_NAME_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}]+)\z"
);

pub(crate) static DEVELOPER_PROVIDER_NAME: rt::Pattern =
    rt::pattern::compiled!(r"[\w._-]+", r"\A(?:[[0-9A-Za-z_]\._\-]+)\z");

pub(crate) static DEVICE_KEY_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w-]+_[0-9a-f-]+", r"\A(?:[[0-9A-Za-z_]\-]+_[0-9a-f\-]+)\z");

pub(crate) static EMAIL_ADDRESS_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}]+\@[\p{L}\p{M}\p{S}\p{N}\p{P}]+)\z"
);

pub(crate) static EMAIL_INVITE_MESSAGE_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]*)\z"
);

pub(crate) static EMAIL_MFA_MESSAGE_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]*\{\#\#\#\#\}[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]*)\z"
);

pub(crate) static EMAIL_MFA_SUBJECT_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]]+)\z"
);

pub(crate) static EMAIL_NOTIFICATION_BODY_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]+",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]+)\z"
);

pub(crate) static EMAIL_VERIFICATION_MESSAGE_BY_LINK_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]*\{\#\#[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]*\#\#\}[\p{L}\p{M}\p{S}\p{N}\p{P}[\t\n\x0B\x0C\r ]\*]*)\z"
);

pub(crate) static EVENT_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w+-]+", r"\A(?:[[0-9A-Za-z_]\+\-]+)\z");

pub(crate) static GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[A-Za-z0-9-_+/=.]+", r"\A(?:[A-Za-z0-9\-_\+\/\=\.]+)\z");

pub(crate) static HEX_STRING_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"^[0-9a-fA-F]+$", r"\A(?:[0-9a-fA-F]+)\z");

pub(crate) static IDENTITY_ID: rt::Pattern =
    rt::pattern::compiled!(r"[\w-]+:[0-9a-f-]+", r"\A(?:[[0-9A-Za-z_]\-]+\:[0-9a-f\-]+)\z");

pub(crate) static IDENTITY_PROVIDER_ID: rt::Pattern =
    rt::pattern::compiled!(r"[\w.;_/-]+", r"\A(?:[[0-9A-Za-z_]\.\;_\/\-]+)\z");

pub(crate) static IDP_IDENTIFIER_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w\s+=.@-]+", r"\A(?:[[0-9A-Za-z_][\t\n\x0B\x0C\r ]\+\=\.\@\-]+)\z");

pub(crate) static LANGUAGE_ID_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"^cognito:(default|dutch|english|french|spanish|german|bahasa-indonesia|italian|japanese|korean|portuguese-brazil|chinese-(simplified|traditional))$",
    r"\A(?:cognito\:(?:default|dutch|english|french|spanish|german|bahasa\-indonesia|italian|japanese|korean|portuguese\-brazil|chinese\-(?:simplified|traditional)))\z"
);

pub(crate) static LINK_URL_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}]+)\z"
);

pub(crate) static MANAGED_LOGIN_BRANDING_ID_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[4][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$",
    r"\A(?:[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[4][0-9a-fA-F]{3}\-[89abAB][0-9a-fA-F]{3}\-[0-9a-fA-F]{12})\z"
);

pub(crate) static OPTIONAL_ARN_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"(arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?)?",
    r"\A(?:(?:arn\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+\:(?:[[0-9A-Za-z_]\+\=\/\,\.\@\-]*)?\:[0-9]+\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+(?:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+)?(?:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+)?)?)\z"
);

pub(crate) static PASSWORD_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"^[\S]+.*[\S]+$",
    r"\A(?:[[^\t\n\x0B\x0C\r ]]+[^\n\r\x{85}\x{2028}\x{2029}]*[[^\t\n\x0B\x0C\r ]]+)\z",
    empty
);

pub(crate) static PROVIDER_NAME_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]+",
    r"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]+)\z"
);

pub(crate) static PROVIDER_NAME_TYPE_V2: rt::Pattern = rt::pattern::compiled!(
    r"[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+",
    r"\A(?:[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+)\z"
);

pub(crate) static RESOURCE_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"^[\w\- ]+$", r"\A(?:[[0-9A-Za-z_]\- ]+)\z");

pub(crate) static RESOURCE_SERVER_SCOPE_NAME_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+", r"\A(?:[\!\#-\.0-\[\]-\~]+)\z");

pub(crate) static ROLE_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"(un)?authenticated", r"\A(?:(?:un)?authenticated)\z");

pub(crate) static S3_ARN_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:::[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?",
    r"\A(?:arn\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+\:\:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+(?:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+)?(?:\:[[0-9A-Za-z_]\+\=\/\,\.\@\-]+)?)\z"
);

pub(crate) static S3_BUCKET_TYPE: rt::Pattern =
    rt::Pattern { text: r"^[0-9A-Za-z\.\-_]*(?<!\.)$", matches: rt::pattern::s3_bucket_name };

pub(crate) static SECRET_CODE_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[A-Za-z0-9]+", r"\A(?:[A-Za-z0-9]+)\z");

pub(crate) static SECRET_HASH_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w+=/]+", r"\A(?:[[0-9A-Za-z_]\+\=\/]+)\z");

pub(crate) static SESSION_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"^(tkn|sso)[a-z0-9]{25}$", r"\A(?:(?:tkn|sso)[a-z0-9]{25})\z");

pub(crate) static SES_CONFIGURATION_SET: rt::Pattern =
    rt::pattern::compiled!(r"^[a-zA-Z0-9_-]+$", r"\A(?:[a-zA-Z0-9_\-]+)\z");

pub(crate) static SMS_INVITE_MESSAGE_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"(?s).*", r"\A(?:(?s:.)*)\z");

pub(crate) static SMS_VERIFICATION_MESSAGE_TYPE: rt::Pattern = rt::pattern::compiled!(
    r".*\{####\}.*",
    r"\A(?:[^\n\r\x{85}\x{2028}\x{2029}]*\{\#\#\#\#\}[^\n\r\x{85}\x{2028}\x{2029}]*)\z"
);

pub(crate) static TERMS_NAME_TYPE: rt::Pattern = rt::pattern::compiled!(
    r"^(terms-of-use|privacy-policy)$",
    r"\A(?:(?:terms\-of\-use|privacy\-policy))\z"
);

pub(crate) static TOKEN_MODEL_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[A-Za-z0-9-_=.]+", r"\A(?:[A-Za-z0-9\-_\=\.]+)\z");

pub(crate) static USER_IMPORT_JOB_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"import-[0-9a-zA-Z-]+", r"\A(?:import\-[0-9a-zA-Z\-]+)\z");

pub(crate) static USER_POOL_ID_TYPE: rt::Pattern =
    rt::pattern::compiled!(r"[\w-]+_[0-9a-zA-Z]+", r"\A(?:[[0-9A-Za-z_]\-]+_[0-9a-zA-Z]+)\z");
