"""The client of SRP-6a as Cognito has it, with a fixed exponent."""

import base64
import hashlib
import hmac
import time

PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
    16,
)
# 32 bytes of 7, as in the tests.
EXPONENT = int.from_bytes(bytes([7]) * 32, "big")
# SRP_A
PUBLIC = f"{pow(2, EXPONENT, PRIME):x}"


def responses(pool_id, parameters, password):
    """ChallengeResponses of PASSWORD_VERIFIER."""
    user, block = parameters["USER_ID_FOR_SRP"], parameters["SECRET_BLOCK"]
    name = pool_id.split("_", 1)[1] + user
    salt, public = int(parameters["SALT"], 16), int(parameters["SRP_B"], 16)
    x = number(padded(salt), digest(f"{name}:{password}".encode()))
    u = number(padded(int(PUBLIC, 16)), padded(public))
    k = number(padded(PRIME), b"\x02")
    shared = pow(public - k * pow(2, x, PRIME), EXPONENT + u * x, PRIME)
    key = mac(mac(padded(u), padded(shared)), b"Caldera Derived Key\x01")[:16]
    timestamp = time.strftime("%a %b %-d %H:%M:%S UTC %Y", time.gmtime())
    signature = mac(key, name.encode() + base64.b64decode(block) + timestamp.encode())
    return {
        "USERNAME": user,
        "PASSWORD_CLAIM_SECRET_BLOCK": block,
        "PASSWORD_CLAIM_SIGNATURE": base64.b64encode(signature).decode(),
        "TIMESTAMP": timestamp,
    }


def digest(data):
    return hashlib.sha256(data).digest()


def number(*parts):
    return int.from_bytes(digest(b"".join(parts)), "big")


def mac(key, data):
    return hmac.new(key, data, "sha256").digest()


def padded(value):
    """Minimal two's complement, as Java's BigInteger writes it."""
    return value.to_bytes(value.bit_length() // 8 + 1, "big")
